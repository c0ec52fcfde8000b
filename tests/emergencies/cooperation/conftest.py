"""The city's leading office that calls, and a bureau that takes part."""

from types import SimpleNamespace

import pytest

from emergencies.cooperation.models import CityMeeting
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import MONDAY
from tests.emergencies.cooperation.makers import called, partner


@pytest.fixture
def caller(offices):
    return actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP)


@pytest.fixture
def member(offices):
    """The city's emergency bureau."""
    return actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade="emergency")


@pytest.fixture
def meeting(caller, member):
    """A regular one in three days, the bureau invited."""
    made = called(caller, MONDAY)
    return engine.take(made, "invite", by=caller, at=MONDAY, offices=[member.acting_post.office])


@pytest.fixture
def go(caller, member):
    """The ways of a meeting: `go.held(meeting)`, `go.decided(…)`, `go.issued(…)`."""

    def held(meeting, days=4):
        facts = {"held_at": meeting.meet_at, "present": [partner()], "note": "通报情况，形成共识。"}
        return engine.take(meeting, "hold", by=caller, at=MONDAY + actors.days(days), **facts)

    def decided(meeting, *, owner=member.acting_post.office, other=None, days=20, task="互换装备清单"):
        facts = {"task": task, "owner": owner, "partner": other, "due_on": (MONDAY + actors.days(days)).date()}
        return engine.take(meeting, "decide", by=caller, at=MONDAY + actors.days(4), **facts)

    def issued(meeting):
        return engine.take(meeting, "issue", by=caller, at=MONDAY + actors.days(5))

    def finished(meeting, by, days, **which):
        facts = {"resolution": meeting.resolutions.get(**which), "note": "已完成。"}
        return engine.take(meeting, "finish", by=by, at=MONDAY + actors.days(days), **facts)

    def fresh():
        return CityMeeting.objects.get(previous=None)

    return SimpleNamespace(held=held, decided=decided, issued=issued, finished=finished, fresh=fresh)
