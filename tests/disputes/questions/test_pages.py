"""Asked on the staff's page, answered on the tracking page."""

import pytest
from django.urls import reverse

from governance.files.models import Attachment
from governance.timeline.models import Event
from tests.core.files.samples import photo_with_position, upload
from tests.disputes.complaints.public.resident import text

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def follower(resident, filed, asked):
    resident.track(filed.complaint.number, filed.query_code)
    return resident


def page_of(person, case):
    return person.client.get(reverse("tracked", args=[case.number]))


def test_the_person_reads_the_question_and_until_when(follower, asked):
    page = text(page_of(follower, asked))
    assert "请问在几号楼？" in page
    assert "需要向您核实情况" in page
    assert reverse("answer_question", args=[asked.number]) in page


def test_without_a_question_there_is_nothing_to_answer(resident, filed, handling):
    resident.track(filed.complaint.number, filed.query_code)
    assert reverse("answer_question", args=[handling.number]) not in text(page_of(resident, handling))


def test_the_answer_with_a_photograph_reaches_the_office(follower, asked, signed_in, clerk):
    answer = follower.say(asked, "answer_question", note="三号楼东侧。", files=[upload(photo_with_position(), "门口.jpg")])
    assert answer.url == reverse("tracked", args=[asked.number])
    assert Attachment.objects.of(asked).get().name == "门口.jpg"
    page = text(signed_in(clerk).get(asked.get_absolute_url()))
    assert "三号楼东侧。" in page
    assert "门口.jpg" in page


def test_both_read_question_and_answer(follower, asked):
    follower.say(asked, "answer_question", note="三号楼东侧。")
    notes = list(Event.objects.of(asked).for_residents().exclude(note="").order_by("sequence").values_list("note", flat=True))
    assert notes[-2:] == ["请问在几号楼？", "三号楼东侧。"]
    page = text(page_of(follower, asked))
    assert "您答复了询问" in page
    assert "三号楼东侧。" in page


def test_an_empty_answer_keeps_the_file_for_the_next_try(follower, asked):
    page = follower.say(asked, "answer_question", note=" ", files=[upload(photo_with_position(), "门口.jpg")])
    assert page.status_code == 422
    form = page.context["forms"]["answer_question"]
    assert set(form.errors) == {"note"}
    token = form.waiting[0].token
    follower.say(asked, "answer_question", note="三号楼。", held=[token], version=asked.version)
    assert Attachment.objects.of(asked).count() == 1


def test_a_file_that_may_not_be_kept_is_named(follower, asked):
    page = follower.say(asked, "answer_question", note="三号楼。", files=[upload(b"MZ\x90", "坏.exe")])
    assert page.status_code == 422
    assert set(page.context["forms"]["answer_question"].errors) == {"files"}


def test_a_stranger_answers_nothing(stranger, asked):
    answer = stranger.say(asked, "answer_question", note="冒名")
    assert answer.url.startswith(reverse("track"))
    asked.refresh_from_db()
    assert asked.question_open


def test_the_clerk_sees_that_it_waits(asked, signed_in, clerk):
    client = signed_in(clerk)
    assert "办理计时已暂停" in text(client.get(asked.get_absolute_url()))
    assert asked.number in text(client.get(reverse("complaints_list"), {"state": "question", "holder": "mine"}))


def test_a_clerk_records_what_was_said_on_the_telephone(asked, signed_in, clerk):
    signed_in(clerk).post(reverse("complaints_take_step", args=[asked.number, "record_answer"]), {"note": "电话说明在三号楼。"})
    asked.refresh_from_db()
    assert not asked.question_open
