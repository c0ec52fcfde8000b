"""A matter goes from the idea to its end by the steps of the table and by no others."""

from datetime import timedelta

import pytest
from django.db import transaction

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.timeline.models import Event
from governance.timeline.record import verify
from grids.deliberation.enums import FINAL, State
from grids.deliberation.flow import FLOW
from grids.deliberation.models import Deliberation
from grids.deliberation.services import erase_contacts, note_lapse
from tests.grids.deliberation.conftest import meeting, walk


def open_terms(case):
    return set(Deadline.objects.of(case).still_open().values_list("term", flat=True))


@pytest.mark.parametrize(
    ("until", "state", "terms"),
    [("accept", State.ACCEPTED, {"deliberation.meet"}), ("announce", State.ANNOUNCED, {"deliberation.meet"}),
     ("hold", State.HELD, {"deliberation.publish"}), ("publish_result", State.CARRYING, {"deliberation.carry_out"}),
     ("carry_out", State.CARRIED_OUT, {"deliberation.evaluate"}), ("close", State.CLOSED, set())],
)  # fmt: skip
def test_every_stage_has_its_clock(case, village_clerk, at, until, state, terms):
    stands = walk(case, village_clerk, at, until=until)
    assert (stands.state, open_terms(stands)) == (state, terms)


def test_the_whole_way_is_one_proven_chain(case, village_clerk, at):
    ended = walk(case, village_clerk, at, until="close")
    assert (ended.kept, ended.satisfaction, ended.closed_at.date()) == (True, 0.9, (at + timedelta(days=38)).date())
    assert verify().broken is None


def test_the_village_holds_it_and_the_raiser_is_sealed(case, village_clerk):
    assert case.office == village_clerk.acting_post.office
    assert (str(case.contact_name), "13800000003" in str(case.contact_phone)) == ("王**", False)


def test_a_meeting_leaves_time_for_its_notice(case, village_clerk, at):
    accepted = walk(case, village_clerk, at, until="accept")
    with pytest.raises(engine.StepRefused, match="公告最晚"):
        engine.take(accepted, "schedule", by=village_clerk, at=at, **meeting(at, days=2))


def test_what_was_fixed_in_time_is_not_announced_too_late(case, village_clerk, at):
    walk(case, village_clerk, at, until="invite")
    with pytest.raises(engine.StepRefused, match="公告最晚"):
        engine.take(case, "announce", by=village_clerk, at=at + timedelta(days=8))


def test_the_timeline_writes_days_as_people_read_them(case, village_clerk, at):
    walk(case, village_clerk, at, until="publish_result")
    told = dict(pair for event in Event.objects.of(case) for pair in event.data.get("words", ()))
    meets, until = (at + timedelta(days=9)).date(), (at + timedelta(days=40)).date()
    assert told["协商时间"] == f"{meets.year}年{meets.month}月{meets.day}日 15:00"
    assert told["完成日期"] == f"{until.year}年{until.month}月{until.day}日"


def test_nobody_is_announced_to_meet_alone(case, village_clerk, at):
    scheduled = walk(case, village_clerk, at, until="schedule")
    with pytest.raises(engine.StepRefused, match="参加人"):
        engine.take(scheduled, "announce", by=village_clerk, at=at + timedelta(days=2))


def test_nothing_is_held_before_its_time(case, village_clerk, at):
    announced = walk(case, village_clerk, at, until="announce")
    with pytest.raises(engine.StepRefused, match="还没有到"):
        engine.take(announced, "hold", by=village_clerk, at=at + timedelta(days=3), attended=9, way="consensus", votes_for=None,
                    votes_against=None, votes_abstained=None)  # fmt: skip


def test_a_meeting_put_off_is_announced_anew(case, village_clerk, at):
    announced = walk(case, village_clerk, at, until="announce")
    moved = engine.take(announced, "postpone", by=village_clerk, at=at + timedelta(days=3), note="大风预警。", **meeting(at, days=12))
    assert (moved.state, moved.announced_at) == (State.SCHEDULED, None)


