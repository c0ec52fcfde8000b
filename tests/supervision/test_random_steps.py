"""Incremental = recomputed: after ten thousand random changes of rows, counted in as many refreshes as there happen to be."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import pytest

from disputes.complaints.models import Complaint
from governance.timeline.models import Event
from supervision.indicators.checking import check
from supervision.indicators.models import DayFigure, Figure, StaleMonth
from supervision.indicators.services import note_change, recount_all, refresh
from supervision.oversight.models import Finding
from tests import actors
from tests.conftest import MONDAY
from tests.supervision.cast import drafted

pytestmark = pytest.mark.django_db

STEPS, PLACES = 10_000, (actors.VILLAGE, actors.OTHER_VILLAGE, actors.OTHER_TOWNSHIP, actors.COUNTY, actors.OTHER_COUNTY, actors.CITY)
COMPLAINTS = {
    "state": ("registered", "handling", "replied", "closed", "withdrawn"), "contact_kept": (None, True, False),
    "handle_kept": (None, True, False), "solved": ("", "yes", "partly", "no"), "satisfaction": ("", "satisfied", "fairly", "dissatisfied"),
}  # fmt: skip
FINDINGS = {
    "state": ("draft", "confirmed", "listed", "closed", "dismissed"),
    "confirmed_at": (None, MONDAY),
    "verify_kept": (None, True, False),
}


@dataclass
class Town:
    """Rows that anything may happen to: begun, moved, changed, told of by an event each time."""

    rng: Random
    cases: list = field(default_factory=list)

    def __post_init__(self):
        self.places = [actors.place(code) for code in PLACES]

    def step(self):
        case = self.rng.choice(self.cases)
        chance = self.rng.random()
        if chance < 0.05:
            case = self.begin(case)
        before = case.place_path
        if chance > 0.9:
            case.place = self.rng.choice(self.places)
            case.place_path = case.place.path
        facts = self.told(case)
        type(case).objects.filter(pk=case.pk).update(place=case.place, place_path=case.place_path, **facts)
        note_change(Event(data={"place_before": before} if before != case.place_path else {}), case)

    def told(self, case):
        offered = FINDINGS if isinstance(case, Finding) else COMPLAINTS
        chosen = self.rng.sample(sorted(offered), k=2)
        facts = {name: self.rng.choice(offered[name]) for name in chosen}
        ended = {"closed_at": MONDAY if facts["state"] in case.flow.final else None} if "state" in facts else {}
        return facts | ended

    def begin(self, like):
        """One more row like another, in any of three months."""
        case = type(like).objects.get(pk=like.pk)
        case.pk, case._state.adding = None, True
        case.number = f"HS-T-{len(self.cases):06}"
        case.opened_at = MONDAY - timedelta(days=self.rng.randrange(80), hours=self.rng.randrange(24))
        type(like).objects.bulk_create([case])
        self.cases.append(case)
        return case


@pytest.fixture
def town(cast, filing):
    return Town(Random(58), [filing().complaint, drafted(cast, MONDAY)])


def counted():
    months = Figure.objects.values_list("indicator", "place_path", "month", "numerator", "denominator", "left_out")
    days = DayFigure.objects.values_list("indicator", "place_path", "day", "numerator", "denominator")
    return {row for row in [*months, *days] if any(row[3:])}


def test_counting_what_changed_agrees_with_counting_everything(town):
    for _step in range(STEPS):
        town.step()
        if town.rng.random() < 0.01:
            refresh(at=MONDAY)
    refresh(at=MONDAY)
    kept = counted()
    assert len(kept) > 500
    assert (check().either, StaleMonth.objects.count()) == (0, 0)
    for procedure in ("complaints", "oversight"):
        recount_all(procedure, at=MONDAY)
    assert counted() == kept
    assert Complaint.objects.count() > 100
