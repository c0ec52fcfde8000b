"""The colour is that of the matter: the gravest criterion it meets, by the version in force."""

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from disputes.colours.models import ColourScheme
from disputes.colours.rules import ORDER, Criterion, colour_of, met, next_version
from disputes.colours.services import graded, leader_of
from governance.people.enums import OfficeType, Role
from tests import actors

PAGE, PUBLISH = reverse("colours"), reverse("colours_publish")
CRITERIA = [Criterion("a", "red"), Criterion("b", "yellow"), Criterion("many", "red", "parties", 10)]


@given(st.sets(st.sampled_from("ab")), st.integers(0, 20))
def test_the_gravest_of_what_is_met_counts(ticked, parties):
    found = met(CRITERIA, ticked=ticked, facts={"parties": parties})
    assert colour_of(found) == min((one.colour for one in found), key=ORDER.index, default="green")
    assert ("many" in {one.code for one in found}) == (parties >= 10)


def test_a_fact_is_never_ticked():
    assert met(CRITERIA, ticked={"many"}, facts={}) == []


def test_versions_are_numbered_within_their_year():
    assert (next_version(2026, ["2025-1", "2026-2"]), next_version(2027, ["2026-2"])) == ("2026-3", "2027-1")


@pytest.mark.parametrize(("colour", "kind"), [("red", "centre"), ("yellow", "township"), ("green", "village")])
def test_each_colour_is_led_by_its_level(offices, at, colour, kind):
    scheme = ColourScheme.objects.in_force(at)
    path = actors.place(actors.VILLAGE).path
    for office in (OfficeType.CENTRE, OfficeType.TOWNSHIP, OfficeType.VILLAGE):
        actors.office(office, {"centre": actors.COUNTY, "township": actors.TOWNSHIP, "village": actors.VILLAGE}[office])
    leader = leader_of(path, scheme, colour)
    assert leader.type == kind
    assert leader_of(path, scheme, colour, barred=[leader.pk]) != leader


def typed(**changed):
    rows, columns = ColourScheme.objects.first().rules.all(), ("code", "label", "colour", "fact", "threshold")
    lines = {f"rule-{place}-{name}": getattr(rule, name) for place, rule in enumerate(rows) for name in columns}
    management = {"rule-TOTAL_FORMS": len(rows), "rule-INITIAL_FORMS": len(rows)}
    levels = {"red_level": "county", "yellow_level": "township", "green_level": "village"}
    return {**lines, **management, **levels, "valid_from": str(timezone.localdate()), "source": "市委政法委文件", **changed}


def test_the_city_s_centre_publishes_a_version_and_graded_disputes_keep_theirs(signed_in, offices):
    client = signed_in(actors.actor(Role.CENTRE_OFFICER, actors.CITY))
    assert client.get(PUBLISH).status_code == 200
    today = f"{timezone.localdate()}"
    answer = client.post(PUBLISH, typed(**{"valid_from": today, "rule-0-label": ""}))
    assert answer.status_code == 302, answer.context and answer.context["form"].errors
    new = ColourScheme.objects.first()
    assert (new.version, ColourScheme.objects.count()) == (f"{today[:4]}-1", 2)
    assert not new.rules.filter(code="violence").exists()
    assert graded(at=actors.BEGAN, ticked=["violence"], facts={})[1] == "red"


def test_the_graver_the_higher(signed_in, offices):
    client = signed_in(actors.actor(Role.CENTRE_OFFICER, actors.CITY))
    answer = client.post(PUBLISH, typed(red_level="village", green_level="county"))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"green_level"})


def test_a_county_s_centre_reads_and_does_not_publish(signed_in, offices):
    client = signed_in(actors.actor(Role.CENTRE_OFFICER))
    assert (client.get(PAGE).status_code, client.get(PUBLISH).status_code) == (200, 403)
