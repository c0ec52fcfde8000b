"""Each figure counts exactly its rows."""

import pytest
from django.urls import reverse

from disputes.mediation.indicators import ACCEPTED, CONFIRMED, DIVERTED, ON_TIME, PARTS, PERFORMED, SUCCESS, per_committee
from disputes.mediation.models import Mediation
from governance.cases.indicators import DENOMINATOR
from governance.flow import engine
from governance.people.enums import Role
from tests.actors import OTHER_TOWNSHIP, actor, days
from tests.disputes.mediation.conftest import walk


@pytest.fixture
def four(opening, mediator, at):
    """One untouched, one being mediated, one filed with its agreement kept, one ended without."""
    opening()
    walk(opening().mediation, mediator, at, until="assign")
    walk(opening().mediation, mediator, at)
    ended = walk(opening().mediation, mediator, at, until="assign")
    engine.take(ended, "end", by=mediator, at=at + days(5), note="不成。", end_reason="apart")


@pytest.mark.parametrize(
    ("indicator", "counts"),
    [(ACCEPTED, (3, 3)), (SUCCESS, (1, 2)), (ON_TIME, (2, 2)), (PERFORMED, (1, 1)), (CONFIRMED, (0, 1)), (DIVERTED, (0, 0))],
)
def test_numerator_and_denominator(four, indicator, counts):
    rows = Mediation.objects.order_by()
    assert (indicator.rows(rows).count(), indicator.rows(rows, DENOMINATOR).count()) == counts


def test_each_committee_is_counted_by_the_same_rows(four, committee, django_assert_num_queries):
    with django_assert_num_queries(1):
        [row] = per_committee(Mediation.objects.order_by())
    assert (row["office__code"], row["total"]) == (committee.code, 4)
    assert {name: row[name] for name in PARTS} == {
        name: Mediation.objects.filter(condition).count() for name, (_label, condition) in PARTS.items()
    }


def test_the_page_of_figures_opens_its_rows(four, signed_in, mediator):
    client = signed_in(mediator)
    [row] = client.get(reverse("mediation_figures")).context["committees"]
    assert [one["value"] for one in row["counts"]] == [3, 2, 0]
    success = row["rates"][0]
    assert (success["percent"], len(client.get(success["url"]).context["page"].rows)) == ("50.0%", 1)


def test_a_neighbour_sees_no_figures_of_the_committee(four, signed_in):
    stranger = actor(Role.MEDIATOR, OTHER_TOWNSHIP)
    assert signed_in(stranger).get(reverse("mediation_figures")).context["committees"] == []
