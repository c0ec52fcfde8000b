"""Who reads a diary: its writer, the village and the township; a peer and everybody above do not, by whatever route."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from governance.access.scope import may, who_may
from governance.files.services import attach
from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.diary.models import Entry
from grids.diary.permissions import COUNT, VIEW
from tests import actors
from tests.grids.diary.conftest import WORDS

LIST = reverse("diary_list")
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def test_exactly_the_writer_and_his_line_read_it(entry, worker, peer, township, offices):
    village = actors.actor(Role.VILLAGE_CLERK)
    others = [peer, *(actors.actor(role) for role in Role if role not in (Role.RESIDENT, *VIEW.roles))]
    others += [actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)]
    assert set(who_may(VIEW, entry)) == {worker, village, township}
    for person in (worker, village, township):
        assert may(person, VIEW, entry)
        assert Entry.objects.visible_to(person, VIEW).get() == entry
    for person in others:
        assert not may(person, VIEW, entry), person
        assert not Entry.objects.visible_to(person, VIEW).exists(), person


def test_two_hats_read_by_the_one_that_is_on(entry, worker, peer):
    from_above = actors.actor(Role.VILLAGE_CLERK)
    assert may(from_above, VIEW, entry)
    from_above.acting_post = peer.acting_post
    from_above._reaches = None
    assert not may(from_above, VIEW, entry)


def test_without_a_post_acted_for_the_stricter_answer_counts(entry, peer, worker):
    peer.acting_post = worker.acting_post = None
    assert (may(peer, VIEW, entry), may(worker, VIEW, entry)) == (False, True)
    assert not Entry.objects.visible_to(peer, VIEW).exists()


@pytest.mark.parametrize("who", ["peer", "official", "officer"])
def test_no_page_list_search_sheet_or_file_gives_it_away(signed_in, entry, who, request, at):
    client = signed_in(request.getfixturevalue(who))
    paper = attach(entry, SimpleUploadedFile("记录.pdf", PAPER, content_type="application/pdf"), by=entry.author, at=at)
    tried = [entry.get_absolute_url(), reverse("attachment", args=[paper.pk]), reverse("diary_contact", args=[entry.number]),
             reverse("diary_take_step", args=[entry.number, "comment"])]  # fmt: skip
    assert {client.get(url).status_code for url in tried} <= {403, 404}
    for url in (f"{LIST}?q=晾衣杆", f"{LIST}?state=all", LIST, f"{reverse('diary_month')}?month=2026-11", reverse("diary_counts")):
        assert entry.number not in client.get(url).content.decode()


def test_above_the_township_there_are_counts_alone(signed_in, writing, official):
    writing(kind="visit")
    answer = signed_in(official).get(reverse("diary_counts"), {"month": "2026-11"})
    assert answer.context["total"] == 1
    assert signed_in(official).get(LIST).status_code == 403
    assert Entry.objects.visible_to(official, COUNT).count() == 1


def test_what_the_writer_said_stands_in_no_event_and_on_no_other_page(signed_in, entry, worker, township, at, reporting):
    from_diary = engine.take(entry, "become_report", by=worker, at=at, report_kind=reporting().kind, matter="请增设晾衣杆。").report
    engine.take(entry, "revise", by=worker, at=at, kind="demand", happened_on=entry.happened_on, text=f"{WORDS}靠近花坛。")
    told = " ".join(f"{event.note} {event.data}" for event in Event.objects.of(entry))
    assert "晾衣杆" not in told
    page = signed_in(township).get(from_diary.get_absolute_url()).content.decode()
    assert entry.number in page
    assert "已记下位置" not in page
