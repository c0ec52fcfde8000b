"""What a deadline says to the person who looks at it."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from governance.calendar.workdays import Calendar, Unit
from governance.deadlines.enums import DeadlineState
from governance.web.clock import clock_of, running

CALENDAR = Calendar(official_years=frozenset({2026}))
SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY_NINE = datetime(2026, 11, 23, 9, 0, tzinfo=SHANGHAI)


def november(day, hour=0, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def deadline(state=DeadlineState.RUNNING, *, unit=Unit.WORKING_DAYS, due_at=None, met_at=None, lapsed_at=None):
    limit = SimpleNamespace(unit=unit)
    due_at = due_at or november(25, 10, 30)
    return SimpleNamespace(state=state, limit=limit, due_at=due_at, met_at=met_at, lapsed_at=lapsed_at)


def seen(row, at=MONDAY_NINE):
    return clock_of(row, at=at, calendar=CALENDAR)


def test_working_time_is_counted_in_working_days_and_hours():
    clock = seen(deadline())
    assert (clock.headline, clock.detail) == ("剩 2 个工作日 1 小时", "11月25日 10:30 前")
    assert clock.tone == "active"


def test_a_weekend_between_does_not_count():
    friday = november(20, 16, 30)
    assert seen(deadline(due_at=november(23, 10, 0)), at=friday).headline == "剩 2 个工作小时"


def test_less_than_a_working_day_is_pressing():
    assert seen(deadline(due_at=november(23, 17, 30)), at=november(23, 9, 30)).tone == "waiting"


def test_after_office_hours_the_plain_time_is_told():
    evening = november(23, 20, 0)
    assert seen(deadline(due_at=november(24)), at=evening).headline == "剩 4 小时"
    assert seen(deadline(due_at=november(24)), at=evening).detail == "11月23日 24:00 前"


def test_a_limit_in_hours_runs_through_the_night():
    clock = seen(deadline(unit=Unit.HOURS, due_at=november(24, 8, 30)), at=november(23, 22, 0))
    assert (clock.headline, clock.tone) == ("剩 10 小时 30 分钟", "waiting")


def test_the_very_moment_it_is_due_it_is_over():
    assert seen(deadline(due_at=MONDAY_NINE)).tone == "danger"
    assert seen(deadline(due_at=MONDAY_NINE + timedelta(seconds=1))).tone == "waiting"


def test_an_overdue_limit_says_by_how_much_and_since_when():
    clock = seen(deadline(due_at=november(19, 17, 30)))
    assert (clock.headline, clock.detail) == ("已逾期 1 个工作日", "应于 11月19日 17:30 前")


def test_what_was_done_in_time_says_so():
    clock = seen(deadline(DeadlineState.MET, met_at=november(20, 9, 5)))
    assert (clock.tone, clock.headline, clock.detail) == ("done", "按期完成", "2026年11月20日 09:05 完成")


def test_what_was_done_late_says_so_too():
    assert seen(deadline(DeadlineState.MET, met_at=november(20), lapsed_at=november(19))).headline == "逾期完成"


def test_a_paused_and_a_dropped_limit_show_no_time_left():
    assert seen(deadline(DeadlineState.PAUSED)).headline == "已暂停计时"
    assert seen(deadline(DeadlineState.DROPPED)).headline == "不再计时"


def test_a_bare_moment_is_read_as_working_time():
    assert running(november(24, 9, 0), at=MONDAY_NINE, calendar=CALENDAR).headline == "剩 1 个工作日"
