"""The dashboard on paper and as a chart: one page of A4 or A3 whatever stands on it, and a chart beside its table."""

import re

import pytest
from django.urls import reverse

from supervision.indicators.tasks import refresh_figures
from tests import actors

PAGES = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def official(desktop, town):
    """Somebody who reads the city's figures, signed in."""
    for step in ("close", "dispatch", None):
        town.complaint(until=step)
    refresh_figures()
    town.enter(desktop, town.official)
    return desktop


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("code", [actors.CITY, actors.TOWNSHIP])
def test_the_sheet_is_one_page(official, code, paper):
    official.goto(f"{reverse('dashboard_sheet', args=[code])}?paper={paper}")
    assert len(PAGES.findall(official.pdf(prefer_css_page_size=True))) == 1


def test_the_trend_is_drawn_beside_its_table(official):
    official.goto(reverse("dashboard"))
    official.locator("figure[data-chart] canvas").wait_for()
    assert official.locator("figure[data-chart] tbody tr").count() == 24


def test_without_script_the_table_stands_alone(without_script, town):
    town.complaint(until="close")
    refresh_figures()
    town.enter(without_script, town.official)
    without_script.goto(reverse("dashboard"))
    assert without_script.locator("figure[data-chart] tbody tr").count() == 24
    assert not without_script.locator(".chart").is_visible()
