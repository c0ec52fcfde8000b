"""Pages of a list: fifty rows, exact within a thousand, honest beyond."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.places.models import Place
from governance.web import listing
from governance.web.listing import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    return Place.objects.at("township").order_by("path")  # 99 of them


def test_the_first_page_holds_the_first_fifty(places):
    page = page_of(places, 1)
    assert page.rows == list(places[:50])
    assert (page.has_previous, page.has_next, page.first_index, page.last_index) == (False, True, 1, 50)


def test_the_pages_together_hold_every_row_once(places):
    pages = page_of(places, "1").rows + page_of(places, "2").rows
    assert pages == list(places)
    assert page_of(places, 2).has_next is False


def test_the_count_is_exact_up_to_its_end_and_honest_beyond(places, monkeypatch):
    assert (page_of(places, 1).count, page_of(places, 1).count_is_more) == (places.count(), False)
    monkeypatch.setattr(listing, "COUNT_UP_TO", 60)
    assert (page_of(places, 1).count, page_of(places, 1).count_is_more) == (60, True)


@pytest.mark.parametrize("number", ["", "x", "0", "-1", "1e3", "99999", None])
def test_a_page_that_cannot_be_is_the_first(places, number):
    assert page_of(places, number).number == 1


def test_a_short_list_is_counted_without_asking_again(places):
    with CaptureQueriesContext(connection) as caught:
        page = page_of(places.filter(path__startswith="150102"), 1)
    assert page.count == len(page.rows)
    assert len(caught) == 1


def test_an_empty_list_is_a_page_too(places):
    page = page_of(places.none(), 1)
    assert (page.rows, page.count, page.first_index, page.last_index) == ([], 0, 0, 0)
