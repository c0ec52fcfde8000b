"""Warnings, lapses, and what an outage or a new calendar does to them: always with the true moments."""

from datetime import date, datetime, timedelta

import pytest

from disputes.complaints.terms import CONTACT, HANDLE, OBJECT, SIGN_FOR
from governance.calendar.services import load_year
from governance.calendar.source import Day
from governance.calendar.workdays import DayKind
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import recount_open, sweep
from governance.flow.engine import take
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests.core.deadlines.conftest import clock_of, dispatched, moment, told

pytestmark = pytest.mark.django_db

DUE = moment(1, month=12)


def of_handling(case):
    return [(kind, at) for kind, at, term in told(case) if term == HANDLE.name]


def sweep_all(at):
    while sweep(at=at):
        pass


def test_before_anything_is_due_the_sweep_says_nothing(waiting):
    assert sweep(at=moment(23, 10, 11)) == 0
    assert told(waiting) == []


def test_a_clock_warns_twice_and_lapses_each_at_its_moment(waiting):
    for at in (moment(28, 23, 59), moment(29, 0, 1), moment(30, 0, 1), moment(1, 0, 1, month=12)):
        sweep_all(at)
    assert of_handling(waiting) == [("warned_48", moment(29)), ("warned_24", moment(30)), ("lapsed", DUE)]


def test_a_clock_shorter_than_its_warnings_gives_only_those_that_fit(waiting):
    """Contact within one working day, from Monday 10:10 to the end of Tuesday: 48 hours before lies before its start."""
    sweep_all(moment(26))
    assert [(kind, at) for kind, at, term in told(waiting) if term == CONTACT.name] == [("lapsed", moment(25))]
    assert [kind for kind, _at, term in told(waiting) if term == SIGN_FOR.name] == ["lapsed"]


def test_sweeping_twice_says_nothing_twice(waiting):
    sweep_all(moment(29, 1))
    before = told(waiting)
    assert sweep(at=moment(29, 1)) == 0
    assert told(waiting) == before


def test_after_an_outage_the_lapse_stands_at_its_true_moment(waiting):
    """A week nobody looked: one event, the lapse, and no warning after the fact."""
    sweep_all(moment(8, 9, month=12))
    assert of_handling(waiting) == [("lapsed", DUE)]
    clock = clock_of(waiting, HANDLE)
    assert (clock.lapsed_at, clock.next_alarm_at) == (DUE, None)


def test_a_lapse_counts_against_the_office_at_once(waiting):
    sweep_all(moment(1, 0, 1, month=12))
    waiting.refresh_from_db()
    assert (waiting.contact_kept, waiting.handle_kept) == (False, False)


def test_a_met_clock_never_speaks_again(waiting, clerk):
    take(waiting, "sign", by=clerk, at=moment(23, 11))
    sweep_all(moment(8, month=12))
    assert SIGN_FOR.name not in {term for _kind, _at, term in told(waiting)}
    assert OBJECT.name not in {term for _kind, _at, term in told(waiting)}


def test_a_batch_takes_the_first_due_first(waiting):
    sweep(at=moment(8, month=12), batch=1)
    assert [term for _kind, _at, term in told(waiting)] == [SIGN_FOR.name]


def test_the_chain_of_events_holds_after_a_sweep(waiting):
    sweep_all(moment(8, month=12))
    assert verify(Event.objects.of(waiting)).broken is None
    waiting.refresh_from_db()
    assert waiting.version == Event.objects.of(waiting).count()


def test_a_late_reply_after_the_lapse_keeps_the_lapse_s_own_moment(waiting, clerk):
    for name, at, note in (("sign", moment(23, 11), ""), ("contact", moment(23, 12), "已联系")):
        waiting = take(waiting, name, by=clerk, at=at, note=note)
    sweep_all(moment(2, month=12))
    waiting = take(waiting, "reply", by=clerk, at=moment(3, 9, month=12), note="已办结")
    clock = clock_of(waiting, HANDLE)
    assert (clock.lapsed_at, clock.met_at, clock.was_kept) == (DUE, moment(3, 9, month=12), False)
    assert waiting.handle_kept is False


def test_a_late_reply_nobody_noticed_is_late_all_the_same(waiting, clerk):
    steps = (("sign", moment(23, 11), ""), ("contact", moment(23, 12), "已联系"), ("reply", moment(3, 9, month=12), "已办结"))
    for name, at, note in steps:
        waiting = take(waiting, name, by=clerk, at=at, note=note)
    assert (waiting.contact_kept, waiting.handle_kept) == (True, False)
    assert clock_of(waiting, HANDLE).lapsed_at == DUE


@pytest.fixture
def over_new_year(filing, operator, clerk):
    """Dispatched on 28 December 2026: its five working days reach into a year without a notice."""
    began = moment(28, 10, month=12)
    return dispatched(filing(at=began).complaint, operator, clerk.acting_post.office, at=began)


NOTICE_2027 = [Day(date(2027, 1, 1), DayKind.HOLIDAY, "元旦"), Day(date(2027, 1, 3), DayKind.MAKE_UP, "元旦")]


def test_a_new_calendar_moves_open_clocks_and_each_case_says_so(over_new_year):
    before = clock_of(over_new_year, HANDLE)
    load_year(2027, days=NOTICE_2027, official=True, source="通知", at=moment(30, 9, month=12))
    assert recount_open(at=moment(30, 9, month=12)).count(over_new_year.number) >= 1
    after = clock_of(over_new_year, HANDLE)
    assert before.provisional
    assert not after.provisional
    assert after.due_at < before.due_at
    event = Event.objects.of(over_new_year).get(kind="deadline.recounted", data__term=HANDLE.name)
    assert [datetime.fromisoformat(event.data[name]) for name in ("from", "to")] == [before.due_at, after.due_at]
    assert event.public


def test_counting_anew_again_changes_and_says_nothing(over_new_year):
    load_year(2027, days=NOTICE_2027, official=True, source="通知", at=moment(30, 9, month=12))
    recount_open(at=moment(30, 9, month=12))
    assert recount_open(at=moment(30, 10, month=12)) == []


def test_clocks_that_ended_keep_the_moment_they_were_counted_with(over_new_year, clerk):
    take(over_new_year, "sign", by=clerk, at=moment(28, 11, month=12))
    ended = list(Deadline.objects.of(over_new_year).exclude(state="running").order_by("pk").values())
    load_year(2027, days=NOTICE_2027, official=True, source="通知", at=moment(30, 9, month=12))
    recount_open(at=moment(30, 9, month=12))
    assert list(Deadline.objects.of(over_new_year).exclude(state="running").order_by("pk").values()) == ended


def test_the_case_s_own_end_moves_with_its_clocks(over_new_year, clerk):
    take(over_new_year, "sign", by=clerk, at=moment(28, 11, month=12))
    case = take(over_new_year, "contact", by=clerk, at=moment(28, 12, month=12), note="已联系")
    load_year(2027, days=NOTICE_2027, official=True, source="通知", at=moment(30, 9, month=12))
    recount_open(at=moment(30, 9, month=12) + timedelta(minutes=1))
    case.refresh_from_db()
    assert case.due_at == clock_of(case, HANDLE).due_at
