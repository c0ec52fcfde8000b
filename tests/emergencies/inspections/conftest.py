"""Two inspectors of the township, what they inspect, and the manager of a mall."""

import pytest

from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckList
from emergencies.inspections.enums import Result, Signed
from emergencies.inspections.services import arrange, record
from tests import actors
from tests.emergencies.makers import entered
from tests.emergencies.people import someone


@pytest.fixture
def pair(offices):
    return someone(), someone()


@pytest.fixture
def premises(pair, manager, at):
    return entered(actors.place(actors.VILLAGE), at, site=manager.acting_post.office)


@pytest.fixture
def inspection(pair, premises, at):
    facts = {"checklist": CheckList.objects.get(code="gas_restaurant"), "reason": "举报核查"}
    return arrange(at=at, by=pair[0], premises=premises, first=pair[0], second=pair[1], **facts)


@pytest.fixture
def results(inspection):
    """All in order but for the places named: {place of the item: weight}."""

    def build(**wrong):
        found = {}
        for item in inspection.checks.items.all():
            weight = wrong.get(f"item{item.order}")
            found[item.pk] = (Result.WRONG, "软管超过两米。", weight) if weight else (Result.FITS, "", item.weight)
        return found

    return build


@pytest.fixture
def recording(inspection, pair, results, at):
    """Records the inspection by the first of the two; facts can be overridden."""

    def write(by=None, submission=None, told=None, moment=at, **wrong):
        facts = {"signed": Signed.TYPED, "signer_name": "王建国", "signer_role": "店长", "refusal": "", "findings": "", "rectify_by": None}
        if wrong:
            facts["rectify_by"] = moment.date() + actors.days(7)
        where = {"latitude": None, "longitude": None}
        return record(
            inspection, by=by or pair[0], at=moment, submission=submission, results=results(**wrong), told=told, **facts, **where
        )[0]

    return write


@pytest.fixture
def recorded(recording):
    return recording(item1=Weight.GENERAL, item4=Weight.MAJOR)
