"""An edition is previewed, approved by a second person, published, and corrected only by another one."""

import pytest

from emergencies.safety_index.enums import State
from emergencies.safety_index.flow import FLOW
from emergencies.safety_index.models import Edition
from emergencies.safety_tips.models import SafetyTip
from governance.access.scope import who_may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.safety_index import scenes


@pytest.fixture
def published(sent, approver, at):
    return engine.take(sent, "publish", by=approver, at=at)


def test_an_edition_is_published_by_a_second_person(sent, compiler, approver, at):
    published = engine.take(sent, "publish", by=approver, at=at)
    assert (published.state, published.compiler, published.approver) == (State.PUBLISHED, compiler, approver)
    assert published.published_at == published.closed_at == at


def test_nobody_approves_what_he_sent_himself(edition, compiler, approver, at):
    both = actors.appoint(compiler, approver.acting_post.office, Role.LEADING_OFFICE, begins=actors.BEGAN)
    sent = scenes.submitted(edition, compiler, at)
    compiler.acting_post = both
    with pytest.raises(engine.StepRefused, match="送审人"):
        engine.take(sent, "publish", by=compiler, at=at)


def test_what_the_inputs_do_not_give_is_not_published(sent, approver, at):
    sent.scores.filter(place__code=actors.COUNTY).update(index=1)
    with pytest.raises(engine.StepRefused, match="不一致"):
        engine.take(sent, "publish", by=approver, at=at)


def test_without_any_figure_nothing_is_sent(edition, compiler, at):
    edition.scores.update(index=None)
    with pytest.raises(engine.StepRefused, match="算不出"):
        scenes.submitted(edition, compiler, at)


def test_figures_are_taken_anew_until_it_is_sent(edition, compiler, at, month_ago):
    scenes.rows(actors.COUNTY, 20, at=month_ago)
    engine.take(edition, "recompute", by=compiler, at=at)
    assert edition.readings.get(place__code=actors.COUNTY).count == 40


def test_a_correction_is_an_edition_of_its_own(published, compiler, approver, at):
    engine.take(published, "correct", by=compiler, at=at, note="漏计一批诉求。")
    fresh = Edition.objects.get(corrects=published)
    with pytest.raises(engine.StepRefused, match="正在编制"):
        engine.take(scenes.fresh(published), "correct", by=compiler, at=at, note="再更正。")
    engine.take(scenes.submitted(fresh, compiler, at), "publish", by=approver, at=at)
    assert [scenes.fresh(one).state for one in (published, fresh)] == [State.REPLACED, State.PUBLISHED]
    assert scenes.events_of(published)[-1] == "safety_index.replace"


def test_the_clock_runs_until_it_is_published(published):
    clock = Deadline.objects.of(published).get()
    assert (clock.term, clock.state, clock.limit.citation) == ("safety_index.publish", "met", "default")


def test_what_is_not_published_in_time_becomes_a_draft_finding(edition, at):
    while sweep(at=at + actors.days(40)):
        continue
    clock = Deadline.objects.of(edition).get()
    assert clock.lapsed_at is not None


def test_a_township_in_which_something_rose_is_told(city, compiler, approver, at, month_ago):
    scenes.rows(actors.TOWNSHIP, 9, at=month_ago)
    scenes.rows(actors.OTHER_TOWNSHIP, 4, at=month_ago)
    actors.office(OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP)
    engine.take(scenes.submitted(scenes.drafted(at), compiler, at), "publish", by=approver, at=at)
    tip = SafetyTip.objects.get()
    assert (tip.place.code, tip.office.place.code, tip.title) == (actors.TOWNSHIP, actors.TOWNSHIP, "分项0上升，请做好防范")


def test_who_sees_an_edition(edition, compiler, approver, official, clerk):
    county = actors.actor(Role.CENTRE_OFFICER)
    seen = {*who_may(Edition.view_capability, edition)}
    assert seen == {compiler, approver, official}
    assert not seen & {clerk, county}


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_in_every_state_that_is_not_its_own(step, state):
    if state in step.source:
        return
    edition = Edition(state=state, place=actors.Place(path=actors.CITY), place_path=actors.CITY)
    with pytest.raises(engine.StepRefused):
        engine._check(edition, step, by=None, at=None, note="说明", version=None, given=dict.fromkeys(step.fields))
