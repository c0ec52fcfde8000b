"""A venue goes its way, and no other way."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from emergencies.drills.models import Drill
from emergencies.venues.enums import FINAL, State
from emergencies.venues.flow import FLOW
from emergencies.venues.models import Assessment, FactorSet, Venue, VenueKind
from emergencies.venues.services import declare
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.deadlines.terms import term_named
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.emergencies.makers import FACTS
from tests.flows import allowed, elsewhere, meant_for


def running(case):
    return set(Deadline.objects.of(case).still_open().values_list("term", flat=True))


def test_a_declared_venue_lies_with_the_bureau_of_its_trade(venue, bureau, manager):
    assert (venue.state, venue.office, venue.site) == (State.DECLARED, bureau.acting_post.office, manager.acting_post.office)
    assert running(venue) == {"venues.confirm"}


def test_where_the_county_has_no_bureau_of_the_trade_the_township_owes_the_assessment(declaring, clerk):
    assert declaring(kind="school").office == clerk.acting_post.office


def test_what_a_clerk_declares_gets_a_site_office_of_its_own(declaring, clerk):
    case = declaring(by=clerk)
    assert (case.site.type, case.site.name, case.site.trade) == (OfficeType.SITE, FACTS["title"], "mall")
    assert case.site_id in case.office_ids


def test_the_same_submission_declares_once(declaring, fresh):
    mark = "5d0c1a9e-6a2f-4a53-9d1c-0f3f4a3f9f10"
    assert declaring(submission=mark) == declaring(submission=mark)
    assert Venue.objects.count() == 1


def test_a_confirmed_venue_owes_an_assessment_and_a_drill(registered):
    assert running(registered) == {"venues.assess"}
    assert Drill.objects.get().venue == registered


def test_an_assessment_keeps_every_input_its_version_and_starts_the_year(registered, bureau, at, answers):
    done = engine.take(registered, "assess", by=bureau, at=at + timedelta(days=9), grade="", answers=answers(0))
    kept = Assessment.objects.get()
    assert (kept.computed, kept.final, done.grade) == ("blue", "blue", "blue")
    assert {row["factor"]: row["option"] for row in kept.inputs} == answers(0)
    assert kept.factor_set == FactorSet.objects.in_force(at)
    assert running(done) == {"venues.reassess"}


def test_the_assessor_may_raise_the_grade_freely(registered, bureau, at, answers):
    assert engine.take(registered, "assess", by=bureau, at=at, grade="red", answers=answers(0)).grade == "red"


def test_lowering_needs_a_reason(registered, bureau, at, answers):
    with pytest.raises(engine.StepRefused, match="理由"):
        engine.take(registered, "assess", by=bureau, at=at, grade="orange", answers=answers(-1))


def test_the_database_refuses_a_lowered_grade_without_a_reason(registered, bureau, at, answers):
    engine.take(registered, "assess", by=bureau, at=at, grade="", answers=answers(0))
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.update(lowered=True, reason="")


def test_an_incomplete_assessment_changes_nothing(registered, bureau, at, answers, fresh):
    partly = dict([*answers(0).items()][1:])
    with pytest.raises(engine.StepRefused, match="每项因素"):
        engine.take(registered, "assess", by=bureau, at=at, grade="red", answers=partly)
    assert (fresh(registered).grade, Assessment.objects.count()) == ("", 0)


def test_only_the_office_that_owes_the_assessment_assesses(registered, clerk, manager, at, answers):
    for person in (clerk, manager, actors.actor(Role.DEPARTMENT_HANDLER, trade="culture")):
        with pytest.raises(engine.StepRefused):
            engine.take(registered, "assess", by=person, at=at, grade="", answers=answers(0))


@pytest.mark.parametrize("name", ["venues.assess", "venues.reassess"])
def test_a_missed_assessment_is_the_third_ground_of_article_58(name):
    assert (term_named(name).ground, bool(term_named(name).duty)) == (3, True)


def test_a_lapse_is_noticed_without_anyone_looking(registered, at):
    while sweep(at=at + timedelta(days=45)):
        continue
    lapse = Event.objects.of(registered).get(kind="deadline.lapsed")
    assert (lapse.data["term"], lapse.data["office"]) == ("venues.assess", registered.office_id)


def test_another_kind_is_supervised_by_another_bureau(registered, bureau, at):
    culture = actors.actor(Role.DEPARTMENT_HANDLER, trade="culture").acting_post.office
    moved = engine.take(registered, "reclassify", by=bureau, at=at, note="实为宾馆。", kind=VenueKind.objects.get(code="hotel"))
    assert moved.office == culture
    assert Deadline.objects.of(moved).get(term="venues.assess").office == culture


def test_a_returned_venue_comes_back_corrected(venue, bureau, manager, at):
    back = engine.take(venue, "return_for_correction", by=bureau, at=at, note="面积不符。")
    facts = {**FACTS, "capacity": 900}
    again = engine.take(back, "resubmit", by=manager, at=at + timedelta(days=1), **facts)
    assert (again.state, again.capacity, running(again)) == (State.DECLARED, 900, {"venues.confirm"})


def test_a_closed_venue_owes_nothing_until_it_opens_again(registered, bureau, at):
    closed = engine.take(registered, "close", by=bureau, at=at, note="停业。")
    assert (running(closed), closed.closed_at) == (set(), at)
    assert running(engine.take(closed, "reopen", by=bureau, at=at, note="恢复营业。")) == {"venues.assess"}


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, venue, clerk, at):
    Venue.objects.filter(pk=venue.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(venue, step.name, by=clerk, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(venue).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, venue):
    person = actors.actor(role)
    venue.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, venue) == meant_for(FLOW, role)


def test_a_venue_is_seen_by_its_line_and_its_site_and_by_nobody_else(venue, bureau, manager, stranger, clerk):
    seeing = [bureau, manager, clerk, *map(actors.actor, (Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR))]
    roles = (Role.HOTLINE_OPERATOR, Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.MEDIATOR, Role.ADMINISTRATOR)
    blind = [stranger, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY),
             actors.actor(Role.DEPARTMENT_HANDLER), *map(actors.actor, roles)]  # fmt: skip
    seen = {person.pk for person in [*seeing, *blind] if Venue.objects.visible_to(person, Venue.view_capability).exists()}
    assert seen == {person.pk for person in seeing}


def test_every_step_leaves_one_link_in_an_unbroken_chain(registered, bureau, at, answers):
    engine.take(registered, "assess", by=bureau, at=at, grade="", answers=answers(1))
    assert verify().broken is None


def test_a_place_without_any_office_still_takes_a_declaration(db, at):
    kind = VenueKind.objects.get(code="school")
    site = actors.office(OfficeType.SITE, actors.OTHER_VILLAGE, "school")
    assert declare(at=at, by=actors.actor(Role.SITE_MANAGER, trade="mall"), place=site.place, kind=kind, site=site, **FACTS).office is None
