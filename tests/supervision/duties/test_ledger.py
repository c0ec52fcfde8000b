"""The ledger computed from rows and documents."""

import json
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from governance import registry
from governance.calendar.workdays import SHANGHAI
from governance.notices.models import Notice
from governance.people.enums import OfficeType
from supervision.duties.data.load import load_duties, rows
from supervision.duties.models import Article, Duty, DutyState, Reminder
from supervision.duties.services import (
    DutyRefused,
    evidences,
    file_document,
    give_back,
    raise_gap,
    refresh,
    refresh_due,
    remind,
    revise,
    span_of,
    tally,
)
from supervision.duties.tasks import refresh_ledger
from supervision.oversight.models import Finding
from tests import actors
from tests.supervision.duties.conftest import DOCUMENT, state_of

LATER = timedelta(days=35)  # after the twentieth of December


def noon(year, month, day):
    return datetime(year, month, day, 12, tzinfo=SHANGHAI)


def everything():
    return sorted(DutyState.objects.values_list("code", "office", "year", "state", "done", "asked", "since"))


def test_every_article_from_five_to_sixty_two_is_kept(db):
    assert [*Article.objects.values_list("number", flat=True)] == [*range(5, 63)]


def test_an_article_without_a_duty_says_why(db):
    assert not Article.objects.filter(duties=None, note="").exists()


def test_every_evidence_of_the_file_is_declared(db):
    assert {row["evidence"] for row in rows("duties.csv")} - {""} <= set(evidences())


def test_evidence_is_declared_once():
    codes = [one.code for one in registry.declared("evidence")]
    assert sorted(codes) == sorted(set(codes))


def test_every_evidence_answers_for_every_way_it_is_asked(db, at):
    """Each declared query runs, by place and by office."""
    span = span_of(2026, at=at)
    for one in evidences().values():
        for level in ("city", "township", *([""] if one.office else [])):
            assert tally(one.done(span), one, level) is not None
            assert one.due is None or tally(one.due(span), one, level) is not None


def test_loading_again_adds_nothing(db):
    assert load_duties() == {"articles": 0, "duties": 0}


def test_refreshing_twice_leaves_the_same_rows(ledger, at):
    before = everything()
    refresh(2026, at=at + timedelta(hours=1))
    assert everything() == before


def test_the_task_run_twice_leaves_the_same_rows(ledger, at, time_machine):
    time_machine.move_to(at, tick=False)
    refresh_ledger()
    before = everything()
    refresh_ledger()
    assert everything() == before


def test_a_document_is_due_after_its_day(row, at):
    assert row.state == "not_due"
    refresh(2026, at=at + LATER)
    assert state_of("5-3-township").state == "missing"


def test_a_year_nobody_looked_after_is_closed_when_work_begins_again(ledger, at):
    refresh_due(at=at.replace(year=2027, month=2, day=3))
    assert state_of_year(2026) == "missing"
    assert state_of_year(2027) == "not_due"


def state_of_year(year):
    return DutyState.objects.get(code="5-3-township", year=year).state


def test_a_filed_document_fulfils_at_once_and_handed_back_no_more(row, clerk, chief, at):
    filing = file_document(row, by=clerk, at=at, **DOCUMENT)
    assert state_of("5-3-township").state == "fulfilled"
    give_back(filing, by=chief, at=at + LATER, reason="没有落实情况。")
    assert state_of("5-3-township").state == "missing"
    with pytest.raises(DutyRefused):
        give_back(filing, by=chief, at=at, reason="再退一次。")


def test_complaints_answered_in_time_fulfil_and_late_ones_do_not(filing, clerk, at):
    complaint = filing().complaint
    type(complaint).objects.filter(pk=complaint.pk).update(contact_kept=False)
    refresh(2026, at=at)
    found = state_of("43-3-township")
    assert (found.state, found.done, found.asked) == ("missing", 0, 1)
    type(complaint).objects.filter(pk=complaint.pk).update(contact_kept=True)
    refresh(2026, at=at)
    assert state_of("43-3-township").state == "fulfilled"


def test_a_village_without_grid_has_a_gap(ledger):
    assert state_of("48-1-village").state == "missing"


