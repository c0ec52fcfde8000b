"""Every declared figure equals the rows it opens, whatever its procedure and in whichever state a case stands."""

from contextlib import suppress

import pytest
from django.db import IntegrityError, models, transaction

from governance import registry
from governance.timeline.models import Event
from supervision.indicators.checking import check
from supervision.indicators.models import Figure
from supervision.indicators.services import counted_procedures, note_change, refresh
from tests import actors
from tests.house.cases import MAKERS
from tests.scenes import Scene

pytestmark = pytest.mark.django_db
# as a draft nothing counts
WHOLE = {"matters": "published_matter", "danger_sources": "filed_source", "plans": "issued_plan", "stockpiles": "needed_card"}
WHOLE = {  # as a draft nothing counts
    "matters": "published_matter", "danger_sources": "filed_source", "plans": "issued_plan", "warnings": "issued_warning",
}  # fmt: skip
WITH_ROWS = models.Q(numerator__gt=0) | models.Q(denominator__gt=0)


def decided(model):
    """The questions of a case that are open at first (kept in time or not), all answered."""
    return {field.name: True for field in model._meta.concrete_fields if isinstance(field, models.BooleanField) and field.null}


def stand(case, state, *, at):
    """Put a case into a state, as far as its constraints let it stand there."""
    facts = {"state": state, "closed_at": at if state in case.flow.final else None}
    for answers in ({}, decided(type(case))):
        with suppress(IntegrityError), transaction.atomic():
            type(case).objects.filter(pk=case.pk).update(**facts, **answers)
    note_change(Event(data={}), case)
    refresh(at=at)


@pytest.mark.parametrize("procedure", sorted(counted_procedures()))
def test_every_figure_equals_its_rows_in_every_state(procedure, at):
    model = registry.case_models()[procedure]
    number = MAKERS[WHOLE.get(procedure, procedure)](Scene(None, "", actors.VILLAGE, None, False, at))["number"]
    case, counted = model.objects.get(number=number), 0
    for state, _label in model._meta.get_field("state").choices:
        stand(case, state, at=at)
        outcome = check(procedures=[procedure])
        assert (outcome.either, outcome.waiting, outcome.examples) == (0, 0, [])
        counted += Figure.objects.filter(WITH_ROWS, place_path=actors.CITY).count()
    assert counted > 0
