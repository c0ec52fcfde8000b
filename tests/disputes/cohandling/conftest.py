"""A complaint that one bureau leads on and another helps with."""

import pytest

from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Complaint
from governance.flow import engine
from governance.people.enums import Role
from tests import actors


@pytest.fixture
def lead(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, name="主办经办人")


@pytest.fixture
def helper(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="transport", name="协办经办人")


@pytest.fixture
def part(complaint, operator, lead, helper, at):
    """What the helper was given."""
    engine.take(complaint, "classify", by=operator, at=at, kind="complaint", category=complaint.category, urgency="normal")
    offices = {"office": lead.acting_post.office, "joint_offices": [helper.acting_post.office]}
    engine.take(complaint, "dispatch", by=operator, at=at, note="请协同处理。", **offices)
    return CoHandling.objects.select_related("complaint").get()


@pytest.fixture
def handling(part, lead, at):
    """The complaint, signed for and the person contacted by the lead."""
    case = engine.take(Complaint.objects.get(), "sign", by=lead, at=at)
    return engine.take(case, "contact", by=lead, at=at, note="已联系。")
