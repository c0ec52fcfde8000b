"""An unhappy answer asks for reopening by itself; refused twice, the centre above has the last word."""

from datetime import timedelta

import pytest
from django.urls import reverse

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.complaints.terms import APPEAL
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.disputes.complaints.test_flow import walk

DAY = timedelta(days=1)
BAD, GOOD = {"solved": "no", "satisfaction": "dissatisfied"}, {"solved": "yes", "satisfaction": "satisfied"}


@pytest.fixture
def closed(complaint, operator, clerk, at):
    return walk(complaint, operator, clerk, at)


@pytest.fixture
def county(offices):
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def city(offices):
    return actors.actor(Role.CENTRE_OFFICER, actors.CITY)


def refused(case, by, at, *, times):
    for number in range(times):
        engine.take(case, "ask_reopening", by=RESIDENT, at=at + (2 * number + 1) * DAY, note="又坏了。")
        case = engine.take(case, "refuse_reopening", by=by, at=at + (2 * number + 2) * DAY, note="已办妥。")
    return case


def test_an_unhappy_answer_stands_on_the_dispatcher_s_desk(closed, operator, at):
    rated = engine.take(closed, "rate", by=RESIDENT, at=at + DAY, **BAD)
    assert rated.reopening_asked
    assert rated in Complaint.objects.to_review()
    assert set(Notice.objects.filter(rule="outcomes.unhappy").values_list("recipient", flat=True)) == {operator.pk}


@pytest.mark.parametrize("said", [GOOD, {**BAD, "declined": True}])
def test_a_happy_answer_and_one_that_waves_it_away_ask_nothing(said, closed, at):
    assert not engine.take(closed, "rate", by=RESIDENT, at=at + DAY, **said).reopening_asked


def test_the_form_says_so_and_can_be_declined(client, filing, operator, clerk, at):
    filed = filing()
    walk(filed.complaint, operator, clerk, at)
    client.post(reverse("track"), {"number": filed.complaint.number, "code": filed.query_code})
    page = client.get(reverse("tracked", args=[filed.complaint.number])).content.decode()
    assert "视为申请重新办理" in page
    client.post(reverse("rate", args=[filed.complaint.number]), {**BAD, "note": "没来人。", "declined": "on"})
    assert Complaint.objects.get().solved == "no"
    assert not Complaint.objects.get().reopening_asked


def test_a_first_refusal_stays_where_it_is_and_may_be_asked_again(closed, county, at):
    once = refused(closed, county, at, times=1)
    assert (once.appeal_to, once.times_refused) == (None, 1)
    assert once.flow.step("ask_reopening").when(once)


def test_a_second_refusal_stands_on_the_desk_of_the_centre_above(closed, county, city, at):
    twice = refused(closed, county, at, times=2)
    assert twice.appeal_to == city.acting_post.office
    assert APPEAL.name in set(Deadline.objects.of(twice).still_open().values_list("term", flat=True))
    assert set(Notice.objects.filter(rule="outcomes.appeal").values_list("recipient", flat=True)) == {city.pk}


def test_the_clock_of_the_review_outlives_the_rating(closed, county, city, at):
    twice = refused(closed, county, at, times=2)
    engine.take(twice, "rate", by=RESIDENT, at=at + 5 * DAY, **GOOD)
    assert Deadline.objects.of(twice).still_open().get().term == APPEAL.name


def test_only_the_centre_above_finds_it_and_may_decide(closed, county, city, operator, at, signed_in):
    twice = refused(closed, county, at, times=2)
    seeing = {person.pk for person in (county, city, operator) if engine.available(twice, person) and _can_confirm(twice, person)}
    assert seeing == {city.pk}
    rows = signed_in(city).get(reverse("complaints_list"), {"state": "appeal"}).content.decode()
    assert twice.number in rows
    assert twice.number not in signed_in(county).get(reverse("complaints_list"), {"state": "appeal"}).content.decode()


def _can_confirm(case, person):
    return "confirm_refusal" in {step.name for step in engine.available(case, person)}


def test_confirmed_it_is_over(closed, county, city, at):
    twice = refused(closed, county, at, times=2)
    over = engine.take(twice, "confirm_refusal", by=city, at=at + 5 * DAY, note="处理适当。")
    assert (over.state, over.appeal_to) == (State.CLOSED, None)
    with pytest.raises(engine.StepRefused):
        engine.take(over, "ask_reopening", by=RESIDENT, at=at + 6 * DAY, note="还是不行。")


def test_ordered_it_begins_anew_with_a_clean_slate(closed, county, city, at):
    twice = refused(closed, county, at, times=2)
    again = engine.take(twice, "order_reopening", by=city, at=at + 5 * DAY, note="请当面核实。")
    assert (again.state, again.appeal_to, again.times_refused, again.reworks) == (State.HANDLING, None, 0, 1)


def test_the_city_reviews_its_own_refusal_through_another_person(closed, city, at):
    twice = refused(closed, city, at, times=2)
    assert twice.appeal_to == city.acting_post.office
    with pytest.raises(engine.StepRefused, match="其他人员"):
        engine.take(twice, "confirm_refusal", by=city, at=at + 5 * DAY, note="处理适当。")
    colleague = actors.actor(Role.CENTRE_OFFICER, actors.CITY)
    assert engine.take(twice, "confirm_refusal", by=colleague, at=at + 5 * DAY, note="处理适当。").appeal_to is None


def test_the_hotline_s_refusal_goes_to_the_city_s_centre(closed, operator, city, at):
    assert refused(closed, operator, at, times=2).appeal_to == actors.office(OfficeType.CENTRE, actors.CITY)
