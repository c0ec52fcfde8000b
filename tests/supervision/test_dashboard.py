"""The dashboard: who sees which place, what stands on it, and that every figure opens onto exactly its rows."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disputes.complaints.models import Complaint
from governance import registry
from governance.people.enums import OfficeType, Role
from supervision.indicators.models import Figure, StaleMonth
from tests import actors
from tests.conftest import MONDAY

pytestmark = pytest.mark.django_db

CODES = [indicator.code for indicator in registry.declared("indicators") if indicator.procedure == "complaints"]
LEVELS = (actors.CITY, actors.COUNTY, actors.TOWNSHIP, actors.VILLAGE)
EVERYWHERE = {*LEVELS, actors.OTHER_COUNTY, actors.OTHER_TOWNSHIP}
SPANS = ("1", "3", "12")


def parts_of(page):
    """Every figure the page shows, wherever it shows it."""
    board = page.context["board"]
    trend = [cell for row in board.trend["rows"] for cell in row["cells"]]
    return [*(figure for section in board.sections for figure in section.figures), *board.units, *trend]


def text_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def opened(client, url):
    """How many rows the list behind a figure has; none where the figure has no list."""
    return client.get(url).context["page"].count if url else 0


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("code", CODES)
def test_every_figure_opens_onto_exactly_its_rows(city, official, signed_in, code, level):
    client = signed_in(official)
    figures = [part for part in parts_of(client.get(f"/dashboard/{level}/")) if part.indicator.code == code]
    for part in figures[:3]:
        assert opened(client, part.rows_url) == part.numerator
        assert opened(client, part.base_url) == part.denominator
    assert figures[0].numerator > 0 or not code.startswith("complaints.")  # the small city has cases of no other procedure


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("level", LEVELS)
def test_every_span_and_every_unit_opens_onto_exactly_its_rows(city, official, signed_in, level, span):
    client = signed_in(official)
    for part in parts_of(client.get(f"/dashboard/{level}/?span={span}&by=complaints.solved"))[:20]:
        assert opened(client, part.rows_url) == part.numerator
        assert opened(client, part.base_url) == part.denominator


@pytest.mark.parametrize("span", SPANS)
def test_a_month_s_cell_opens_onto_that_month_alone(city, official, signed_in, span):
    client = signed_in(official)
    rows = client.get(f"/dashboard/?span={span}").context["board"].trend["rows"]
    cells = [cell for row in rows for cell in row["cells"] if cell.numerator or cell.denominator]
    assert len({row["month"] for row in rows}) == 24
    for cell in cells:
        assert opened(client, cell.rows_url) == cell.numerator


@pytest.mark.parametrize("path", ["/dashboard/", "/dashboard/?span=1&by=complaints.response", f"/dashboard/{actors.COUNTY}/"])
def test_every_address_on_the_page_leads_somewhere(city, official, signed_in, path):
    client = signed_in(official)
    addresses = set(re.findall(r'href="(/(?:dashboard|complaints)/[^"]*)"', client.get(path).content.decode()))
    assert len(addresses) > 10
    assert {client.get(address.replace("&amp;", "&")).status_code for address in sorted(addresses)[:60]} == {200}


def test_the_list_behind_a_figure_is_exported_as_it_is_shown(city, official, signed_in):
    client = signed_in(official)
    sections = client.get("/dashboard/").context["board"].sections
    figure = next(one for section in sections for one in section.figures if "/complaints/" in one.rows_url)
    rows = client.get(figure.rows_url.replace("/complaints/", "/complaints/export/"))
    assert rows.status_code == 200
    assert rows["Content-Type"].endswith("spreadsheetml.sheet")


SEES = {
    (Role.LEADING_OFFICIAL, None): actors.CITY,
    (Role.LEADING_OFFICIAL, actors.COUNTY): actors.COUNTY,
    (Role.LEADING_OFFICE, actors.COUNTY): actors.COUNTY,
    (Role.CENTRE_OFFICER, actors.CITY): actors.CITY,
    (Role.CENTRE_OFFICER, actors.COUNTY): actors.COUNTY,
    (Role.AUDITOR, None): actors.CITY,
    (Role.TOWNSHIP_CLERK, None): actors.TOWNSHIP,
    (Role.HOTLINE_OPERATOR, None): actors.CITY,
}
READERS = {role for role, _code in SEES}


@pytest.mark.parametrize(("role", "code"), SEES)
def test_one_begins_at_one_s_own_place(db, signed_in, role, code):
    assert signed_in(actors.actor(role, code)).get("/dashboard/").context["board"].place.code == SEES[role, code]


@pytest.mark.parametrize("role", [role for role in actors.HOME if role not in READERS])
def test_who_does_not_read_figures_is_refused(db, signed_in, role):
    client = signed_in(actors.actor(role))
    assert client.get("/dashboard/").status_code == 403
    assert client.get(f"/dashboard/{actors.VILLAGE}/").status_code == 403


@pytest.mark.parametrize(
    ("role", "code", "allowed"),
    [
        (Role.LEADING_OFFICIAL, actors.COUNTY, {actors.COUNTY, actors.TOWNSHIP, actors.OTHER_TOWNSHIP, actors.VILLAGE}),
        (Role.TOWNSHIP_CLERK, actors.TOWNSHIP, {actors.TOWNSHIP, actors.VILLAGE}),
        (Role.AUDITOR, actors.CITY, EVERYWHERE),
    ],
)
def test_outside_one_s_reach_there_is_no_page(db, signed_in, role, code, allowed):
    client = signed_in(actors.actor(role, code))
    answers = {place: client.get(f"/dashboard/{place}/").status_code for place in EVERYWHERE}
    assert answers == {place: 200 if place in allowed else 404 for place in EVERYWHERE}


@pytest.mark.parametrize("code", ["999999", "x", "150102000000"])
def test_a_place_that_does_not_exist_is_not_found(official, signed_in, code):
    assert signed_in(official).get(f"/dashboard/{code}/").status_code == 404


def test_a_stranger_is_sent_to_sign_in(client, db):
    assert client.get("/dashboard/").url.startswith("/account/sign-in/")


def test_an_office_without_an_area_is_told_so(db, signed_in):
    auditor = actors.actor(Role.AUDITOR, kind=OfficeType.COURT, trade="court")
    page = signed_in(auditor).get("/dashboard/")
    assert page.status_code == 200
    assert "本岗位没有对应的区划" in text_of(page)


def test_a_month_without_any_case_says_so(official, signed_in):
    assert "这段时间没有登记的事项" in text_of(signed_in(official).get("/dashboard/"))


@pytest.mark.parametrize("query", ["month=0001-01", "month=9999-12&span=12", "span=99&by=nothing", "month=%27", "span="])
def test_a_nonsense_choice_falls_back_to_the_usual_one(city, official, signed_in, query):
    page = signed_in(official).get(f"/dashboard/?{query}")
    period = page.context["board"].period
    assert (f"{period.last:%Y-%m}", period.span) == ("2026-11", 12)


@pytest.mark.parametrize("months", ["first=0001-01&last=2026-11", "first=2026-11&last=9999-12", "first=x&last=2026-11"])
def test_a_nonsense_month_behind_a_figure_is_no_failure(city, official, signed_in, months):
    address = f"/complaints/?figure=complaints.received&part=numerator&place=1501&{months}"
    assert signed_in(official).get(address).status_code == 200


def test_the_choices_stay_on_the_way_down(city, official, signed_in):
    page = signed_in(official).get("/dashboard/?span=3&by=complaints.solved").content.decode()
    assert f"/dashboard/{actors.COUNTY}/?span=3&amp;by=complaints.solved" in page


def test_the_map_shows_all_ten_counties_with_their_number_in_words(city, official, signed_in):
    page = signed_in(official).get("/dashboard/")
    svg = re.search(r'<figure class="board-map">.*?</figure>', page.content.decode(), re.DOTALL)[0]
    assert len(page.context["board"].tiles) == svg.count("<a href=") == 10
    rated = next(unit for unit in page.context["board"].units if unit.label == "新城区")
    assert f'aria-label="新城区 {rated.rate:.1%} n={rated.denominator}"' in svg


@pytest.mark.parametrize("code", [actors.COUNTY, actors.TOWNSHIP])
def test_below_the_city_there_is_a_table_and_no_map(city, official, signed_in, code):
    page = signed_in(official).get(f"/dashboard/{code}/").content.decode()
    assert "board-map" not in page
    assert "下级比较" in page


def test_a_village_is_compared_with_those_beside_it(city, official, signed_in):
    page = signed_in(official).get(f"/dashboard/{actors.VILLAGE}/")
    units = page.context["board"].units
    assert "同级比较" in text_of(page)
    assert [unit.code for unit in units if unit.own] == [actors.VILLAGE]
    assert {unit.code[:9] for unit in units} == {actors.TOWNSHIP}


def test_few_cases_are_shown_and_not_ranked(city, official, signed_in):
    page = signed_in(official).get("/dashboard/")
    assert {unit.place_in_group for unit in page.context["board"].units} == {None}
    assert text_of(page).count(" 不排名 ") == 10


def test_the_page_says_when_it_was_counted_and_whether_something_waits(city, official, signed_in):
    StaleMonth.objects.all().delete()
    client = signed_in(official)
    assert "数据计算于 2026年11月23日 10:00" in text_of(client.get("/dashboard/"))
    assert "正在计入" not in text_of(client.get("/dashboard/"))
    StaleMonth.objects.create(procedure="complaints", month=MONDAY.date().replace(day=1), place_path=actors.VILLAGE)
    assert "有新的办理情况正在计入" in text_of(client.get("/dashboard/"))
    assert "正在计入" not in text_of(client.get(f"/dashboard/{actors.OTHER_COUNTY}/"))


def test_a_rate_is_compared_with_the_months_before_only_where_they_are_whole(city, official, signed_in):
    client = signed_in(official)
    assert "较前" not in text_of(client.get("/dashboard/"))
    for month, kept in ((11, 60), (10, 30)):
        day = MONDAY.date().replace(month=month, day=1)
        Figure.objects.filter(indicator="complaints.response", place_path="1501", month=day).update(numerator=kept, denominator=100)
    assert "较上月升 30.0 个百分点" in text_of(client.get("/dashboard/?span=1"))


@pytest.mark.parametrize(("now", "before", "told"), [(60, 30, ["complaints.response"]), (60, 58, [])])
def test_what_changed_beyond_chance_is_told_with_its_cases(city, official, signed_in, now, before, told):
    for month, kept in ((11, now), (10, before)):
        day = MONDAY.date().replace(month=month, day=1)
        Figure.objects.filter(indicator="complaints.response", place_path="1501", month=day).update(numerator=kept, denominator=100)
    page = signed_in(official).get("/dashboard/?span=1")
    moves = page.context["board"].moves["rates"]
    assert [one.indicator.code for one in moves] == told
    assert all((one.numerator, one.denominator, one.before, one.is_good) == (60, 100, (30, 100), True) for one in moves)
    assert bool(told) == ("呼和浩特市 · 响应率 升 30.0 个百分点" in text_of(page))


def test_where_the_months_before_are_not_kept_the_page_says_that_nothing_can_be_compared(city, official, signed_in):
    page = signed_in(official).get("/dashboard/").content.decode()
    assert ("前一期没有完整的数据" in page, "没有超出偶然波动" in page) == (True, False)


def test_an_interval_is_shown_and_what_lies_beyond_chance_is_named(city, official, signed_in):
    day = MONDAY.date().replace(day=1)
    rates = Figure.objects.filter(indicator="complaints.response", month=day)
    rates.filter(place_path=actors.CITY).update(numerator=90, denominator=100)
    rates.filter(place_path=actors.COUNTY).update(numerator=20, denominator=40)
    page = signed_in(official).get("/dashboard/?span=1&by=complaints.response")
    unit = next(unit for unit in page.context["board"].units if unit.code == actors.COUNTY)
    assert unit.beyond == -1
    assert "50.0% 35.2%–64.8%" in text_of(page)
    assert "低于总体" in text_of(page)


def test_a_page_nobody_asked_for_yet_takes_few_statements_however_much_there_is(city, official, signed_in):
    client = signed_in(official)
    client.get("/dashboard/")
    with CaptureQueriesContext(connection) as page:
        client.get("/dashboard/?span=12")
    assert len(page) <= 15
    assert not [query for query in page if "disputes_complaint" in query["sql"]]


def test_the_page_reads_kept_figures_and_counts_nothing_itself(city, official, signed_in):
    client = signed_in(official)
    before = [part.numerator for part in parts_of(client.get("/dashboard/"))]
    Complaint.objects.update(solved="no")
    assert [part.numerator for part in parts_of(client.get("/dashboard/"))] == before
