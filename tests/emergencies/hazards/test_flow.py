"""A hazard on its way: general or major, removed, checked by another, struck off; late, raised, rewarded."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from emergencies.hazards.enums import FINAL, Grade, Reward, Source, State
from emergencies.hazards.flow import FLOW
from emergencies.hazards.models import Hazard, Stage
from emergencies.hazards.public.services import report_by_public
from emergencies.hazards.services import raise_all, report_and_grade
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.hazards import scenes
from tests.flows import elsewhere


def clocks(hazard):
    return {row.term for row in Deadline.objects.of(hazard).still_open()}


def test_what_a_township_found_it_verifies_itself(hazard, township):
    assert (hazard.state, hazard.source, hazard.office) == (State.REPORTED, Source.TOWNSHIP, township)
    assert clocks(hazard) == {"hazards.verify"}


def test_the_same_form_twice_is_one_hazard(reporting):
    mark = uuid4()
    assert reporting(submission=mark) == reporting(submission=mark)
    assert Hazard.objects.count() == 1


def test_what_a_site_found_goes_to_the_bureau_of_the_sector(reporting, manager, site, fire):
    hazard = reporting(by=manager, site=site)
    assert (hazard.source, hazard.office, hazard.responsible) == (Source.SITE, fire.acting_post.office, site.name)
    assert set(hazard.office_ids) == {site.pk, fire.acting_post.office_id}


def test_the_site_sees_it_once_it_was_verified(hazard, clerk, manager, site, at):
    assert not may(manager, Hazard.view_capability, hazard)
    graded = scenes.general(hazard, clerk, at, site=site)
    assert may(manager, Hazard.view_capability, graded)


def test_a_general_one_is_removed_by_its_day_and_checked_by_another(hazard, clerk, site, at):
    graded = scenes.general(hazard, clerk, at, site=site)
    assert graded.due_at.astimezone(at.tzinfo).date() == (at + timedelta(days=6)).date()  # 24:00 of the fifth day
    done = scenes.removed(graded, clerk, at + timedelta(days=2))
    assert (done.state, done.kept, clocks(done)) == (State.REMOVED, True, {"hazards.recheck"})
    with pytest.raises(engine.StepRefused, match="不能自行复查"):
        engine.take(done, "verify", by=clerk, at=at + timedelta(days=3), note="好了。", photographs=[])
    other = actors.actor(Role.TOWNSHIP_CLERK)
    closed = engine.take(done, "verify", by=other, at=at + timedelta(days=3), note="现场已畅通。", photographs=[])
    assert (closed.state, closed.grade, clocks(closed)) == (State.CLOSED, Grade.GENERAL, set())


def test_what_did_not_pass_gets_another_day_and_is_late_after_the_first(hazard, clerk, at):
    done = scenes.removed(scenes.general(hazard, clerk, at), clerk, at + timedelta(days=5))
    again = (at + timedelta(days=9)).date()
    back = engine.take(done, "fail", by=clerk, at=at + timedelta(days=7), note="又堆上了。", rectify_by=again)
    assert (back.state, back.kept, back.removed_at, clocks(back)) == (State.RECTIFYING, False, None, {"hazards.general"})


def test_a_major_one_goes_from_the_township_to_the_bureau(hazard, clerk, fire, at):
    graded = scenes.major(hazard, clerk, at)
    assert (graded.state, graded.grade, graded.office) == (State.PLANNING, Grade.MAJOR, fire.acting_post.office)
    rows = Deadline.objects.of(graded).still_open()
    assert {(row.term, row.office) for row in rows} == {
        ("hazards.measures", graded.office), ("hazards.plan", graded.office)
    }  # fmt: skip


def test_a_major_one_needs_stages_two_checks_and_three_people(hazard, clerk, fire, colleague, centre, manager, site, at):
    graded = scenes.major(hazard, clerk, at, site=site)
    measured = engine.take(graded, "take_measures", by=manager, at=at, measures="三楼停业，专人看守。", photographs=[])
    assert (measured.measures_at, clocks(measured)) == (at, {"hazards.plan"})
    stage = {"text": "清运货物", "owner": "周明", "until": (at + timedelta(days=20)).date()}
    governed = scenes.listed(measured, manager, fire, at, stages=[stage])
    with pytest.raises(engine.StepRefused, match="1 个治理阶段"):
        scenes.removed(governed, manager, at + timedelta(days=10))
    step = Stage.objects.of(governed).get()
    governed = engine.take(governed, "finish_stage", by=manager, at=at + timedelta(days=9), note="清完了。", stage=step, photographs=[])
    done = scenes.removed(governed, manager, at + timedelta(days=10))
    accepted = engine.take(done, "accept", by=fire, at=at + timedelta(days=12), note="验收合格。", photographs=[])
    with pytest.raises(engine.StepRefused, match="第二人"):
        engine.take(accepted, "strike", by=fire, at=at + timedelta(days=13))
    closed = engine.take(accepted, "strike", by=colleague, at=at + timedelta(days=13))
    assert (closed.state, closed.kept, clocks(closed)) == (State.CLOSED, True, set())


def test_nobody_lists_by_a_plan_of_his_own(hazard, fire, clerk, at):
    with pytest.raises(engine.StepRefused, match="报送治理方案"):
        scenes.listed(scenes.major(hazard, clerk, at), fire, fire, at)


def test_nobody_lowers_what_he_judged_major_himself(reporting, fire, colleague, at):
    graded = scenes.major(reporting(by=fire), fire, at)
    given = {"note": "复核后可以立即清除。", "rectify_by": at.date()}
    with pytest.raises(engine.StepRefused, match="自行降级"):
        engine.take(graded, "lower_grade", by=fire, at=at, **given)
    lowered = engine.take(graded, "lower_grade", by=colleague, at=at, **given)
    assert (lowered.grade, lowered.criterion, clocks(lowered)) == (Grade.GENERAL, None, {"hazards.general"})


def test_an_extension_moves_the_day_of_the_plan(hazard, clerk, fire, colleague, at):
    graded = scenes.major(hazard, clerk, at)
    measured = engine.take(graded, "take_measures", by=fire, at=at, measures="停业。", photographs=[])
    governed = scenes.listed(measured, fire, colleague, at)
    asked = engine.take(governed, "ask_extension", by=fire, at=at + timedelta(days=50), note="设备未到。", amount=10)
    granted = engine.take(asked, "grant_extension", by=colleague, at=at + timedelta(days=51), note="同意。")
    assert granted.rectify_by == (at + timedelta(days=70)).date()
    assert granted.due_at == governed.due_at + timedelta(days=10)


def test_what_is_late_is_told_above_once_and_counts_at_once(hazard, clerk, fire, at, fresh):
    graded = scenes.general(hazard, clerk, at)
    late = graded.due_at + timedelta(hours=1)
    sweep(at=late)
    assert (raise_all(at=late), raise_all(at=late)) == (1, 0)
    now = fresh(graded)
    assert (now.kept, now.raised_to, now.raised_at) == (False, fire.acting_post.office, late)
    assert may(fire, Hazard.view_capability, now)


def test_an_inspector_reports_and_grades_in_one(fire, site, at):
    day = (at + timedelta(days=3)).date()
    facts = {"place": actors.place(actors.VILLAGE), "description": scenes.DESCRIPTION, "sector": scenes.sector(), "site": site}
    mark = uuid4()
    found = [
        report_and_grade(at=at, by=fire, grade="general", rectify_by=day, source=Source.INSPECTION, submission=mark, **facts)
        for _again in range(2)
    ]
    assert found[0] == found[1]
    assert (found[0].state, found[0].source, found[0].office) == (State.RECTIFYING, Source.INSPECTION, fire.acting_post.office)


def test_who_reports_without_an_account_is_rewarded_after_the_removal(clerk, fire, at):
    facts = {"place": actors.place(actors.VILLAGE), "description": scenes.DESCRIPTION, "sector": scenes.sector()}
    told = report_by_public(at=at, wants_reward=True, name="张三", phone="13800000000", **facts)
    assert (bool(told.query_code), told.hazard.source) == (True, Source.PUBLIC)
    passed = engine.take(told.hazard, "pass_on", by=clerk, at=at, note="请消防处理。", office=fire.acting_post.office)
    closed = engine.take(passed, "remove_on_spot", by=fire, at=at, note="当场清走。", photographs=[])
    assert (closed.reward, clocks(closed)) == (Reward.ASKED, {"hazards.reward"})
    with pytest.raises(engine.StepRefused, match="标准"):
        engine.take(closed, "grant_reward", by=fire, at=at, reward_amount=999_999)
    granted = engine.take(closed, "grant_reward", by=fire, at=at, reward_amount=500)
    assert (granted.reward, granted.reward_amount, clocks(granted)) == (Reward.GRANTED, 500, set())


def test_a_wish_without_a_telephone_is_none(fire, offices, at):
    facts = {"place": actors.place(actors.VILLAGE), "description": scenes.DESCRIPTION, "sector": scenes.sector()}
    assert report_by_public(at=at, wants_reward=True, **facts).hazard.reward == ""


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, hazard, clerk, at):
    facts = {"grade": "general", "listed_at": at, "closed_at": at if state in FINAL else None}
    Hazard.objects.filter(pk=hazard.pk).update(state=state, **facts)
    stands = Hazard.objects.get(pk=hazard.pk)
    for step in elsewhere(FLOW, state):
        by = SYSTEM if step.needs == SYSTEM else clerk
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(stands, step.name, by=by, at=at, note="x", **dict.fromkeys(step.fields))
    assert Hazard.objects.get(pk=hazard.pk).version == hazard.version


def test_exactly_these_see_it(hazard, clerk, fire, manager, centre, official, offices):
    """The site and the bureau were not told yet; the township, its village and those above were."""
    village = actors.actor(Role.VILLAGE_CLERK)
    elsewhere = [actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.GRID_WORKER)]
    asked = [clerk, village, centre, official, fire, manager, *elsewhere]
    assert {one for one in asked if may(one, Hazard.view_capability, hazard)} == {clerk, village, centre, official}
    assert offices[OfficeType.VILLAGE, actors.VILLAGE].pk not in hazard.office_ids