def test_a_lost_vote_is_no_result(case, village_clerk, at):
    walk(case, village_clerk, at, until="hold", votes_for=5, votes_against=6)
    with pytest.raises(engine.StepRefused, match="一半"):
        engine.take(case, "publish_result", by=village_clerk, at=at + timedelta(days=11), result="建。", responsible="村",
                    carry_by=(at + timedelta(days=40)).date())  # fmt: skip
    told = engine.take(case, "publish_no_result", by=village_clerk, at=at + timedelta(days=11), note="分歧大，以后再议。")
    assert (told.state, told.closed_at is not None) == (State.UNSETTLED, True)


def test_an_agreement_counts_no_votes(case, village_clerk, at):
    held = walk(case, village_clerk, at, until="hold", way="consensus")
    assert (held.votes_for, held.votes_against, held.votes_abstained) == (None, None, None)
    assert "publish_result" not in {step.name for step in engine.available(held, village_clerk)}
    heard = engine.take(held, "record_view", by=village_clerk, at=at + timedelta(days=10), role="owners", note="同意。")
    assert "publish_result" in {step.name for step in engine.available(heard, village_clerk)}


def test_the_clock_ends_on_the_day_the_result_names(case, village_clerk, at):
    carrying = walk(case, village_clerk, at, until="publish_result")
    clock = Deadline.objects.of(carrying).still_open().get()
    assert (clock.due_at.date(), carrying.due_at) == ((at + timedelta(days=40)).date(), clock.due_at)


def test_a_missed_day_appears_by_itself_and_stays_missed(case, village_clerk, at):
    walk(case, village_clerk, at, until="publish_result")
    for _twice in range(2):
        sweep(at=at + timedelta(days=42))
    late = Deliberation.objects.get(pk=case.pk)
    assert late.kept is False
    assert Event.objects.of(late).filter(kind="deadline.lapsed").count() == 1
    named = engine.take(
        late, "set_day", by=village_clerk, at=at + timedelta(days=43), note="等材料。", carry_by=at.date() + timedelta(days=60)
    )
    done = engine.take(named, "carry_out", by=village_clerk, at=at + timedelta(days=50), note="已完成。", photos=[])
    assert done.kept is False


def test_the_listener_minds_its_own_business(case, village_clerk, at):
    event = Event.objects.of(case).first()
    note_lapse(event, case)
    assert Deliberation.objects.get(pk=case.pk).kept is None


def test_the_raiser_takes_it_back_before_it_is_answered(case, village_clerk, at):
    withdrawn = engine.take(case, "withdraw", by=RESIDENT, at=at, note="已解决。")
    assert withdrawn.state == State.WITHDRAWN
    with pytest.raises(engine.StepRefused):
        engine.take(withdrawn, "accept", by=village_clerk, at=at, title="题目", kind="safety")


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, case, village_clerk, at):
    told = {"meet_at": at, "carry_by": at.date(), "result": "定了。"}
    for state in [state for state in State if state not in step.source]:
        Deliberation.objects.filter(pk=case.pk).update(state=state, closed_at=at if state in FINAL else None, **told)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=village_clerk, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(case).count() == 1


@pytest.mark.parametrize("step", [step for step in FLOW.steps if hasattr(step.needs, "roles")], ids=lambda step: step.name)
def test_only_who_leads_takes_the_steps(step, case, worker, officer, at):
    told = {"meet_at": at, "carry_by": at.date(), "result": "定了。", "votes_for": 9}
    state = step.source[0]
    Deliberation.objects.filter(pk=case.pk).update(state=state, closed_at=at if state in FINAL else None, **told)
    for person in (worker, officer):
        with pytest.raises(engine.StepRefused, match="权限"), transaction.atomic():
            engine.take(case, step.name, by=person, at=at, note="说明", **dict.fromkeys(step.fields))


def test_people_are_forgotten_once_when_their_time_is_over(case, village_clerk, at):
    ended = walk(case, village_clerk, at, until="close")
    assert erase_contacts(at=ended.closed_at + timedelta(days=300)) == 0
    assert [erase_contacts(at=ended.closed_at + timedelta(days=380)) for _twice in range(2)] == [1, 0]
    kept = Deliberation.objects.get()
    assert (kept.contact_name, kept.contact_phone, [one.names for one in kept.participants.all()]) == ("", "", [""])
    assert (kept.state, kept.result) == (State.CLOSED, "建在东门空地。")
