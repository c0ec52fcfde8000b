"""重大事项 (Art. 43): flagged with a reason, at once on the centre's desk, under a clock of its own."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.grave.rules import CONFLICT_WORDS, DANGER_WORDS, grave_words
from governance.cases.models import Handover
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.disputes.complaints.test_flow import walk

WHY = "楼体裂缝扩大，住着三十多户人，随时可能倒塌。"
MEASURES = "已会同住建部门疏散住户，拉起警戒线，派专人值守。"


@pytest.fixture
def centre(offices):
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def grave(complaint, centre, clerk, at):
    return engine.take(complaint, "flag_danger", by=clerk, at=at, note=WHY)


def clock(case):
    return Deadline.objects.of(case).get(term="complaints.respond")


def test_it_runs_four_hours_on_the_county_s_centre(grave, centre, at):
    assert (grave.danger, clock(grave).due_at, clock(grave).office) == (WHY, at + timedelta(hours=4), centre.acting_post.office)
    assert grave.due_at == clock(grave).due_at


def test_the_centre_is_told_at_once(grave, centre):
    assert set(Notice.objects.filter(rule="grave.flagged").values_list("recipient", flat=True)) == {centre.pk}


def test_it_stands_on_the_centre_s_desk_and_leaves_it_when_dealt_with(signed_in, grave, centre, at):
    client = signed_in(centre)
    listed = f"{reverse('complaints_list')}?state=unanswered"
    assert "重大事项待处置" in client.get(reverse("desk")).content.decode()
    assert grave.number in client.get(listed).content.decode()
    answered = engine.take(grave, "respond_danger", by=centre, at=at + timedelta(hours=1), note=MEASURES)
    assert clock(answered).was_kept
    assert grave.number not in client.get(listed).content.decode()
    assert grave.number in client.get(f"{reverse('complaints_list')}?state=grave").content.decode()


def test_row_and_case_carry_the_badge(signed_in, grave, operator):
    client = signed_in(operator)
    assert "重大事项</span>" in client.get(reverse("complaints_list")).content.decode()
    page = client.get(grave.get_absolute_url()).content.decode()
    assert WHY in page


def test_only_a_centre_deals_with_it(grave, operator, clerk, at):
    for person in (operator, clerk):
        with pytest.raises(engine.StepRefused):
            engine.take(grave, "respond_danger", by=person, at=at, note=MEASURES)


@pytest.mark.parametrize("step", ["flag_danger", "respond_danger", "unflag_danger"])
def test_each_step_needs_its_words(complaint, centre, clerk, at, step):
    if step != "flag_danger":
        engine.take(complaint, "flag_danger", by=clerk, at=at, note=WHY)
    with pytest.raises(engine.StepRefused, match="请填写说明"):
        engine.take(complaint, step, by=centre, at=at)


def test_unflagged_it_is_off_the_desk_and_may_be_flagged_again(grave, centre, at):
    cleared = engine.take(grave, "unflag_danger", by=centre, at=at + timedelta(hours=1), note="现场核实无险情。")
    assert cleared.danger == ""
    assert not Complaint.objects.unanswered().exists()
    again = engine.take(grave, "flag_danger", by=centre, at=at + timedelta(hours=2), note=WHY)
    assert Complaint.objects.unanswered().get() == again


def test_unanswered_it_warns_lapses_and_is_told_to_the_city(grave, centre, at):
    city = actors.actor(Role.CENTRE_OFFICER, actors.CITY)
    for hours in (3, 4, 4):
        sweep(at=at + timedelta(hours=hours, minutes=1))
    told = {rule: set(Notice.objects.filter(rule=rule).values_list("recipient", flat=True))
            for rule in ("grave.warned", "grave.lapsed", "grave.lapsed_above")}  # fmt: skip
    assert told == {"grave.warned": {centre.pk}, "grave.lapsed": {centre.pk}, "grave.lapsed_above": {city.pk}}


def test_nothing_closes_quietly_over_it(complaint, operator, clerk, centre, at):
    walk(complaint, operator, clerk, at, until="call_back")
    engine.take(complaint, "flag_danger", by=operator, at=at + timedelta(hours=3), note=WHY)
    with pytest.raises(engine.StepRefused, match="尚未处置"):
        engine.take(complaint, "close", by=operator, at=at + timedelta(hours=4))
    engine.take(complaint, "respond_danger", by=centre, at=at + timedelta(hours=4), note=MEASURES)
    assert engine.take(complaint, "close", by=operator, at=at + timedelta(hours=5)).state == State.CLOSED
    assert not Handover.objects.exists()


def test_the_person_can_still_take_it_back(grave, at):
    assert engine.take(grave, "withdraw", by=RESIDENT, at=at, note="已解决。").state == State.WITHDRAWN


def test_an_accused_centre_does_not_get_it(filing, offices, clerk, operator, at):
    county, city = offices[OfficeType.CENTRE, actors.COUNTY], offices[OfficeType.CENTRE, actors.CITY]
    flagged = engine.take(filing(against=county).complaint, "flag_danger", by=operator, at=at, note=WHY)
    assert clock(flagged).office == city


def test_named_later_the_accused_centre_loses_it(grave, offices, operator, at):
    county, city = offices[OfficeType.CENTRE, actors.COUNTY], offices[OfficeType.CENTRE, actors.CITY]
    engine.take(grave, "name_accused", by=operator, at=at, note="反映该中心。", against=county)
    assert clock(grave).office == city


def test_words_are_told_to_a_person_who_decides(signed_in, filing, operator, official):
    case = filing(description="小区外墙裂缝扩大，燃气味很重，几十人准备堵路。").complaint
    assert (case.danger, Deadline.objects.of(case).filter(term="complaints.respond").exists()) == ("", False)
    assert "请核实" in signed_in(operator).get(case.get_absolute_url()).content.decode()
    assert "标记重大事项" not in signed_in(official).get(case.get_absolute_url()).content.decode()


@given(st.sampled_from([*DANGER_WORDS, *CONFLICT_WORDS]), st.text(alphabet="的了楼下小区夜里吵闹", max_size=20))
def test_any_word_of_the_lists_is_found_in_any_text(word, around):
    assert word in grave_words(f"{around}{word}{around}")
    assert grave_words(around) == []
