"""Clocks of one case: started, met, paused, extended, dropped."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from disputes.complaints.terms import CONTACT, HANDLE, OBJECT, SIGN_FOR
from governance.deadlines.enums import DeadlineState
from governance.deadlines.ledger import Ledger, LedgerRefused
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import recount_open
from governance.deadlines.terms import term_named
from tests.core.deadlines.conftest import clock_of, moment

pytestmark = pytest.mark.django_db

AFTER = moment(1, month=12)  # the end of Monday 30 November


def reread(deadline):
    return Deadline.objects.get(pk=deadline.pk)


def test_a_dispatch_starts_the_office_s_clocks_under_cited_limits(waiting):
    clocks = {clock.term: clock for clock in Deadline.objects.of(waiting).running().select_related("limit")}
    assert set(clocks) == {SIGN_FOR.name, OBJECT.name, CONTACT.name, HANDLE.name}
    assert clocks[HANDLE.name].due_at == AFTER
    assert "济南" in clocks[HANDLE.name].limit.citation


def test_the_case_carries_the_end_of_its_first_clock(waiting):
    assert waiting.due_at == clock_of(waiting, SIGN_FOR).due_at == moment(23, 16, 40)


def test_met_in_time_is_kept(ledger, waiting):
    ledger.meet(HANDLE, at=moment(30, 23, 59))
    ledger.close()
    clock = clock_of(waiting, HANDLE)
    assert (clock.state, clock.was_kept, clock.met_at, clock.next_alarm_at) == (DeadlineState.MET, True, moment(30, 23, 59), None)


def test_met_at_the_last_moment_is_kept_and_a_minute_later_is_not(ledger, handle):
    ledger.meet(HANDLE, at=AFTER)
    assert ledger.met[HANDLE.name].was_kept is True
    ledger.met.clear()
    handle.state, ledger.open[HANDLE.name] = DeadlineState.RUNNING, handle
    ledger.meet(HANDLE, at=moment(1, 0, 1, month=12))
    assert ledger.met[HANDLE.name].was_kept is False


def test_met_late_it_lapsed_when_it_was_due_though_nobody_looked(ledger, waiting):
    ledger.meet(HANDLE, at=moment(4, 9, month=12))
    ledger.close()
    clock = clock_of(waiting, HANDLE)
    assert (clock.was_kept, clock.lapsed_at, clock.met_at) == (False, AFTER, moment(4, 9, month=12))


def test_meeting_a_clock_that_does_not_run_changes_nothing(ledger, waiting):
    ledger.meet(HANDLE, at=moment(24, 9))
    ledger.meet(HANDLE, at=moment(25, 9))
    ledger.close()
    assert clock_of(waiting, HANDLE).met_at == moment(24, 9)


def test_starting_again_drops_the_clock_that_runs(ledger, waiting, handle):
    ledger.start(HANDLE, at=moment(24, 9))
    ledger.close()
    assert reread(handle).state == DeadlineState.DROPPED
    assert clock_of(waiting, HANDLE).due_at == moment(2, month=12)


def test_the_database_refuses_a_second_open_clock_of_a_term(handle):
    handle.pk = None
    with pytest.raises(IntegrityError, match="deadline_one_open_per_term"), transaction.atomic():
        handle.save(force_insert=True)


def test_days_touched_by_a_pause_are_not_counted(ledger, waiting):
    """Wednesday afternoon to Thursday morning: two working days are given back."""
    ledger.pause(HANDLE, at=moment(25, 15), reason="异议")
    ledger.resume(HANDLE, at=moment(26, 9))
    ledger.close()
    assert clock_of(waiting, HANDLE).due_at == moment(3, month=12)


def test_hours_are_lengthened_by_the_pause(ledger, waiting):
    """Four working hours from 10:10 end at 16:40; an hour's pause within them moves that to 17:30 and on to the next morning."""
    ledger.pause(SIGN_FOR, at=moment(23, 10, 30), reason="异议")
    ledger.resume(SIGN_FOR, at=moment(23, 11, 0))
    ledger.close()
    assert clock_of(waiting, SIGN_FOR).due_at == moment(23, 17, 10)


def test_while_paused_a_clock_gives_no_alarm(ledger, waiting):
    ledger.pause(HANDLE, at=moment(24, 9), reason="异议")
    ledger.close()
    clock = clock_of(waiting, HANDLE)
    assert (clock.state, clock.next_alarm_at) == (DeadlineState.PAUSED, None)
    assert clock not in Deadline.objects.alarming(moment(1, month=1, year=2027))


def test_a_case_whose_clocks_all_stand_still_is_due_at_no_moment(ledger, waiting):
    for name in ledger.open:
        ledger.pause(term_named(name), at=moment(23, 10, 30), reason="会商")
    assert ledger.first_due() is None
    ledger.resume(HANDLE, at=moment(26, 9))
    assert ledger.first_due() == ledger.open[HANDLE.name].due_at


def test_what_is_late_already_stays_due_while_it_stands_still(ledger, waiting):
    clock = ledger.open[SIGN_FOR.name]
    clock.lapsed_at = clock.due_at
    for name in ledger.open:
        ledger.pause(term_named(name), at=moment(27, 9), reason="会商")
    assert ledger.first_due() == clock.due_at


def test_pausing_or_resuming_twice_is_once(ledger, handle):
    ledger.pause(HANDLE, at=moment(24, 9), reason="异议")
    ledger.pause(HANDLE, at=moment(25, 9), reason="异议")
    ledger.resume(HANDLE, at=moment(26, 9))
    ledger.resume(HANDLE, at=moment(27, 9))
    assert list(handle.pauses.values_list("since", "until")) == [(moment(24, 9), moment(26, 9))]


