"""An entry is changed on its day, added to afterwards, read and commented by the township; a demand becomes a report once."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from governance.cases.models import Handover
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.people.models import Leave
from governance.timeline.models import Event
from governance.timeline.record import verify
from grids.diary import services
from grids.diary.enums import FINAL, Kind, State
from grids.diary.flow import FLOW
from grids.diary.models import Entry, Revision
from grids.diary.permissions import FOLLOW
from grids.diary.rules import title_of, with_addition
from grids.reports.models import Report, ReportKind
from tests import actors
from tests.flows import allowed, meant_for
from tests.grids import makers
from tests.grids.diary.conftest import WORDS

DAY = timedelta(days=1)


def revise(entry, by, at, **facts):
    return engine.take(entry, "revise", by=by, at=at, **{"kind": "demand", "happened_on": entry.happened_on, "text": WORDS, **facts})


def become(entry, by, at):
    kind = ReportKind.objects.get(code="service")
    return engine.take(entry, "become_report", by=by, at=at, report_kind=kind, matter="请增设晾衣杆。")


def test_sent_twice_it_is_one_entry(writing):
    key = uuid4()
    assert writing(submission=key) == writing(submission=key)
    assert Entry.objects.count() == 1


def test_it_is_changed_on_its_day_and_what_it_said_before_is_kept(entry, worker, at):
    changed = revise(entry, worker, at + timedelta(hours=3), text="居民希望增设两处晾衣杆。", kind="visit")
    assert (changed.title, changed.kind) == ("居民希望增设两处晾衣杆", "visit")
    assert (Revision.objects.get().text, Revision.objects.get().kind) == (WORDS, "demand")
    with pytest.raises(engine.StepRefused):
        revise(entry, worker, at + DAY)


def test_after_its_day_it_is_added_to(entry, worker, at):
    assert (services.close_days(at=at + DAY), services.close_days(at=at + DAY)) == (1, 0)
    assert "revise" not in {step.name for step in engine.available(Entry.objects.get(), worker)}
    added = engine.take(entry, "add", by=worker, at=at + DAY, addition="物业同意安装。", files=[])
    assert (added.state, added.additions, added.text) == (State.KEPT, "2026-11-24补充：物业同意安装。", WORDS)


def test_the_day_is_not_over_before_midnight(entry, at):
    assert services.close_days(at=at.replace(hour=23)) == 0


def test_the_township_reads_and_comments_and_the_writer_is_told(entry, worker, township, at):
    engine.take(entry, "comment", by=township, at=at, note="请与物业联系。")
    assert Notice.objects.get(rule="diary.commented").recipient == worker
    read = engine.take(entry, "read", by=township, at=at)
    assert (read.state, Notice.objects.filter(rule="diary.read_with_words").count()) == (State.READ, 0)
    assert "批注" in str(Event.objects.of(entry).get(kind="diary.comment").label)


def test_what_was_read_is_no_longer_changed(entry, worker, township, at):
    engine.take(entry, "read", by=township, at=at, note="办得好。")
    with pytest.raises(engine.StepRefused):
        revise(entry, worker, at)
    assert Notice.objects.filter(rule="diary.read_with_words", recipient=worker).exists()


def test_a_demand_becomes_a_report_once_with_its_contact(entry, worker, at):
    turned = become(entry, worker, at)
    with pytest.raises(engine.StepRefused):
        become(entry, worker, at)
    report = Report.objects.get()
    assert (turned.report, report.kind.code, report.reporter, report.description) == (report, "service", worker, "请增设晾衣杆。")
    assert (str(report.contact_phone), Handover.objects.of(entry).get().target) == (str(entry.contact_phone), report)
    assert Event.objects.of(report).filter(kind="handover.received").exists()
    with pytest.raises(engine.StepRefused):
        revise(entry, worker, at, kind="visit")


def test_only_a_demand_becomes_a_report(writing, worker, at):
    with pytest.raises(engine.StepRefused):
        become(writing(kind="meeting"), worker, at)


def test_a_peer_takes_no_step(entry, peer, at):
    assert engine.available(entry, peer) == []
    with pytest.raises(engine.StepRefused):
        become(entry, peer, at)


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, entry, township, worker, at):
    assert all(step in FLOW.leaving(state) for state in step.source)
    for state in [state for state in State if state not in step.source]:
        Entry.objects.filter(pk=entry.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(entry, step.name, by=township, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(entry).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, entry):
    person = actors.actor(role)
    entry.author_id = person.pk
    assert allowed(FLOW, person, entry) == meant_for(FLOW, role)


def test_every_step_leaves_one_link_in_an_unbroken_chain(entry, worker, township, at):
    become(entry, worker, at)
    engine.take(entry, "comment", by=township, at=at, note="好。")
    assert verify().broken is None


def test_an_entry_is_owed_within_the_limit(worker, writing, township, at):
    assert services.owed(township, FOLLOW, at=at + 6 * DAY) == []
    assert [one.worker for one in services.owed(township, FOLLOW, at=at + 9 * DAY)] == [worker]
    writing(at=at + 8 * DAY)
    assert services.owed(township, FOLLOW, at=at + 9 * DAY) == []
    assert services.next_due(worker, at=at + 9 * DAY) > at + 15 * DAY


def test_who_is_on_leave_owes_none(worker, peer, township, at):
    Leave.objects.create(post=worker.acting_post, deputy=peer.acting_post, begins=at, ends=at + 30 * DAY, by=worker, at=at)
    assert services.owed(township, FOLLOW, at=at + 9 * DAY) == []


def test_nobody_is_reminded_of_workers_elsewhere(worker, at, offices):
    elsewhere = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert services.owed(elsewhere, FOLLOW, at=at + 30 * DAY) == []


def test_counts_stand_by_place_and_kind(writing, grid):
    for kind in ("visit", "visit", "demand"):
        writing(kind=kind)
    makers.grid(actors.OTHER_VILLAGE)
    row = services.counts(Entry.objects.within(actors.COUNTY), actors.place(actors.COUNTY))[0]
    assert (row["place"].code, row["total"], [number for _label, number in row["numbers"]]) == (actors.TOWNSHIP, 3, [2, 0, 1, 0])


def test_titles_and_additions_are_sums():
    assert (title_of("走访", " "), title_of("走访", "走访5户。都好。"), len(title_of("走访", "长" * 50))) == ("走访", "走访5户", 28)
    assert with_addition("甲", " 乙 ", day=date(2026, 1, 2)) == "甲\n2026-01-02补充：乙"
    assert set(Kind.values) == {"visit", "meeting", "demand", "publicity"}
