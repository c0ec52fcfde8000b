"""What goes from hand to hand is raised by one level, by itself and once."""

from datetime import timedelta

import pytest

from disputes.complaints.models import Complaint
from governance.flow import engine
from governance.notices.enums import Channel
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors

HOUR = timedelta(hours=1)


def passed_around(complaint, operator, office, at, *, times):
    engine.take(complaint, "classify", by=operator, at=at, kind="complaint", category=complaint.category, urgency="normal")
    for _time in range(times):
        engine.take(complaint, "dispatch", by=operator, at=at, office=office)
        complaint = engine.take(complaint, "recall", by=operator, at=at, note="派错单位。")
    return complaint


def raised(complaint):
    return Event.objects.of(complaint).filter(kind="complaints.raise_level").count()


@pytest.mark.parametrize(("times", "centre"), [(2, None), (3, actors.COUNTY), (5, actors.COUNTY)])
def test_three_transfers_without_a_lead_raise_it_once(complaint, operator, clerk, offices, at, times, centre):
    moved = passed_around(complaint, operator, clerk.acting_post.office, at, times=times)
    kept = Complaint.objects.get()
    assert kept.raised_to == (offices[OfficeType.CENTRE, centre] if centre else None)
    assert (moved.version, moved.raised_to) == (kept.version, kept.raised_to)
    assert (raised(complaint), verify().broken) == (1 if centre else 0, None)


def test_what_a_bureau_of_the_county_had_goes_to_the_city_and_its_centre_is_told(complaint, operator, offices, at):
    bureau, told = actors.office(OfficeType.BUREAU, actors.COUNTY, "housing"), actors.actor(Role.CENTRE_OFFICER, actors.CITY)
    spared = actors.actor(Role.CENTRE_OFFICER)
    passed_around(complaint, operator, bureau, at, times=3)
    assert Complaint.objects.get().raised_to == offices[OfficeType.CENTRE, actors.CITY]
    notices = Notice.objects.filter(rule="complaints.raised", channel=Channel.IN_APP)
    assert [notice.recipient for notice in notices] == [told]
    assert spared.pk not in notices.values_list("recipient", flat=True)


def test_three_reworks_raise_it(complaint, operator, clerk, at):
    case = passed_around(complaint, operator, clerk.acting_post.office, at, times=0)
    engine.take(case, "dispatch", by=operator, at=at, office=clerk.acting_post.office)
    engine.take(case, "sign", by=clerk, at=at)
    engine.take(case, "contact", by=clerk, at=at, note="已联系。")
    for number in range(1, 4):
        engine.take(case, "reply", by=clerk, at=at + number * HOUR, note="已处理。")
        engine.take(case, "return_for_rework", by=operator, at=at + number * HOUR, note="未解决。")
        assert raised(case) == (number == 3)


def test_raising_is_nobody_s_button(complaint, operator, official, at):
    for person in (operator, official, actors.actor(Role.CENTRE_OFFICER, actors.CITY)):
        assert "raise_level" not in [step.name for step in engine.available(complaint, person)]
