"""A case becomes a case of another procedure: both timelines say so, and both pages lead to the other."""

import pytest
from django.urls import reverse

from disputes.complaints.services import file_complaint
from governance import registry
from governance.cases.models import Handover
from governance.cases.services import hand_over
from governance.timeline.models import Event
from governance.timeline.record import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken_over(monkeypatch, noise):
    """A procedure `others` that files a complaint for whatever is handed to it."""

    def intake(case, *, by, at, note):
        return file_complaint(at=at, place=case.place, category=noise, kind="complaint", description=note, phone="13800000001").complaint

    monkeypatch.setitem(registry._chapters, "others", registry.Chapter("others", "", intake={"others": intake}))


def handed(complaint, operator, at):
    target = hand_over(complaint, "others", by=operator, at=at, note="占道经营，影响通行。")
    complaint.save(update_fields=["version"])
    return target


def test_both_timelines_tell_of_it_and_hold(complaint, operator, at, taken_over):
    target = handed(complaint, operator, at)
    assert target.number in Event.objects.of(complaint).get(kind="handover.sent").label
    assert complaint.number in Event.objects.of(target).get(kind="handover.received").label
    assert verify().broken is None


def test_each_page_leads_to_the_other(complaint, operator, at, taken_over, signed_in):
    target = handed(complaint, operator, at)
    for here, there in ((complaint, target), (target, complaint)):
        page = signed_in(operator).get(here.get_absolute_url()).content.decode()
        assert f'href="{reverse("complaints_detail", args=[there.number])}"' in page


def test_what_no_procedure_takes_over_stays_where_it_is(complaint, operator, at):
    with pytest.raises(LookupError):
        hand_over(complaint, "nobody", by=operator, at=at)
    assert not Handover.objects.exists()
