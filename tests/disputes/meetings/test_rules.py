"""When a meeting can be announced, and what its minutes lack."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as some

from disputes.meetings.rules import announce_faults, next_position, unrecorded
from tests.conftest import MONDAY


@given(some.integers(0, 3), some.integers(0, 3), some.integers(-3, 3))
def test_a_meeting_is_announced_only_with_items_members_and_time_ahead(items, members, days):
    faults = announce_faults(items=items, members=members, meet_at=MONDAY + timedelta(days=days), at=MONDAY)
    assert (faults == []) == (items > 0 and members > 0 and days > 0)


@given(some.lists(some.sampled_from(["", " \n", "同意。"]), max_size=8))
def test_minutes_say_something_of_every_item(texts):
    missing = unrecorded(enumerate(texts, start=1))
    assert [texts[position - 1].strip() for position in missing] == [""] * len(missing)
    assert len(missing) == sum(not text.strip() for text in texts)


@given(some.lists(some.integers(1, 99), unique=True, max_size=8))
def test_a_new_item_stands_last(taken):
    assert all(next_position(taken) > one for one in taken)
