"""What one declares another confirms."""

import pytest

from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.makers import declared

pytestmark = pytest.mark.django_db


def test_a_clerk_confirms_no_declaration_of_the_own(offices, clerk, at):
    venue = declared(actors.place(actors.VILLAGE), at, by=clerk)
    with pytest.raises(engine.StepRefused, match="申报人不能核实"):
        engine.take(venue, "confirm", by=clerk, at=at)
    colleague = actors.actor(Role.TOWNSHIP_CLERK)
    assert engine.take(venue, "confirm", by=colleague, at=at).state == "registered"
