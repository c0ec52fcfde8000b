"""An incident on its way: registered, verified, told level by level, graded by figures, over, reported to the end."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from emergencies.incidents.enums import FINAL, Source, State
from emergencies.incidents.flow import FLOW
from emergencies.incidents.models import Incident
from emergencies.incidents.rules import GRADES, grade_of, is_graver
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT, SYSTEM
from governance.people.enums import Role
from tests import actors
from tests.emergencies.incidents import scenes
from tests.flows import elsewhere

HOUR = timedelta(hours=1)


def clocks(incident):
    """Term → office, of what runs; the stretch for supplements apart."""
    rows = Deadline.objects.of(incident).still_open().exclude(term="incidents.supplement")
    return {row.term.removeprefix("incidents."): row.office_id for row in rows}


def test_the_bureau_of_the_kind_leads_and_those_on_duty_see_it(incident, fire, bureau, city_duty, at):
    lead = fire.acting_post.office_id
    assert (incident.state, incident.source, incident.office_id, incident.reporter_id) == (State.REGISTERED, Source.OFFICE, lead, lead)
    assert set(incident.office_ids) == {one.acting_post.office_id for one in (fire, bureau, city_duty)}
    assert clocks(incident) == {"verify": lead, "first_report": lead}
    assert incident.due_at == at + timedelta(minutes=30)


def test_the_same_form_and_the_same_call_are_one_incident(reporting):
    mark = uuid4()
    assert reporting(submission=mark) == reporting(submission=mark)
    calls = [reporting(by=SYSTEM, source="119", source_number="119-20261123-7") for _again in range(2)]
    assert (calls[0], Incident.objects.count()) == (calls[1], 2)


def test_a_site_owes_the_first_report_of_its_own(reporting, manager, fire):
    incident = reporting(by=manager, site=manager.acting_post.office)
    own, lead = manager.acting_post.office_id, fire.acting_post.office_id
    assert (incident.source, incident.office_id, clocks(incident)) == (Source.SITE, lead, {"verify": lead, "first_report": own})


def test_each_level_tells_the_next_within_its_limit(handled, fire, bureau, city_duty, at):
    told = scenes.told(handled, fire, at + timedelta(minutes=50))
    county = bureau.acting_post.office_id
    assert (told.reached, told.reporter_id, told.kept) == ("county", county, True)
    assert clocks(told) == {"follow_up": fire.acting_post.office_id, "upward": county}
    up = scenes.told(told, bureau, at + 2 * HOUR, "report_up")
    assert (up.reached, up.reporter, "upward" in clocks(up)) == ("city", None, False)  # a general one ends there
    graver = scenes.counted(up, fire, at + 3 * HOUR, dead=3)
    assert (graver.grade, clocks(graver)["upward"]) == ("larger", city_duty.acting_post.office_id)
    region = scenes.told(graver, city_duty, at + 4 * HOUR, "report_up")
    assert (region.reached, region.reporter, region.kept) == ("region", None, True)


def test_who_is_not_asked_does_not_report(handled, bureau, city_duty, at):
    for person in (bureau, city_duty):
        with pytest.raises(engine.StepRefused, match="其他单位"):
            scenes.told(handled, person, at)


def test_a_report_that_is_late_counts_at_once(handled, fire, at, fresh):
    sweep(at=at + 2 * HOUR)
    assert fresh(handled).kept is False
    assert scenes.told(handled, fire, at + 3 * HOUR).kept is False


def test_the_grade_follows_the_figures_and_is_judged_graver_with_reasons_only(handled, fire, at):
    assert (handled.computed, handled.grade) == ("general", "general")
    judged = engine.take(handled, "judge_grade", by=fire, at=at, note="影响恶劣。", grade="major")
    assert (judged.computed, judged.grade) == ("general", "major")
    counted = scenes.counted(judged, fire, at, dead=4)
    assert (counted.computed, counted.grade) == ("larger", "major")
    with pytest.raises(engine.StepRefused, match="不能判定得更低"):
        engine.take(counted, "judge_grade", by=fire, at=at, note="无。", grade="general")


def test_social_safety_has_no_grade(reporting, at):
    police = actors.actor(Role.DEPARTMENT_HANDLER, trade="police")
    incident = scenes.verified(reporting(kind_code="violence", dead=40), police, at)
    assert (incident.grade, incident.computed) == ("", "")
    with pytest.raises(engine.StepRefused):
        engine.take(incident, "judge_grade", by=police, at=at, note="严重。", grade="major")


def test_another_kind_brings_its_own_category(handled, fire, at):
    turned = engine.take(handled, "reclassify", by=fire, at=at, note="系人为纵火伤人。", kind=scenes.kind("violence"))
    assert (turned.category, turned.grade) == ("social", "")
    assert turned.supplement_until == handled.supplement_until + timedelta(days=23)  # thirty days in place of seven


def test_it_ends_without_a_response_and_closes_after_the_final_report(handled, fire, centre, at):
    raised = engine.take(handled, "raise_response", by=centre, at=at, note="启动。", response="4")
    told = scenes.told(raised, fire, at)
    with pytest.raises(engine.StepRefused, match="应急响应"):
        engine.take(told, "end", by=fire, at=at, note="结束。")
    calm = engine.take(told, "end_response", by=centre, at=at + HOUR, note="终止。")
    over = engine.take(calm, "end", by=fire, at=at + 2 * HOUR, note="明火扑灭。")
    assert set(clocks(over)) == {"upward", "final_report"}
    with pytest.raises(engine.StepRefused):
        engine.take(over, "close", by=fire, at=at + 2 * HOUR, note="归档。")
    done = scenes.told(over, fire, at + 3 * HOUR, "final_report")
    assert engine.take(done, "close", by=fire, at=at + 4 * HOUR, note="归档。").state == State.CLOSED


def test_a_change_is_told_for_seven_days_after_a_fire(incident, fire, at):
    closed = scenes.closed(incident, fire, at)
    later = scenes.told(closed, fire, at + timedelta(days=5), "supplement", **{**scenes.NOBODY, "dead": 1})
    assert (later.state, later.dead) == (State.CLOSED, 1)
    with pytest.raises(engine.StepRefused, match="期限已过"):
        scenes.told(later, fire, at + timedelta(days=9), "supplement", **scenes.NOBODY)


def test_it_is_merged_into_another_one_only(handled, reporting, fire, at):
    with pytest.raises(engine.StepRefused, match="另一起"):
        engine.take(handled, "merge", by=fire, at=at, note="同一起。", same_as=handled)
    again = reporting(by=RESIDENT)
    assert engine.take(again, "merge", by=fire, at=at, note="同一起。", same_as=handled).state == State.MERGED


def test_another_lead_takes_the_clocks_over(incident, fire, bureau, at):
    moved = engine.take(incident, "transfer", by=fire, at=at, note="属生产安全事故。", office=bureau.acting_post.office)
    assert set(clocks(moved).values()) == {bureau.acting_post.office_id}


def test_an_outbreak_has_measures_and_counts(reporting, at):
    health = actors.actor(Role.DEPARTMENT_HANDLER, trade="health")
    incident = scenes.verified(reporting(kind_code="food_poisoning", ill=35), health, at)
    assert incident.grade == "general"
    facts = {"measure": "water_food", "measure_until": None}
    taken = engine.take(incident, "take_measure", by=health, at=at, note="食堂停止供餐。", **facts)
    counts = dict.fromkeys(FLOW.step("count_cases").fields, 2)
    counted = engine.take(taken, "count_cases", by=health, at=at, note="均为午餐就餐人员。", **counts)
    assert counted.counts.get().figures == counts
    lifted = engine.take(counted, "lift_measure", by=health, at=at, note="复检合格。", lifted=counted.health_measures.get())
    assert lifted.health_measures.get().result == "复检合格。"
    with pytest.raises(engine.StepRefused):
        engine.take(lifted, "lift_measure", by=health, at=at, note="再次。", lifted=lifted.health_measures.get())


@pytest.mark.parametrize(
    ("figures", "grade"),
    [({"dead": 30}, "extraordinary"), ({"dead": 29}, "major"), ({"badly_hurt": 50}, "major"), ({"loss": 1000}, "larger"), ({}, "general")],
)
def test_accidents_are_graded_by_the_law(figures, grade, db):
    standards = scenes.kind().standards.model.objects.fitting(scenes.kind())
    assert grade_of(figures, standards.values_list("grade", "figure", "least", "second", "also")) == grade


def test_one_grade_is_graver_than_all_that_follow():
    for place, grade in enumerate(GRADES):
        assert [other for other in (*GRADES, "") if is_graver(grade, other)] == [*GRADES[place + 1 :], ""]


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, incident, fire, at):
    facts = {"verified_at": at, "final_report_at": at, "same_as": incident, "closed_at": at if state in FINAL else None}
    Incident.objects.filter(pk=incident.pk).update(state=state, **facts)
    stands = Incident.objects.get(pk=incident.pk)
    for step in elsewhere(FLOW, state):
        by = SYSTEM if step.needs == SYSTEM else fire
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(stands, step.name, by=by, at=at, note="x", **dict.fromkeys(step.fields))
    assert Incident.objects.get(pk=incident.pk).version == incident.version


def test_exactly_these_see_it(incident, clerk, fire, bureau, city_duty, manager, centre, official, offices):
    village, operator = actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.HOTLINE_OPERATOR)
    housing, elsewhere = actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    asked = [clerk, village, operator, fire, bureau, city_duty, centre, official, manager, housing, elsewhere]
    told = {one for one in asked if may(one, Incident.view_capability, incident)}
    assert told == {clerk, village, operator, fire, bureau, city_duty, centre, official}
