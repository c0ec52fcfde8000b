"""Weight over the wire, in an empty browser, without pictures: many phones here are old, and so are their networks."""

from tests.browser.looking import weight

FRONT_DOOR, WORKLIST = 100_000, 200_000  # bytes
FULL_PAGE = 50


def test_the_front_door_is_light(phone):
    assert weight(phone, "/") <= FRONT_DOOR


def test_the_form_is_light(phone):
    assert weight(phone, "/file/") <= FRONT_DOOR


def test_a_full_worklist_is_light(desktop, town):
    for _row in range(FULL_PAGE):
        town.filed()
    town.enter(desktop, town.operator)
    assert weight(desktop, "/complaints/") <= WORKLIST
    assert desktop.locator("tbody tr").count() == FULL_PAGE


def test_charts_are_fetched_only_where_they_are_drawn(desktop, town):
    fetched = []
    desktop.on("request", lambda request: fetched.append(request.url))
    town.enter(desktop, town.operator)
    desktop.goto("/complaints/", wait_until="networkidle")
    assert [url for url in fetched if "echarts" in url or "leaflet" in url] == []
