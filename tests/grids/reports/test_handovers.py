"""A report becomes a dispute or a complaint, where the other procedure takes cases over; both timelines tell of it."""

from datetime import timedelta

import pytest

from disputes.complaints.models import Category, Complaint
from disputes.complaints.services import file_complaint
from disputes.mediation.models import Mediation
from disputes.mediation.notices import way_to_ask
from governance import registry
from governance.cases.models import Handover
from governance.flow import engine
from governance.notices.models import Notice
from governance.privacy.models import Opening
from governance.timeline.models import Event
from governance.timeline.record import verify
from grids.reports.enums import State
from grids.reports.models import ReportKind
from tests.grids.walking import walk


@pytest.fixture
def intakes(monkeypatch):
    """What the two procedures were told; both file a complaint here, which is a case like any other."""
    told = {}

    def taking(procedure):
        def intake(case, *, by, at, note, **facts):
            told[procedure] = facts
            category = Category.objects.get(code="1208")
            return file_complaint(at=at, place=case.place, category=category, kind="help", description=note, phone="13800000001").complaint

        return intake

    fakes = {name: taking(name) for name in ("mediation", "complaints")}
    monkeypatch.setattr(registry, "_chapters", {"fakes": registry.Chapter("fakes", "", intake=fakes), **registry._chapters})
    return told


@pytest.fixture
def no_intakes(monkeypatch):
    bare = {label: registry.Chapter(**{**chapter.__dict__, "intake": {}}) for label, chapter in registry._chapters.items()}
    monkeypatch.setattr(registry, "_chapters", bare)


def offered(report, user):
    return {step.name for step in engine.available(report, user) if step.name.startswith("hand_")}


def test_a_dispute_is_handed_to_mediation_with_its_kind(reporting, worker, at, intakes):
    ended = engine.take(reporting(kind="dispute"), "hand_to_dispute", by=worker, at=at, note="两户为漏水争执。")
    assert (ended.state, ended.passed_on) == (State.HANDED_OVER, True)
    nobody = {"applicant_name": "", "applicant_phone": ""}
    assert intakes["mediation"] == {"kind": "neighbour", "description": f"{ended.description}\n两户为漏水争执。", **nobody}
    assert Handover.objects.of(ended).get().is_from(ended)


def test_a_complaint_is_handed_over_with_its_category(report, stations, at, intakes):
    passed = walk(report, stations, at, until="pass_to_village")
    ended = engine.take(passed, "hand_to_complaint", by=stations["village"], at=at + timedelta(hours=1), note="居民要求答复。")
    assert intakes["complaints"]["category"] == "0401"
    assert {"handover.sent", "reports.hand_to_complaint"} <= set(Event.objects.of(ended).values_list("kind", flat=True))
    assert verify().broken is None


def test_the_page_leads_to_the_other_case(report, worker, village_clerk, at, intakes, signed_in):
    ended = engine.take(report, "hand_to_complaint", by=worker, at=at, note="居民要求答复。")
    other = Handover.objects.of(ended).get().target
    assert other.number in signed_in(village_clerk).get(ended.get_absolute_url()).content.decode()


CONTACT = {"name": "王桂花", "phone": "13800138000", "landmark": "3号楼2单元"}


def test_whom_to_ask_and_where_it_is_go_along_to_the_hotline(reporting, worker, operator, at):
    report = engine.take(reporting(**CONTACT), "hand_to_complaint", by=worker, at=at, note="居民要求答复。")
    complaint = Complaint.objects.get()
    assert (str(complaint.reporter_name), str(complaint.reporter_phone), complaint.landmark) == ("王**", "138****8000", "3号楼2单元")
    assert complaint.phone_index
    assert set(Opening.objects.filter(case_number=report.number).values_list("by", "field")) == {
        (worker.pk, "contact_name"),
        (worker.pk, "contact_phone"),
    }


def test_the_person_is_told_the_number_and_not_of_a_code_nobody_gave(reporting, worker, operator, at):
    engine.take(reporting(**CONTACT), "hand_to_complaint", by=worker, at=at, note="居民要求答复。")
    message = Notice.objects.get(rule__startswith="complaints.told_")
    assert message.rule == "complaints.told_passed_on"
    assert "拨打12345凭编号" in message.body
    assert "查询码" not in message.body


def test_only_whom_a_code_was_given_is_told_to_use_it():
    texts = [rule for rule in registry.declared("notices") if rule.phone and rule.event.partition(".")[0] in {"complaints", "mediation"}]
    assert {rule.name for rule in texts if "查询码" in str(rule.body)} == {"complaints.told_registered"}
    assert {rule.facts is not None for rule in texts if "%(way)s" in str(rule.body)} == {True}


def test_a_dispute_is_asked_about_at_its_committee(reporting, worker, at):
    engine.take(reporting(kind="dispute", **CONTACT), "hand_to_dispute", by=worker, at=at, note="双方愿意调解。")
    assert way_to_ask(None, Mediation.objects.get()) == {"way": "凭编号向调委会"}


def test_the_contact_of_a_dispute_is_its_applicant_and_nobody_opens_the_name(reporting, worker, at):
    engine.take(reporting(kind="dispute", **CONTACT), "hand_to_dispute", by=worker, at=at, note="双方愿意调解。")
    mediation = Mediation.objects.get()
    party = mediation.parties.get()
    assert (party.side, str(party.name), str(party.phone)) == ("applicant", "王**", "138****8000")
    assert mediation.description.startswith("3号楼2单元：")
    assert not Opening.objects.exists()


def test_the_worker_hears_that_somebody_else_handed_it_over(report, worker, stations, operator, at):
    passed = walk(report, stations, at, until="pass_to_village")
    engine.take(passed, "hand_to_complaint", by=stations["village"], at=at + timedelta(hours=1), note="居民要求答复。")
    told = Notice.objects.filter(rule="reports.hand_to_complaint")
    assert {notice.recipient for notice in told} == {worker}
    assert "转12345接诉即办" in told.first().body


def test_what_the_worker_hands_over_is_no_news(report, worker, operator, at):
    engine.take(report, "hand_to_complaint", by=worker, at=at, note="居民要求答复。")
    assert not Notice.objects.filter(rule__startswith="reports.hand_to").exists()


def test_where_nobody_takes_over_the_steps_are_not_offered(reporting, worker, no_intakes):
    assert offered(reporting(kind="dispute"), worker) == set()


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        ("dispute", {"hand_to_dispute", "hand_to_complaint"}),
        ("facility", {"hand_to_complaint"}),
        ("other", {"hand_to_dispute", "hand_to_complaint"}),
    ],
)
def test_the_kind_decides_what_it_can_become(reporting, worker, intakes, kind, steps):
    assert offered(reporting(kind=kind), worker) == {*steps, "hand_to_incident"}  # what breaks out is an incident, whatever its kind


def test_the_categories_of_the_kinds_exist(db):
    named = set(ReportKind.objects.exclude(complaint_category="").values_list("complaint_category", flat=True))
    assert named == set(Category.objects.leaves().filter(code__in=named).values_list("code", flat=True))


def test_a_hazard_goes_to_the_emergency_bureau(reporting, stations, at, signed_in):
    emergency = stations["department"].acting_post.office
    type(emergency).objects.filter(pk=emergency.pk).update(trade="emergency")
    passed = walk(reporting(kind="hazard"), stations, at, until="pass_to_township")
    form = signed_in(stations["township"]).get(f"{passed.get_absolute_url()}pass_to_department/").context["form"]
    assert form.fields["office"].initial == emergency.pk
