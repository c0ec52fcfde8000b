"""A case on one page: what is told, what is hidden, what can be done now."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.complaints.models import Complaint
from governance.files.services import attach
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.disputes.complaints.test_flow import walk

PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def page_of(client, complaint):
    return client.get(reverse("complaints_detail", args=[complaint.number])).content.decode()


def steps_of(client, complaint):
    return [step["name"] for step in client.get(reverse("complaints_detail", args=[complaint.number])).context["steps"]]


def test_it_tells_the_facts_the_clock_and_its_source(signed_in, operator, complaint):
    page = page_of(signed_in(operator), complaint)
    for fact in (complaint.number, complaint.description, complaint.place.full_name, "已登记", "依据", "派单"):
        assert fact in page


def test_contact_data_are_masked(signed_in, operator, complaint):
    page = page_of(signed_in(operator), complaint)
    assert "138****0000" in page
    assert "13800000000" not in page
    assert "张三" not in page


def test_who_asked_for_secrecy_is_not_even_shown_masked_to_the_handler(signed_in, clerk, operator, filing):
    case = filing(is_secret=True).complaint
    assert "138****0000" not in page_of(signed_in(clerk), case)
    assert "138****0000" in page_of(signed_in(operator), case)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE])
def test_readers_read_and_can_do_nothing(signed_in, complaint, role):
    client = signed_in(actors.actor(role))
    assert steps_of(client, complaint) == []
    assert "说明用途后查看" not in page_of(client, complaint)


def test_the_buttons_come_from_the_table(signed_in, operator, clerk, complaint, at):
    client = signed_in(operator)
    assert steps_of(client, complaint) == ["classify", "correct", "not_accept", "divert", "hand_to_mediation", "merge", "split"]
    walk(complaint, operator, clerk, at, until="dispatch")
    assert steps_of(signed_in(clerk), complaint) == ["sign", "object"]


@pytest.mark.parametrize(
    ("role", "code"),
    [(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), (Role.CENTRE_OFFICER, actors.OTHER_COUNTY), (Role.DEPARTMENT_HANDLER, actors.COUNTY)],
)
@pytest.mark.parametrize("name", ["complaints_detail", "complaints_print", "complaints_contact"])
def test_a_case_out_of_reach_does_not_exist(signed_in, complaint, role, code, name):
    assert signed_in(actors.actor(role, code)).get(reverse(name, args=[complaint.number])).status_code == 404


def test_earlier_complaints_of_the_same_telephone_stand_beside_it(signed_in, operator, filing):
    earlier, other = filing(phone="13811112222").complaint, filing(phone="13899998888").complaint
    page = page_of(signed_in(operator), filing(phone="138-1111-2222").complaint)
    assert earlier.number in page
    assert other.number not in page


def test_a_secret_person_is_not_recognised_by_earlier_complaints(signed_in, operator, clerk, filing):
    secret, open_one = filing(is_secret=True).complaint, filing().complaint
    assert secret.number not in page_of(signed_in(clerk), open_one)
    assert open_one.number not in page_of(signed_in(clerk), secret)
    assert open_one.number in page_of(signed_in(operator), secret)


def test_anonymous_people_have_no_earlier_complaints(signed_in, operator, filing):
    first = filing(kind="report", is_anonymous=True).complaint
    page = page_of(signed_in(operator), filing(kind="report", is_anonymous=True).complaint)
    assert first.number not in page
    assert "匿名" in page


def test_files_go_through_the_gate_of_the_case(signed_in, operator, complaint, at, settings, tmp_path):
    paper = attach(complaint, SimpleUploadedFile("证明.pdf", PAPER), by=None, at=at)
    address = reverse("attachment", args=[paper.pk])
    assert address in page_of(signed_in(operator), complaint)
    assert signed_in(operator).get(address).headers["Content-Disposition"].startswith("attachment")
    assert signed_in(actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)).get(address).status_code == 404


def test_a_suspected_emergency_offers_the_hotlines_at_once(signed_in, operator, clerk, filing):
    case = filing(description="楼下起火了，浓烟很大，快来人。").complaint
    assert "转 119 火警" in page_of(signed_in(operator), case)
    assert "转 119 火警" not in page_of(signed_in(clerk), case)


def test_it_takes_at_most_fifteen_statements(signed_in, clerk, operator, complaint, filing, at):
    for _ in range(4):
        filing()
    walk(complaint, operator, clerk, at, until="reply")
    attach(complaint, SimpleUploadedFile("证明.pdf", PAPER), by=None, at=at)
    for user in (operator, clerk, actors.actor(Role.CENTRE_OFFICER)):
        client = signed_in(user)
        page_of(client, complaint)
        with CaptureQueriesContext(connection) as caught:
            page_of(client, complaint)
        assert len(caught) <= 15


def test_the_way_travelled_is_told_in_order(signed_in, operator, clerk, complaint, at):
    walk(complaint, operator, clerk, at)
    events = signed_in(operator).get(reverse("complaints_detail", args=[complaint.number])).context["events"]
    assert [event.label for event in events][::-1] == ["登记", "分类", "派单", "签收", "联系反映人", "答复", "回访", "办结"]


def test_an_ended_case_shows_no_open_clock_of_handling(signed_in, operator, clerk, complaint, at):
    closed = walk(complaint, operator, clerk, at)
    assert not Complaint.objects.ongoing().filter(pk=closed.pk).exists()
    deadlines = signed_in(operator).get(reverse("complaints_detail", args=[complaint.number])).context["deadlines"]
    assert [deadline.term for deadline in deadlines if deadline.is_open] == ["complaints.rate"]


def test_a_case_that_was_objected_to_is_decided_by_the_dispatcher(signed_in, operator, clerk, complaint, at):
    case = walk(complaint, operator, clerk, at, until="dispatch")
    engine.take(case, "object", by=clerk, at=case.opened_at.replace(hour=11), note="不属于本街道。")
    assert steps_of(signed_in(operator), complaint)[:2] == ["uphold_objection", "reject_objection"]
    assert steps_of(signed_in(clerk), complaint) == []
