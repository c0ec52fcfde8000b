"""The month of a place, for everyone, and the calendar one follows on a telephone."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from grids.community.enums import MEETING, VOLUNTEERING
from grids.community.rules import CITY_TIME
from grids.community.services import calendar
from tests import actors
from tests.grids import village
from tests.scenes import Scene

DOOR = reverse("community")
MONTH = {"month": "2026-12"}
FIFTH = datetime(2026, 12, 5, 9, tzinfo=CITY_TIME)


def page_of(code=actors.VILLAGE, name="community_place"):
    return reverse(name, args=[code])


def titles(answer):
    return [row["entry"].title for _day, rows in answer.context["days"] for row in rows]


@pytest.fixture
def december(planning):
    """In the village, the one beside it, the township, and another county."""
    facts = {"starts_at": FIFTH, "ends_at": FIFTH + timedelta(hours=2)}
    for code, title in ((actors.VILLAGE, "本村的活动"), (actors.OTHER_VILLAGE, "邻村的活动"), (actors.TOWNSHIP, "街道的活动"),
                        (actors.OTHER_COUNTY, "别区的活动")):  # fmt: skip
        planning(code, title=title, **facts)


def test_the_home_page_leads_there(client, db):
    assert f'href="{DOOR}"' in client.get(reverse("home")).content.decode()


@pytest.mark.parametrize(
    ("code", "seen"),
    [(actors.VILLAGE, {"本村的活动", "街道的活动"}), (actors.TOWNSHIP, {"本村的活动", "邻村的活动", "街道的活动"}),
     (actors.OTHER_COUNTY, {"别区的活动"}), (actors.CITY, {"本村的活动", "邻村的活动", "街道的活动", "别区的活动"})],
)  # fmt: skip
def test_a_place_shows_what_lies_below_it_and_what_is_held_for_all(client, december, code, seen):
    assert set(titles(client.get(page_of(code), MONTH))) == seen


def test_another_month_is_empty_and_leads_back(client, december):
    answer = client.get(page_of(), {"month": "2027-01"})
    assert titles(answer) == []
    assert "month=2026-12" in answer.content.decode()


@pytest.mark.parametrize(("kind", "count"), [("law", 2), ("safety", 0), (MEETING, 0), (VOLUNTEERING, 0), ("nonsense", 2)])
def test_the_kind_narrows_it(client, december, kind, count):
    assert len(titles(client.get(page_of(), {**MONTH, "kind": kind}))) == count


def test_a_choice_of_place_leads_to_its_page_and_keeps_the_month(client, db):
    here = {"place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}
    assert client.get(DOOR, {**here, **MONTH}).url == f"{page_of()}?month=2026-12"
    assert client.get(DOOR, {"place_county": actors.COUNTY, "choose_place": "1"}).status_code == 200


def test_a_place_that_is_none_is_not_found(client, db):
    assert client.get(page_of("999999")).status_code == 404
    assert client.get(page_of("999999", "community_ics")).status_code == 404


def test_meetings_and_calls_stand_in_it_too(village_clerk, at):
    scene = Scene(village_clerk, "village_clerk", actors.VILLAGE, None, True, at)
    village.public_matter(scene)
    village.call(scene, publish=True)
    found = calendar(actors.place(actors.VILLAGE), at, at + timedelta(days=30))
    assert [entry.kind for entry in found] == [MEETING, VOLUNTEERING]


def test_statements_do_not_grow_with_the_entries(client, planning):
    counts = []
    for more in (1, 9):
        for _number in range(more):
            planning(starts_at=FIFTH, ends_at=FIFTH + timedelta(hours=2))
        client.get(page_of(), MONTH)
        with CaptureQueriesContext(connection) as caught:
            client.get(page_of(), MONTH)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_a_telephone_can_follow_it(client, planning):
    made = planning(title="讲座；要点,第一")
    answer = client.get(page_of(name="community_ics"))
    assert answer["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["summary"]), event["dtstart"].dt) == (made.title, made.starts_at.replace(microsecond=0))
    assert made.number in str(event["uid"])
    assert str(event["url"]).endswith(made.public_url)
    assert timezone.is_aware(event["dtstamp"].dt)
