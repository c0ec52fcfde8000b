"""When a clock speaks up before its end: two days and one day, or for yearly duties sixty, thirty and seven days."""

from datetime import UTC, datetime, timedelta

from governance import registry
from governance.deadlines.rules import LAPSED, alarm_at, alarms, next_alarm
from governance.deadlines.sweep import LABELS
from governance.deadlines.terms import IN_DAYS, WARNINGS, Term, term_named, warnings_of

START = datetime(2026, 1, 5, tzinfo=UTC)
YEAR_LATER = START + timedelta(days=365)


def kinds(due, warnings):
    return [kind for _moment, kind in alarms(START, due, warnings=warnings)]


def test_a_yearly_duty_is_told_of_in_days():
    assert kinds(YEAR_LATER, IN_DAYS) == ["warned_60d", "warned_30d", "warned_7d", LAPSED]


def test_a_warning_earlier_than_the_start_is_left_out():
    assert kinds(START + timedelta(days=10), IN_DAYS) == ["warned_7d", LAPSED]
    assert kinds(START + timedelta(hours=30), WARNINGS) == ["warned_24", LAPSED]


def test_after_an_outage_the_lapse_stands_for_the_warnings():
    assert alarm_at(START, YEAR_LATER, warnings=IN_DAYS, at=YEAR_LATER)[1] == LAPSED
    assert next_alarm(START, YEAR_LATER, warnings=IN_DAYS, after=YEAR_LATER) is None


def test_every_alarm_has_its_words():
    told = {
        kind
        for warnings in {IN_DAYS, WARNINGS, *(term.warnings for term in registry.declared("terms"))}
        for kind in kinds(YEAR_LATER, warnings)
    }
    assert told == set(LABELS)


def test_a_clock_nobody_declared_warns_as_usual():
    assert term_named("nobody.knows") is None
    assert warnings_of("nobody.knows") == Term("x.y", "", "z").warnings == WARNINGS
