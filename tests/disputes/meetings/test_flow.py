"""A joint meeting from its plan to the last of its decisions."""

import pytest
from django.db import transaction

from disputes.mediation.models import Mediation
from disputes.meetings.enums import FINAL, MET, State
from disputes.meetings.flow import FLOW
from disputes.meetings.models import Meeting
from disputes.meetings.services import invitable, matter_named
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.disputes.makers import mediation
from tests.disputes.meetings.cast import DAY, HOUR, announced, decided, gathered, held, planned, prepared, resolutions_of, take
from tests.flows import elsewhere
from tests.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return gathered()


@pytest.fixture
def dispute(cast, at):
    """A mediation in the county, which the centre may see."""
    return Mediation.objects.get(pk=mediation(Scene(None, "", actors.VILLAGE, None, False, at)).pk)


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, cast, at):
    case = planned(cast, at)
    Meeting.objects.filter(pk=case.pk).update(state=state, closed_at=at if state in FINAL else None, held_at=at if state in MET else None)
    for step in elsewhere(FLOW, state):
        by = cast.officer if hasattr(step.needs, "roles") else step.needs
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))


def test_nobody_is_told_of_a_meeting_without_agenda_or_members(cast, at):
    case = planned(cast, at)
    with pytest.raises(engine.StepRefused, match="添加议题"):
        take(case, cast.officer, at, "announce")
    case = take(case, cast.officer, at, "add_item", topic="换届", presenter=None, matter=None)
    with pytest.raises(engine.StepRefused, match="邀请参会单位"):
        take(case, cast.officer, at, "announce")


def test_members_are_told_and_answer(cast, at):
    case = announced(cast, at)
    told = set(Notice.objects.filter(rule="meetings.announced").values_list("recipient", flat=True))
    assert told == {person.pk for person in (cast.housing, cast.fire, cast.town)}
    case = take(case, cast.housing, at + 2 * HOUR, "confirm", representative="王某某，副局长")
    case = take(case, cast.fire, at + 2 * HOUR, "excuse", note="时间冲突。")
    assert case.awaited_ids == [cast.town.acting_post.office_id]
    assert [member.reply for member in case.members.order_by("pk")] == ["coming", "excused", "waiting"]


def test_another_day_asks_everybody_anew(cast, at):
    case = take(announced(cast, at), cast.housing, at + 2 * HOUR, "confirm", representative="王某某")
    case = take(case, cast.officer, at + 3 * HOUR, "postpone", note="场地冲突。", meet_at=at + 9 * DAY, venue="二楼")
    assert sorted(case.awaited_ids) == sorted(office.pk for office in cast.members)
    assert Deadline.objects.of(case).still_open().get().started_at == at + 9 * DAY


def test_the_caller_does_not_answer_its_own_invitation(cast, at):
    with pytest.raises(engine.StepRefused):
        take(announced(cast, at), cast.officer, at + HOUR, "confirm", representative="某某")


def test_nothing_is_held_before_its_time(cast, at):
    with pytest.raises(engine.StepRefused, match="还没有到"):
        take(announced(cast, at), cast.officer, at + DAY, "hold", note="概况。", present=[])


def test_minutes_are_issued_only_when_every_item_is_recorded(cast, at):
    case = held(cast, at)
    assert [member.present for member in case.members.order_by("pk")] == [True, True, False]
    with pytest.raises(engine.StepRefused, match="第 1 项"):
        take(case, cast.officer, at + 8 * DAY, "issue")


def test_a_meeting_that_decided_nothing_ends_with_its_minutes(cast, at):
    case = decided(cast, at)
    case.refresh_from_db()
    assert (case.state, case.kept) == (State.CLOSED, True)


def test_the_meeting_ends_with_the_last_of_its_decisions(cast, at):
    case = decided(cast, at, cast.housing, cast.fire)
    first, second = resolutions_of(case)
    for one, owner in ((first, cast.housing), (second, cast.fire)):
        assert Meeting.objects.get(pk=case.pk).state == State.CARRYING
        done = take(one, owner, at + 12 * DAY, "report", note="已完成。", files=[])
        take(done, cast.officer, at + 13 * DAY, "accept", note="属实。")
    assert Meeting.objects.get(pk=case.pk).state == State.CLOSED
    assert verify().broken is None


def test_late_minutes_count_at_once(cast, at):
    case = held(cast, at)
    sweep(at=at + 20 * DAY)
    assert Meeting.objects.get(pk=case.pk).kept is False


def test_a_matter_on_the_agenda_is_linked_both_ways(cast, dispute, at):
    assert matter_named(dispute.number.lower(), user=cast.officer) == dispute
    case = take(planned(cast, at), cast.officer, at, "add_item", topic="一件纠纷", presenter=None, matter=dispute)
    assert case.items.get().matter == dispute
    assert Event.objects.of(dispute).filter(kind="meetings.put_on", data__number=case.number).exists()
    case = take(case, cast.officer, at, "drop_item", item=case.items.get())
    assert (case.item_count, Event.objects.of(dispute).last().kind != "", verify().broken) == (0, True, None)


def test_a_matter_that_keeps_somebody_out_is_not_put_before_many(cast, dispute, at):
    Mediation.objects.filter(pk=dispute.pk).update(barred_ids=[999])
    with pytest.raises(engine.StepRefused, match="回避或者保密"):
        matter_named(dispute.number, user=cast.officer)


def test_a_matter_one_may_not_see_is_not_there(cast, dispute):
    assert matter_named(dispute.number, user=cast.housing) is None


def test_offices_of_the_level_and_right_below_are_offered(cast, at):
    beyond = actors.office(OfficeType.CENTRE, actors.OTHER_COUNTY)
    village, case = actors.office(OfficeType.VILLAGE, actors.VILLAGE), planned(cast, at)
    offered = set(invitable(case))
    assert {*cast.members} <= offered
    assert offered.isdisjoint({beyond, village, case.office})


def test_who_sees_it_and_who_does_not(cast, at):
    case = prepared(cast, at)
    seeing = [cast.officer, cast.housing, cast.town, actors.actor(Role.LEADING_OFFICIAL), actors.actor(Role.AUDITOR)]
    others = [
        actors.actor(Role.DEPARTMENT_HANDLER, trade="market"), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP),
        actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY), actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.GRID_WORKER),
    ]  # fmt: skip
    people = [*seeing, *others]
    assert [person for person in people if Meeting.objects.visible_to(person, Meeting.view_capability)] == seeing
    assert [person for person in people if may(person, Meeting.view_capability, case)] == seeing


def test_an_office_taken_off_before_the_notice_never_hears_of_it(cast, at):
    case = prepared(cast, at)
    case = take(case, cast.officer, at, "uninvite", member=case.members.get(office=cast.fire.acting_post.office))
    assert not may(cast.fire, Meeting.view_capability, case)
    take(case, cast.officer, at, "announce")
    assert not Notice.objects.filter(recipient=cast.fire).exists()
