"""Two people of a county's bureau, and a warning of theirs."""

import pytest

from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.warning_makers import issued, warned


@pytest.fixture
def writer(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name="云峰")


@pytest.fixture
def colleague(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name="高娃")


@pytest.fixture
def warning(writer, colleague, at):
    """A gale at the whole county, drafted."""
    return warned(at, by=writer)


@pytest.fixture
def standing(warning, colleague, at):
    """… checked and issued."""
    return issued(warning, at, by=colleague)


@pytest.fixture
def updated(writer, colleague):
    """Carries an update through: written by one, checked and issued by the other."""

    def carry(case, moment, note="风力增大。", **content):
        last = case.messages.order_by("serial").last()
        names = ("headline", "text", "advice", "level", "certainty", "starts_at", "until")
        told = {name: getattr(last, name) for name in names} | {"places": [one.place for one in case.warned.all()]}
        case = type(case).objects.get(pk=case.pk)
        case = engine.take(case, "revise", by=writer, at=moment, note=note, draft={**told, **content})
        case = engine.take(case, "check_update", by=colleague, at=moment)
        return engine.take(case, "issue_update", by=colleague, at=moment)

    return carry
