"""A round is searched village by village; what is found goes to whoever settles it, and what is left undone becomes visible."""

import pytest
from django.db import transaction

from disputes.complaints.models import Complaint
from disputes.mediation.models import Mediation
from disputes.searches.enums import FINAL, State
from disputes.searches.flow import FLOW
from disputes.searches.models import Entry, Round, Search, SensitivePeriod
from disputes.searches.services import next_round, remind_all
from governance.cases.models import Handover
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from supervision.oversight.models import Finding
from tests import actors
from tests.actors import days
from tests.disputes.searches.conftest import FOUND, NOTHING, TODAY
from tests.flows import allowed, meant_for


def record(search, by, at, **changed):
    return engine.take(search, "record", by=by, at=at, **{**NOTHING, **changed})


def test_every_village_of_the_place_owes_a_search_until_the_end_of_the_round(calling):
    called = calling(actors.TOWNSHIP)
    rows = Search.objects.filter(round=called)
    assert {row.place.parent.code for row in rows} == {actors.TOWNSHIP}
    assert {row.due_at for row in rows} == {called.ends_at}
    assert rows.get(place__code=actors.VILLAGE).office.type == OfficeType.VILLAGE


def test_the_same_form_calls_once(calling):
    mark = "5d0c1a9e-6a2f-4a53-9d1c-0f3f4a3f9f10"
    assert calling(submission=mark) == calling(submission=mark)
    assert (Round.objects.count(), Search.objects.count()) == (1, 1)


def test_the_ordinary_way_is_searched_and_finished_in_time(search, worker, village, at):
    search = record(search, worker, at)
    search = record(search, worker, at, grid="第二网格")
    done = engine.take(search, "finish", by=village, at=at + days(1), grids_total=2)
    assert (done.state, done.kept, done.found) == (State.DONE, True, 0)
    assert list(Entry.objects.values_list("grid", "by")) == [("第一网格", worker.pk), ("第二网格", worker.pk)]
    assert verify().broken is None


def test_it_is_not_finished_while_a_grid_is_missing(search, worker, at):
    search = record(search, worker, at)
    with pytest.raises(engine.StepRefused, match="还有 2 个网格"):
        engine.take(search, "finish", by=worker, at=at, grids_total=3)


@pytest.mark.parametrize(("handled", "model"), [("mediation", Mediation), ("complaints", Complaint)])
def test_what_is_found_goes_through_the_intake_and_both_keep_the_link(search, worker, at, handled, model):
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
    search = record(search, worker, at, **{**FOUND, "handled": handled})
    target, entry = model.objects.get(), Entry.objects.get()
    assert (search.found, search.handed, entry.became) == (1, 1, target.number)
    assert "电梯停运四天" in target.description
    assert [row.target for row in Handover.objects.of(search)] == [target]
    assert Event.objects.of(target).filter(kind="handover.received").exists()


def test_a_mediation_keeps_the_kind_that_was_found(search, worker, at):
    record(search, worker, at, **FOUND)
    assert Mediation.objects.get().kind == "property"


def test_what_was_settled_on_the_spot_stays_here(search, worker, at):
    search = record(search, worker, at, **{**FOUND, "handled": "spot", "settlement": "当场说和。"})
    assert (search.found, search.handed, Entry.objects.get().became) == (1, 0, "")
    assert not Handover.objects.exists()


@pytest.mark.parametrize("lacks", ["kind", "spot", "summary", "handled"])
def test_a_finding_without_its_facts_is_refused(search, worker, at, lacks):
    with pytest.raises(engine.StepRefused, match="写明"):
        record(search, worker, at, **{**FOUND, lacks: ""})
    assert not Entry.objects.exists()


def test_nobody_searches_tomorrow(search, worker, at):
    with pytest.raises(engine.StepRefused, match="不能晚于今天"):
        record(search, worker, at, searched_on=TODAY + days(1))


def test_what_is_not_done_in_time_counts_and_becomes_a_draft_finding(search, worker, at):
    actors.office(OfficeType.LEADING_GROUP, actors.COUNTY)
    actors.office(OfficeType.LEADING_GROUP, actors.TOWNSHIP)
    later = at + days(8)
    while sweep(at=later):
        pass
    search.refresh_from_db()
    assert search.kept is False
    assert str(Finding.objects.get().duty) == "未按期完成矛盾纠纷排查"
    search = record(Search.objects.get(), worker, later)
    assert engine.take(search, "finish", by=worker, at=later, grids_total=1).kept is False


def test_all_that_owe_are_pressed_once_a_day(calling, clerk, at):
    called = calling()
    assert remind_all(called, by=clerk, at=at) == (1, 0)
    assert remind_all(called, by=clerk, at=at) == (0, 1)
    assert remind_all(called, by=clerk, at=at + days(1)) == (1, 0)


def test_only_who_called_the_round_takes_it_back(search, clerk, at):
    centre = actors.actor(Role.CENTRE_OFFICER)
    with pytest.raises(engine.StepRefused, match="其他单位"):
        engine.take(search, "cancel", by=centre, at=at, note="重复。")
    assert engine.take(search, "cancel", by=clerk, at=at, note="重复。").state == State.DROPPED


def test_a_sensitive_period_brings_the_next_round_forward(calling, at):
    SensitivePeriod.objects.get_queryset().delete()
    called = calling(actors.TOWNSHIP)
    usual, last = next_round(called.place, at=at)
    SensitivePeriod.objects.create(name="重点时段", begins=TODAY + days(10), ends=TODAY + days(20))
    assert (usual, last) == (TODAY.replace(month=12), called)
    assert next_round(called.place, at=at)[0] == TODAY + days(10)
    assert next_round(actors.place(actors.COUNTY), at=at) == (None, None)


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, search, village, clerk, at):
    by = village if Role.VILLAGE_CLERK in step.needs.roles else clerk
    for state in [state for state in State if state not in step.source]:
        Search.objects.filter(pk=search.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(search, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(search).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, search):
    person = actors.actor(role)
    search.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, search) == meant_for(FLOW, role)
