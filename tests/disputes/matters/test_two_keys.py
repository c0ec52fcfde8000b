"""Two people of two offices: nothing is published, changed or withdrawn by one of them alone."""

import pytest
from django.db import IntegrityError, transaction

from disputes.matters.enums import FINAL, State
from disputes.matters.flow import FLOW
from disputes.matters.indicators import PUBLISHED
from disputes.matters.models import Matter, MatterVersion
from disputes.matters.permissions import VIEW
from disputes.matters.rules import turns_both_keys
from disputes.matters.services import draft
from governance.access.grants import appoint
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.disputes.matters.conftest import TEXTS, changed


def steps(matter, user):
    return {step.name for step in engine.available(matter, user)}


def test_what_is_drafted_lies_before_the_justice_bureau_of_the_level(matter, body, justice):
    assert matter.office_id == justice.acting_post.office_id
    assert (steps(matter, body), steps(matter, justice)) == (set(), {"agree", "send_back"})
    assert Notice.objects.filter(recipient=justice, rule="matters.asked_draft").exists()


def test_the_second_key_publishes_the_first_edition(published, body, justice, at):
    version = published.versions.get()
    assert (published.state, published.edition, published.published_at) == (State.PUBLISHED, 1, at)
    assert (version.drafted_by, version.agreed_by, version.state) == (body, justice, "published")
    assert steps(published, justice) == set()
    assert "revise" in steps(published, body)


def test_who_drafted_never_agrees_even_with_a_post_in_both_offices(matter, body, justice, at):
    body.acting_post = appoint(body, justice.acting_post.office, Role.DEPARTMENT_HANDLER, begins=actors.BEGAN)
    with pytest.raises(engine.StepRefused, match="两个单位的两个人"):
        engine.take(matter, "agree", by=body, at=at)
    assert Matter.objects.get().state == State.WAITING


def test_the_database_knows_the_two_keys_as_well(published, body):
    for facts in ({"agreed_by": body}, {"agreed_office": body.acting_post.office}):
        with pytest.raises(IntegrityError), transaction.atomic():
            MatterVersion.objects.filter(matter=published).update(**facts)


@pytest.mark.parametrize(
    ("by", "office", "both"), [(1, 10, True), (1, 20, True), (2, 10, True), (2, 20, False)], ids=["self", "hat", "office", "two"]
)
def test_one_person_or_one_office_is_one_key(by, office, both):
    assert turns_both_keys(drafter=1, office=10, by=by, by_office=office) is both


def test_a_revision_is_public_only_with_the_second_key(published, body, justice, at):
    revised = engine.take(published, "revise", by=body, at=at, note="补充途径。", **changed(remedy="可以起诉，也可以申请仲裁。"))
    assert (revised.remedy, revised.state) == (TEXTS["remedy"], State.REVISING)
    agreed = engine.take(revised, "agree", by=justice, at=at)
    assert (agreed.remedy, agreed.edition) == ("可以起诉，也可以申请仲裁。", 2)
    assert list(agreed.versions.published().values_list("edition", "remedy"))[-1] == (1, TEXTS["remedy"])


def test_a_revision_refused_leaves_what_is_public(published, body, justice, at):
    revised = engine.take(published, "revise", by=body, at=at, note="改名。", **changed(title="消费纠纷调解"))
    kept = engine.take(revised, "reject_revision", by=justice, at=at, note="原名称准确。")
    assert (kept.title, kept.edition, kept.state, kept.versions.waiting().count()) == (TEXTS["title"], 1, State.PUBLISHED, 0)


def test_what_changes_nothing_is_no_revision(published, body, at):
    with pytest.raises(engine.StepRefused, match="没有修改"):
        engine.take(published, "revise", by=body, at=at, note="无。", **changed())


def test_what_is_sent_back_is_mended_and_comes_again(matter, body, justice, at):
    back = engine.take(matter, "send_back", by=justice, at=at, note="层级不对。")
    again = engine.take(back, "amend", by=body, at=at, note="", **changed(levels=["county", "township"]))
    assert (again.levels, again.office_id) == (["county", "township"], justice.acting_post.office_id)
    assert engine.take(again, "agree", by=justice, at=at).edition == 1


def test_withdrawal_needs_two_keys_too(published, body, justice, at):
    asked = engine.take(published, "ask_withdrawal", by=body, at=at, note="职责划转。")
    assert asked.withdrawn_at is None
    gone = engine.take(asked, "agree_withdrawal", by=justice, at=at)
    assert (gone.state, gone.withdrawn_at, gone.is_ongoing) == (State.WITHDRAWN, at, False)


def test_a_level_without_a_justice_bureau_drafts_nothing(body, at):
    with pytest.raises(engine.StepRefused, match="没有可以会签的司法局"):
        draft(by=body, at=at, **TEXTS)


def test_a_justice_bureau_cannot_agree_with_itself(justice, at):
    with pytest.raises(engine.StepRefused):
        draft(by=justice, at=at, **TEXTS)


def test_the_same_matter_is_drafted_once(matter, drafting):
    with pytest.raises(engine.StepRefused, match="同名"):
        drafting()


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, published, body, justice, at):
    for state in [state for state in State if state not in step.source]:
        facts = {"closed_at": at if state in FINAL else None, "withdrawn_at": at if state == State.WITHDRAWN else None}
        Matter.objects.filter(pk=published.pk).update(state=state, **facts)
        for by in (body, justice):
            with pytest.raises(engine.StepRefused), transaction.atomic():
                engine.take(published, step.name, by=by, at=at, note="说明", **changed())
    assert Event.objects.of(published).count() == 2


def test_exactly_these_see_it(matter, body, justice, clerk, operator):
    people = {"body": body, "justice": justice, "centre": actors.actor(Role.CENTRE_OFFICER)}
    everyone = {**people, "township below": clerk, "hotline": operator, "housing": actors.actor(Role.DEPARTMENT_HANDLER)}
    assert {name for name, user in everyone.items() if Matter.objects.visible_to(user, VIEW).exists()} == set(people)


def test_the_second_key_has_its_limit_and_what_is_public_is_looked_at_yearly(matter, body, justice, at):
    limit = Deadline.objects.of(matter).still_open().get()
    assert limit.term == "matters.agree"
    sweep(at=limit.due_at + actors.days(1))
    assert Notice.objects.filter(recipient=justice, rule="matters.lapsed").exists()
    public = engine.take(matter, "agree", by=justice, at=at)
    yearly = Deadline.objects.of(public).still_open().get()
    sweep(at=yearly.due_at - actors.days(20))
    assert Notice.objects.filter(recipient=body, rule="matters.warned_30").exists()
    again = engine.take(public, "review", by=body, at=yearly.due_at - actors.days(10))
    assert Deadline.objects.of(again).still_open().get().due_at > yearly.due_at


def test_the_figure_counts_what_is_in_force(published, drafting, body, justice, at):
    drafting(title="专利侵权赔偿数额调解")
    rows = Matter.objects.filter(place_path=actors.COUNTY)
    assert PUBLISHED.numerator(rows).count() == 1
    engine.take(published, "ask_withdrawal", by=body, at=at, note="划转。")
    assert PUBLISHED.numerator(rows).count() == 1
    engine.take(published, "agree_withdrawal", by=justice, at=at)
    assert PUBLISHED.numerator(rows).count() == 0
