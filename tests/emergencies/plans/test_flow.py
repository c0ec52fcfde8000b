"""A plan goes its way, and no other way."""

from datetime import timedelta

import pytest
from django.db import transaction

from emergencies.plans.enums import FINAL, State
from emergencies.plans.flow import FLOW
from emergencies.plans.models import Plan
from emergencies.plans.services import offices_without, opened_contacts, reviewing_office, submit, venues_without
from emergencies.venues.models import Venue
from emergencies.venues.permissions import VIEW as SEE_VENUES
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.deadlines.terms import term_named
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.emergencies.makers import PLAN, handed_in, paper
from tests.flows import allowed, elsewhere, meant_for

YEAR = timedelta(days=365)


@pytest.fixture
def plan(registered, manager, at):
    return handed_in(registered, at, by=manager)


def dates(at, *, years=1):
    return {"issued_on": at.date(), "review_on": (at + years * YEAR).date()}


def in_force(plan, bureau, manager, at, **given):
    plan = engine.take(plan, "review", by=bureau, at=at)
    return engine.take(plan, "put_in_force", by=manager, at=at, **{**dates(at), **given})


def running(case):
    return set(Deadline.objects.of(case).still_open().values_list("term", "office"))


def test_a_plan_lies_with_the_supervisor_of_the_venue_and_comes_back(plan, bureau, manager, at):
    supervisor, site = bureau.acting_post.office_id, manager.acting_post.office_id
    assert (plan.state, running(plan)) == (State.SUBMITTED, {("plans.review", supervisor)})
    reviewed = engine.take(plan, "review", by=bureau, at=at)
    assert (reviewed.office_id, running(reviewed)) == (site, {("plans.issue", site)})


def test_in_force_the_register_of_the_venue_says_so_and_the_next_assessment_is_due(plan, bureau, manager, at, fresh):
    held = in_force(plan, bureau, manager, at)
    assert (held.state, held.in_force_at) == (State.IN_FORCE, at)
    clock = Deadline.objects.of(held).still_open().get()
    assert (clock.term, clock.office_id, clock.due_at) == ("plans.reassess", manager.acting_post.office_id, held.review_ends)
    venue = fresh(plan.venue)
    assert (venue.plan_on, venue.plan_filed_at, venue.plan.name) == (held.issued_on, at, "预案.pdf")


@pytest.mark.parametrize("years", [0, 4])
def test_the_next_assessment_is_later_than_the_issue_and_within_the_law(plan, bureau, manager, at, years):
    with pytest.raises(engine.StepRefused, match="下次评估"), transaction.atomic():
        in_force(plan, bureau, manager, at, **dates(at, years=years))


def test_the_next_edition_replaces_the_one_before(plan, bureau, manager, at, fresh):
    first = in_force(plan, bureau, manager, at)
    second = handed_in(plan.venue, at + timedelta(days=9), by=manager, previous=first)
    assert (second.edition, fresh(first).state) == (2, State.IN_FORCE)
    in_force(second, bureau, manager, at + timedelta(days=10))
    assert (fresh(first).state, fresh(first).closed_at) == (State.SUPERSEDED, at + timedelta(days=10))
    assert running(first) == set()


def test_one_edition_is_on_the_way_at_a_time(plan, bureau, manager, at):
    with pytest.raises(engine.StepRefused, match=plan.number):
        handed_in(plan.venue, at, by=manager)
    in_force(plan, bureau, manager, at)
    with pytest.raises(engine.StepRefused, match="修订"):
        handed_in(plan.venue, at, by=manager)


def test_who_hands_in_does_not_review(declaring, clerk, at):
    venue = engine.take(declaring(kind="school"), "confirm", by=clerk, at=at)
    plan = handed_in(venue, at, by=clerk)
    with pytest.raises(engine.StepRefused, match="报送人不能审查"):
        engine.take(plan, "review", by=clerk, at=at)
    assert engine.take(plan, "review", by=actors.actor(Role.TOWNSHIP_CLERK), at=at).state == State.REVIEWED


def test_a_returned_plan_comes_back_with_other_papers(plan, bureau, manager, at, fresh):
    back = engine.take(plan, "return", by=bureau, at=at, note="缺集合点。")
    given = {**{name: PLAN[name] for name in ("commander", "deputies", "duty_phone", "resources")}, "scenarios": ["gas"]}
    again = engine.take(
        back, "resubmit", by=manager, at=at, contact_lines="甲\n乙", document_file=None, drawing_file=paper("新图.pdf"), **given
    )
    assert (again.state, again.contact_count, again.drawing.name, again.document.name) == ("submitted", 2, "新图.pdf", "预案.pdf")
    assert running(again) == {("plans.review", bureau.acting_post.office_id)}


def test_only_its_keepers_write_a_plan(plan, bureau, stranger, manager, at):
    reviewed = engine.take(plan, "review", by=bureau, at=at)
    for person in (bureau, stranger):
        with pytest.raises(engine.StepRefused):
            engine.take(reviewed, "put_in_force", by=person, at=at, **dates(at))


