"""A resident stands in the street and asks who serves here: one press, and the telephone's position is enough (Art. 48)."""

from django.utils import timezone
from playwright.sync_api import expect

from grids.mesh.services import change_grid
from tests.browser.conftest import PHONE
from tests.browser.walking import button
from tests.grids import makers

HERE = {"latitude": 40.855, "longitude": 111.665}
RING = [[111.66, 40.85], [111.67, 40.85], [111.67, 40.86], [111.66, 40.86], [111.66, 40.85]]


def drawn():
    grid = makers.grid()
    grid.boundary, grid.boundary_source = {"type": "Polygon", "coordinates": [RING]}, "街道勾画"
    change_grid(grid, ["boundary"], by=None, at=timezone.now())
    return grid


def test_one_press_finds_the_grid(visit, town):
    grid = drawn()
    page = visit(**PHONE, geolocation=HERE, permissions=["geolocation"])
    page.goto("/my-grid/")
    button(page, "按位置查找").click()
    expect(page.get_by_role("heading", name="按位置查找网格员")).to_be_visible()
    expect(page.locator("main").get_by_text(grid.name, exact=True)).to_be_visible()


def test_a_telephone_that_does_not_tell_is_said(visit, town):
    page = visit(**PHONE)
    page.goto("/my-grid/")
    button(page, "按位置查找").click()
    expect(page.get_by_text("没有取得位置，请按村（社区）查找。")).to_be_visible()
