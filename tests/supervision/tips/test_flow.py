"""A tip: filed without a name, kept from whom it is about, verified, raised, passed on, answered, forgotten."""

from datetime import timedelta

import pytest
from django.db import transaction

from disputes.complaints.models import Complaint
from governance.access.scope import may
from governance.cases.tracking import find_tracked, seen_with
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeType, Role
from governance.privacy.models import Opening
from governance.timeline.record import verify
from supervision.oversight.models import Finding
from supervision.tips.enums import FINAL, Matter, State
from supervision.tips.flow import FLOW
from supervision.tips.models import Tip
from supervision.tips.rules import ARTICLES, desk_path, ground_of
from supervision.tips.services import erase_contacts, file_tip
from tests import actors
from tests.flows import elsewhere

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def city(db):
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    actors.office(OfficeType.HOTLINE, actors.CITY)


@pytest.fixture
def chief(city):
    return actors.actor(Role.LEADING_OFFICE)


@pytest.fixture
def unit(city):
    return actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)


def filed(at, **facts):
    told = {"matter": "no_action", "description": "路灯坏了三个月没人管。", "place": actors.place(actors.VILLAGE)}
    return file_tip(at=at, **{**told, **facts})


def accepted(chief, at, **facts):
    return engine.take(filed(at, **facts).tip, "accept", by=chief, at=at + DAY)


def raised(chief, unit, at):
    return engine.take(accepted(chief, at), "raise", by=chief, at=at + 2 * DAY, note="情况属实。", unit=unit, ground=2)


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, chief, at):
    case = filed(at).tip
    Tip.objects.filter(pk=case.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        by = chief if hasattr(step.needs, "roles") else step.needs
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))


def test_number_and_code_open_it_and_the_county_s_office_gets_it(chief, at):
    found = filed(at)
    assert find_tracked(found.tip.number, found.query_code) == found.tip
    assert found.tip.office == chief.acting_post.office


def test_the_same_form_files_once(chief, at):
    mark = "7f0b2c1e-0000-4000-8000-000000000001"
    first, again = filed(at, submission=mark), filed(at, submission=mark)
    assert (again.tip, again.query_code, Tip.objects.count()) == (first.tip, "", 1)


def test_whom_it_is_about_never_sees_it(chief, unit, at):
    case = filed(at, unit=chief.acting_post.office).tip
    assert case.office == actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    assert not may(chief, Tip.view_capability, case)
    assert not Tip.objects.visible_to(chief, Tip.view_capability)
    assert may(actors.actor(Role.LEADING_OFFICE, actors.CITY), Tip.view_capability, case)


def test_who_sees_it_and_who_does_not(chief, at):
    filed(at)
    roles = (Role.CENTRE_OFFICER, Role.TOWNSHIP_CLERK, Role.HOTLINE_OPERATOR, Role.DEPARTMENT_HANDLER, Role.SUPERVISING_BODY)
    others = [actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY), *map(actors.actor, roles)]
    seeing = [chief, actors.actor(Role.LEADING_OFFICIAL), actors.actor(Role.AUDITOR)]
    assert [one for one in [*seeing, *others] if Tip.objects.visible_to(one, Tip.view_capability)] == seeing


def test_verified_it_becomes_a_draft_finding_and_comes_back_with_its_end(chief, unit, at):
    tip = raised(chief, unit, at)
    finding = Finding.objects.get()
    assert (tip.state, finding.unit, finding.ground, finding.subject_number) == (State.RAISED, unit, 2, tip.number)
    assert Deadline.objects.of(tip).get(term="tips.answer").state == "paused"
    engine.take(finding, "dismiss", by=chief, at=at + 5 * DAY, note="已经整改。")
    tip = Tip.objects.get()
    assert tip.state == State.CHECKING
    done = engine.take(tip, "answer", by=chief, at=at + 6 * DAY, note="路灯已修好。")
    assert (done.state, done.kept) == (State.ANSWERED, True)
    assert verify().broken is None


def test_nobody_raises_a_finding_about_himself(chief, at):
    with pytest.raises(engine.StepRefused):
        engine.take(accepted(chief, at), "raise", by=chief, at=at + 2 * DAY, note="说明", unit=chief.acting_post.office, ground=1)


def test_what_is_a_complaint_goes_to_12345_with_its_code_and_contact(chief, at):
    found = filed(at, name="张三", phone="13800000000")
    engine.take(found.tip, "pass_on", by=chief, at=at + DAY, note="属于诉求事项。")
    complaint, tip = Complaint.objects.get(), Tip.objects.get()
    assert find_tracked(complaint.number, found.query_code) == complaint
    assert seen_with(tip) == [tip, complaint]
    assert (complaint.kind, complaint.source, bool(complaint.phone_index)) == ("complaint", "superior", True)
    assert Opening.objects.filter(case_number=tip.number, by=chief).count() == 2


def test_without_contact_it_goes_there_anonymous_and_keeps_out_whom_it_is_about(chief, unit, at):
    actors.office(OfficeType.CENTRE, actors.COUNTY)
    engine.take(filed(at, unit=unit).tip, "pass_on", by=chief, at=at + DAY, note="属于诉求事项。")
    complaint = Complaint.objects.get()
    assert (complaint.is_anonymous, complaint.against) == (True, unit)
    assert unit.pk in complaint.barred_ids


def test_the_person_takes_it_back(chief, at):
    assert engine.take(filed(at).tip, "withdraw", by=RESIDENT, at=at, note="已经解决。").state == State.WITHDRAWN


def test_contact_is_forgotten_after_its_time(chief, at):
    tip = engine.take(accepted(chief, at, phone="13800000000"), "answer", by=chief, at=at + 5 * DAY, note="已办。")
    assert erase_contacts(at=at + 300 * DAY) == 0
    assert [erase_contacts(at=at + 800 * DAY) for _time in range(2)] == [1, 0]
    tip.refresh_from_db()
    assert not tip.has_contact


def test_every_matter_has_its_articles_and_a_ground():
    assert {*ARTICLES} == {*Matter.values}
    assert {ground_of(matter) for matter in Matter.values} <= {1, 2, 3, 4}
    assert (desk_path(actors.VILLAGE), desk_path(actors.CITY)) == (actors.COUNTY, actors.CITY)
