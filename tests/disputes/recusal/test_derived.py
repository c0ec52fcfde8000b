"""What came of a complaint keeps out whom the complaint keeps out: a mediation, a finding, an order, and what strangers read."""

from datetime import timedelta

import pytest

from disputes.complaints.models import Complaint
from disputes.complaints.public.services import similar
from disputes.mediation.forms import MediationStepForm
from disputes.mediation.models import Mediation
from disputes.open311.services import LISTED
from governance import registry
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.engine import StepRefused
from governance.people.enums import OfficeType, Role
from supervision.oversight.forms import FindingForm
from tests import actors
from tests.disputes.complaints.test_flow import walk

WHY = "反映人指明该单位工作人员。"


def mediation_of(complaint, operator, at):
    engine.take(complaint, "hand_to_mediation", by=operator, at=at, note="双方愿意调解。")
    return Mediation.objects.get()


def test_a_mediation_opened_from_it_inherits_the_bars_and_not_the_accused_s_committee(filing, town, operator, clerk, at):
    committee = actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP, "mediation")
    actors.office(OfficeType.COMMITTEE, actors.OTHER_TOWNSHIP, "mediation")
    accusation = filing(against=town).complaint
    opened = mediation_of(accusation, operator, at)
    assert (opened.barred_ids, opened.office) == (accusation.barred_ids, None)
    assert committee.pk in opened.barred_ids
    assert not Mediation.objects.visible_to(clerk, Mediation.view_capability).exists()


def test_where_every_committee_is_kept_out_it_is_not_handed_over(filing, town, operator, at):
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP, "mediation")
    accusation = filing(against=town).complaint
    with pytest.raises(StepRefused, match="不能调解"):
        mediation_of(accusation, operator, at)
    assert not Mediation.objects.exists()


def test_named_later_it_stands_on_the_centre_s_desk_for_another_committee(complaint, town, operator, centre, at):
    own = actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP, "mediation")
    other = actors.office(OfficeType.COMMITTEE, actors.OTHER_TOWNSHIP, "mediation")
    opened = mediation_of(complaint, operator, at)
    assert opened.office == own
    assert not Mediation.objects.to_place().exists()
    engine.take(complaint, "name_accused", by=operator, at=at, note=WHY, against=town)
    assert list(Mediation.objects.to_place()) == [opened]
    form = MediationStepForm(None, case=Mediation.objects.get(), user=centre, step=opened.flow.step("reassign"))
    assert list(form.fields["office"].queryset) == [other]
    engine.take(Mediation.objects.get(), "reassign", by=centre, at=at, note=WHY, office=other)
    assert not Mediation.objects.to_place().exists()


def test_named_later_the_mediation_closes_too_and_opens_again_when_cleared(complaint, town, operator, clerk, at):
    opened = mediation_of(complaint, operator, at)
    engine.take(complaint, "name_accused", by=operator, at=at, note=WHY, against=town)
    opened.refresh_from_db()
    assert town.pk in opened.barred_ids
    assert not Mediation.objects.visible_to(clerk, Mediation.view_capability).exists()
    engine.take(complaint, "clear_accused", by=operator, at=at, note="核实无关。")
    opened.refresh_from_db()
    assert opened.barred_ids == []


def finding_of(complaint, at):
    """The handling runs late, and the sweep notices."""
    from_now = Deadline.objects.of(complaint).get(term="complaints.handle").due_at + timedelta(minutes=1)
    Deadline.objects.of(complaint).exclude(term="complaints.handle").update(next_alarm_at=None)
    Deadline.objects.of(complaint).update(next_alarm_at=from_now - timedelta(minutes=1))
    sweep(at=from_now)
    return registry.case_models()["oversight"].objects.get()


def test_a_finding_raised_from_its_lapse_keeps_the_same_people_out(filing, offices, operator, centre, at):
    county_group = actors.actor(Role.LEADING_OFFICE)
    accused = county_group.acting_post.office
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    complaint = walk(filing(against=accused).complaint, operator, actors.actor(Role.CENTRE_OFFICER, actors.CITY), at, until="dispatch")
    finding = finding_of(complaint, at)
    assert finding.barred_ids == complaint.barred_ids
    assert finding.office.place.path == actors.CITY
    assert not type(finding).objects.visible_to(county_group, finding.view_capability).exists()


def test_strangers_are_not_shown_it_among_what_is_known_near_by(accusation, complaint, at):
    near = {"place": complaint.place, "category": complaint.category, "text": complaint.description}
    assert [row["title"] for row in similar(**near, at=at)] == [complaint.title]


def test_the_open_interface_does_not_list_it(accusation, complaint):
    listed = set(Complaint.objects.filter(LISTED).values_list("pk", flat=True))
    assert accusation.pk not in listed
    Complaint.objects.update(against=None)
    assert accusation.category.is_public == Complaint.objects.filter(LISTED, pk=accusation.pk).exists()


def test_earlier_complaints_of_the_same_telephone_leave_it_out(signed_in, accusation, complaint, clerk, operator):
    address = complaint.get_absolute_url()
    assert accusation.number in signed_in(operator).get(address).content.decode()
    assert accusation.number not in signed_in(clerk).get(address).content.decode()


def test_the_other_side_of_a_handover_is_not_even_named_to_whom_it_keeps_out(signed_in, complaint, operator, clerk, at):
    opened = mediation_of(complaint, operator, at)
    Mediation.objects.update(barred_people=[clerk.pk])
    assert opened.number in signed_in(operator).get(complaint.get_absolute_url()).content.decode()
    assert opened.number not in signed_in(clerk).get(complaint.get_absolute_url()).content.decode()


def test_a_leading_office_that_is_kept_out_cannot_name_it_in_a_finding(filing, offices):
    group = actors.actor(Role.LEADING_OFFICE)
    complaint = filing(against=group.acting_post.office).complaint
    typed = {"ground": 2, "duty": "未及时办理", "facts": "多次反映未办。", "subject": complaint.number}
    form = FindingForm(typed, user=group)
    assert "没有找到这个编号" in str(form.errors["subject"])
