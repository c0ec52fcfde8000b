"""The pages of the diary: written on a phone, found again by words, kind and day."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.files.models import Attachment, PendingUpload
from governance.people.enums import Role
from governance.privacy.models import Opening
from grids.diary.enums import State
from grids.diary.models import Entry
from grids.reports.models import Report, ReportKind
from tests import actors
from tests.grids import makers
from tests.grids.diary.conftest import WORDS

LIST, CREATE, DESK = reverse("diary_list"), reverse("diary_create"), reverse("desk")
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def typed(own, **facts):
    day = f"{timezone.localdate():%Y-%m-%d}"
    return {"kind": "demand", "grid": own.pk, "text": WORDS, "happened_on": day, "submission": str(uuid4()), **facts}


def paper():
    return SimpleUploadedFile("会议记录.pdf", PAPER, content_type="application/pdf")


def numbers(answer):
    return {row.number for row in answer.context["page"].rows}


def test_kind_and_words_are_enough(signed_in, worker, grid):
    client, facts = signed_in(worker), typed(grid, files=paper())
    client.post(CREATE, facts)
    client.post(CREATE, {**facts, "files": ""})
    entry = Entry.objects.get()
    assert (entry.author, entry.state, entry.title) == (worker, State.FRESH, "居民希望在3号楼旁增设晾衣杆，已记下位置")
    assert Attachment.objects.of(entry).count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"kind": ""}, "请点选类别"), ({"text": " "}, "请写下内容"), ({"happened_on": "2199-01-01"}, "不能晚于今天"),
     ({"phone": "一"}, "电话号码不正确"),
     ({"grid": ""}, ""), ({"submission": "x"}, ""), ({"happened_on": "昨天"}, "")],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(signed_in, worker, grid, wrong, said):
    answer = signed_in(worker).post(CREATE, typed(grid, name="王五", files=paper(), **wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "王五" in page
    assert PendingUpload.objects.get().token in page
    assert not Entry.objects.exists()


def test_the_form_says_to_write_of_matters(signed_in, worker, grid):
    assert "写事不写人" in signed_in(worker).get(CREATE).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [({"q": "晾衣杆"}, True), ({"q": "路灯"}, False), ({"kind": "demand"}, True), ({"kind": "visit"}, False),
     ({"since": "2026-11-24"}, False),
     ({"until": "2026-11-23"}, True), ({"grid": f"{actors.VILLAGE}001"}, True),
     ({"author": "孙宏伟"}, True), ({"author": "别人"}, False),
     ({"place": actors.OTHER_VILLAGE}, False), ({"state": "unread"}, True), ({"state": "read"}, False), ({}, True)],
)  # fmt: skip
def test_the_filter_finds(signed_in, township, entry, query, found):
    assert (entry.number in numbers(signed_in(township).get(LIST, query))) == found


def test_a_worker_s_list_holds_the_own_entries_alone(signed_in, worker, entry, peer, writing):
    theirs = writing(by=peer)
    assert numbers(signed_in(worker).get(LIST)) == {entry.number}
    assert numbers(signed_in(peer).get(LIST)) == {theirs.number}


def test_one_button_turns_the_demand_into_a_report(signed_in, worker, entry):
    client, address = signed_in(worker), reverse("diary_take_step", args=[entry.number, "become_report"])
    assert WORDS in client.get(address).content.decode()
    facts = {"report_kind": ReportKind.objects.get(code="service").pk, "matter": "请增设晾衣杆。"}
    for _ in range(2):
        client.post(address, facts)
    report = Report.objects.get()
    assert report.number in client.get(entry.get_absolute_url()).content.decode()
    assert entry.number in client.get(report.get_absolute_url()).content.decode()


def test_an_addition_needs_a_word_or_a_file(signed_in, worker, entry):
    client, address = signed_in(worker), reverse("diary_take_step", args=[entry.number, "add"])
    assert client.post(address, {"addition": " "}).status_code == 422
    client.post(address, {"addition": "", "files": paper()})
    assert Attachment.objects.of(entry).count() == 1


def test_the_page_shows_what_it_said_before(signed_in, worker, entry):
    address = reverse("diary_take_step", args=[entry.number, "revise"])
    Entry.objects.update(opened_at=timezone.now())
    day = f"{timezone.localdate():%Y-%m-%d}"
    signed_in(worker).post(address, {"kind": "visit", "happened_on": day, "text": "改过的内容。"})
    page = signed_in(worker).get(entry.get_absolute_url()).content.decode()
    assert "改过的内容" in page
    assert WORDS in page


def test_the_contact_is_opened_for_a_purpose_and_recorded(signed_in, township, entry):
    client, address = signed_in(township), reverse("diary_contact", args=[entry.number])
    assert "13800000002" not in client.get(entry.get_absolute_url()).content.decode()
    assert "13800000002" in client.post(address, {"purpose": "contact"}).content.decode()
    assert Opening.objects.filter(case_number=entry.number).count() == 2


def test_an_entry_without_a_contact_has_none_to_open(signed_in, township, writing):
    assert signed_in(township).get(reverse("diary_contact", args=[writing().number])).status_code == 404


def test_the_own_month_shows_each_day(signed_in, worker, entry):
    answer = signed_in(worker).get(reverse("diary_month"), {"month": "2026-11"})
    assert entry.get_absolute_url() in answer.content.decode()
    assert answer.context["total"] == 1


def cards(client):
    return {str(card["label"]): card for card in client.get(DESK).context["cards"]}


def test_the_desk_reminds_worker_and_township(signed_in, worker, township, entry):
    Entry.objects.update(opened_at=timezone.now() - timedelta(days=12))
    assert cards(signed_in(worker))["记民情日记"]["count"] == 1
    found = cards(signed_in(township))
    assert found["逾期未记民情日记"]["count"] == 1
    assert found["待阅民情日记"]["count"] == signed_in(township).get(found["待阅民情日记"]["url"]).context["page"].count == 1
    assert "孙宏伟" in signed_in(township).get(found["逾期未记民情日记"]["url"]).content.decode()


def test_many_are_read_at_once(signed_in, township, writing):
    chosen = [writing().number for _ in range(3)]
    signed_in(township).post(reverse("diary_bulk"), {"action": "read", "selected": chosen, "confirmed": "1", "note": ""})
    assert Entry.objects.filter(state=State.READ).count() == 3


@pytest.mark.parametrize("address", [LIST, reverse("diary_owed"), reverse("diary_counts")])
def test_the_statements_do_not_grow_with_the_rows(signed_in, township, writing, address):
    client, counts = signed_in(township), []
    for serials in (range(1, 2), range(2, 9)):
        for serial in serials:
            writing(by=actors.actor(Role.GRID_WORKER), grid=makers.grid(serial=serial))
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_the_sheet_holds_no_contact(signed_in, township, entry):
    assert b"".join(signed_in(township).get(reverse("diary_export")).streaming_content)[:2] == b"PK"


def test_only_grid_workers_write(signed_in, township, grid):
    assert signed_in(township).post(CREATE, typed(grid)).status_code == 403
