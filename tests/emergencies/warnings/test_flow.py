"""Drafted by one, checked and issued by another; what went out is never changed, and ends by the clock."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from emergencies.warnings.enums import FINAL, State
from emergencies.warnings.flow import FLOW
from emergencies.warnings.models import Warning, WarningDraft, WarningMessage
from emergencies.warnings.rules import faults
from emergencies.warnings.services import expire_over
from emergencies.warnings.tasks import expire_over as expire_task
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.emergencies.warning_makers import issued, warned
from tests.flows import elsewhere


def take(case, name, by, at, **given):
    return engine.take(case, name, by=by, at=at, **given)


@pytest.mark.parametrize("step", ["check", "issue"])
def test_nobody_passes_the_own_draft(step, warning, writer, colleague, at):
    case = take(warning, "check", colleague, at) if step == "issue" else warning
    with pytest.raises(engine.StepRefused, match="拟稿人"):
        take(case, step, writer, at)
    assert not WarningMessage.objects.exists()


def test_what_is_issued_is_valid_cap_and_stands_before_the_public(standing, writer, colleague, at):
    message = standing.messages.get()
    assert (message.type, message.drafter, message.checker, message.issuer) == ("Alert", writer, colleague, colleague)
    assert faults(message.xml) == []
    assert (standing.kept, standing.messages_sent, standing.due_at) == (True, 1, standing.until)
    assert not WarningDraft.objects.exists()
    assert [*Warning.objects.in_force(at)] == [standing]


def test_an_update_leaves_what_stands_until_it_is_issued(standing, writer, colleague, at):
    told = {"headline": "大风黄色预警", "text": "阵风九级，请注意。", "level": "yellow", "until": standing.until, "certainty": "Likely"}
    case = take(standing, "revise", writer, at, note="风力增大。", draft={**told, "places": [standing.place]})
    assert (case.title, case.level, case.messages.count()) == ("大风提醒", "blue", 1)
    with pytest.raises(engine.StepRefused, match="拟稿人"):
        take(case, "check_update", writer, at)
    case = take(take(case, "check_update", colleague, at), "issue_update", colleague, at)
    assert (case.title, case.level, case.state) == ("大风黄色预警", "yellow", State.ISSUED)


def test_updates_and_the_all_clear_refer_to_everything_before(standing, updated, colleague, at):
    case = updated(standing, at, headline="大风黄色预警", level="yellow")
    take(case, "cancel", colleague, at + timedelta(hours=2), note="大风已经减弱。")
    first, second, third = WarningMessage.objects.order_by("serial")
    assert [one.type for one in (first, second, third)] == ["Alert", "Update", "Cancel"]
    assert first.headline == "大风提醒"
    for message, count in ((first, 0), (second, 1), (third, 2)):
        assert faults(message.xml) == []
        assert message.xml.count(f"{first.sender},{first.identifier[:-1]}") == count
    assert "AllClear" in third.xml
    assert verify().broken is None


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_what_went_out(change, standing):
    rows = WarningMessage.objects.filter(warning=standing)
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        rows.update(text="另一个说法") if change == "update" else rows.delete()
    assert rows.get().text.startswith("预计")


def test_an_abandoned_update_leaves_everything_as_it_was(standing, writer, at):
    told = {"headline": "大风红色预警", "text": "阵风十二级。", "level": "red", "certainty": "Likely", "until": standing.until}
    case = take(standing, "revise", writer, at, note="试写。", draft={**told, "places": [standing.place]})
    case = take(case, "drop_update", writer, at, note="不需要。")
    assert (case.state, case.level, WarningDraft.objects.count()) == (State.ISSUED, "blue", 0)


def test_it_ends_by_the_clock_and_is_marked_once(standing, at):
    over = standing.until + timedelta(minutes=1)
    assert not Warning.objects.in_force(over).exists()
    assert (expire_over(at=over), expire_over(at=over)) == (1, 0)
    assert Warning.objects.get().state == State.EXPIRED
    assert expire_task() == 0


def test_nothing_is_issued_whose_time_is_over(warning, colleague, at):
    case = take(warning, "check", colleague, at)
    with pytest.raises(engine.StepRefused, match="有效期已过"):
        take(case, "issue", colleague, warning.until)


def test_a_draft_that_comes_back_is_written_anew_and_checked_again(warning, writer, colleague, at):
    case = take(take(warning, "check", colleague, at), "send_back", colleague, at, note="请写明范围。")
    told = {"headline": "大风蓝色预警", "text": "平均风力六级。", "level": "blue", "certainty": "Likely", "until": warning.until}
    case = take(case, "rewrite", writer, at, draft={**told, "places": [warning.place]})
    assert (case.title, case.state, case.draft.checker) == ("大风蓝色预警", State.DRAFTED, None)


def test_a_statement_has_no_end_and_is_no_cap_alert(writer, colleague, at):
    case = issued(warned(at, by=writer, kind="situation"), at, by=colleague)
    assert (case.until, case.level, case.messages.get().xml) == (None, "", "")
    assert Warning.objects.in_force(at + actors.days(400)).exists()


def test_who_passes_it_on_is_told_and_sees_it(warning, colleague, clerk, at):
    centre, other = actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)
    city = issued(warning, at, by=colleague)
    told = set(Notice.objects.filter(rule="warnings.issued").values_list("recipient", flat=True))
    assert {centre.pk, clerk.pk} <= told
    assert other.pk not in told
    assert {Warning.objects.visible_to(one, Warning.view_capability).filter(pk=city.pk).exists() for one in (centre, clerk)} == {True}
    assert not Warning.objects.visible_to(other, Warning.view_capability).exists()


def test_a_draft_is_seen_by_its_office_and_the_line_above_and_by_nobody_else(warning, writer, colleague, clerk, manager, official):
    centre = actors.actor(Role.CENTRE_OFFICER)
    blind = [clerk, manager, actors.actor(Role.DEPARTMENT_HANDLER, trade="police"), actors.actor(Role.VILLAGE_CLERK)]
    seen = {one.pk for one in (writer, colleague, official, centre, *blind) if Warning.objects.visible_to(one, Warning.view_capability)}
    assert seen == {writer.pk, colleague.pk, official.pk, centre.pk}


def test_an_office_in_the_area_takes_no_step(standing, clerk, at):
    assert engine.available(standing, clerk, at=at) == []


THERE = [(actors.COUNTY, True), (actors.VILLAGE, True), (actors.CITY, True), (actors.OTHER_COUNTY, False)]


@pytest.mark.parametrize(("code", "found"), THERE)
def test_what_holds_at_a_place(code, found, standing):
    assert Warning.objects.touching(actors.place(code).path).exists() is found


def test_the_same_form_drafts_once(writer, at):
    mark = "6f1c2c4e-1111-4222-8333-444455556666"
    first, second = (warned(at, by=writer, submission=mark) for _ in range(2))
    assert first.pk == second.pk


def test_nested_places_are_told_once(writer, at):
    case = warned(at, by=writer, places=(actors.COUNTY, actors.TOWNSHIP))
    assert [place.code for place in case.draft.places.all()] == [actors.COUNTY]


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, standing, writer, at):
    events = Event.objects.of(standing).count()
    Warning.objects.update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(standing, step.name, by=writer, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(standing).count() == events
