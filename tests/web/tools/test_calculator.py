"""期限计算器."""

import json
from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from governance.calendar.explain import Verdict
from governance.calendar.services import current_calendar
from governance.calendar.workdays import Unit, due, last_day
from governance.deadlines.models import Limit
from governance.people.enums import Role
from governance.web.tools import rules
from tests import actors

pytestmark = pytest.mark.django_db
CITY_TIME = ZoneInfo("Asia/Shanghai")
FRIDAY = datetime(2026, 9, 25, 16, 0, tzinfo=CITY_TIME)  # 国庆 is near: 2026-10-01 to 10-07


@pytest.fixture
def desk(signed_in, db):
    return signed_in(actors.actor(Role.TOWNSHIP_CLERK))


def ask(client, **facts):
    given = {
        "limit": "complaints.handle",
        "start": "2026-11-23T10:00",
        "pause-TOTAL_FORMS": "0",
        "pause-INITIAL_FORMS": "0",
    }
    return client.get(reverse("limit_calculator"), {**given, **facts})


def paused(since, until):
    return {"pause-TOTAL_FORMS": "1", "pause-0-since": since, "pause-0-until": until}


def test_it_answers_as_the_command_does(desk):
    out = StringIO()
    call_command("due", "--limit", "complaints.handle", "--from", "2026-11-23T10:00", stdout=out)
    answer = ask(desk).context["answer"]
    assert answer["due"].at == datetime.fromisoformat(json.loads(out.getvalue())["due"])
    assert "2026年11月30日 24:00" in ask(desk).content.decode()


def test_the_days_are_counted_one_by_one(desk):
    rows = [row["meaning"] for row in ask(desk).context["answer"]["rows"]]
    assert rows == ["开始的当日，不计入", "第 1—4 个工作日", "休息日，不计入", "第 5 个工作日"]


def test_a_festival_is_called_by_its_name(desk):
    page = ask(desk, start="2026-09-29T10:00").content.decode()
    assert "国庆节，不计入" in page


def test_a_pause_is_shown_and_lengthens(desk):
    answer = ask(desk, **paused("2026-11-24T09:00", "2026-11-25T12:00")).context["answer"]
    assert "中止计时，不计入" in [row["meaning"] for row in answer["rows"]]
    assert answer["due"].at == datetime(2026, 12, 3, tzinfo=CITY_TIME)


def test_another_pause_can_be_added_without_a_script(desk):
    answer = ask(desk, more="1", **paused("2026-11-24T09:00", "2026-11-25T12:00"))
    assert len(answer.context["pauses"].forms) == 2
    assert "2026-11-24T09:00" in answer.content.decode()
    assert "answer" not in answer.context


def test_a_pause_that_ends_before_it_begins_is_refused(desk):
    answer = ask(desk, **paused("2026-11-25T09:00", "2026-11-24T12:00"))
    assert "不能早于中止开始的时间" in answer.content.decode()


@pytest.mark.parametrize(
    "facts",
    [
        {"limit": "complaints.nothing"},
        {"start": "yesterday"},
        {"start": "9999-12-30T10:00"},
        {"pause-TOTAL_FORMS": "x"},
        {"pause-TOTAL_FORMS": "9999"},
    ],
)
def test_nonsense_is_answered_politely(desk, facts):
    answer = ask(desk, **facts)
    assert answer.status_code == 200


def test_a_year_without_notice_makes_the_answer_provisional(desk):
    assert "暂定结果" in ask(desk, start="2026-12-30T10:00").content.decode()
    assert "暂定结果" not in ask(desk).content.decode()


def test_hours_simply_run(desk):
    answer = ask(desk, limit="complaints.contact_urgent", **paused("2026-11-23T10:30", "2026-11-23T11:00")).context["answer"]
    assert (answer["rows"], answer["paused"]) == ([], "30 分")
    assert answer["due"].at == datetime(2026, 11, 23, 11, 30, tzinfo=CITY_TIME)


def test_working_hours_are_counted_by_the_day(desk):
    answer = ask(desk, limit="complaints.dispatch", start="2026-11-27T16:30").context["answer"]
    assert [row["meaning"] for row in answer["rows"]] == ["计 1 小时", "休息日，不计入", "计 3 小时"]


def test_a_limit_before_an_event_counts_back(desk):
    answer = ask(desk, limit="mass_events.apply_before", start="2026-12-20T09:00").context["answer"]
    assert [row["meaning"] for row in answer["rows"]] == ["事件当日，不计入", "第 1—20 日"]


def test_everyone_who_signed_in_may_ask_and_nobody_else(client):
    assert ask(client).status_code == 302


@pytest.mark.parametrize("start", [FRIDAY, FRIDAY - timedelta(days=40), datetime(2026, 12, 30, 9, 0, tzinfo=CITY_TIME)])
def test_every_limit_is_explained_up_to_its_last_day(start):
    calendar, pauses = current_calendar(), [(start + timedelta(days=1), start + timedelta(days=2))]
    for limit in Limit.objects.valid(timezone.now()).exclude(unit__in=[Unit.HOURS, Unit.MINUTES]):
        question = {
            "amount": limit.amount,
            "unit": Unit(limit.unit),
            "rolls": limit.rolls,
            "calendar": calendar,
            "pauses": pauses,
        }
        found = due(start, **question)
        way = rules.stretches(start, found.at, **question, names={})
        assert way[-1].last == last_day(found.at), limit.code
        assert sum(part.minutes or 0 for part in way) == (limit.amount * 60 if limit.unit == Unit.WORKING_HOURS else 0)


def test_days_that_count_alike_are_shown_as_one():
    question = {"amount": 8, "unit": Unit.DAYS, "rolls": True, "calendar": current_calendar(), "pauses": []}
    way = rules.stretches(FRIDAY, due(FRIDAY, **question).at, **question, names={})
    assert [part.verdict for part in way] == [Verdict.START, Verdict.COUNTED, Verdict.MOVED]
    assert way[1].numbers == (1, 8)
    assert (way[2].first, way[2].last) == (date(2026, 10, 4), date(2026, 10, 8))
