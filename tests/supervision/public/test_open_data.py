"""Open data: no cell below five, none that the others give away, nothing ranked below thirty."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from disputes.bulletins.models import Bulletin
from governance.cases.comparing import LEAST
from governance.places.enums import Level
from governance.places.models import Place
from supervision.indicators.models import Figure
from tests.conftest import CITY_TIME

URL, AT = reverse("open_data"), datetime(2026, 11, 1, tzinfo=CITY_TIME)


OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)
RATES = ("on_time", "response", "solved", "satisfied")
AREAS = {"150102": 40, "150103": 41, "150104": 3, "150105": 10, "150121": 42, "150123": 4}


@pytest.fixture(autouse=True)
def out(db):
    """October's bulletin is out, and September's."""
    for month in (SEPTEMBER, OCTOBER):
        Bulletin.objects.create(month=month, state="published", counted_at=AT, published_at=AT)


def kept(areas, month=OCTOBER, **bases):
    """What was counted in a month: received by place, and what each rate rests on where that is something else."""
    for path, n in {**areas, "1501": sum(areas.values())}.items():
        for code in ("received", *RATES):
            base = bases.get(code, areas)
            base = base.get(path, n) if path != "1501" else sum({**areas, **base}.values())
            pair = (n, 0) if code == "received" else (max(base - 2, 0), base)
            facts = {"place_path": path, "parent_path": "1501" if len(path) > 4 else "", "month": month, "computed_at": AT}
            Figure.objects.create(indicator=f"complaints.{code}", numerator=pair[0], denominator=pair[1], **facts)


@pytest.fixture
def published(db):
    """Last month: three counties with some forty cases, one with ten, one with three, one with four, the others with none."""
    kept(AREAS)


def rows_of(client, **query):
    context = client.get(URL, {"rate": "complaints.on_time", **query}).context
    return {row.label: row for row in context["rows"]}


def test_small_counties_are_left_out_and_only_large_ones_ranked(client, published):
    rows = rows_of(client)
    assert (rows["新城区"].rate, rows["新城区"].place_in_group) == (0.95, 3)
    assert (rows["赛罕区"].shown, rows["赛罕区"].place_in_group) == (True, None)
    assert (rows["玉泉区"].shown, rows["玉泉区"].received_shown, rows["玉泉区"].group) == (False, False, "")


def test_what_one_rate_hides_all_hide(client, db):
    areas = dict.fromkeys(Place.objects.at(Level.COUNTY).values_list("code", flat=True), 40)
    kept(areas, solved={"150102": 3})
    rates = client.get(reverse("open_data_json")).json()["rates"]
    for area in (area for rate in rates for area in rate["areas"]):
        shown = area["place_code"] not in {"150102", "150103"}
        assert {(area["n"] is not None), (area["received"] is not None), (area["size_group"] is not None)} == {shown}


def test_the_year_tells_nothing_that_its_months_hide(client, published):
    kept({**AREAS, "150104": 30}, SEPTEMBER)
    assert "玉泉区" in {label for label, row in rows_of(client, month="2026-09").items() if row.shown}
    year = rows_of(client, month="year")
    assert (year["玉泉区"].shown, year["新城区"].shown, year["新城区"].n) == (False, True, 80)


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


def test_neither_the_running_month_nor_one_without_its_bulletin_is_offered(client, published):
    assert client.get(URL).context["months"] == [OCTOBER, SEPTEMBER]
    Bulletin.objects.filter(month=OCTOBER).update(state="draft", published_at=None)
    assert client.get(URL).context["months"] == [SEPTEMBER]
    assert client.get(reverse("open_data_json")).json()["months"] == ["2026-09"]
    assert client.get(reverse("open_data_json"), {"month": "2026-10"}).status_code == 400


def test_before_the_first_bulletin_the_page_says_so(client, published):
    Bulletin.objects.all().delete()
    assert "还没有公布的月份" in client.get(URL).content.decode()
    found = client.get(reverse("open_data_json")).json()
    assert (found["months"], found["rates"]) == ([], [])
    assert client.get(reverse("open_data_export")).status_code == 200


@pytest.mark.parametrize("month", ["garbage", "2026-13", "2026-11", "1999-01", "'"])
def test_a_month_that_is_not_out_is_refused_to_programs(client, published, month):
    answer = client.get(reverse("open_data_json"), {"month": month})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")
    assert answer.json()["offered_months"] == ["2026-10", "2026-09"]


def test_the_table_can_be_downloaded(client, published):
    assert client.get(reverse("open_data_export"))["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_header_of_every_public_page_leads_there(client, db):
    assert URL in client.get(reverse("home")).content.decode()


def test_programs_read_the_same_table(client, published):
    found = client.get(reverse("open_data_json"), {"month": "2026-10"}).json()
    rate = next(rate for rate in found["rates"] if rate["code"] == "complaints.on_time")
    areas = {area["place"]: area for area in rate["areas"]}
    assert (found["months"], rate["city"]) == (["2026-10"], {"rate": 0.9857, "n": 140})
    assert (areas["新城区"]["rate"], areas["新城区"]["n"], areas["新城区"]["rank_in_group"]) == (0.95, 40, 3)
    assert (areas["玉泉区"]["rate"], areas["玉泉区"]["n"], areas["玉泉区"]["received"]) == (None, None, None)
    assert (areas["赛罕区"]["n"], areas["赛罕区"]["rank_in_group"]) == (10, None)


@pytest.mark.parametrize("query", [{}, {"month": "year"}, {"month": "2026-10"}])
def test_no_cell_for_programs_is_below_five(client, published, query):
    rates = client.get(reverse("open_data_json"), query).json()["rates"]
    cells = [area[name] for rate in rates for area in rate["areas"] for name in ("n", "received")]
    assert all(cell is None or cell >= LEAST for cell in cells)
