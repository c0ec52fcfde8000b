"""A mall, its manager, the bureau that supervises it, and the people around."""

import pytest
from hypothesis import HealthCheck, settings

from emergencies.drills.models import Drill
from emergencies.venues.models import FactorSet
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.conftest import MONDAY
from tests.emergencies.makers import declared

settings.register_profile("shared_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared_machine")  # how long one example takes says nothing there


@pytest.fixture
def bureau(offices):
    """The county's bureau that supervises malls."""
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency")


@pytest.fixture
def manager(offices):
    """Who runs the site."""
    return actors.actor(Role.SITE_MANAGER, trade="mall")


@pytest.fixture
def stranger(offices):
    """Who runs another site in the same village."""
    return actors.actor(Role.SITE_MANAGER, trade="hotel")


@pytest.fixture
def declaring(bureau, manager, clerk):
    """Declares a venue of the manager's site; facts can be overridden."""
    return lambda at=MONDAY, by=None, **facts: declared(actors.place(actors.VILLAGE), at, by=by or manager, **facts)


@pytest.fixture
def venue(declaring):
    return declaring()


@pytest.fixture
def registered(venue, bureau, at):
    return engine.take(venue, "confirm", by=bureau, at=at)


@pytest.fixture
def drill(registered):
    return Drill.objects.get(venue=registered)


@pytest.fixture
def answers(db):
    """One option of every factor: the best, the worst, or any other by its place."""

    def choose(which=0):
        factors = FactorSet.objects.in_force(MONDAY).factors.prefetch_related("options")
        return {factor.code: [*factor.options.all()][which].code for factor in factors}

    return choose


@pytest.fixture
def fresh():
    """The row as it stands now."""
    return lambda case: type(case).objects.get(pk=case.pk)
