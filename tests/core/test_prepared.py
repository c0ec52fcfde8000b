"""A prepared query answers what its queryset answers, for every value; and refuses what it could not exchange."""

from datetime import datetime

import pytest
from django.utils import timezone

from governance.cases.models import WorkOrder
from governance.people.models import Post
from governance.prepared import NotPrepared, Prepared, PreparedOf
from governance.timeline.models import Event

pytestmark = pytest.mark.django_db
LIVE = Prepared(lambda user, at: Post.objects.live(at).with_office().filter(user=user), user=int, at=datetime)


def test_it_answers_as_the_queryset_does(operator, clerk, django_assert_num_queries):
    at = timezone.now()
    for person in (operator, clerk, operator):
        expected = list(Post.objects.live(at).filter(user=person))
        with django_assert_num_queries(1):
            rows = LIVE.rows(user=person.pk, at=at)
            assert [(row, row.user.name, row.office.place.path) for row in rows] == [
                (row, person.name, row.office.place.path) for row in rows
            ]
        assert rows == expected


def test_nobody_answers_with_nothing():
    assert LIVE.rows(user=0, at=timezone.now()) == []
    assert LIVE.first(user=0, at=timezone.now()) is None


def test_what_hangs_on_a_case(complaint):
    events = PreparedOf(lambda: Event.objects.with_actors().order_by("-sequence"))
    orders = PreparedOf(lambda: WorkOrder.objects.select_related("office"))
    assert events.of(complaint) == list(Event.objects.of(complaint).order_by("-sequence")) != []
    assert orders.of(complaint) == list(WorkOrder.objects.of(complaint))


def test_rows_of_values_are_named(operator):
    names = Prepared(lambda user: Post.objects.filter(user=user).values_list("role", "office__short_name", named=True), user=int)
    assert [row.role for row in names.rows(user=operator.pk)] == [operator.acting_post.role]


def test_a_value_that_does_not_reach_the_sql_is_refused():
    lost = Prepared(lambda user, name: Post.objects.filter(user=user, user__name__icontains=name), user=int, name=str)
    with pytest.raises(NotPrepared, match="name"):
        lost.rows(user=1, name="王")
