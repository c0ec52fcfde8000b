"""What was begun goes on by itself: the calendar calls the next round at the interval of the place."""

import pytest

from disputes.searches.models import Round, Search, SensitivePeriod
from disputes.searches.services import call_due, let_repeat, next_round
from governance.people.enums import Role
from governance.timeline.record import verify
from tests import actors
from tests.actors import days
from tests.disputes.searches.conftest import TODAY


@pytest.fixture
def called(calling):
    SensitivePeriod.objects.update(active=False)
    return calling(actors.TOWNSHIP, note="逐户走访。")


def due_in(called, at):
    """Days until the next round of its place."""
    return (next_round(called.place, at=at)[0] - TODAY).days


def test_the_next_round_is_called_on_its_day_and_not_before(called, at):
    assert call_due(at=at + days(due_in(called, at) - 1)) == 0
    moment = at + days(due_in(called, at))
    assert (call_due(at=moment), call_due(at=moment)) == (1, 0)
    following = Round.objects.newest_first().first()
    assert (following.begins, following.ends - following.begins) == (moment.date(), called.ends - called.begins)
    assert (following.office, following.called_by, following.note) == (called.office, None, "逐户走访。")
    assert Search.objects.filter(round=following).count() == Search.objects.filter(round=called).count()
    assert verify().broken is None


def test_after_an_outage_one_round_begins_today(called, at):
    late = at + days(200)
    assert (call_due(at=late), Round.objects.newest_first().first().begins) == (1, late.date())


def test_where_days_are_sensitive_a_round_ends_before_the_next_one_begins(called, at):
    SensitivePeriod.objects.create(name="重点时段", begins=TODAY, ends=TODAY + days(90))
    place = actors.place(actors.VILLAGE)
    Round.objects.filter(pk=called.pk).update(place=place, place_path=place.path)
    assert call_due(at=at + days(1)) == 1
    following = Round.objects.newest_first().first()
    assert following.begins == following.ends == TODAY + days(1)
    assert following.period.name in following.title


def test_a_round_that_was_stopped_is_followed_by_none(called, at):
    let_repeat(called, False)
    assert call_due(at=at + days(200)) == 0


def test_whoever_calls_rounds_stops_and_resumes_them(signed_in, clerk, called):
    page = signed_in(clerk)
    assert "停止自动接续" in page.get(called.get_absolute_url()).content.decode()
    page.post(f"{called.get_absolute_url()}repeat/", {"repeats": "no"})
    assert not Round.objects.get().repeats
    assert "由人工发起" in page.get(called.get_absolute_url()).content.decode()


def test_a_village_does_not_stop_the_round_of_its_township(signed_in, called):
    page = signed_in(actors.actor(Role.VILLAGE_CLERK))
    assert page.post(f"{called.get_absolute_url()}repeat/", {"repeats": "no"}).status_code == 404
    assert Round.objects.get().repeats
