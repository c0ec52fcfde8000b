"""A decision comes back until it is done: reported with proof, accepted by another person, sent back, pressed, late."""

import pytest
from django.db import transaction

from disputes.resolutions.enums import FINAL, State
from disputes.resolutions.flow import FLOW
from disputes.resolutions.indicators import INDICATORS
from disputes.resolutions.models import Resolution
from disputes.resolutions.rules import end_of
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.disputes.meetings.cast import DAY, decided, gathered, resolutions_of, take
from tests.flows import elsewhere

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return gathered()


@pytest.fixture
def case(cast, at):
    return resolutions_of(decided(cast, at, cast.housing))[0]


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, cast, case, at):
    facts = {"closed_at": at if state in FINAL else None}
    Resolution.objects.filter(pk=case.pk).update(state=state, office=case.caller, **facts)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=cast.officer, at=at, note="说明", **dict.fromkeys(step.fields))


def test_it_stands_on_its_owner_s_desk_until_the_end_of_its_day(cast, case):
    assert (case.office, case.place) == (cast.housing.acting_post.office, cast.housing.acting_post.office.place)
    assert case.due_at == end_of(case.due_on)
    assert Notice.objects.filter(rule="resolutions.decided", recipient=cast.housing).exists()


def test_reported_it_waits_for_the_caller_s_word(cast, case, at):
    case = take(case, cast.housing, at + 12 * DAY, "report", note="已完成。", files=[])
    assert (case.state, case.office, case.kept) == (State.REPORTED, cast.officer.acting_post.office, True)
    case = take(case, cast.officer, at + 13 * DAY, "accept", note="属实。")
    assert (case.state, case.closed_at) == (State.DONE, at + 13 * DAY)


def test_sent_back_it_runs_again_until_another_day(cast, case, at):
    case = take(case, cast.housing, at + 12 * DAY, "report", note="已完成。", files=[])
    case = take(case, cast.officer, at + 13 * DAY, "send_back", note="没有台账。", due_on=(at + 30 * DAY).date())
    assert (case.state, case.office, case.rounds) == (State.CARRYING, cast.housing.acting_post.office, 1)
    assert Deadline.objects.of(case).still_open().get().due_at == end_of((at + 30 * DAY).date())


def test_overdue_it_is_told_to_both_and_counts_at_once(cast, case, at):
    for _time in range(2):
        sweep(at=at + 19 * DAY)
    assert Resolution.objects.get(pk=case.pk).kept is False
    told = {notice.recipient for notice in Notice.objects.filter(rule__in=["resolutions.lapsed", "resolutions.caller_lapsed"])}
    assert {cast.housing, cast.officer} <= told
    on_time = next(one for one in INDICATORS if one.code == "resolutions.on_time")
    assert [on_time.rows(Resolution.objects.get_queryset(), part).count() for part in ("numerator", "denominator")] == [0, 1]


def test_it_is_pressed_once_a_day(cast, case, at):
    take(case, cast.officer, at + 9 * DAY, "remind", note="请抓紧。")
    with pytest.raises(engine.StepRefused, match="每天只催办一次"):
        take(case, cast.officer, at + 9 * DAY, "remind", note="请抓紧。")


def test_the_caller_s_own_decision_is_accepted_by_a_second_person(cast, at):
    case = resolutions_of(decided(cast, at, cast.officer))[0]
    case = take(case, cast.officer, at + 9 * DAY, "report", note="已完成。", files=[])
    with pytest.raises(engine.StepRefused, match="不能自己验收"):
        take(case, cast.officer, at + 9 * DAY, "accept", note="属实。")
    assert take(case, cast.colleague, at + 9 * DAY, "accept", note="属实。").state == State.DONE


def test_passed_on_it_is_another_office_s(cast, case, at):
    case = take(case, cast.officer, at + 9 * DAY, "pass_on", note="职责调整。", owner=cast.fire.acting_post.office)
    assert (case.office, Deadline.objects.of(case).still_open().get().office) == (case.owner, cast.fire.acting_post.office)
    with pytest.raises(engine.StepRefused):
        take(case, cast.housing, at + 9 * DAY, "report", note="已完成。", files=[])


def test_who_sees_it_and_who_does_not(cast, case):
    seeing = [cast.officer, cast.housing, actors.actor(Role.LEADING_OFFICIAL)]
    others = [cast.fire, cast.town, actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)]
    people = [*seeing, *others]
    assert [person for person in people if Resolution.objects.visible_to(person, Resolution.view_capability)] == seeing
    assert [person for person in people if may(person, Resolution.view_capability, case)] == seeing
