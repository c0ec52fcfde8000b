"""An assessment from the project to the last measure: opinions as counts, two people's word, filed before the decision, followed."""

import pytest
from django.db import IntegrityError, transaction

from disputes.stability.enums import FINAL, State
from disputes.stability.flow import FLOW
from disputes.stability.indicators import INDICATORS
from disputes.stability.models import OpinionCollection, RiskMatrix, StabilityAssessment
from disputes.stability.rules import end_of, start_of
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.record import verify
from tests import actors
from tests.disputes.stability.cast import DAY, concluded, filed, gathered, heard, measures, opened, risky, submitted, take
from tests.flows import elsewhere

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return gathered()


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, cast, at):
    case = opened(cast, at)
    facts = {"closed_at": at if state in FINAL else None, "result": "go", "risk_count": 1, "reported": 1}
    StabilityAssessment.objects.filter(pk=case.pk).update(state=state, **facts)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=cast.first, at=at, note="说明", **dict.fromkeys(step.fields))


def test_it_is_owed_before_the_day_of_the_decision(cast, at):
    case = opened(cast, at)
    assert case.due_at == start_of(case.decide_on)
    assert case.filing_ids == [cast.centre.acting_post.office_id, cast.chief.acting_post.office_id]


def test_a_form_sent_twice_opens_one(cast, at):
    token = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
    assert opened(cast, at, submission=token) == opened(cast, at, submission=token)


def test_a_project_of_the_leading_group_is_filed_above_or_beside_never_by_itself(cast, at):
    case = opened(cast, at, by=cast.chief)
    assert case.filing_ids == [cast.centre.acting_post.office_id]


