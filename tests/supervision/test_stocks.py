"""Stocks (存量): counted over all rows as they stand, kept under one key, opened without months."""

from datetime import timedelta

import pytest
from django.urls import reverse

from governance.flow import engine
from supervision.indicators.models import Figure, StaleMonth
from supervision.indicators.rules import STOCK
from supervision.indicators.services import differences, months_of, recount_all, refresh, settle
from supervision.oversight.models import Finding
from tests import actors
from tests.supervision.cast import drafted

pytestmark = pytest.mark.django_db
CODE = "oversight.ongoing"


def kept(path=actors.CITY):
    return list(Figure.objects.filter(indicator=CODE, place_path=path).values_list("month", "numerator"))


@pytest.fixture
def findings(cast, at):
    """Three over a year, at one township."""
    return [drafted(cast, at - timedelta(days=days)) for days in (0, 40, 300)]


def test_all_rows_of_all_months_are_one_figure(findings, at):
    refresh(at=at)
    assert kept() == kept(actors.TOWNSHIP) == [(STOCK, 3)]
    assert differences("oversight", STOCK) == []


def test_what_ends_leaves_the_stock_whenever_it_began(findings, cast, at):
    refresh(at=at)
    engine.take(findings[2], "dismiss", by=cast.official, at=at, note="已办。")
    assert (STOCK,) in StaleMonth.objects.values_list("month")
    refresh(at=at)
    assert kept() == [(STOCK, 2)]


def test_counting_everything_agrees_with_counting_what_changed(findings, at):
    recount_all("oversight", at=at)
    assert kept() == [(STOCK, 3)]
    assert [month for month in months_of("oversight") if month == STOCK] == [STOCK]
    assert len(months_of("oversight")) == 12


def test_the_nightly_comparison_mends_a_stock(findings, at):
    refresh(at=at)
    Figure.objects.filter(indicator=CODE).update(numerator=9)
    assert len(settle("oversight", at=at)) == 3
    assert kept() == [(STOCK, 3)]


def test_on_the_board_it_has_no_trend_and_opens_all_its_rows(findings, official, signed_in, at):
    refresh(at=at)
    client = signed_in(official)
    sections = client.get(reverse("dashboard"), {"span": "1"}).context["board"].sections
    figure = next(figure for section in sections for figure in section.figures if figure.indicator.code == CODE)
    assert (figure.numerator, figure.trend) == (3, ())
    page = client.get(figure.rows_url)
    assert page.context["page"].count == 3
    assert "现有的全部" in page.content.decode()


def test_sections_can_be_jumped_to_and_rates_are_grouped(findings, official, signed_in, at):
    refresh(at=at)
    page = signed_in(official).get(reverse("dashboard"), {"by": "oversight.confirmed"}).content.decode()
    assert 'href="#part-oversight"' in page
    assert '<optgroup label="督导">' in page


def test_a_comparison_by_any_rate_of_any_procedure(findings, official, signed_in, at):
    refresh(at=at)
    board = signed_in(official).get(reverse("dashboard"), {"by": "oversight.verified_in_time"}).context["board"]
    assert board.compared.code == "oversight.verified_in_time"
    assert {cell.indicator.procedure for row in board.trend["rows"] for cell in row["cells"]} == {"oversight"}
    assert not any(cell.indicator.stock for row in board.trend["rows"] for cell in row["cells"])


def test_every_figure_of_oversight_opens_onto_its_rows(findings, cast, official, signed_in, at):
    engine.take(Finding.objects.order_by("pk")[0], "confirm", by=cast.official, at=at, note="属实。", ground=2, gravity="minor")
    refresh(at=at)
    client = signed_in(official)
    sections = client.get(reverse("dashboard")).context["board"].sections
    for figure in next(section for section in sections if section.procedure == "oversight").figures:
        for url, count in ((figure.rows_url, figure.numerator), (figure.base_url, figure.denominator)):
            assert not url or client.get(url).context["page"].count == count
