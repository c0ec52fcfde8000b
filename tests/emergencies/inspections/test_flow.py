"""Two inspect, one writes, the other confirms; what is not in order is a hazard at once. Premises are inspected, never people."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from emergencies.checklists.enums import Weight
from emergencies.hazards.enums import Source
from emergencies.hazards.models import Hazard
from emergencies.inspections import services
from emergencies.inspections.enums import Signed, State
from emergencies.inspections.flow import FLOW
from emergencies.inspections.models import Inspection
from emergencies.inspections.rules import SENT_LATE_AT_MOST, moment_of
from governance.access.scope import may, who_may
from governance.cases.models import Handover
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors


def test_an_inspection_takes_two(inspection):
    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.filter(pk=inspection.pk).update(second=inspection.first)


def test_what_is_not_in_order_is_a_hazard_at_once(recorded, premises, at):
    hazards = Hazard.objects.order_by("pk")
    assert (recorded.state, recorded.failed, recorded.kept) == (State.RECORDED, 2, True)
    assert [(one.source, one.site, one.responsible) for one in hazards] == [(Source.INSPECTION, premises.site, premises.name)] * 2
    assert [one.grade for one in hazards] == ["general", ""], "the major one is graded by whoever is in charge"
    assert hazards[0].rectify_by == at.date() + timedelta(days=7)
    assert hazards[0].sector.code == "gas"
    assert "重大隐患" in hazards[1].description


def test_both_timelines_tell_of_the_hazard(recorded):
    assert Handover.objects.of(recorded).count() == 2
    assert Event.objects.of(recorded).filter(kind="handover.sent").count() == 2
    assert verify().broken is None


def test_sent_ten_times_it_is_one_record(recording):
    key = uuid4()
    numbers = {recording(submission=key, item1=Weight.GENERAL).number for _time in range(10)}
    assert len(numbers) == 1
    assert Hazard.objects.count() == 1


def test_the_other_inspector_s_record_comes_too_late(recording, pair):
    recording(submission=uuid4())
    with pytest.raises(services.RecordRefused, match="已经提交"):
        recording(by=pair[1], submission=uuid4())


def test_nobody_but_the_two_writes_it(recording, clerk):
    with pytest.raises(engine.StepRefused, match="两名检查人员"):
        recording(by=clerk)
    assert not Inspection.objects.filter(recorded_by__isnull=False).exists()


def test_every_item_has_an_answer(inspection, pair, results, at):
    some = dict([*results().items()][1:])
    facts = {"signed": Signed.REFUSED, "refusal": "负责人不在场", "findings": "", "rectify_by": None}
    with pytest.raises(engine.StepRefused, match="还有 1 项"):
        services.record(inspection, by=pair[0], at=at, submission=None, results=some, **facts)


def test_the_other_one_confirms(recorded, pair, at):
    with pytest.raises(engine.StepRefused, match="另一名"):
        engine.take(recorded, "confirm", by=pair[0], at=at)
    assert engine.take(recorded, "confirm", by=pair[1], at=at).state == State.DONE


def test_the_site_learns_of_it_with_the_record_and_not_before(inspection, recording, manager):
    assert not may(manager, Inspection.view_capability, inspection)
    assert may(manager, Inspection.view_capability, recording())


def test_who_sees_a_record(recorded, pair, manager, clerk, official, stranger):
    seen = who_may(Inspection.view_capability, recorded)
    assert {*pair, manager, clerk, official} <= {*seen}
    assert stranger not in seen
    assert actors.actor(Role.GRID_WORKER) not in who_may(Inspection.view_capability, recorded)


def test_the_site_is_heard_once(recorded, manager, at):
    heard = engine.take(recorded, "object", by=manager, at=at, note="第一项当场已经更换。")
    assert heard.objected_at == at
    with pytest.raises(engine.StepRefused, match="已经陈述过"):
        engine.take(heard, "object", by=manager, at=at, note="再说一次。")


def test_what_the_site_said_is_answered_once(recorded, pair, manager, at):
    assert "answer" not in {step.name for step in engine.available(recorded, pair[0])}
    heard = engine.take(recorded, "object", by=manager, at=at, note="第一项当场已经更换。")
    assert [*Inspection.objects.to_answer()] == [heard]
    done = engine.take(heard, "answer", by=pair[1], at=at, note="经复核属实，已在隐患中记录。")
    assert not Inspection.objects.to_answer().exists()
    assert "答复" in Event.objects.of(done).get(kind="inspections.answer").label
    with pytest.raises(engine.StepRefused, match="已经答复过"):
        engine.take(done, "answer", by=pair[0], at=at, note="再答复。")


def test_one_that_was_not_made_counts_as_late_and_is_owed(inspection, at):
    late = at + timedelta(days=40)
    ring(inspection, at=late)
    ring(inspection, at=late)
    assert Inspection.objects.get().kept is False
    lapsed = Event.objects.of(inspection).get(kind="deadline.lapsed")
    assert lapsed.data["term"] == "inspections.inspect"


def test_a_cancelled_one_is_neither_kept_nor_broken(inspection, pair, at):
    done = engine.take(inspection, "excuse", by=pair[0], at=at, note="已停业。")
    assert (done.state, done.kept) == (State.EXCUSED, None)


def test_an_interest_in_the_site_steps_back(inspection, pair, clerk, at):
    moved = engine.take(inspection, "reassign", by=pair[0], at=at, note="与店主是亲属，回避。", first=clerk, second=pair[1])
    assert moved.inspector_ids == {clerk.pk, pair[1].pk}
    with pytest.raises(engine.StepRefused, match="两名不同"):
        engine.take(moved, "reassign", by=pair[1], at=at, note="更换。", first=clerk, second=clerk)


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_in_every_state_that_is_not_its_own(inspection, pair, at, step, state):
    if state in step.source:
        return
    inspection.state = state
    given = dict.fromkeys(step.fields)
    with pytest.raises(engine.StepRefused):
        engine._check(inspection, step, by=pair[0], at=at, note="说明", version=None, given=given)


def test_a_phone_s_clock_is_believed_within_reason(at):
    early = at - timedelta(hours=5)
    assert moment_of(early, at=at) == early
    assert {moment_of(told, at=at) for told in (None, at + timedelta(hours=1), at - 2 * SENT_LATE_AT_MOST)} == {at}


def test_no_field_of_an_inspection_names_who_is_inspected():
    people = {field.name for field in Inspection._meta.fields if field.related_model and field.related_model.__name__ == "User"}
    assert people == {"first", "second", "recorded_by"}, "inspectors alone"


def test_the_portal_itself_inspects_nothing(inspection, at):
    with pytest.raises(engine.StepRefused):
        engine.take(inspection, "record", by=SYSTEM, at=at)
