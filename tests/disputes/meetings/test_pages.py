"""Pages of joint meetings and their decisions: every page once, wrong input, papers, and what a list costs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.mediation.models import Mediation
from disputes.meetings.models import Meeting
from disputes.resolutions.models import Resolution
from tests import actors
from tests.disputes.makers import mediation
from tests.disputes.meetings.cast import DAY, announced, decided, gathered, planned, prepared, resolutions_of, take
from tests.house.cases import PAPER
from tests.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return gathered()


def text(answer):
    return answer.content.decode()


def typed(**facts):
    meet_at = timezone.localtime() + 7 * DAY
    return {"kind": "special", "title": "供热会议", "meet_at": f"{meet_at:%Y-%m-%dT%H:%M}", "venue": "三楼", "chair": "主任", **facts}


def test_a_centre_calls_a_meeting(signed_in, cast):
    answer = signed_in(cast.officer).post(reverse("meetings_create"), typed())
    case = Meeting.objects.get()
    assert (answer.headers["Location"], case.office) == (case.get_absolute_url(), cast.officer.acting_post.office)


@pytest.mark.parametrize("wrong", [{"title": ""}, {"meet_at": "2020-01-01T09:00"}, {"venue": ""}])
def test_a_wrong_one_keeps_what_was_typed(signed_in, cast, wrong):
    answer = signed_in(cast.officer).post(reverse("meetings_create"), typed(purpose="研究供热投诉。", **wrong))
    assert (answer.status_code, Meeting.objects.count()) == (422, 0)
    assert "研究供热投诉。" in text(answer)


@pytest.mark.parametrize(
    ("step", "given", "word"),
    [
        ("add_item", {"topic": "换届", "matter": "HS-20200101-000001-0"}, "没有找到"),
        ("add_item", {"topic": ""}, "errorlist"),
        ("invite", {}, "请至少选择一个单位"),
    ],
)
def test_a_wrong_step_is_told_next_to_its_field(signed_in, cast, at, step, given, word):
    case = planned(cast, at)
    url = reverse("meetings_take_step", args=[case.number, step])
    answer = signed_in(cast.officer).post(url, {"version": case.version, **given})
    assert (answer.status_code, word in text(answer)) == (422, True)


def test_the_number_of_a_matter_is_shown_to_whoever_may_open_it_alone(signed_in, cast, at):
    dispute = Mediation.objects.get(pk=mediation(Scene(None, "", actors.VILLAGE, None, False, at)).pk)
    case = take(prepared(cast, at), cast.officer, at, "add_item", topic="一件纠纷", presenter=None, matter=dispute)
    url = case.get_absolute_url()
    assert dispute.number in text(signed_in(cast.officer).get(url))
    assert "一件纠纷" in text(signed_in(cast.housing).get(url))
    assert dispute.number not in text(signed_in(cast.housing).get(url))


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("kind", ["notice", "minutes"])
def test_notice_and_minutes_are_printed_as_word_and_pdf(signed_in, cast, at, kind, form):
    case = decided(cast, at, cast.housing)
    answer = signed_in(cast.housing).get(reverse("meetings_paper", args=[case.number, kind, form]))
    assert answer.content[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")


def test_there_are_no_minutes_before_the_meeting(signed_in, cast, at):
    case = announced(cast, at)
    assert signed_in(cast.officer).get(reverse("meetings_paper", args=[case.number, "minutes", "pdf"])).status_code == 404


def test_the_meeting_shows_its_decisions_and_the_decision_its_meeting(signed_in, cast, at):
    case = decided(cast, at, cast.housing)
    one = resolutions_of(case)[0]
    assert one.get_absolute_url() in text(signed_in(cast.housing).get(case.get_absolute_url()))
    assert one.get_absolute_url() not in text(signed_in(cast.fire).get(case.get_absolute_url()))
    assert case.get_absolute_url() in text(signed_in(cast.housing).get(one.get_absolute_url()))


def test_a_report_needs_its_proof(signed_in, cast, at):
    one = resolutions_of(decided(cast, at, cast.housing))[0]
    url = reverse("resolutions_take_step", args=[one.number, "report"])
    client = signed_in(cast.housing)
    assert client.post(url, {"version": one.version, "note": "完成。"}).status_code == 422
    proof = SimpleUploadedFile("证明.pdf", PAPER, content_type="application/pdf")
    client.post(url, {"version": one.version, "note": "完成。", "files": [proof]})
    assert Resolution.objects.get().state == "reported"


@pytest.mark.parametrize(("person", "word"), [("housing", "待落实的议定事项"), ("officer", "联席会议筹备中")])
def test_the_desk_counts_what_waits(signed_in, cast, at, person, word):
    decided(cast, at, cast.housing)
    planned(cast, at)
    assert word in text(signed_in(getattr(cast, person)).get(reverse("desk")))


def test_many_are_pressed_at_once(signed_in, cast, at):
    rows = resolutions_of(decided(cast, at, cast.housing, cast.fire))
    chosen = {"action": "remind", "selected": [one.number for one in rows], "confirmed": "1", "note": "请抓紧。"}
    answer = signed_in(cast.officer).post(reverse("resolutions_bulk"), chosen)
    assert answer.context["done"] == 2


@pytest.mark.parametrize("procedure", ["meetings", "resolutions"])
def test_a_list_costs_the_same_for_one_and_for_ten(signed_in, cast, at, procedure):
    client, costs = signed_in(cast.officer), []
    for count in (1, 9):
        for _number in range(count):
            decided(cast, at, cast.housing)
        url = f"{reverse(f'{procedure}_list')}?state=all"
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        costs.append(len(caught))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("procedure", ["meetings", "resolutions"])
def test_the_list_is_exported(signed_in, cast, at, procedure):
    decided(cast, at, cast.housing)
    answer = signed_in(cast.officer).get(reverse(f"{procedure}_export"), {"state": "all", "format": "csv"})
    assert "物业矛盾纠纷联席会议" in b"".join(answer.streaming_content).decode("utf-8-sig")
