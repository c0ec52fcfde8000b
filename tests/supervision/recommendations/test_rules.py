"""Who sends what to whom, and under which limit it is answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from governance.deadlines.models import Limit
from supervision.recommendations.rules import KINDS, answer_limit, kind_of, reaches, service_faults

PATHS = some.lists(some.sampled_from("0123456789"), min_size=3, max_size=9).map("".join)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS.values())
@pytest.mark.parametrize(("urgent", "rounds"), [(False, 0), (True, 0), (False, 2), (True, 1)])
def test_every_answer_has_a_limit_in_force(kind, urgent, rounds, at):
    assert Limit.objects.valid(at).filter(code=answer_limit(kind, urgent=urgent, rounds=rounds)).exists()


@pytest.mark.django_db
def test_a_procuratorate_gives_two_months_and_cites_the_rule(at):
    limit = Limit.objects.valid(at).get(code=answer_limit("procuratorial", urgent=False, rounds=0))
    assert (limit.amount, limit.unit, "检察建议工作规定" in limit.citation) == (2, "months", True)


def test_other_offices_send_nothing():
    assert [kind_of(trade) for trade in ("housing", "", "congress")] == ["", "", ""]


@given(PATHS, PATHS)
def test_a_body_reaches_its_own_area_and_nothing_else(sender, below):
    assert reaches(sender, sender + below)
    assert not reaches(sender + below, sender)


@pytest.mark.parametrize(("way", "receiver", "faults"), [("left", "", {}), ("post", " ", {"receiver": "missing"}), ("post", "主任", {})])
def test_what_is_not_left_behind_is_signed_for(way, receiver, faults):
    assert service_faults(way=way, receiver=receiver) == faults
