"""The demo of hotlines, joint meetings and exchange files is told by the engine itself, once."""

from random import Random

import pytest
from django.utils import timezone

from emergencies.cooperation.demo.seed import seed as seed_meetings
from emergencies.cooperation.enums import State
from emergencies.cooperation.models import CityMeeting, PartnerContact
from emergencies.exchanges.demo.seed import seed as seed_files
from emergencies.exchanges.models import Exchange
from emergencies.hotlines.demo.seed import STORIES
from emergencies.hotlines.demo.seed import seed as seed_calls
from emergencies.hotlines.models import HotlineCall, HotlineKey, HotlineMessage
from emergencies.incidents.models import Incident
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, User
from governance.timeline.record import verify
from tests import actors


@pytest.fixture
def telling(offices):
    """Tells all three, as often as it is called; returns what was said."""
    office = actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP).acting_post.office
    Office.objects.filter(pk=office.pk).update(code="leading_group-1501")
    for trade in ("emergency", "health", "police"):
        actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade=trade)

    User.objects.update(is_demo=True)

    def tell(scale="demo"):
        said, at = [], timezone.now()
        for seed in (seed_calls, seed_meetings, seed_files):
            seed(rng=Random(9), scale=scale, count=0, at=at, say=said.append)
        return said

    return tell


def test_a_demo_is_told_once(telling):
    for _again in range(2):
        telling()
    assert HotlineCall.objects.count() == len(STORIES)
    assert (HotlineCall.objects.waiting().count(), Incident.objects.count()) == (1, len(STORIES))  # one more from another city
    assert [*CityMeeting.objects.order_by("opened_at").values_list("state", flat=True)] == [
        State.CLOSED, State.CARRYING, State.DUE, State.PLANNED,
    ]  # fmt: skip
    assert (PartnerContact.objects.count(), Exchange.objects.count()) == (9, 4)
    assert verify().broken is None


def test_the_bench_gets_the_keys_alone(telling):
    telling(scale="bench")
    assert (HotlineKey.objects.count(), HotlineMessage.objects.count(), CityMeeting.objects.count()) == (4, 0, 0)
