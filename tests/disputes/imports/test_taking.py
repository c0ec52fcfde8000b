"""A sheet becomes complaints that nothing tells from those of the form, once, whatever fails on the way."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from disputes.complaints.models import Complaint
from disputes.complaints.services import file_complaint
from disputes.imports import services
from disputes.imports.data import reading
from disputes.imports.enums import State
from disputes.imports.models import Import, ImportCodes
from disputes.imports.tasks import check_sheet, resume_sheets, take_sheet
from governance.cases.rules import is_number
from governance.cases.tracking import find_tracked
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.places.models import Place
from governance.privacy.models import Opening
from governance.timeline.models import Event
from supervision.indicators.models import StaleMonth
from tests import actors
from tests.disputes.imports.sheets import row, workbook

OWN = {"id", "number", "query_code_index", "origin", "external_number", "submission", "search", "reporter_name", "reporter_phone"}


def columns_of(complaint):
    """What a complaint is, but for what belongs to it alone."""
    complaint = Complaint.objects.get(pk=complaint.pk)
    return {field.attname: getattr(complaint, field.attname) for field in complaint._meta.concrete_fields if field.name not in OWN}


def told_of(complaint):
    """Its clocks, its events but for the note, its notices and its contact as staff see it."""
    clocks = Deadline.objects.of(complaint).values_list("term", "limit", "state", "started_at", "due_at", "next_alarm_at", "place_path")
    events = Event.objects.of(complaint).values_list("sequence", "kind", "at", "by", "post", "actor", "data", "public", "previous")
    notices = Notice.objects.filter(case_number=complaint.number).values_list("rule", "channel", "state", "next_try_at")
    return sorted(clocks), list(events), sorted(notices), str(complaint.reporter_name), str(complaint.reporter_phone)


def test_what_is_said_of_an_office_goes_above_it_as_from_the_form(taken, operator, at, offices, noise):
    town = offices[OfficeType.TOWNSHIP, actors.TOWNSHIP]
    taken(row("1", 反映的单位=town.name, 分类=noise.full_name), row("2"))
    facts = {"place": Place.objects.get(code=actors.VILLAGE), "category": noise, "kind": "complaint", "source": "visit", "against": town}
    form = file_complaint(at=at, by=operator, description=row()["反映内容"], name="张三", phone="13800000000", **facts).complaint
    accusation = Complaint.objects.get(external_number="1")
    assert columns_of(accusation) == columns_of(form)
    assert accusation.barred_ids
    assert Complaint.objects.get(external_number="2").barred_ids == []


@pytest.mark.parametrize("words", ["楼下烧烤店夜里吵闹，孩子睡不着。", "楼道里有煤气味，怀疑燃气泄漏，请马上来人。"])
def test_an_imported_complaint_equals_one_of_the_form(taken, operator, at, noise, words):
    taken(row(分类=noise.full_name, 反映内容=words), sms=True)
    facts = {"place": Place.objects.get(code=actors.VILLAGE), "category": noise, "kind": "complaint", "source": "visit"}
    form = file_complaint(at=at, by=operator, description=words, name="张三", phone="13800000000", **facts).complaint
    imported = Complaint.objects.get(origin="市信访局")
    assert columns_of(imported) == columns_of(form)
    assert told_of(imported) == told_of(form)
    assert imported.phone_index == form.phone_index
    assert StaleMonth.objects.filter(procedure="complaints").values("place_path").distinct().count() == 1


def test_what_lay_elsewhere_is_counted_from_there(taken, at):
    taken(row(受理时间=(at - timedelta(days=3)).strftime("%Y-%m-%d %H:%M")))
    complaint = Complaint.objects.get()
    assert complaint.opened_at == at - timedelta(days=3)
    assert complaint.number.startswith("HS-20261120-")
    assert Event.objects.of(complaint).get().at == at - timedelta(days=3)


def test_it_goes_on_its_way_like_any_other_and_the_chain_holds(taken, operator, at):
    taken(row("1"), row("2"), row("3", 反映内容="小区电梯停运三天，老人下不了楼。"))
    for complaint in Complaint.objects.order_by("pk"):
        facts = {"kind": complaint.kind, "category": complaint.category, "urgency": complaint.urgency}
        engine.take(complaint, "classify", by=operator, at=at, **facts)
    call_command("verify_timeline")
    assert not Complaint.objects.filter(suggested_office=None).exists()
    assert set(Complaint.objects.values_list("state", flat=True)) == {"classified"}


def test_numbers_are_whole_and_follow_those_given_before(taken, complaint):
    taken(*[row(str(number)) for number in range(5)])
    numbers = list(Complaint.objects.order_by("pk").values_list("number", flat=True))
    assert all(map(is_number, numbers))
    assert [int(number[12:18]) for number in numbers] == [1, 2, 3, 4, 5, 6]


def test_a_corrected_sheet_loads_again_without_doubles(taken):
    first = taken(row("1"), row("2", 联系电话="12"), row("3"))
    assert (first.taken, first.bad, first.known) == (2, 1, 0)
    again = taken(row("1"), row("2"), row("3"))
    assert (again.taken, again.bad, again.known, again.state) == (1, 0, 2, State.DONE)
    assert Complaint.objects.count() == 3
    assert {line.complaint.external_number for line in again.lines.settled()} == {"1", "2", "3"}


def test_the_same_number_of_another_origin_is_another_complaint(taken):
    taken(row("1"), row("1", 来件单位="市长信箱"))
    assert Complaint.objects.count() == 2


def test_a_worker_that_fails_loses_nothing(checked, at, monkeypatch):
    monkeypatch.setattr(reading, "BATCH", 2)
    sheet = checked(*[row(str(number)) for number in range(7)])
    services.begin_taking(sheet, at=at)
    whole, calls = services._write_batch, iter([True, True, False])
    monkeypatch.setattr(services, "_write_batch", lambda *args, **more: whole(*args, **more) if next(calls) else 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_sheet(sheet.pk)
    assert Complaint.objects.count() == 4
    monkeypatch.setattr(services, "_write_batch", whole)
    Import.objects.update(touched_at=at - timedelta(days=1))
    resume_sheets(), resume_sheets(), take_sheet(sheet.pk), check_sheet(sheet.pk)
    sheet.refresh_from_db()
    assert (sheet.state, sheet.taken, Complaint.objects.count()) == (State.DONE, 7, 7)


def test_a_checking_cut_short_begins_anew(operator, at):
    sheet = services.receive(workbook(row()), by=operator, at=at)
    Import.objects.update(touched_at=at - timedelta(days=1))
    resume_sheets(), check_sheet(sheet.pk)
    sheet.refresh_from_db()
    assert (sheet.state, sheet.good, Complaint.objects.count()) == (State.CHECKED, 1, 0)


def test_a_clerk_s_rows_lie_within_the_own_reach(checked):
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    sheet = checked(row("1"), row("2", 地点=actors.OTHER_TOWNSHIP), by=clerk)
    assert [(line.line, line.faults[0][0]) for line in sheet.lines.all()] == [(3, "H")]


def test_query_codes_open_the_tracking_page_and_each_opening_is_recorded(taken, operator, at):
    sheet = taken(row("1"), row("2"))
    codes = services.opened_codes(sheet, by=operator, purpose="contact", at=at)
    for line in sheet.lines.settled():
        assert find_tracked(line.complaint.number, codes[line.line]) == line.complaint
    assert Opening.objects.get().by == operator
    services.forget_codes(at=at + timedelta(days=60))
    assert not ImportCodes.objects.exists()


def test_contact_is_sealed(taken):
    taken(row())
    assert str(Complaint.objects.values_list("reporter_phone", flat=True).get()) == "138****0000"
    assert "13800000000" not in str(list(Event.objects.values_list("note", "data")))
