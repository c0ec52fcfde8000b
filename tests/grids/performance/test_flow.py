"""A worker objects to a figure; the township answers with a reason, and what it corrects stands beside what was before."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from governance.access.scope import may
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.performance import services
from grids.performance.enums import FINAL, State
from grids.performance.flow import FLOW
from grids.performance.models import Correction, Objection, Score
from tests import actors
from tests.flows import allowed, elsewhere, meant_for

DAY = timedelta(days=1)


def taken(objection, step, by, at, note="已核对签到表。", **given):
    return engine.take(Objection.objects.get(pk=objection.pk), step, by=by, at=at, note=note, **given)


def test_what_is_right_is_corrected_with_record(objection, clerk, worker, at):
    taken(objection, "uphold", clerk, at, done=4, due=4)
    assert Score.objects.get(author=worker).total == Decimal("100.00")
    kept = Correction.objects.get()
    assert (kept.done_before, kept.due_before, kept.total_before) == (3, 4, Decimal("75.00"))
    assert (kept.done, kept.due, kept.total, kept.reason) == (4, 4, Decimal("100.00"), "已核对签到表。")
    assert Notice.objects.filter(rule="performance.upheld", recipient=worker).exists()


def test_what_is_not_stays_as_it_was(objection, clerk, worker, at):
    taken(objection, "reject", clerk, at)
    assert Score.objects.get(author=worker).total == Decimal("75.00")
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("given", "said"), [({"done": 5, "due": 4}, "不能大于"), ({"done": 3, "due": 4}, "与原数相同")])
def test_a_correction_corrects(objection, clerk, at, given, said):
    with pytest.raises(engine.StepRefused, match=said):
        taken(objection, "uphold", clerk, at, **given)


def test_one_objects_to_the_own_figures_within_the_limit_and_once(objection, item, worker, colleague, at):
    for by, moment, said in ((worker, at, "正在办理"), (colleague, at, "本人"), (worker, at + 10 * DAY, "异议期")):
        with pytest.raises(services.Refused, match=said):
            services.file_objection(item, reason="有误。", by=by, at=moment)


def test_before_it_is_published_nobody_objects(sheet, worker, at):
    item = Score.objects.get(author=worker).items.get(component="training")
    with pytest.raises(services.Refused, match="异议期"):
        services.file_objection(item, reason="有误。", by=worker, at=at)


def test_only_its_author_takes_it_back(objection, worker, colleague, at):
    with pytest.raises(engine.StepRefused), transaction.atomic():
        taken(objection, "take_back", colleague, at)
    assert taken(objection, "take_back", worker, at).state == State.TAKEN_BACK


def test_colleagues_see_neither_figures_nor_objections(objection, score, worker, colleague, clerk, officer):
    people = [worker, colleague, clerk, officer, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)]
    for model, row in ((Objection, objection), (Score, score)):
        rows = [model.objects.visible_to(one, Objection.view_capability).filter(pk=row.pk).exists() for one in people]
        assert rows == [True, False, True, True, False]
        assert [may(one, Objection.view_capability, row) for one in people] == rows


def test_who_answers_late_is_told_once(objection, clerk, at):
    for _ in range(2):
        sweep(at=at + 30 * DAY)
    assert Notice.objects.filter(rule="performance.lapsed", recipient=clerk).count() == 1
    assert Event.objects.of(objection).filter(kind="deadline.lapsed").count() == 1


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, objection, clerk, at):
    Objection.objects.filter(pk=objection.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(objection, step.name, by=clerk, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(objection).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.RESIDENT, Role.GRID_WORKER)], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, objection):
    person = actors.actor(role)
    objection.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, objection) == meant_for(FLOW, role)
