"""Finding events: by what leads, within the area, page by key, along an index."""

from datetime import timedelta

import pytest
from django.db import connection

from governance.timeline.models import Event
from governance.timeline.record import record
from governance.web.audit import searching
from governance.web.audit.searching import Asked, posts_of, read_key, search
from tests import actors

pytestmark = pytest.mark.django_db


def keys(rows):
    return [*rows.order_by("-at", "-pk").values_list("pk", flat=True)]


def test_an_auditor_of_the_city_finds_everything_newest_first(case, elsewhere, auditor):
    assert search(Asked(), auditor).keys == keys(Event.objects.filter(pk__gt=0))


def test_an_auditor_of_a_county_finds_the_own_county_alone(case, elsewhere, county_auditor):
    assert search(Asked(), county_auditor).keys == keys(Event.objects.of(case))


def test_nobody_else_finds_anything(case, clerk, operator, official):
    assert [search(Asked(), person).keys for person in (clerk, operator, official)] == [[], [], []]


def test_by_number_person_office_procedure_and_step(case, elsewhere, auditor, clerk, operator):
    office = clerk.acting_post.office
    assert search(Asked(number=case.number), auditor).keys == keys(Event.objects.of(case))
    assert search(Asked(number="2026-无此编号"), auditor).keys == []
    assert search(Asked(people=(clerk.pk,)), auditor).keys == keys(Event.objects.filter(by=clerk))
    assert search(Asked(people=(clerk.pk, operator.pk)), auditor).keys == keys(Event.objects.filter(by__in=[clerk, operator]))
    assert search(Asked(posts=posts_of(office)), auditor).keys == keys(Event.objects.filter(post__office=office))
    assert search(Asked(procedure="complaints"), auditor).keys == keys(Event.objects.filter(pk__gt=0))
    assert search(Asked(procedure="venues"), auditor).keys == []
    assert search(Asked(procedure="complaints", step="complaints.sign"), auditor).keys == keys(Event.objects.filter(kind="complaints.sign"))


def test_what_does_not_lead_narrows_too(case, auditor, clerk, operator):
    asked = Asked(people=(clerk.pk,), posts=posts_of(operator.acting_post.office))
    assert search(asked, auditor).keys == []
    assert search(Asked(number=case.number, step="complaints.sign"), auditor).keys == keys(Event.objects.filter(kind="complaints.sign"))


def test_by_time(case, auditor, at):
    record_many(case, at, 3)
    late = search(Asked(since=at + timedelta(hours=2)), auditor).keys
    assert late == keys(Event.objects.filter(at__gte=at + timedelta(hours=2)))
    assert len(late) == 2
    assert set(search(Asked(until=at + timedelta(hours=2)), auditor).keys).isdisjoint(late)


def record_many(case, at, count):
    for hour in range(1, count + 1):
        record(case, "complaints.note", "记录", at=at + timedelta(hours=hour), tell=False)
        case.save(update_fields=["version"])


@pytest.mark.parametrize("lead", [{}, {"procedure": "complaints"}])
def test_pages_by_key_meet_without_gap_or_overlap(case, auditor, at, lead):
    record_many(case, at, 7)
    whole, paged, before = search(Asked(**lead), auditor).keys, [], ""
    for _page in range(6):
        found = search(Asked(**lead, before=before), auditor, most=2)
        paged, before = paged + found.keys, found.next
    assert paged == whole


def test_a_rare_answer_is_looked_for_in_portions(case, auditor, at):
    record_many(case, at, 7)
    asked, found = {"procedure": "complaints", "step": "complaints.sign"}, []
    short = search(Asked(**asked), auditor, look=3, batch=3)
    assert (short.keys, short.is_short) == ([], True)
    while short.next:
        short = search(Asked(**asked, before=short.next), auditor, look=3, batch=3)
        found += short.keys
    assert found == keys(Event.objects.filter(kind="complaints.sign"))


def test_the_statements_do_not_grow_with_the_rows(case, auditor, at, django_assert_num_queries):
    search(Asked(), auditor)
    with django_assert_num_queries(3):
        search(Asked(), auditor)
    record_many(case, at, 10)
    with django_assert_num_queries(3):
        search(Asked(), auditor)


@pytest.mark.parametrize("text", ["", "x", "1", "1.", ".1", "1.x", "9" * 30 + ".1", "١.٢", "--1.2"])
def test_a_strange_key_is_none(text):
    assert read_key(text) is None


@pytest.mark.parametrize("lead", ["all", "procedure", "person", "post"])
def test_each_question_walks_an_index_and_sorts_nothing(case, clerk, lead, at):
    """With sequential scans out of the question, the plan of every lead is one walk along an index in the order of time."""
    asked = {
        "all": Asked(), "procedure": Asked(procedure="complaints"), "person": Asked(people=(clerk.pk,)),
        "post": Asked(posts=(clerk.acting_post.pk,)),
    }[lead]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off")
    plan = searching.portion_of(searching.leads(asked)[0], asked, (at, 5))[:50].explain()
    assert "Index Scan" in plan
    assert "Sort" not in plan


def test_a_barred_auditor_does_not_find_the_case(case, auditor):
    type(case).objects.filter(pk=case.pk).update(barred_people=[auditor.pk])
    assert search(Asked(), auditor).keys == []
    assert auditor.acting_post.office.place.path == actors.CITY
