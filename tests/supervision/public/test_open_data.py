"""Open data: no cell below five, none that the others give away, nothing ranked below thirty."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from governance.cases.comparing import LEAST, hidden
from supervision.indicators.models import Figure

URL = reverse("open_data")


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 60), max_size=10))
def test_no_cell_below_five_and_never_one_alone(counts):
    found = hidden(counts)
    assert all(counts[key] >= LEAST for key in counts.keys() - found)
    assert len(found) != 1 or len(counts) == 1


@pytest.fixture
def published(db):
    """Last month: one county with forty cases, one with ten, one with three."""
    rows = {"150102": 40, "150105": 10, "150104": 3, "1501": 53}
    for path, n in rows.items():
        parent = "1501" if len(path) > 4 else ""
        for code, pair in (("on_time", (n - 2, n)), ("received", (n, 0))):
            facts = {"numerator": pair[0], "denominator": pair[1], "computed_at": "2026-11-01T00:00:00+08:00"}
            Figure.objects.create(indicator=f"complaints.{code}", place_path=path, parent_path=parent, month="2026-10-01", **facts)


def rows_of(client, **query):
    context = client.get(URL, {"rate": "complaints.on_time", **query}).context
    return {row.label: row for row in context["rows"]}


def test_small_counties_are_left_out_and_only_large_ones_ranked(client, published):
    rows = rows_of(client)
    assert (rows["新城区"].rate, rows["新城区"].place_in_group) == (0.95, 1)
    assert (rows["赛罕区"].shown, rows["赛罕区"].place_in_group) == (True, None)
    assert not rows["玉泉区"].shown


def test_the_page_never_writes_what_is_left_out(client, published):
    page = client.get(URL, {"rate": "complaints.on_time"}).content.decode()
    assert "33.3%" not in page
    assert "不公布" in page


@pytest.mark.parametrize("query", [{"month": "year"}, {"month": "2026-10"}, {"month": "x"}, {"rate": "oversight.confirmed"}, {}])
def test_whatever_is_asked_there_is_a_page(client, published, query):
    assert client.get(URL, query).status_code == 200


def test_only_what_a_chapter_publishes_is_published(client, db):
    codes = {one.code for group in client.get(URL).context["rates"] for one in group["rates"]}
    assert "complaints.on_time" in codes
    assert not any(code.startswith(("oversight.", "orders.")) for code in codes)


def test_the_running_month_is_not_published(client, db):
    assert f"{client.get(URL).context['months'][0]:%Y-%m}" == "2026-10"


def test_the_table_can_be_downloaded(client, published):
    assert client.get(reverse("open_data_export"))["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_header_of_every_public_page_leads_there(client, db):
    assert URL in client.get(reverse("home")).content.decode()


def test_programs_read_the_same_table(client, published):
    found = client.get(reverse("open_data_json"), {"month": "2026-10"}).json()
    rate = next(rate for rate in found["rates"] if rate["code"] == "complaints.on_time")
    areas = {area["place"]: area for area in rate["areas"]}
    assert (found["months"], rate["city"]) == (["2026-10"], {"rate": 0.9623, "n": 53})
    assert (areas["新城区"]["rate"], areas["新城区"]["n"], areas["新城区"]["rank_in_group"]) == (0.95, 40, 1)
    assert (areas["玉泉区"]["rate"], areas["玉泉区"]["n"], areas["玉泉区"]["received"]) == (None, None, None)
    assert (areas["赛罕区"]["n"], areas["赛罕区"]["rank_in_group"]) == (10, None)


@pytest.mark.parametrize("query", [{}, {"month": "year"}, {"month": "x"}])
def test_no_cell_for_programs_is_below_five(client, published, query):
    rates = client.get(reverse("open_data_json"), query).json()["rates"]
    cells = [area[name] for rate in rates for area in rate["areas"] for name in ("n", "received")]
    assert all(cell is None or cell >= LEAST for cell in cells)
