"""The figures open onto exactly the rows they count."""

from datetime import timedelta

import pytest
from django.urls import reverse

from emergencies.drills.indicators import KEPT
from emergencies.drills.models import Drill
from emergencies.venues.indicators import ASSESSED, GRADES, INDICATORS, PLANNED
from emergencies.venues.models import Venue
from governance.cases.indicators import DENOMINATOR
from governance.deadlines.sweep import sweep
from governance.flow import engine
from tests import actors
from tests.emergencies.drills.test_flow import carry


def counts(indicator, model):
    rows = model.objects.order_by("pk")
    return indicator.rows(rows).count(), indicator.rows(rows, DENOMINATOR).count()


def test_a_venue_counts_from_its_confirmation_and_as_assessed_from_its_grade(venue, bureau, at, answers):
    assert counts(ASSESSED, Venue) == (0, 0)
    confirmed = engine.take(venue, "confirm", by=bureau, at=at)
    assert counts(ASSESSED, Venue) == counts(PLANNED, Venue) == (0, 1)
    engine.take(confirmed, "assess", by=bureau, at=at, grade="red", answers=answers(0))
    assert counts(ASSESSED, Venue) == (1, 1)
    assert {grade.code: counts(grade, Venue)[0] for grade in GRADES if counts(grade, Venue)[0]} == {"venues.red": 1}


def test_a_drill_counts_once_it_is_settled(drill, manager, at):
    assert counts(KEPT, Drill) == (0, 0)
    carry(drill, manager, at + timedelta(days=30))
    assert counts(KEPT, Drill) == (1, 1)
    while sweep(at=at + timedelta(days=400)):
        continue
    assert counts(KEPT, Drill) == (1, 2)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.code)
def test_every_figure_names_its_article(indicator):
    assert "第二十二条" in str(indicator.article)


@pytest.mark.parametrize(
    ("code", "part", "found"), [("assessed", "numerator", 0), ("assessed", "denominator", 1), ("registered", "numerator", 1)]
)
def test_the_list_opens_a_figure_onto_its_rows(code, part, found, registered, bureau, signed_in):
    asked = {"figure": f"venues.{code}", "part": part, "place": actors.COUNTY, "first": "2026-11", "last": "2026-11"}
    assert signed_in(bureau).get(reverse("venues_list"), asked).context["page"].count == found
