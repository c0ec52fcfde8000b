"""The list: dates, services, states, pages, boxes and circles."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.complaints.models import Complaint
from disputes.open311.rules import rounded
from tests.disputes.open311.conftest import HOME


@pytest.fixture
def spread(filing, lamp):
    """Nine complaints of the last eighty days, two days and half a degree apart."""
    now = timezone.now()
    made = [
        filing(at=now - timedelta(days=10 * index), category=lamp, latitude=40.5 + index / 20, longitude=111.5 + index / 20)
        for index in range(9)
    ]
    return [filed.complaint for filed in made]


def numbers(answer):
    return [row["service_request_id"] for row in answer.json()]


def test_the_newest_first(spread, georeport):
    assert numbers(georeport.get("requests.json")) == [one.number for one in spread]


def test_older_than_ninety_days_only_when_asked(filing, lamp, georeport):
    old = filing(at=timezone.now() - timedelta(days=120), category=lamp).complaint
    assert numbers(georeport.get("requests.json")) == []
    start = (old.opened_at - timedelta(days=1)).isoformat()
    assert numbers(georeport.get("requests.json", start_date=start)) == [old.number]
    assert numbers(georeport.get("requests.json", service_request_id=old.number)) == [old.number]


def test_dates_are_both_included(spread, georeport):
    start, end = spread[3].opened_at.isoformat(), spread[1].opened_at.isoformat()
    assert numbers(georeport.get("requests.json", start_date=start, end_date=end)) == [one.number for one in spread[1:4]]


@pytest.mark.parametrize("spelt", [{"status": "open"}, {"status": "OPEN"}, {"status": "open,closed"}, {"status": ["open", "closed"]}, {}])
def test_open_ones_under_every_spelling(spread, georeport, spelt):
    assert len(numbers(georeport.get("requests.json", **spelt))) == 9


def test_closed_ones(spread, georeport):
    Complaint.objects.filter(pk=spread[0].pk).update(state="closed", closed_at=timezone.now())
    row = georeport.get("requests.json", status="closed").json()
    assert [(one["service_request_id"], one["status"]) for one in row] == [(spread[0].number, "closed")]


@pytest.mark.parametrize(("codes", "count"), [("0403", 9), ("0403,0101", 9), ("0101", 0), ("unknown", 0), ("", 9)])
def test_services_may_be_several(spread, georeport, codes, count):
    assert len(numbers(georeport.get("requests.json", service_code=codes))) == count


def test_numbers_override_everything_else(spread, georeport):
    wanted = f"{spread[2].number},{spread[5].number}"
    assert set(numbers(georeport.get("requests.json", service_request_id=wanted, status="closed", service_code="0101"))) == set(
        wanted.split(",")
    )


def test_jurisdiction_is_tolerated(spread, georeport):
    assert len(numbers(georeport.get("requests.json", jurisdiction_id="sfgov.org"))) == 9


def test_pages_cover_everything_once(spread, georeport):
    pages = [georeport.get("requests.json", page_size=4, page=page) for page in (1, 2, 3, 4)]
    assert [len(numbers(page)) for page in pages] == [4, 4, 1, 0]
    assert sum(map(numbers, pages), []) == [one.number for one in spread]
    assert ['rel="next"' in page.headers.get("Link", "") for page in pages] == [True, True, False, False]


def test_the_key_is_not_in_the_link_to_the_next_page(spread, georeport):
    answer = georeport.get("requests.json", page_size=4, api_key=georeport.key.plain)
    assert georeport.key.plain not in answer["Link"]


def test_a_box(spread, georeport):
    found = numbers(georeport.get("requests.json", bbox="111.55,40.55,111.7,40.7"))
    assert found == [one.number for one in spread[1:5]]


def test_a_circle(spread, georeport):
    here = {"lat": "40.6", "long": "111.6"}
    assert numbers(georeport.get("requests.json", **here, radius=500)) == [spread[2].number]
    assert set(numbers(georeport.get("requests.json", **here, radius=8000))) == {one.number for one in spread[1:4]}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(40.7995, 40.8005, exclude_max=True), st.floats(-0.002, 0.002), st.floats(0, 0.002))
def test_boxes_find_what_they_show_and_nothing_finer(spread, georeport, exact, shift, size):
    Complaint.objects.filter(pk=spread[0].pk).update(latitude=exact)
    south = rounded(40.8 + shift)
    north = rounded(south + size)
    found = numbers(georeport.get("requests.json", bbox=f"111,{south},112,{north}"))
    assert (spread[0].number in found) == (south <= 40.8 <= north)


def test_the_limit_is_the_handling_limit(complaint, georeport, operator, at):
    assert georeport.get(f"requests/{complaint.number}.json").json()[0]["expected_datetime"] is None


def test_as_many_statements_for_one_as_for_nine(spread, georeport, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        assert len(numbers(georeport.get("requests.json"))) == 9


def test_what_has_no_point_shows_none(filing, lamp, georeport):
    number = filing(category=lamp, code=HOME).complaint.number
    row = georeport.get("requests.json", service_request_id=number).json()[0]
    assert (row["lat"], row["long"], row["address"]) == (None, None, "新城区海拉尔东路街道公主府社区")
