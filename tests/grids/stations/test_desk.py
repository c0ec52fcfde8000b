"""The desk of a station: what is due at each, every number opening exactly its rows, and no statement more for more of them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.people.enums import Role
from grids.reports import services as reports
from grids.reports.enums import State
from grids.reports.models import Report
from grids.stations.services import COLUMNS
from tests import actors
from tests.grids import makers
from tests.grids.walking import answered, walk

DESK = reverse("stations_desk")
LATE = timedelta(days=40)


@pytest.fixture
def busy(reporting, stations, at):
    """Reports everywhere: one late, one raised, one returned, one watched, one answered, one with the worker."""
    reporting()
    answered(walk(reporting(), stations, at, until="pass_to_village"), stations["village"], at + timedelta(hours=1))
    raised, watched = (walk(reporting(), stations, at, until=until) for until in ("pass_to_village", "pass_to_department"))
    for one in (raised, watched):
        reports.carry_on(one.pk, at=at + LATE)
    for until in ("pass_to_village", "pass_to_township", "pass_to_department"):
        walk(reporting(), stations, timezone.now(), until=until)
    Report.objects.filter(state=State.TOWNSHIP, came="passed").update(due_at=timezone.now() - timedelta(hours=1))


def rows_of(client, url):
    return client.get(url).context["page"].count


def opened(context):
    tables = [*context["stations"], *context.get("below", [])]
    return [*context["own"], *(cell for row in tables for cell in row["cells"])]


@pytest.mark.parametrize("who", ["village", "township", "department", "centre"])
def test_every_number_opens_exactly_its_rows(signed_in, busy, stations, who):
    client = signed_in(stations[who])
    found = opened(client.get(DESK).context)
    assert sum(cell["count"] for cell in found)
    assert {cell["url"]: rows_of(client, cell["url"]) for cell in found} == {cell["url"]: cell["count"] for cell in found}


def test_each_station_has_its_row_and_what_went_up_is_seen(signed_in, busy, stations):
    rows = {str(row["label"]): row["cells"] for row in signed_in(stations["township"]).get(DESK).context["stations"]}
    keys = [key for key, *_rest in COLUMNS]
    found = {label: dict(zip(keys, (cell["count"] for cell in cells), strict=True)) for label, cells in rows.items()}
    assert [found[label]["total"] for label in ("网格员", "村（社区）", "乡镇（街道）", "部门", "已答复，待网格员核对")] == [1, 1, 2, 2, 1]
    assert (found["乡镇（街道）"]["raised"], found["乡镇（街道）"]["late"]) == (1, 1)
    assert found["部门"]["watched"] == 1


def test_a_bureau_sees_its_own_station_alone(signed_in, busy, stations):
    context = signed_in(stations["department"]).get(DESK).context
    assert context["place"] is None
    assert [str(row["label"]) for row in context["stations"]] == ["部门"]


def test_a_village_sees_its_grids_and_a_township_its_villages(signed_in, busy, stations):
    village, township = (signed_in(stations[who]).get(DESK).context["below"] for who in ("village", "township"))
    assert [row["label"] for row in village] == ["第1网格"]
    assert actors.place(actors.VILLAGE).short_name in [row["label"] for row in township]


def test_grids_without_a_worker_are_told_with_the_way_to_them(signed_in, busy, stations):
    lonely = makers.grid(serial=2)
    client = signed_in(stations["township"])
    context = client.get(DESK).context
    assert (context["grids"]["grids"], context["grids"]["unserved"]) == (2, 1)
    assert [row["grid"] for row in client.get(context["unserved_url"]).context["rows"]] == [lonely]


def test_nobody_looks_beyond_the_own_place(signed_in, busy, stations):
    client = signed_in(stations["township"])
    assert client.get(DESK, {"place": actors.VILLAGE}).status_code == 200
    assert client.get(DESK, {"place": actors.OTHER_TOWNSHIP}).status_code == 404
    assert client.get(DESK, {"place": "nowhere"}).status_code == 404


@pytest.mark.parametrize("role", [Role.GRID_WORKER, Role.MEDIATOR, Role.ADMINISTRATOR, Role.HOTLINE_OPERATOR])
def test_who_answers_for_no_station_has_no_desk(signed_in, offices, role):
    assert signed_in(actors.actor(role)).get(DESK).status_code == 403


@pytest.mark.parametrize("who", ["village", "township", "department", "centre"])
def test_the_statements_do_not_grow_with_the_rows(signed_in, reporting, stations, at, who):
    client, counts = signed_in(stations[who]), []
    for more in (1, 9):
        for _ in range(more):
            walk(reporting(), stations, at, until="pass_to_department")
        client.get(DESK)
        with CaptureQueriesContext(connection) as caught:
            client.get(DESK)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_an_empty_desk_is_a_page_too(signed_in, stations, grid):
    assert all(signed_in(stations[who]).get(DESK).status_code == 200 for who in ("village", "township", "department", "centre"))


def test_the_cards_of_other_procedures_stand_there_where_something_waits(signed_in, busy, stations):
    cards = signed_in(stations["township"]).get(DESK).context["others"]
    assert all(card["count"] and not card["is_overview"] for card in cards)
    assert not any(card["url"].startswith(reverse("reports_list")) for card in cards)
