"""An activity of the home village in three days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from grids.community.services import draft
from tests import actors


@pytest.fixture
def planning(village_clerk):
    """Writes an activity down; facts can be overridden."""

    def plan(code=actors.VILLAGE, publish=True, **facts):
        starts = timezone.now() + timedelta(days=3)
        told = {"kind": "law", "title": "民法典讲座", "description": "律师讲相邻关系。", "organiser": "司法所", "venue": "活动室"}
        told |= {"starts_at": starts, "ends_at": starts + timedelta(hours=2), **facts}
        made = draft(by=village_clerk, at=timezone.now(), place=actors.place(actors.VILLAGE), publish=publish, **told)
        return moved(made, code)

    return plan


def moved(activity, code):
    """The same at another place, for what the calendars show."""
    place = actors.place(code)
    type(activity).objects.filter(pk=activity.pk).update(place=place, place_path=place.path)
    activity.place, activity.place_path = place, place.path
    return activity


@pytest.fixture
def activity(planning):
    return planning()