def test_opinions_are_kept_as_counts_and_name_nobody(cast, at):
    case = heard(cast, opened(cast, at), at)
    assert case.collections.get().silent == 5
    with pytest.raises(engine.StepRefused, match="电话"):
        take(case, cast.first, at, "add_risk", "请找13800000000。", risk_name="扰民", likelihood=2, effect=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        OpinionCollection.objects.update(people=3)


def test_the_level_follows_the_version_the_assessment_began_with(cast, at):
    case = opened(cast, at)
    RiskMatrix.objects.create(version="2026-1", valid_from=at, medium_from=2, high_from=4, source="试行", mark="M")
    case = risky(cast, case, at, likelihood=2, effect=2)
    assert (case.level, opened(cast, at + DAY).matrix.version) == ("low", "2026-1")


def test_a_conclusion_needs_opinions_risks_and_measures(cast, at):
    given = {"result": "conditions", "report": "可控。", "files": []}
    case = risky(cast, opened(cast, at), at)
    with pytest.raises(engine.StepRefused, match="意见征集"):
        take(case, cast.first, at, "conclude", **given)
    with pytest.raises(engine.StepRefused, match="防范措施"):
        take(heard(cast, case, at), cast.first, at, "conclude", **given)


def test_a_result_milder_than_the_risk_needs_its_reason(cast, at):
    with pytest.raises(engine.StepRefused, match="写明理由"):
        risky_goes(cast, at)


def risky_goes(cast, at):
    """What is left is a medium risk, and it should simply go."""
    case = risky(cast, heard(cast, opened(cast, at), at), at)
    given = {"owner": cast.urban.acting_post.office, "due_on": (at + 9 * DAY).date()}
    case = take(case, cast.first, at, "add_measure", "分段施工。", risk=case.risks.get(), **given)
    take(case, cast.first, at, "conclude", result="go", report="可控。", files=[])


def test_a_second_person_approves_and_a_third_files(cast, at):
    case = concluded(cast, at)
    assert (case.level, case.level_after) == ("medium", "low")
    with pytest.raises(engine.StepRefused, match="另一人"):
        take(case, cast.first, at + 2 * DAY, "submit")
    case = take(case, cast.second, at + 2 * DAY, "submit")
    assert (case.state, case.kept, case.office_id in case.filing_ids) == (State.SUBMITTED, True, True)
    case = take(case, cast.chief, at + 3 * DAY, "file", "备案。")
    assert (case.filed_with, case.office) == (cast.chief.acting_post.office, cast.first.acting_post.office)


def test_asked_for_more_it_is_owed_again(cast, at):
    case = take(submitted(cast, at), cast.centre, at + 3 * DAY, "ask_more", "补充反对意见的处理。")
    assert (case.state, case.rounds, case.office) == (State.ASSESSING, 1, cast.first.acting_post.office)
    assert Deadline.objects.of(case).still_open().get().term == "stability.assess"


def test_measures_are_followed_by_their_days_to_the_end(cast, at):
    case = filed(cast, at)
    first, second = measures(case)
    assert (case.due_at, case.owed_ids[0]) == (end_of(first.due_on), cast.urban.acting_post.office_id)
    case = take(case, cast.urban, at + 9 * DAY, "report_measure", "已落实。", measure=first, files=[])
    case = take(case, cast.first, at + 10 * DAY, "settle_measure", "属实。", measure=measures(case)[0])
    assert case.due_at == end_of(second.due_on)
    with pytest.raises(engine.StepRefused, match="没有核实"):
        take(case, cast.first, at + 11 * DAY, "end", "办结。")
    case = take(case, cast.first, at + 11 * DAY, "report_measure", "已落实。", measure=second, files=[])
    case = take(case, cast.second, at + 12 * DAY, "settle_measure", "属实。", measure=measures(case)[1])
    case = take(case, cast.first, at + 13 * DAY, "record_decision", decision="adopted", decided_on=(at + 13 * DAY).date())
    assert take(case, cast.first, at + 14 * DAY, "end", "办结。").state == State.ENDED
    assert verify().broken is None


def test_an_office_reports_its_own_measure_alone(cast, at):
    case = filed(cast, at)
    with pytest.raises(engine.StepRefused, match="其他单位"):
        take(case, cast.urban, at + 9 * DAY, "report_measure", "已落实。", measure=measures(case)[1], files=[])


def test_what_is_put_off_needs_no_measures_any_more(cast, at):
    case = filed(cast, at, result="later")
    assert (case.owed_ids, case.follow_on, case.due_at) == ([], None, None)


def test_a_measure_past_its_day_is_told_and_owed(cast, at):
    case = filed(cast, at)
    for _time in range(2):
        sweep(at=at + 32 * DAY)
    told = set(Notice.objects.filter(rule__startswith="stability.measure_late").values_list("recipient", flat=True))
    assert told == {cast.urban.pk, cast.first.pk, cast.second.pk}
    assert Deadline.objects.of(case).still_open().get().lapsed_at


def test_a_decision_day_that_came_first_counts_against_it(cast, at):
    case = opened(cast, at)
    sweep(at=at + 62 * DAY)
    case.refresh_from_db()
    figure = next(one for one in INDICATORS if one.code == "stability.before_decision")
    rows = StabilityAssessment.objects.get_queryset()
    assert (case.kept, figure.rows(rows, "numerator").count(), figure.rows(rows, "denominator").count()) == (False, 0, 1)


def test_who_sees_it_and_who_does_not(cast, at):
    case = filed(cast, at)
    seeing = [cast.first, cast.urban, cast.chief, cast.centre, actors.actor(Role.LEADING_OFFICIAL), actors.actor(Role.AUDITOR)]
    others = [
        actors.actor(Role.DEPARTMENT_HANDLER, trade="market"), actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.VILLAGE_CLERK),
        actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY), actors.actor(Role.MEDIATOR), actors.actor(Role.GRID_WORKER),
    ]  # fmt: skip
    people = [*seeing, *others]
    assert [person for person in people if StabilityAssessment.objects.visible_to(person, StabilityAssessment.view_capability)] == seeing
    assert [person for person in people if may(person, StabilityAssessment.view_capability, case)] == seeing


def test_a_township_sees_what_lies_in_it(cast, at):
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    case = opened(cast, at)
    StabilityAssessment.objects.filter(pk=case.pk).update(place=actors.place(actors.VILLAGE), place_path=actors.VILLAGE)
    assert StabilityAssessment.objects.visible_to(clerk, StabilityAssessment.view_capability).count() == 1
    assert actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP) == clerk.acting_post.office
