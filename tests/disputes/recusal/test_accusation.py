"""What is said of an office never reaches it, from the filing to the answer, and the level above handles it."""

from datetime import timedelta

import pytest

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.complaints.permissions import OPEN_CONTACT, VIEW
from disputes.complaints.services import dispatch_as_suggested
from disputes.recusal.tasks import renew_bars
from governance.access.scope import may
from governance.cases.enums import OrderKind
from governance.cases.models import WorkOrder
from governance.cases.services import issue_order
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.disputes.complaints.test_flow import walk

WHY = "反映人指明该单位工作人员。"


def seeing(people, complaint):
    return [person for person in people if Complaint.objects.visible_to(person, VIEW).filter(pk=complaint.pk).exists()]


def test_the_accused_and_whom_it_directs_do_not_see_it(accusation, operator, clerk, centre, official):
    village, neighbour = actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert seeing([operator, clerk, centre, official, village, neighbour], accusation) == [operator, centre, official]
    assert not may(clerk, OPEN_CONTACT, accusation)


def test_it_is_suggested_and_dispatched_to_the_level_above(accusation, operator, centre, at):
    assert accusation.suggested_office == centre.acting_post.office
    given = dispatch_as_suggested(accusation, by=operator, at=at)
    assert (given.state, given.office) == (State.DISPATCHED, centre.acting_post.office)


def test_the_level_above_handles_it_to_the_end(accusation, operator, centre, at):
    assert walk(accusation, operator, centre, at).state == State.CLOSED


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        (OfficeType.TOWNSHIP, actors.TOWNSHIP, "在其领导下工作"), (OfficeType.VILLAGE, actors.VILLAGE, "在其领导下工作"),
        (OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP, "上一级"), (OfficeType.CENTRE, actors.OTHER_COUNTY, "上一级"),
    ],
)  # fmt: skip
def test_a_dispatch_to_anyone_else_is_refused_with_a_word(accusation, operator, at, kind, code, words):
    facts = {"kind": "complaint", "category": accusation.category, "urgency": "normal"}
    engine.take(accusation, "classify", by=operator, at=at, **facts)
    with pytest.raises(engine.StepRefused, match=words):
        engine.take(accusation, "dispatch", by=operator, at=at, office=actors.office(kind, code))
    assert not WorkOrder.objects.of(accusation).exists()


def test_neither_a_copy_nor_a_part_in_the_handling_reaches_the_accused(accusation, town, operator, at):
    for kind in OrderKind:
        with pytest.raises(engine.StepRefused):
            issue_order(accusation, town, by=operator, at=at, kind=kind)


def test_an_accused_centre_gets_no_copy_and_the_city_handles_it(filing, offices, operator, at):
    county, city = offices[OfficeType.CENTRE, actors.COUNTY], offices[OfficeType.CENTRE, actors.CITY]
    given = dispatch_as_suggested(filing(against=county).complaint, by=operator, at=at)
    assert given.office == city
    assert not WorkOrder.objects.of(given).filter(office=county).exists()


def test_what_is_said_of_the_hotline_is_received_by_the_city_s_centre(filing, offices):
    filed = filing(against=offices[OfficeType.HOTLINE, actors.CITY]).complaint
    assert filed.received_by == offices[OfficeType.CENTRE, actors.CITY]


def test_named_later_it_is_taken_back_and_the_answer_counts_for_nothing(complaint, town, operator, clerk, centre, at):
    replied = walk(complaint, operator, clerk, at, until="reply")
    taken = engine.take(replied, "recall_from_accused", by=operator, at=at + timedelta(days=1), note=WHY, against=town)
    assert (taken.state, taken.office, taken.replied_at) == (State.CLASSIFIED, None, None)
    assert taken.suggested_office == centre.acting_post.office
    assert seeing([clerk, operator, centre], taken) == [operator, centre]
    assert not WorkOrder.objects.of(taken).standing().exists()


def test_a_closed_one_can_be_hidden_as_well_and_is_reopened_above(complaint, town, operator, clerk, at):
    closed = walk(complaint, operator, clerk, at)
    engine.take(closed, "name_accused", by=operator, at=at + timedelta(days=1), note=WHY, against=town)
    engine.take(closed, "ask_reopening", by=RESIDENT, at=at + timedelta(days=1), note="仍未解决。")
    with pytest.raises(engine.StepRefused, match="上一级"):
        engine.take(closed, "reopen", by=operator, at=at + timedelta(days=2), note="重办。")
    again = engine.take(closed, "reopen_above", by=operator, at=at + timedelta(days=2), note="请上一级办理。")
    assert (again.state, again.office, again.reworks) == (State.CLASSIFIED, None, 1)
    assert seeing([clerk], again) == []


def test_cleared_it_goes_the_way_of_all_others(accusation, town, operator, clerk, at):
    cleared = engine.take(accusation, "clear_accused", by=operator, at=at, note="核实与该单位无关。")
    assert (cleared.against, cleared.barred_ids, cleared.suggested_office) == (None, [], town)
    assert seeing([clerk], cleared) == [clerk]


def test_no_notice_reaches_the_accused_and_earlier_ones_are_taken_back(complaint, town, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    assert Notice.objects.filter(recipient=clerk).exists()
    engine.take(complaint, "recall_from_accused", by=operator, at=at + timedelta(hours=2), note=WHY, against=town)
    assert not Notice.objects.filter(recipient=clerk).exists()


def test_the_way_to_set_and_clear_it_needs_a_reason(accusation, complaint, town, operator, at):
    for case, step, given in ((complaint, "name_accused", {"against": town}), (accusation, "clear_accused", {})):
        with pytest.raises(engine.StepRefused, match="请填写说明"):
            engine.take(case, step, by=operator, at=at, **given)


def test_an_office_opened_later_under_the_accused_is_kept_out_by_itself_and_once(accusation):
    later = actors.office(OfficeType.VILLAGE, actors.OTHER_VILLAGE)
    assert renew_bars() == 1
    accusation.refresh_from_db()
    assert later.pk in accusation.barred_ids
    assert renew_bars() == 0


def test_a_question_of_the_accused_is_not_waited_for(complaint, town, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="contact")
    engine.take(complaint, "ask_person", by=clerk, at=at + timedelta(hours=3), note="请问具体楼号？")
    taken = engine.take(complaint, "recall_from_accused", by=operator, at=at + timedelta(hours=4), note=WHY, against=town)
    assert (taken.state, taken.question_open) == (State.CLASSIFIED, False)
    assert set(Deadline.objects.of(taken).still_open().values_list("term", flat=True)) == {"complaints.dispatch"}


def test_it_follows_no_other_case(accusation, complaint, operator, at):
    with pytest.raises(engine.StepRefused, match="不需要"):
        engine.take(accusation, "merge", by=operator, at=at, note="同一事项。", merged_into=complaint)
    assert Complaint.objects.get(pk=accusation.pk).merged_into is None
