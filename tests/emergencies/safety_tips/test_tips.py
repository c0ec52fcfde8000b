"""A tip goes to the township, from there to villages, and is followed until somebody above confirmed what was done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from emergencies.safety_index.models import Input
from emergencies.safety_tips.enums import State
from emergencies.safety_tips.flow import FLOW
from emergencies.safety_tips.indicators import ACTED_ON, SENT
from emergencies.safety_tips.models import SafetyTip
from emergencies.safety_tips.services import send
from governance.access.scope import who_may
from governance.cases.indicators import DENOMINATOR
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from supervision.oversight.models import Finding
from tests import actors
from tests.emergencies.safety_makers import edition
from tests.scenes import Scene

LIST = reverse("safety_tips_list")


@pytest.fixture
def index(offices, at):
    """An edition in which one sub-index of the township rose."""
    made = edition(Scene(None, "", actors.CITY, None, False, at))
    part = made.method.components.get(code="complaints")
    Input.objects.create(edition=made, place=actors.place(actors.TOWNSHIP), component=part, count=30, recent=20, before=6, rose=True)
    return made


@pytest.fixture
def centre(offices):
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def village(offices):
    return actors.actor(Role.VILLAGE_CLERK)


@pytest.fixture
def tip(index, clerk, at):
    return send(index, clerk.acting_post.office, at=at)


@pytest.fixture
def signed(tip, clerk, at):
    return engine.take(tip, "sign", by=clerk, at=at)


@pytest.fixture
def passed_on(signed, clerk, village, at):
    engine.take(signed, "pass_on", by=clerk, at=at, villages=[village.acting_post.office])
    return SafetyTip.objects.get(parent=signed)


def fresh(tip):
    return SafetyTip.objects.get(pk=tip.pk)


def test_a_tip_is_acted_on_and_confirmed_by_the_office_above(signed, clerk, centre, at):
    reported = engine.take(signed, "report", by=clerk, at=at, note="已组织排查。")
    assert (reported.state, reported.kept) == (State.REPORTED, True)
    with pytest.raises(engine.StepRefused):
        engine.take(reported, "confirm", by=clerk, at=at)
    assert engine.take(fresh(reported), "confirm", by=centre, at=at).state == State.CLOSED


def test_a_township_waits_for_its_villages(passed_on, clerk, village, at):
    parent = passed_on.parent
    with pytest.raises(engine.StepRefused, match="还有 1 个村"):
        engine.take(fresh(parent), "report", by=clerk, at=at, note="已落实。")
    part = engine.take(engine.take(passed_on, "sign", by=village, at=at), "report", by=village, at=at, note="已走访。")
    engine.take(part, "confirm", by=clerk, at=at)
    assert engine.take(fresh(parent), "report", by=clerk, at=at, note="已落实。").state == State.REPORTED


def test_a_village_passes_nothing_on(passed_on, village, at):
    part = engine.take(passed_on, "sign", by=village, at=at)
    assert "pass_on" not in {step.name for step in engine.available(part, village, at=at)}


def test_what_comes_back_is_due_again(signed, clerk, centre, at):
    reported = engine.take(signed, "report", by=clerk, at=at, note="已组织排查。")
    back = engine.take(reported, "send_back", by=centre, at=at, note="请补充走访情况。")
    assert (back.state, back.due_at > at) == (State.SIGNED, True)


def test_a_tip_nobody_acts_on_becomes_a_draft_finding(signed, official, at):
    actors.actor(Role.LEADING_OFFICE, actors.COUNTY, kind=OfficeType.LEADING_GROUP)
    while sweep(at=at + timedelta(days=60)):
        continue
    assert fresh(signed).kept is False
    assert Finding.objects.filter(subject_number=signed.number).count() == 1


def test_the_figures_open_onto_their_rows(passed_on, clerk):
    rows = SafetyTip.objects.order_by("pk")
    assert SENT.rows(rows).count() == 1
    assert (ACTED_ON.rows(rows).count(), ACTED_ON.rows(rows, DENOMINATOR).count()) == (0, 0)


def test_who_sees_a_tip(tip, clerk, centre, official, village, manager):
    other = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    seen = {*who_may(SafetyTip.view_capability, tip)}
    assert {clerk, centre, official} == seen
    assert not seen & {other, village, manager}


def test_the_township_hears_of_it(tip, clerk):
    assert Notice.objects.filter(recipient=clerk, rule="safety_tips.sent").exists()


def test_its_pages(passed_on, clerk, signed_in):
    client, parent = signed_in(clerk), fresh(passed_on.parent)
    page = client.get(parent.get_absolute_url()).content.decode()
    assert all(words in page for words in ("最近 3 个月 20 件", "梳理本地诉求", passed_on.place.short_name))
    assert client.get(reverse("safety_tips_take_step", args=[parent.number, "pass_on"])).status_code == 200
    answer = client.post(reverse("safety_tips_take_step", args=[parent.number, "pass_on"]), {"note": "", "version": parent.version})
    assert answer.status_code == 422
    sheet = client.get(reverse("safety_tips_export"), {"format": "csv"})
    assert parent.number in b"".join(sheet.streaming_content).decode("utf-8-sig")


def test_ten_tips_cost_no_more_statements_than_two(passed_on, index, clerk, signed_in, at):
    client, tip = signed_in(clerk), passed_on.parent
    client.get(LIST)
    from_one = statements(client)
    for place in actors.place(actors.TOWNSHIP).children.order_by("path")[1:9]:
        send(index, actors.office(OfficeType.VILLAGE, place.code), at=at, parent=tip)
    client.get(LIST)  # the names of offices it has not shown yet are read once
    assert statements(client) == from_one


def statements(client):
    with CaptureQueriesContext(connection) as told:
        client.get(LIST)
    return len(told)


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_in_every_state_that_is_not_its_own(step, state):
    if state in step.source:
        return
    tip = SafetyTip(state=state, place=actors.Place(path=actors.TOWNSHIP), place_path=actors.TOWNSHIP)
    with pytest.raises(engine.StepRefused):
        engine._check(tip, step, by=None, at=None, note="说明", version=None, given=dict.fromkeys(step.fields))