def test_an_office_that_is_no_more_leaves_the_ledger(ledger, at):
    clerkless = actors.office(OfficeType.VILLAGE, actors.VILLAGE)
    type(clerkless).objects.filter(pk=clerkless.pk).update(active=False)
    refresh(2026, at=at)
    assert not DutyState.objects.filter(office=clerkless).exists()


def test_a_gap_becomes_one_finding_however_often_it_is_pressed(ledger, chief, at):
    gap = state_of("48-1-village")
    first, is_new = raise_gap(gap, by=chief, at=at)
    again, is_new_again = raise_gap(gap, by=chief, at=at)
    refresh(2026, at=at + timedelta(days=1))
    assert (is_new, is_new_again, again.pk) == (True, False, first.pk)
    assert raise_gap(state_of("48-1-village"), by=chief, at=at)[0].pk == first.pk
    assert Finding.objects.count() == 1


def test_a_draft_says_so_when_its_gap_was_met_after_all(row, clerk, chief, at):
    refresh(2026, at=at + LATER)
    finding, _new = raise_gap(state_of("5-3-township"), by=chief, at=at + LATER)
    file_document(state_of("5-3-township"), by=clerk, at=at + LATER, **DOCUMENT)
    finding.refresh_from_db()
    assert finding.fulfilled_at is not None


def test_what_is_no_gap_is_not_raised(row, chief, at):
    with pytest.raises(DutyRefused):
        raise_gap(row, by=chief, at=at)


def test_a_changed_duty_is_another_version_from_its_day(ledger, city_chief, at):
    duty = Duty.objects.get(code="5-3-township")
    today = at.date()
    new = revise(duty, by=city_chief, on=today, reason="改为季度报告。", summary="按季报告社会治理工作", period="quarter")
    duty.refresh_from_db()
    assert (duty.in_force_until, new.in_force_from, new.code) == (today, today, duty.code)
    refresh(2026, at=at)
    assert state_of("5-3-township").duty_id == new.pk
    with pytest.raises(DutyRefused):
        revise(duty, by=city_chief, on=today, reason="旧版本。")


def test_the_command_prints_counts_by_article_kind_and_level(ledger, at, time_machine):
    time_machine.move_to(at, tick=False)
    told = StringIO()
    call_command("duties", "--json", "--refresh", stdout=told)
    found = json.loads(told.getvalue())
    village = next(line for line in found if (line["article"], line["level"]) == (48, "village"))
    assert village == {
        "article": 48, "office_kind": "village", "level": "village",
        "states": {"fulfilled": 0, "partly": 0, "missing": 1, "not_due": 0},
    }  # fmt: skip


def reminded():
    """{whom: titles} of the reminders that lie in in-boxes."""
    return [*Notice.objects.filter(rule="duties.reminded", channel="in_app").order_by("pk").values_list("recipient__username", "title")]


def test_documents_of_the_year_are_asked_for_sixty_thirty_and_seven_days_ahead(row, clerk):
    due = noon(2026, 12, 20)
    told = []
    for days in (61, 60, 59, 30, 7, 6, 0, -1):
        remind(at=due - timedelta(days=days))
        told.append(Reminder.objects.filter(office=row.office).count())
    assert told == [0, 1, 1, 2, 3, 3, 3, 3]
    assert {name for name, _title in reminded()} >= {clerk.username}


def test_a_reminder_names_the_day_and_leads_to_what_is_owed(signed_in, row, clerk):
    remind(at=noon(2026, 12, 13))
    notice = Notice.objects.get(recipient=clerk, channel="in_app")
    assert ("7天" in notice.title, "2026年12月20日" in notice.body) == (True, True)
    assert signed_in(clerk).get(notice.path).status_code == 200


def test_after_an_outage_only_the_nearest_reminder_goes_out(row, clerk):
    remind(at=noon(2026, 12, 18))
    assert [*Reminder.objects.filter(office=row.office).values_list("days", flat=True)] == [7]


def test_who_has_filed_is_not_reminded(row, clerk, at):
    for one in DutyState.objects.told().filter(office=row.office).exclude(duty__document=""):
        file_document(one, by=clerk, at=at, **DOCUMENT)
    remind(at=noon(2026, 12, 18))
    assert not Reminder.objects.filter(office=row.office).exists()