def test_what_lapsed_before_a_pause_stays_lapsed(ledger, waiting):
    clock = ledger.open[HANDLE.name]
    clock.lapsed_at = clock.due_at
    ledger.pause(HANDLE, at=moment(2, 9, month=12), reason="异议")
    ledger.resume(HANDLE, at=moment(3, 9, month=12))
    ledger.meet(HANDLE, at=moment(3, 10, month=12))
    ledger.close()
    assert clock_of(waiting, HANDLE).was_kept is False


def test_an_extension_asked_and_granted_moves_the_end(ledger, waiting, clerk, operator):
    ledger.ask_extension(HANDLE, amount=3, reason="需第三方检测", by=clerk, at=moment(26, 9))
    ledger.decide_extension(HANDLE, granted=True, answer="同意", by=operator, at=moment(26, 10))
    ledger.close()
    clock = clock_of(waiting, HANDLE)
    assert (clock.due_at, clock.extended_by) == (moment(4, month=12), 3)
    decided = clock.extensions.get()
    assert (decided.granted, decided.decided_by, decided.decided_at, decided.answer) == (True, operator, moment(26, 10), "同意")


def test_an_extension_refused_leaves_the_end(ledger, waiting, clerk, operator):
    ledger.ask_extension(HANDLE, amount=3, reason="人手不足", by=clerk, at=moment(26, 9))
    ledger.decide_extension(HANDLE, granted=False, answer="请按期办理", by=operator, at=moment(26, 10))
    ledger.close()
    assert clock_of(waiting, HANDLE).due_at == AFTER


@pytest.mark.parametrize("amount", [0, -1, 11])
def test_no_more_than_the_limit_allows_can_be_asked(ledger, clerk, amount):
    with pytest.raises(LedgerRefused):
        ledger.ask_extension(HANDLE, amount=amount, reason="…", by=clerk, at=moment(26, 9))


def test_extensions_together_stay_within_the_limit(ledger, clerk, operator):
    ledger.ask_extension(HANDLE, amount=8, reason="检测", by=clerk, at=moment(26, 9))
    ledger.decide_extension(HANDLE, granted=True, answer="同意", by=operator, at=moment(26, 10))
    with pytest.raises(LedgerRefused, match="2"):
        ledger.ask_extension(HANDLE, amount=3, reason="再检测", by=clerk, at=moment(27, 9))


def test_a_limit_that_knows_no_extension_refuses_one(ledger, clerk):
    with pytest.raises(LedgerRefused, match="不能延长"):
        ledger.ask_extension(CONTACT, amount=1, reason="…", by=clerk, at=moment(23, 11))


def test_a_second_request_waits_for_the_first(ledger, clerk):
    ledger.ask_extension(HANDLE, amount=1, reason="检测", by=clerk, at=moment(26, 9))
    with pytest.raises(LedgerRefused, match="等待审批"):
        ledger.ask_extension(HANDLE, amount=1, reason="检测", by=clerk, at=moment(26, 10))


def test_nobody_decides_his_own_request(ledger, clerk):
    ledger.ask_extension(HANDLE, amount=1, reason="检测", by=clerk, at=moment(26, 9))
    with pytest.raises(LedgerRefused, match="自己"):
        ledger.decide_extension(HANDLE, granted=True, answer="同意", by=clerk, at=moment(26, 10))


def test_without_a_request_there_is_nothing_to_decide(ledger, operator):
    with pytest.raises(LedgerRefused):
        ledger.decide_extension(HANDLE, granted=True, answer="同意", by=operator, at=moment(26, 10))


def test_when_a_case_ends_its_clocks_are_dropped_and_what_was_late_stays_late(ledger, waiting):
    ledger.drop_all(at=moment(25, 9))
    ledger.open.clear()
    ledger.close()
    assert not Deadline.objects.of(waiting).still_open().exists()
    assert clock_of(waiting, SIGN_FOR).lapsed_at == moment(23, 16, 40)
    assert clock_of(waiting, HANDLE).lapsed_at is None


def test_a_new_ledger_reads_what_an_earlier_one_wrote(ledger, waiting):
    ledger.drop(OBJECT)
    ledger.close()
    assert set(Ledger(waiting).open) == {SIGN_FOR.name, CONTACT.name, HANDLE.name}


def test_where_the_parties_may_agree_to_more_time_it_counts_at_once(ledger, waiting, clerk):
    before = clock_of(waiting, HANDLE).due_at
    ledger.extend(HANDLE, amount=2, reason="双方同意", by=clerk, at=moment(24))
    ledger.close()
    assert clock_of(waiting, HANDLE).due_at > before
    assert clock_of(waiting, HANDLE).extensions.get().granted
    with pytest.raises(LedgerRefused):
        ledger.extend(HANDLE, amount=99, reason="太长", by=clerk, at=moment(24))


@pytest.mark.parametrize(("named", "ends"), [(moment(26), moment(26)), (moment(20, month=12), AFTER), (None, AFTER)])
def test_a_day_the_case_names_comes_before_its_limit_and_survives_a_recount(ledger, waiting, monkeypatch, named, ends):
    term = replace(HANDLE, ends=lambda case: named)
    monkeypatch.setattr("governance.deadlines.ledger.term_named", lambda name: term if name == HANDLE.name else None)
    ledger.start(term, at=moment(23, 11))
    ledger.close()
    recount_open(at=moment(24))
    assert clock_of(waiting, HANDLE).due_at == ends
