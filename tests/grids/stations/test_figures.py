"""How the grids of a place are doing: every figure opens onto its rows."""

from datetime import timedelta
from urllib.parse import urlparse

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from grids.reports.models import Report
from grids.stations.rules import cut_at, per_grid
from tests import actors
from tests.grids import makers
from tests.grids.walking import answered, walk

FIGURES = reverse("stations_figures")


@pytest.fixture
def told(reporting, stations):
    """Two solved on the spot, one answered by the village in time, one by the township late, one open; all this month."""
    now = timezone.now()
    for _ in "12":
        engine.take(reporting(at=now), "solve", by=stations["worker"], at=now + timedelta(minutes=1), note="已亮。", photos=[])
    answered(walk(reporting(at=now), stations, now, until="pass_to_village"), stations["village"], now + timedelta(hours=1))
    answered(walk(reporting(at=now), stations, now, until="pass_to_township"), stations["township"], now + timedelta(days=30))
    reporting(at=now)


def first(client, **query):
    return client.get(FIGURES, query).context["table"][0]


def test_the_figures_of_a_place(signed_in, told, stations):
    makers.grid(serial=2)
    row = first(signed_in(stations["township"]))
    assert (row["grids"], row["unserved"], row["received"], row["per_grid"]) == (2, 1, 5, 2.5)
    assert [(rate["numerator"], rate["denominator"]) for rate in row["rates"]] == [(2, 4), (2, 2), (0, 1), (0, 0)]


@pytest.mark.parametrize("who", ["village", "township", "centre"])
def test_every_figure_opens_exactly_its_rows(signed_in, told, stations, who):
    client = signed_in(stations[who])
    for row in client.get(FIGURES).context["table"]:
        assert client.get(row["received_url"]).context["page"].count == row["received"]
        for rate in row["rates"]:
            assert client.get(rate["rows_url"]).context["page"].count == rate["numerator"]
            assert client.get(rate["base_url"]).context["page"].count == rate["denominator"]
        assert client.get(row["unserved_url"]).context["page"].count == row["unserved"]


def test_the_places_below_sum_up_to_the_whole(signed_in, told, stations):
    whole, *below = signed_in(stations["centre"]).get(FIGURES).context["table"]
    assert sum(row["received"] for row in below) == whole["received"]
    assert sum(row["grids"] for row in below) == whole["grids"]
    assert all(urlparse(row["way"]).path == FIGURES for row in below)


def test_another_month_counts_others(signed_in, told, stations):
    Report.objects.update(opened_at=timezone.now() - timedelta(days=70))
    client = signed_in(stations["township"])
    assert first(client)["received"] == 0
    assert first(client, span="12")["received"] == 5
    assert first(client, month="不是月份", span="x")["received"] == 0


def test_nobody_reads_the_figures_of_a_neighbour(signed_in, told, stations):
    assert signed_in(stations["township"]).get(FIGURES, {"place": actors.OTHER_TOWNSHIP}).status_code == 404
    assert signed_in(stations["department"]).get(FIGURES).status_code == 403


def test_the_sums():
    assert [cut_at(path) for path in ("1501", "150102", "150102001", "150102001001")] == [6, 9, 12, None]
    assert (per_grid(0, 3), per_grid(1, 3), per_grid(3, 0)) == (0.0, 0.33, None)
