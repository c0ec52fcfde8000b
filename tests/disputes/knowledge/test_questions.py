"""Common questions: kept by two people, found by everyone, shown before a filing, counted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from disputes.knowledge import services
from disputes.knowledge.enums import State
from disputes.knowledge.models import Question
from governance.people.enums import Role
from tests import actors
from tests.disputes.complaints.public.resident import Resident

QUESTIONS, FITTING, ANSWERED = reverse("questions"), reverse("questions_fitting"), reverse("question_answered")
TEXTS = {
    "title": "路灯不亮找谁",
    "answer": "写明灯杆编号，{limit:complaints.handle}内答复。",
    "keywords": "路灯|灯杆",
    "source": "本平台办理时限",
}


@pytest.fixture
def writer(offices):
    return actors.actor(Role.ADMINISTRATOR)


@pytest.fixture
def checker(operator):
    return operator


@pytest.fixture
def written(writer, at):
    return services.write(by=writer, at=at, **TEXTS)


@pytest.fixture
def lamp(written, checker, at):
    return services.check(written, approved=True, by=checker, at=at)


def test_a_question_is_public_after_a_second_person_checked_it(written, writer, checker, client, at):
    with pytest.raises(services.KnowledgeRefused):
        services.check(written, approved=True, by=writer, at=at)
    assert client.get(reverse("question", args=[written.pk])).status_code == 404
    services.check(written, approved=True, by=checker, at=at)
    assert "5个工作日" in client.get(reverse("question", args=[written.pk])).content.decode()


def test_the_next_review_follows_the_limit(lamp, at):
    assert lamp.review_on >= (at + timedelta(days=365)).date()
    assert lamp not in Question.objects.to_review(at.date())
    assert lamp in Question.objects.to_review(lamp.review_on)


def test_a_refusal_needs_its_reason_and_leaves_what_is_public(lamp, writer, checker, at):
    services.revise(lamp, by=writer, at=at, **TEXTS | {"answer": "不知道。"})
    with pytest.raises(services.KnowledgeRefused):
        services.check(lamp, approved=False, by=checker, at=at)
    services.check(lamp, approved=False, by=checker, at=at, note="没有依据")
    assert Question.objects.get(pk=lamp.pk).answer == TEXTS["answer"]


def test_one_revision_waits_at_a_time(lamp, writer, at):
    services.revise(lamp, by=writer, at=at, **TEXTS)
    with pytest.raises(services.KnowledgeRefused):
        services.revise(lamp, by=writer, at=at, **TEXTS)


def test_what_is_withdrawn_is_nowhere_in_public(lamp, checker, client, at):
    services.withdraw(lamp, by=checker, at=at, note="已不适用")
    assert client.get(reverse("question", args=[lamp.pk])).status_code == 404
    assert lamp.title not in client.get(QUESTIONS, {"q": "路灯"}).content.decode()
    with pytest.raises(services.KnowledgeRefused):
        services.confirm(lamp, by=checker, at=at)


def test_search_finds_all_words_or_what_is_close(lamp, client):
    page = client.get(QUESTIONS, {"q": "路灯"})
    assert (page.context["exact"], lamp in page.context["found"]) == (True, True)
    near = client.get(QUESTIONS, {"q": "路灯坏了三个月没人修"})
    assert (near.context["exact"], lamp in near.context["found"]) == (False, True)
    assert client.get(QUESTIONS, {"q": "‰‰"}).context["found"] == []


def test_every_published_limit_is_in_force(db, at):
    rows = services.answered(list(Question.objects.published()), at=timezone.now())
    assert [row.code for row in rows if "规定的期限" in row.text or "{limit" in row.text] == []


def test_what_is_typed_brings_its_answers_and_is_counted(lamp, client):
    page = client.post(FITTING, {"description": "小区的路灯灯杆坏了，晚上看不见"})
    assert lamp.title in page.content.decode()
    assert Question.objects.get(pk=lamp.pk).shown == 1
    assert client.post(FITTING, {"description": ""}).content.strip() == b""


def test_an_answer_that_was_enough_is_counted_once_an_hour(lamp, client):
    for _press in range(2):
        assert client.post(ANSWERED, {"question": lamp.pk}).status_code == 200
    assert Question.objects.get(pk=lamp.pk).helped == 1


@pytest.mark.parametrize("pk", ["", "abc", "9" * 30, "0"])
def test_an_odd_question_is_no_error(db, client, pk):
    assert client.post(ANSWERED, {"question": pk}).status_code in {200, 302}


def test_without_script_the_answers_stand_on_the_check_page_and_nothing_is_lost(lamp, client, offices):
    resident = Resident(client)
    page = resident.fill(description="小区的路灯灯杆坏了，晚上看不见路。")
    assert lamp.title in page.content.decode()
    carried = {"question": lamp.pk, "answers": page.context["answers"], **page.context["place_codes"]}
    thanks = client.post(ANSWERED, carried)
    assert thanks.context["carried"]["answers"] == page.context["answers"]
    back = client.post(reverse("file_complaint"), {**thanks.context["carried"], "change": "1"})
    assert "小区的路灯灯杆坏了" in back.content.decode()


def test_the_keepers_pages(signed_in, writer, checker):
    typed = {**TEXTS, "category": "", "page": ""}
    browser = signed_in(writer)
    assert browser.post(reverse("knowledge_create"), typed | {"answer": "{limit:no.such}内"}).status_code == 422
    address = browser.post(reverse("knowledge_create"), typed).headers["Location"]
    assert "要由另一个人核对" in browser.get(address).content.decode()
    second = signed_in(checker)
    assert second.post(f"{address}check/", {"approved": "no"}).status_code == 422
    second.post(f"{address}check/", {"approved": "yes"})
    assert Question.objects.get(title=TEXTS["title"]).state == State.PUBLISHED
    for tab in ("", "check", "review", "published", "withdrawn"):
        assert second.get(reverse("knowledge_list"), {"state": tab}).status_code == 200
    assert second.post(f"{address}withdraw/", {"note": ""}).status_code == 422


@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.AUDITOR, Role.LEADING_OFFICIAL])
def test_nobody_else_keeps_them(signed_in, offices, role):
    assert signed_in(actors.actor(role)).get(reverse("knowledge_list")).status_code == 403
