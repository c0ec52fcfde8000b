"""No sequence of questions, answers and silences makes a limit end earlier than it would have without them."""

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.calendar.workdays import SHANGHAI, Calendar, DayKind, Unit, due

START = datetime(2026, 9, 28, 10, 10, tzinfo=SHANGHAI)
CALENDAR = Calendar(days={date(2026, 10, day): DayKind.HOLIDAY for day in range(1, 8)} | {date(2026, 10, 10): DayKind.MAKE_UP})
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine proves nothing
LENGTHS = st.integers(0, 20 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
FACTS = {"amount": st.integers(1, 15), "unit": st.sampled_from([Unit.HOURS, Unit.WORKING_HOURS, Unit.DAYS, Unit.WORKING_DAYS])}


def pauses_of(stretches):
    """Waiting and going on in turn, as one question follows the other."""
    found, at = [], START
    for gone_on, waited in stretches:
        since = at + gone_on
        at = since + waited
        found.append((since, at))
    return found


@PATIENT
@given(**FACTS, rolls=st.booleans(), stretches=st.lists(st.tuples(LENGTHS, LENGTHS), max_size=5))
def test_no_sequence_of_pauses_makes_a_limit_end_earlier(amount, unit, rolls, stretches):
    facts = {"amount": amount, "unit": unit, "rolls": rolls, "calendar": CALENDAR}
    assert due(START, **facts, pauses=pauses_of(stretches)).at >= due(START, **facts).at


@PATIENT
@given(**FACTS, stretches=st.lists(st.tuples(LENGTHS, LENGTHS), min_size=1, max_size=5))
def test_one_more_pause_never_shortens(amount, unit, stretches):
    facts = {"amount": amount, "unit": unit, "rolls": False, "calendar": CALENDAR}
    all_of_them = pauses_of(stretches)
    assert due(START, **facts, pauses=all_of_them).at >= due(START, **facts, pauses=all_of_them[:-1]).at
