"""Pages of reviews: asking, answering, the bound answers, and what everyone can read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from supervision.reviews.models import Review
from tests.supervision.reviews.cast import DAY, answered, asked, followed, gathered

pytestmark = pytest.mark.django_db
ROWS = {"questions-TOTAL_FORMS": "4", "questions-INITIAL_FORMS": "0"}


@pytest.fixture
def cast(db):
    return gathered()


@pytest.fixture
def typed(cast):
    unit = cast.fire.acting_post.office.name
    facts = {
        "kind": "inquiry",
        "title": "消防安全",
        "session": "第三十二次会议",
        "held_on": f"{timezone.localdate()}",
        "text": "限期答复。",
    }
    return {**ROWS, **facts, "questions-0-text": "通道为何被占？", "questions-0-unit": unit}


def text(answer):
    return answer.content.decode()


def test_the_committee_asks(signed_in, cast, typed):
    answer = signed_in(cast.clerk).post(reverse("reviews_create"), typed)
    case = Review.objects.get()
    assert answer.headers["Location"] == case.get_absolute_url()
    assert [question.unit for question in case.questions.all()] == [cast.fire.acting_post.office]


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"questions-0-unit": ""}, {"questions-0-unit": "没有的单位"}, {"questions-0-text": "", "questions-0-unit": ""}]
)
def test_a_wrong_one_keeps_what_was_typed(signed_in, cast, typed, wrong):
    answer = signed_in(cast.clerk).post(reverse("reviews_create"), typed | wrong)
    assert (answer.status_code, Review.objects.count()) == (422, 0)
    assert "限期答复。" in text(answer)
    assert "errorlist" in text(answer)


def test_the_unit_answers_on_its_own_page(signed_in, cast, at):
    case, client = asked(cast, at), signed_in(cast.housing)
    url = reverse("reviews_take_step", args=[case.number, "answer"])
    assert "物业为何不管" in text(client.get(url))
    client.post(url, {"version": case.version, "question": case.questions.get(position=1).pk, "note": "已约谈物业。"})
    assert case.questions.get(position=1).answer == "已约谈物业。"


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_questions_and_answers_are_bound_as_word_and_pdf(signed_in, cast, at, form):
    case = followed(cast, at)
    answer = signed_in(cast.clerk).get(reverse("reviews_record", args=[case.number, form]))
    assert answer.content[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")


def test_nothing_is_public_before_it_is_published(client, cast, at):
    case = answered(cast, at)
    assert client.get(reverse("published_review", args=[case.number])).status_code == 404
    assert "还没有公开的事项" in text(client.get(reverse("published_reviews")))


def test_everyone_reads_questions_answers_and_the_day_of_the_follow_up(client, cast, at):
    case = followed(cast, at)
    engine.take(case, "publish", by=cast.clerk, at=at + 12 * DAY, note="", public_text="现予公开。")
    assert case.title in text(client.get(reverse("published_reviews")))
    page = text(client.get(reverse("published_review", args=[case.number])))
    assert all(word in page for word in ("通道为何被占", "第2项已办", "报告通道整治结果", "2027年1月22日", "基本满意"))


def test_the_list_costs_the_same_for_one_and_for_ten(signed_in, cast, at):
    client, costs = signed_in(cast.clerk), []
    for count in (1, 9):
        for _number in range(count):
            asked(cast, at)
        client.get(reverse("reviews_list"))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("reviews_list"))
        costs.append(len(caught))
    assert costs[0] == costs[1]


@pytest.mark.parametrize(("person", "word"), [("housing", "待答复的人大询问"), ("clerk", "待评议")])
def test_the_desk_counts_what_waits(signed_in, cast, at, person, word):
    asked(cast, at)
    answered(cast, at)
    assert word in text(signed_in(getattr(cast, person)).get(reverse("desk")))
