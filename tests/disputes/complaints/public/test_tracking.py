"""Tracking by number and code: who may look, and what they are told."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.enums import State
from disputes.complaints.models import Refusal
from disputes.complaints.public import telling
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.web.tracking.forms import TrackForm
from tests.disputes.complaints.public.resident import text
from tests.disputes.complaints.test_flow import walk

WRONG = "ZZZZZZ"


def page_of(resident, filed):
    resident.track(filed.complaint.number, filed.query_code)
    return resident.client.get(reverse("tracked", args=[filed.complaint.number]))


def test_number_and_code_open_the_page(resident, filing):
    filed = filing()
    assert page_of(resident, filed).context["case"] == filed.complaint


@pytest.mark.parametrize("shape", [str.lower, lambda number: number.replace("-", ""), lambda number: f" {number[3:]} "])
def test_they_are_taken_as_typed_on_a_phone(resident, filing, shape):
    filed = filing()
    answer = resident.track(shape(filed.complaint.number), f" {filed.query_code.lower()} ")
    assert answer.url == reverse("tracked", args=[filed.complaint.number])


def test_a_wrong_code_and_an_unknown_number_get_the_same_answer(resident, filing):
    filed = filing()
    known = resident.track(filed.complaint.number, WRONG)
    unknown = resident.track("HS-20200101-000001-" + check_digit("20200101000001"), WRONG)
    assert known.status_code == unknown.status_code == 422
    assert known.context["form"].errors == unknown.context["form"].errors


def check_digit(digits):
    return next(d for d in "0123456789" if not TrackForm({"number": digits + d, "code": WRONG}).errors)


def test_a_slip_in_the_number_is_told_at_once(resident, filing):
    number = filing().complaint.number
    slipped = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert set(resident.track(slipped, WRONG).context["form"].errors) == {"number"}


def test_wrong_codes_are_limited_and_then_even_the_right_one_must_wait(resident, filing, settings):
    settings.TRACKING_TRIES_PER_HOUR = 3
    filed = filing()
    for _try in range(3):
        resident.track(filed.complaint.number, WRONG)
    assert resident.track(filed.complaint.number, filed.query_code).status_code == 429


def test_right_codes_are_not_counted(resident, filing, settings):
    settings.TRACKING_TRIES_PER_HOUR = 1
    filed = filing()
    answers = [resident.track(filed.complaint.number, filed.query_code).status_code for _time in range(3)]
    assert answers == [302, 302, 302]


def test_the_number_alone_opens_nothing(stranger, filing):
    number = filing().complaint.number
    answer = stranger.client.get(reverse("tracked", args=[number]))
    assert answer.url == f"{reverse('track')}?number={number}"


@pytest.mark.django_db
def test_what_cannot_be_a_number_is_not_found(client):
    assert client.get(reverse("tracked", args=["nonsense"])).status_code == 404


def test_the_page_closes_after_half_an_hour(resident, filing):
    filed = filing()
    page_of(resident, filed)
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert resident.client.get(reverse("tracked", args=[filed.complaint.number])).status_code == 302


def test_the_page_closes_when_the_person_leaves(resident, filing):
    filed = filing()
    page_of(resident, filed)
    resident.client.post(reverse("leave_tracking"))
    assert resident.client.get(reverse("tracked", args=[filed.complaint.number])).status_code == 302


def test_the_page_is_kept_by_no_cache(resident, filing):
    assert "no-store" in page_of(resident, filing())["Cache-Control"]


def test_one_complaint_opens_no_other(resident, filing):
    first, second = filing(), filing()
    page_of(resident, first)
    assert resident.client.get(reverse("tracked", args=[second.complaint.number])).status_code == 302


def test_a_new_complaint_waits_for_dispatch_under_its_limit(resident, filing):
    page = page_of(resident, filing())
    assert [phase["state"] for phase in page.context["phases"]] == ["current", "next", "next", "next", "next"]
    assert [deadline.term for deadline in page.context["deadlines"]] == ["complaints.dispatch"]
    assert "依据" in text(page)


def test_the_reply_stands_on_the_page_with_the_office_and_without_its_people(resident, filing, operator, clerk, at):
    filed = filing()
    walk(filed.complaint, operator, clerk, at, until="reply")
    page = page_of(resident, filed)
    assert page.context["answer"]["note"] == "已现场劝导,商户承诺22时后停止经营。"
    assert clerk.acting_post.office.short_name in text(page)
    assert clerk.name not in text(page)
    assert operator.name not in text(page)


def test_what_staff_note_for_each_other_stays_inside(resident, filing, operator, clerk, at):
    filed = filing()
    walk(filed.complaint, operator, clerk, at, until="contact")
    assert "已电话联系" not in text(page_of(resident, filed))


def test_a_late_reply_is_told_as_late(resident, filing, operator, clerk, at):
    filed = filing()
    handled = walk(filed.complaint, operator, clerk, at, until="contact")
    engine.take(handled, "reply", by=clerk, at=at + timedelta(days=30), note="已办理。")
    assert "逾期完成" in text(page_of(resident, filed))


def test_every_limit_is_told_with_its_source_even_when_it_was_kept(resident, filing, operator, clerk, at):
    filed = filing()
    walk(filed.complaint, operator, clerk, at, until="reply")
    page = page_of(resident, filed)
    assert [str(one.label) for one in page.context["deadlines"]] == ["派单", "联系您", "办理并答复"]
    assert text(page).count("按期完成") == 3
    assert "依据济南市12345市民服务热线条例" in text(page)


def test_an_extension_is_told_with_reason_and_new_date(resident, filing, operator, clerk, at):
    filed = filing()
    handled = walk(filed.complaint, operator, clerk, at, until="contact")
    asked = engine.take(handled, "ask_extension", by=clerk, at=at + timedelta(hours=3), note="内部理由", amount=5)
    engine.take(asked, "grant_extension", by=operator, at=at + timedelta(hours=4), note="需要等检测结果。")
    page = page_of(resident, filed)
    assert page.context["extension"]["reason"] == "需要等检测结果。"
    assert "办理期限已延长至 2026年12月7日" in text(page)
    assert "内部理由" not in text(page)


def test_not_accepted_tells_the_reason_and_the_right_way(resident, filing, operator, at):
    filed, refusal = filing(), Refusal.objects.get(code="litigation")
    engine.take(filed.complaint, "not_accept", by=operator, at=at, note="案件正在审理。", refusal=refusal)
    page = page_of(resident, filed)
    assert refusal.label in text(page)
    assert refusal.right_way in text(page)
    assert page.context["phases"][-1]["state"] == "stopped"


def test_an_emergency_tells_which_line_has_it(resident, filing, operator, at):
    filed = filing()
    engine.take(filed.complaint, "divert", by=operator, at=at, diverted_to="119")
    page = text(page_of(resident, filed))
    assert "已转 119 火警" in page
    assert 'href="tel:119"' in page


def test_an_anonymous_report_says_that_no_contact_is_kept(resident, filing):
    assert "没有登记姓名和电话" in text(page_of(resident, filing(kind="report", is_anonymous=True)))


@pytest.mark.parametrize("state", State)
def test_every_state_has_words_and_a_line_of_phases(state, complaint):
    complaint.state = state
    assert "%(" not in telling.words(complaint)
    line = telling.PROGRESS.line(state, {step: timezone.now() for step, _label, _states in telling.PHASES})
    assert {phase["state"] for phase in line} <= {"done", "current", "next", "stopped"}


def test_a_withdrawn_complaint_stops_where_it_was(resident, filing, at):
    filed = filing()
    engine.take(filed.complaint, "withdraw", by=RESIDENT, at=at, note="已解决。")
    phases = page_of(resident, filed).context["phases"]
    assert [(str(phase["label"]), phase["state"]) for phase in phases] == [("已登记", "done"), ("已撤回", "stopped")]
