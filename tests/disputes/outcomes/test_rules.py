"""Which centre looks again, and which answers ask for reopening: over all places and all answers."""

from itertools import product

import pytest

from disputes.complaints.enums import Satisfaction, Solved
from disputes.outcomes.rules import asks_again, goes_up, reviewing_path
from governance.places.models import Place


@pytest.mark.django_db
def test_the_reviewing_centre_is_always_the_next_division_above():
    for path in Place.objects.values_list("path", flat=True):
        above = reviewing_path(path)
        assert path.startswith(above)
        assert above == "1501" if len(path) == 4 else len(above) < len(path)


def test_only_the_second_refusal_goes_up():
    assert [goes_up(times) for times in range(4)] == [False, False, True, True]


@pytest.mark.parametrize(("solved", "satisfaction"), list(product(Solved.values, Satisfaction.values)))
def test_an_answer_asks_again_when_anything_of_it_is_unhappy(solved, satisfaction):
    unhappy = solved == "no" or satisfaction == "dissatisfied"
    assert asks_again(solved=solved, satisfaction=satisfaction, declined=False) == unhappy
    assert not asks_again(solved=solved, satisfaction=satisfaction, declined=True)
