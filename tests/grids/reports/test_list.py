"""The worklist: what one can act on comes first, every number opens its rows, and fifty rows cost as much as one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.people.enums import Role
from grids.reports.enums import State
from grids.reports.models import Report
from tests import actors
from tests.grids import makers
from tests.grids.walking import answered, walk

LIST, DESK, BULK = reverse("reports_list"), reverse("desk"), reverse("reports_bulk")


def numbers(answer):
    return {row.number for row in answer.context["page"].rows}


def cards(client):
    desk = client.get(DESK).context
    return {card["url"]: card for card in [*desk["cards"], *desk["overview"]] if card["url"].startswith(LIST)}


def test_a_worker_first_sees_the_own_grids(signed_in, worker, report, reporting):
    other = reporting(grid=makers.grid(serial=2), by=actors.actor(Role.GRID_WORKER))
    client = signed_in(worker)
    assert numbers(client.get(LIST, {"grids": "own"})) == {report.number}
    assert numbers(client.get(LIST)) == {report.number, other.number}
    assert [str(tab["label"]) for tab in client.get(LIST).context["tabs"]][1] == "我的网格"


@pytest.mark.parametrize("who", ["worker", "village", "department", "centre"])
def test_every_tab_opens_what_it_names(signed_in, report, stations, who):
    client = signed_in(stations[who])
    for tab in client.get(LIST).context["tabs"]:
        opened = client.get(tab["url"]).context
        assert [one["label"] for one in opened["tabs"] if one["active"]] == [tab["label"]]
        assert not any(field["errors"] for field in opened["filter"]["first"])


def test_the_township_s_desk_finds_what_waits_for_its_answer(signed_in, report, stations, at):
    walk(report, stations, at, until="pass_to_township")
    client = signed_in(stations["township"])
    assert numbers(client.get(LIST, {"state": "station", "holder": "mine"})) == {report.number}
    assert numbers(client.get(LIST, {"state": "unsigned"})) == {report.number}
    assert numbers(signed_in(stations["village"]).get(LIST, {"state": "station", "holder": "mine"})) == set()


@pytest.mark.parametrize("who", ["worker", "village", "township", "department", "centre"])
def test_every_card_opens_exactly_its_rows(signed_in, reporting, stations, at, who):
    for until in ("pass_to_village", "pass_to_township", "pass_to_department"):
        walk(reporting(), stations, at, until=until)
    answered(walk(reporting(), stations, at, until="pass_to_village"), stations["village"], at + timedelta(hours=1))
    Report.objects.filter(state=State.TOWNSHIP).update(due_at=timezone.now() - timedelta(hours=1))
    client = signed_in(stations[who])
    found = cards(client)
    assert found
    assert all(client.get(url).context["page"].count == card["count"] for url, card in found.items())


def test_a_reader_finds_an_overview(signed_in, report, official):
    assert [str(card["label"]) for card in cards(signed_in(official)).values()] == ["在办网格事件", "网格事件已逾期"]


def test_many_are_signed_at_once_and_one_that_cannot_stops_none(signed_in, reporting, stations, at):
    first, second, stuck = (walk(reporting(), stations, at, until="pass_to_village") for _ in range(3))
    answered(stuck, stations["village"], at + timedelta(hours=1))
    chosen = {"action": "sign", "selected": [one.number for one in (first, second, stuck)]}
    results = signed_in(stations["village"]).post(BULK, chosen).context["results"]
    assert {result["case"].pk: result["done"] for result in results} == {first.pk: True, second.pk: True, stuck.pk: False}
    assert Report.objects.filter(signed_at__isnull=False, state=State.VILLAGE).count() == 2


def test_a_worker_confirms_many_at_once(signed_in, reporting, stations, at):
    done = [answered(walk(reporting(), stations, at, until="pass_to_village"), stations["village"], at + timedelta(hours=1)) for _ in "12"]
    signed_in(stations["worker"]).post(BULK, {"action": "confirm", "selected": [one.number for one in done]})
    assert Report.objects.filter(state=State.CONFIRMED).count() == 2


def test_the_statements_do_not_grow_with_the_rows(signed_in, clerk, reporting):
    client, counts = signed_in(clerk), []
    for more in (1, 9):
        for _ in range(more):
            reporting()
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("query", "found"),
    [({"kind": "facility"}, True), ({"kind": "order"}, False), ({"place": actors.VILLAGE}, True), ({"place": actors.OTHER_VILLAGE}, False),
     ({"q": "路灯"}, True), ({"state": "extension"}, False), ({"state": "reported"}, True),
     ({"grid": f"{actors.VILLAGE}001"}, True), ({"grid": f"{actors.VILLAGE}002"}, False), ({"since": "不是日期"}, True)],
)  # fmt: skip
def test_the_filter_finds(signed_in, clerk, report, query, found):
    assert (report.number in numbers(signed_in(clerk).get(LIST, query))) == found


def test_the_export_holds_no_contact(signed_in, clerk, reporting):
    reporting(name="李四", phone="13800000002")
    answer = signed_in(clerk).get(reverse("reports_export"))
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert signed_in(actors.actor(Role.GRID_WORKER)).get(reverse("reports_export")).status_code == 403
