"""Events are written once and chained: whoever alters, removes or slips one in is found, and the row is named."""

from contextlib import contextmanager
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import InternalError, ProgrammingError, connection, transaction

from governance.flow.engine import take
from governance.timeline.models import Event
from governance.timeline.record import record, shortened, verify
from governance.timeline.rules import canonical, digest, facts_of, moment
from tests.core.deadlines.conftest import dispatched

pytestmark = pytest.mark.django_db
REFUSED = (InternalError, ProgrammingError)


@pytest.fixture
def case(complaint, operator, clerk, at):
    """A complaint with four events."""
    complaint = dispatched(complaint, operator, clerk.acting_post.office, at=at)
    return take(complaint, "sign", by=clerk, at=at)


@contextmanager
def behind_the_database_s_back():
    """What someone with full power over the database could do: triggers do not fire."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            yield cursor
        finally:
            cursor.execute("SET session_replication_role = DEFAULT")


def event_of(case, sequence):
    return Event.objects.of(case).get(sequence=sequence)


def alter(case, sequence, column, value):
    with behind_the_database_s_back() as cursor:
        cursor.execute(f"UPDATE governance_event SET {column} = %s WHERE id = %s", [value, event_of(case, sequence).pk])


def test_events_are_numbered_and_each_continues_the_one_before(case):
    events = list(Event.objects.of(case).order_by("sequence"))
    assert [event.sequence for event in events] == [1, 2, 3, 4]
    assert [event.previous for event in events] == ["", *(event.digest for event in events[:-1])]
    assert case.version == 4


@pytest.mark.parametrize(
    "statement",
    ["UPDATE governance_event SET note = 'x'", "DELETE FROM governance_event", "TRUNCATE governance_event CASCADE"],
)
def test_the_database_refuses_to_change_what_happened(case, statement):
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(REFUSED, match="written once"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Event.objects.of(case).count() == 4


def test_the_models_refuse_as_well(case):
    event = event_of(case, 2)
    event.note = "改写"
    with pytest.raises(REFUSED), transaction.atomic():
        event.save()
    with pytest.raises(REFUSED), transaction.atomic():
        event.delete()


def test_an_untouched_timeline_is_verified_with_its_count(case, capsys):
    call_command("verify_timeline")
    assert "4 events verified" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("note", "另一句话"),
        ("at", "2026-01-01 00:00+08"),
        ("label", "办结"),
        ("kind", "complaints.close"),
        ("actor", "system"),
        ("public", False),
        ("data", '{"office": 1}'),
        ("case_number", "HS-20260101-000001-0"),
        ("by_id", None),
        ("post_id", None),
        ("digest", "0" * 64),
        ("previous", "f" * 64),
    ],
)
def test_an_altered_column_is_found_and_its_row_named(case, column, value):
    alter(case, 3, column, value)
    broken = verify().broken
    assert (broken.object_id, broken.sequence) == (case.pk, 3)


def test_the_command_names_the_altered_row_and_fails(case):
    alter(case, 3, "note", "另一句话")
    with pytest.raises(CommandError, match=rf"{case.number} event 3 \(id {event_of(case, 3).pk}.*altered") as error:
        call_command("verify_timeline")
    assert error.value.returncode == 1


def test_whoever_alters_a_row_and_its_digest_breaks_the_next_row(case):
    event = event_of(case, 2)
    event.note = "另一句话"
    alter(case, 2, "note", event.note)
    alter(case, 2, "digest", digest(event.previous, facts_of(event)))
    verdict = verify()
    assert (verdict.broken.sequence, verdict.count) == (3, 2)
    assert "does not continue" in verdict.reason


def test_an_event_removed_from_the_middle_is_missed(case):
    with behind_the_database_s_back() as cursor:
        cursor.execute("DELETE FROM governance_event WHERE id = %s", [event_of(case, 2).pk])
    verdict = verify()
    assert (verdict.broken.sequence, verdict.reason) == (3, "an event before it is missing")


def test_the_last_event_removed_is_missed(case):
    """The chain of what is left holds; the case's own count tells."""
    with behind_the_database_s_back() as cursor:
        cursor.execute("DELETE FROM governance_event WHERE id = %s", [event_of(case, 4).pk])
    assert verify().broken is None
    assert shortened(type(case)) == case.number
    with pytest.raises(CommandError, match=f"{case.number}: its last event is missing"):
        call_command("verify_timeline")


def test_all_events_removed_are_missed(case):
    with behind_the_database_s_back() as cursor:
        cursor.execute("DELETE FROM governance_notice; DELETE FROM governance_event")
    assert shortened(type(case)) == case.number


def test_an_altered_case_does_not_hide_behind_a_sound_one(case, filing):
    other = filing().complaint
    alter(other, 1, "note", "另一句话")
    assert verify().broken.case_number == other.number


def test_an_event_outside_a_transaction_is_refused(case, at):
    with mock.patch("governance.timeline.record.connection") as outside:
        outside.in_atomic_block = False
        with pytest.raises(transaction.TransactionManagementError):
            record(case, "complaints.note", "说明", at=at)


def test_the_same_facts_give_the_same_text_whatever_their_order_or_zone(at):
    assert canonical({"b": 1, "a": "城"}) == canonical({"a": "城", "b": 1}) == '{"a":"城","b":1}'
    assert moment(at) == moment(at.astimezone(tz=None))


def test_an_empty_field_and_its_neighbour_cannot_change_places():
    assert digest("", ["ab", ""]) != digest("", ["a", "b"])
    assert digest("", ["ab", ""]) != digest("", ["", "ab"])


def test_residents_see_only_what_is_public(case):
    seen = list(Event.objects.of(case).for_residents().values_list("kind", flat=True))
    assert "complaints.classify" not in seen
    assert {"complaints.register", "complaints.dispatch", "complaints.sign"} == set(seen)


def test_the_actor_is_told_as_an_office_never_as_a_person(case, clerk):
    event = Event.objects.of(case).with_actors().get(sequence=4)
    assert event.actor_label == clerk.acting_post.office.short_name
    assert clerk.name not in event.actor_label
