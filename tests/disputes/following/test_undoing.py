"""Merged and let go again, a complaint is what it was: every column, every clock; whoever works beside it changes nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.complaints.models import Category, Complaint
from disputes.complaints.services import file_complaint
from disputes.following import services
from disputes.following.models import Merge
from disputes.following.sheet import report
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.disputes.complaints.test_flow import walk

WAYS = ("", "classify", "dispatch", "object", "sign", "contact", "extended")
UNCHANGED = {"version"}  # numbers the events, of which two were added


def columns(case):
    names = [field.attname for field in case._meta.concrete_fields if not field.generated]
    return {name: str(value) for name, value in Complaint.objects.filter(pk=case.pk).values(*names).get().items() if name not in UNCHANGED}


def clocks(case):
    return list(Deadline.objects.of(case).order_by("pk").values())


def taken(case, way, operator, clerk, at):
    """The complaint somewhere on its way; "object" stops clocks by itself."""
    if way == "object":
        walk(case, operator, clerk, at, until="dispatch")
        return engine.take(case, "object", by=clerk, at=at + timedelta(hours=1), note="不属本单位。")
    if way == "extended":
        walk(case, operator, clerk, at, until="contact")
        engine.take(case, "ask_extension", by=clerk, at=at + timedelta(hours=2), note="等配件。", amount=2)
        return engine.take(case, "grant_extension", by=operator, at=at + timedelta(hours=2), note="同意。")
    return walk(case, operator, clerk, at, until=way) if way else case


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=st.sampled_from(WAYS), later=st.integers(3, 900))
def test_merged_and_let_go_at_once_it_is_what_it_was(lead, twin, operator, clerk, at, way, later):
    with transaction.atomic():
        moment, case = at + timedelta(hours=later), taken(twin().complaint, way, operator, clerk, at)
        ring(case, at=moment)
        before = columns(case), clocks(case)
        engine.take(case, "merge", by=operator, at=moment, note="同一件事。", merged_into=lead)
        engine.take(case, "unmerge", by=operator, at=moment, note="不是同一件事。")
        assert (columns(case), clocks(case)) == before
        transaction.set_rollback(True)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=st.sampled_from(WAYS), after=st.integers(1, 400))
def test_let_go_later_only_what_is_due_has_moved(lead, twin, operator, clerk, at, way, after):
    moved = {"due_at", "next_alarm_at", "provisional"}
    with transaction.atomic():
        moment, case = at + timedelta(hours=3), taken(twin().complaint, way, operator, clerk, at)
        before, rows = clocks(case), columns(case)
        engine.take(case, "merge", by=operator, at=moment, note="同一件事。", merged_into=lead)
        engine.take(case, "unmerge", by=operator, at=moment + timedelta(hours=after), note="不是。")
        pairs = zip(before, clocks(case), strict=True)
        assert all({**old, **{name: new[name] for name in moved}} == new and old["due_at"] <= new["due_at"] for old, new in pairs)
        assert {**rows, "due_at": ""} == {**columns(case), "due_at": ""}
        transaction.set_rollback(True)


def test_the_lead_is_what_it_was_too(lead, twin, operator, merge, at):
    before = columns(lead), clocks(lead)
    follower = merge(twin().complaint, lead)
    engine.take(follower, "unmerge", by=operator, at=at, note="不是同一件事。")
    assert (columns(lead), clocks(lead)) == before
    assert [kind.rpartition(".")[2] for kind in Event.objects.of(lead).values_list("kind", flat=True)] == ["register", "gained", "lost"]


@pytest.fixture
def people(lasting):
    """An operator, a clerk and the moment; what they do is committed."""
    return actors.actor(Role.HOTLINE_OPERATOR), actors.actor(Role.TOWNSHIP_CLERK), timezone.now()


def filed(at, phone):
    noise = Category.objects.leaves().exclude(routes__level="village").filter(urgency="normal").first()
    return file_complaint(
        at=at,
        place=actors.place(actors.VILLAGE),
        category=noise,
        kind="complaint",
        description="烧烤店夜里很吵。",
        phone=phone,
        name="张三",
    ).complaint


def together(*calls):
    """Run these in threads of their own; what each gave or raised."""

    def run(call):
        try:
            return call()
        except engine.StepRefused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        return list(pool.map(run, calls))


def test_two_workers_tell_of_the_end_once(people):
    operator, clerk, at = people
    lead = filed(at, "13800000000")
    others = [filed(at, f"1391111000{n}") for n in range(4)]
    for other in others:
        engine.take(other, "merge", by=operator, at=at, note="同一件事。", merged_into=lead)
    walk(lead, operator, clerk, at)
    together(*[lambda: services.bring_along(lead.pk)] * 2, services.bring_all_along)
    found = report()
    assert (found["totals"]["closed_with_lead"], found["wrong"]) == (4, [])


def test_two_clerks_who_merge_crosswise_make_no_circle(people):
    operator, _clerk, at = people
    one, other = filed(at, "13800000000"), filed(at, "13911112222")
    pairs = [(one, other), (other, one)] * 2
    together(*[lambda a=a, b=b: engine.take(a, "merge", by=operator, at=at, note="同一件事。", merged_into=b) for a, b in pairs])
    assert Merge.objects.standing().count() <= 1
    assert Complaint.objects.ongoing().count() >= 1
