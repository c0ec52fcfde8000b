"""The same gap raises exactly one finding however often the task runs, and closes by itself when it is met before anyone confirmed it."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from disputes.complaints.models import Complaint
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import OfficeType
from supervision.indicators.models import Figure
from supervision.oversight.models import Finding
from supervision.raising.services import raise_findings, raise_missed_lapses
from supervision.raising.tasks import raise_findings as task
from tests import actors
from tests.conftest import MONDAY
from tests.disputes.complaints.test_flow import walk
from tests.supervision.cast import JUDGED

pytestmark = pytest.mark.django_db
LATE = timedelta(days=20)
CODE = "complaints.on_time"
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def overlooked(complaint, operator, clerk, cast, at):
    """A complaint that ran late while nobody listened: the clock says so, no finding does."""
    case = walk(complaint, operator, clerk, at, until="contact")
    due = Deadline.objects.of(case).get(term="complaints.handle").due_at
    Deadline.objects.of(case).filter(term="complaints.handle").update(lapsed_at=due, next_alarm_at=None)
    return Complaint.objects.get(pk=case.pk)


def low(numerator=60, month=OCTOBER):
    """A figure of the home township, of a hundred cases."""
    facts = {"indicator": CODE, "place_path": actors.TOWNSHIP, "month": month}
    Figure.objects.update_or_create(**facts, defaults={"numerator": numerator, "denominator": 100, "computed_at": MONDAY})


def test_a_lapse_an_outage_swallowed_is_raised_once(overlooked, at):
    runs = [raise_missed_lapses(at=at + LATE) for _thrice in range(3)]
    finding = Finding.objects.get()
    assert runs == [1, 0, 0]
    assert (finding.subject_number, finding.opened_at) == (overlooked.number, finding.deadline.lapsed_at)


def test_dismissed_it_is_not_raised_again(overlooked, cast, at):
    raise_missed_lapses(at=at + LATE)
    engine.take(Finding.objects.get(), "dismiss", by=cast.official, at=at + LATE, note="已提醒。")
    assert raise_missed_lapses(at=at + LATE) == 0


def test_met_before_anyone_confirmed_it_closes_by_itself(overlooked, clerk, at):
    raise_findings(at=at + LATE)
    engine.take(overlooked, "reply", by=clerk, at=at + LATE, note="已办。")
    raise_findings(at=at + LATE)
    assert [finding.state for finding in Finding.objects.all()] == ["settled"]


def test_after_an_outage_of_everything_one_run_catches_up(complaint, operator, clerk, cast, at):
    walk(complaint, operator, clerk, at, until="contact")
    assert raise_findings(at=at + LATE).alarms
    assert raise_findings(at=at + LATE).plain() == {"alarms": 0, "lapses": 0, "floors": 0, "closed": 0}
    assert Finding.objects.count() == 1


def test_a_figure_below_its_floor_is_one_draft_about_the_township(cast, at):
    low()
    told = [raise_findings(at=at).floors for _thrice in range(3)]
    finding = Finding.objects.get()
    assert told == [1, 0, 0]
    assert (finding.unit, finding.ground, finding.gap_month, finding.state) == (cast.unit, 1, OCTOBER, "draft")
    assert "60.0%（60 / 100），低于底线" in finding.facts


def test_the_rows_of_the_figure_can_be_opened_from_the_finding(signed_in, cast, at):
    low()
    raise_findings(at=at)
    finding, client = Finding.objects.get(), signed_in(cast.county)
    assert finding.subject_url in client.get(finding.get_absolute_url()).content.decode().replace("&amp;", "&")


def test_the_next_month_joins_it(cast, at):
    low()
    raise_findings(at=at)
    low(50, date(2026, 11, 1))
    raise_findings(at=at + timedelta(days=30))
    finding = Finding.objects.get()
    assert (finding.lapses, finding.gap_month) == (2, date(2026, 11, 1))


def test_above_its_floor_again_the_draft_closes_and_below_it_opens_anew(cast, at):
    for numerator in (60, 95, 60):
        low(numerator)
        raise_findings(at=at)
    assert [finding.state for finding in Finding.objects.order_by("pk")] == ["settled", "draft"]


def test_confirmed_it_stays_and_decided_it_is_not_raised_again_for_the_month(cast, at):
    low()
    raise_findings(at=at)
    finding = engine.take(Finding.objects.get(), "confirm", by=cast.official, at=at, note="属实。", **JUDGED)
    low(95)
    raise_findings(at=at)
    assert Finding.objects.get().state == "confirmed"
    finding = engine.take(finding, "notify", by=cast.official, at=at, note="通报。")
    engine.take(finding, "close", by=cast.official, at=at, note="解除。")
    low()
    raise_findings(at=at)
    assert Finding.objects.count() == 1


def test_a_place_whose_office_nobody_supervises_raises_nothing(at):
    actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    low()
    assert raise_findings(at=at).floors == 0


def test_the_task_and_the_command_say_what_they_did(cast, capsys):
    low(month=OCTOBER)
    task()
    call_command("raise_findings", "--json")
    assert '"floors": 0' in capsys.readouterr().out
    assert Finding.objects.count() == 1
