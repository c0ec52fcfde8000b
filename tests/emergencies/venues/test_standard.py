"""A venue beside the security standard; the map, the public list, the sheet to check by, and what scripts read."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from emergencies.venues.models import SecurityCheck, VenueKind
from emergencies.venues.services import measures_of
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.drills.test_flow import carry

pytestmark = pytest.mark.django_db
MAP, PUBLIC = reverse("venues_map"), reverse("venues_published")


def met_of(venue, at):
    return [one.code for one in measures_of(venue, at=at)[1]]


def test_more_is_asked_of_a_greater_risk(registered, bureau, at, answers):
    before = met_of(registered, at)
    red = engine.take(registered, "assess", by=bureau, at=at, grade="red", answers=answers(0))
    assert set(before) < set(met_of(red, at))
    assert "daily_report" in met_of(red, at)


def test_a_check_keeps_what_was_met_and_its_version(registered, manager, at):
    asked = met_of(registered, at)
    engine.take(registered, "check", by=manager, at=at, met=asked, note="")
    kept = SecurityCheck.objects.get()
    assert (kept.met, kept.asked, kept.security_set.version) == (len(asked), len(asked), "2022-1")
    with pytest.raises(engine.StepRefused, match="整改安排"):
        engine.take(registered, "check", by=manager, at=at, met=asked[1:])


def test_the_form_asks_by_boxes_and_for_a_plan_where_something_lacks(signed_in, registered, manager):
    client, url = signed_in(manager), reverse("venues_take_step", args=[registered.number, "check"])
    assert "人防" in client.get(url).content.decode()
    some = met_of(registered, timezone.now())[:2]
    assert list(client.post(url, {"met": some}).context["form"].errors) == ["note"]
    assert client.post(url, {"met": some, "note": "月底前整改。"}).status_code == 302
    page = client.get(registered.get_absolute_url()).content.decode()
    assert "月底前整改。" in page
    assert "落实 2 项" in page


def test_the_sheet_holds_equipment_and_standard(signed_in, registered, manager):
    page = signed_in(manager).get(reverse("venues_checklist", args=[registered.number])).content.decode()
    for fact in ("灭火器", "疏散通道、安全出口畅通", "检查人（两人）", registered.number):
        assert fact in page


def test_the_map_counts_by_grade_what_the_person_may_see(signed_in, registered, bureau, stranger, at, answers):
    engine.take(registered, "locate", by=actors.actor(Role.TOWNSHIP_CLERK), at=at, latitude=40.84, longitude=111.75)
    engine.take(registered, "assess", by=bureau, at=at, grade="orange", answers=answers(0))
    spot = next(spot for spot in signed_in(actors.actor(Role.CENTRE_OFFICER)).get(MAP).context["spots"] if spot.total)
    assert (spot.place.code, spot.cells, spot.worst) == (actors.TOWNSHIP, [0, 1, 0, 0, 0], "orange")
    assert (spot.latitude, spot.longitude) == (40.84, 111.75)
    near = signed_in(bureau).get(MAP, {"place": actors.TOWNSHIP}).content.decode()
    assert 'data-tone="orange"' in near
    assert registered.title not in signed_in(stranger).get(MAP).content.decode()
    assert signed_in(bureau).get(MAP, {"place": actors.OTHER_COUNTY}).status_code == 404


def test_what_lies_outside_the_city_is_told_beside_its_field(signed_in, registered, manager):
    answer = signed_in(manager).post(reverse("venues_take_step", args=[registered.number, "locate"]), {"latitude": "90", "longitude": "x"})
    assert set(answer.context["form"].errors) == {"latitude", "longitude"}


@pytest.mark.parametrize(("publicity", "listed", "graded"), [("hidden", False, False), ("listed", True, False), ("graded", True, True)])
def test_in_public_stands_what_the_kind_allows(client, registered, bureau, at, answers, publicity, listed, graded):
    engine.take(registered, "assess", by=bureau, at=at, grade="red", answers=answers(0))
    VenueKind.objects.filter(code="mall").update(publicity=publicity)
    page = client.get(PUBLIC).content.decode()
    assert (registered.title in page, "红色 · 重大风险" in page) == (listed, graded)
    assert registered.work_phone not in page
    assert registered.manager not in page


def test_the_public_list_tells_the_last_drill_and_narrows_by_kind(client, registered, drill, manager):
    carry(drill, manager, timezone.now())
    VenueKind.objects.filter(code="mall").update(publicity="listed")
    assert "尚无记录" not in client.get(PUBLIC, {"county": actors.COUNTY, "kind": "mall"}).content.decode()
    assert registered.title not in client.get(PUBLIC, {"county": actors.OTHER_COUNTY}).content.decode()


def test_a_script_reads_what_is_due(registered, monkeypatch):
    out = StringIO()
    call_command("venues_due", json=True, within=60, stdout=out)
    [row] = json.loads(out.getvalue())
    assert (row["number"], row["what"], row["late"]) == (registered.number, "venues.assess", row["due"] < timezone.now().isoformat())
    assert "第二十二条" in row["citation"]
    far = timezone.now() - timedelta(days=400)
    monkeypatch.setattr("emergencies.management.commands.venues_due.timezone.now", lambda: far)
    lines = StringIO()
    call_command("venues_due", stdout=lines)
    assert lines.getvalue().strip() == ""