def test_without_another_one_a_repealed_plan_leaves_the_venue_with_none(plan, bureau, manager, at, fresh):
    held = in_force(plan, bureau, manager, at)
    engine.take(held, "repeal", by=manager, at=at, note="重写。")
    assert fresh(plan.venue).plan_filed_at is None
    assert [*venues_without(bureau, SEE_VENUES)] == [plan.venue]


def test_with_the_venue_its_plans_end(plan, bureau, manager, at, fresh):
    held = in_force(plan, bureau, manager, at)
    engine.take(Venue.objects.get(pk=plan.venue_id), "close", by=bureau, at=at, note="停业。")
    assert (fresh(held).state, fresh(plan.venue).plan_filed_at) == (State.WITHDRAWN, None)


def test_a_plan_that_is_not_assessed_in_time_is_a_lapse_of_its_owner(plan, bureau, manager, at):
    held = in_force(plan, bureau, manager, at)
    while sweep(at=at + timedelta(days=380)):
        continue
    lapse = Event.objects.of(held).get(kind="deadline.lapsed")
    assert (lapse.data["term"], lapse.data["office"]) == ("plans.reassess", manager.acting_post.office_id)
    assert (term_named("plans.reassess").ground, bool(term_named("plans.reassess").duty)) == (1, True)


def test_assessed_again_it_holds_on(plan, bureau, manager, at):
    held = in_force(plan, bureau, manager, at)
    later = at + timedelta(days=300)
    again = engine.take(held, "reassess", by=manager, at=later, note="无需修订。", review_on=(later + YEAR).date())
    assert Deadline.objects.of(again).still_open().get().due_at == again.review_ends


def own_plan(person, at, **facts):
    files = {"document": paper(), "drawing": None}
    office = person.acting_post.office
    return submit(at=at, by=person, owner=office, kind="office", title=f"{office.short_name}预案", **{**PLAN_FACTS, **files, **facts})


PLAN_FACTS = {name: value for name, value in PLAN.items() if name != "title"}


def test_the_plan_of_an_office_is_reviewed_by_the_bureau_for_emergencies(bureau, clerk, at):
    plan = own_plan(clerk, at)
    assert (plan.office, plan.keeper_ids) == (bureau.acting_post.office, [clerk.acting_post.office_id])
    city = actors.office(OfficeType.BUREAU, actors.CITY, "emergency")
    assert reviewing_office(bureau.acting_post.office) == city
    centre = actors.office(OfficeType.CENTRE, actors.CITY)
    assert reviewing_office(city) == centre


def test_who_has_none_is_known_to_who_watches(bureau, clerk, manager, at):
    town, emergency = clerk.acting_post.office, bureau.acting_post.office
    assert {town, emergency} <= {*offices_without(emergency)}
    assert {*offices_without(manager.acting_post.office)} == set()
    plan = engine.take(own_plan(clerk, at), "review", by=bureau, at=at)
    engine.take(plan, "put_in_force", by=clerk, at=at, **dates(at))
    assert town not in {*offices_without(emergency)}
    assert {*offices_without(actors.office(OfficeType.BUREAU, actors.COUNTY, "housing"))} == {
        actors.office(OfficeType.BUREAU, actors.COUNTY, "housing")
    }


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, plan, manager, at):
    facts = {"issued_on": at.date(), "review_on": (at + YEAR).date(), "in_force_at": at}
    Plan.objects.filter(pk=plan.pk).update(state=state, closed_at=at if state in FINAL else None, **facts)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(plan, step.name, by=manager, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(plan).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, plan):
    person = actors.actor(role)
    plan.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, plan) == meant_for(FLOW, role)


def test_a_plan_is_seen_by_its_line_and_its_site_and_by_nobody_else(plan, bureau, manager, stranger, clerk):
    seeing = [bureau, manager, clerk, *map(actors.actor, (Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR))]
    roles = (Role.HOTLINE_OPERATOR, Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.MEDIATOR, Role.ADMINISTRATOR)
    blind = [stranger, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY),
             actors.actor(Role.DEPARTMENT_HANDLER), *map(actors.actor, roles)]  # fmt: skip
    seen = {person.pk for person in [*seeing, *blind] if Plan.objects.visible_to(person, Plan.view_capability).exists()}
    assert seen == {person.pk for person in seeing}


def test_every_step_leaves_one_link_in_an_unbroken_chain(plan, bureau, manager, at):
    in_force(plan, bureau, manager, at)
    assert verify().broken is None


def test_contacts_left_empty_stay_as_they_were(plan, bureau, manager, at):
    """They are sealed, so a form never shows them again: empty means unchanged."""
    back = engine.take(plan, "return", by=bureau, at=at, note="缺集合点。")
    given = {**{name: PLAN[name] for name in ("commander", "deputies", "duty_phone", "resources", "scenarios")}, "contact_lines": ""}
    again = engine.take(back, "resubmit", by=manager, at=at, document_file=None, drawing_file=None, **given)
    second = handed_in(plan.venue, at, by=manager, previous=in_force(again, bureau, manager, at), contact_lines="")
    for edition in (again, second):
        assert opened_contacts(edition, by=bureau, purpose="verify", at=at) == [PLAN["contact_lines"]]
        assert edition.contact_count == 1
