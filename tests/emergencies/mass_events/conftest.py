"""The police of the county and of the city, and an application for an event."""

import pytest

from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.makers import applied

CHECK = {"checkers": "马强、云峰", "venue": None, "photographs": []}
PERMIT = {"most_people": 3000, "force": 40, "conditions": "分区入场。"}


@pytest.fixture
def police(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="police")


@pytest.fixture
def city_police(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade="police")


@pytest.fixture
def event(police, city_police, at):
    """A concert of three thousand people thirty days ahead."""
    return applied(actors.place(actors.TOWNSHIP), at)


@pytest.fixture
def carry(police, at):
    """Takes the event along the ordinary way, up to and with a step."""

    def carried(event, until):
        steps = [
            ("accept", at, {}),
            ("check", at, {"checked_on": at.date(), "result": "passed", "note": "通道畅通。", **CHECK}),
            ("permit", at + actors.days(2), PERMIT),
            ("end", event.ends_at, {"peak_people": None}),
            ("record_report", event.ends_at, {"actual_people": 2800, "note": "有序。"}),
            ("archive", event.ends_at, {"note": "措施到位。"}),
        ]
        for name, moment, given in steps:
            event = engine.take(event, name, by=police, at=moment, **given)
            if name == until:
                return event
        return event

    return carried
