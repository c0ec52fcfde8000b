"""The retention page, the record of openings, and the person's own copy."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from disputes.retention.services import erase_due
from governance.people.enums import Role
from governance.privacy.enums import Purpose
from governance.privacy.models import Opening
from governance.privacy.services import open_sealed
from tests import actors
from tests.disputes.complaints.test_flow import walk


def text(answer):
    return answer.content.decode()


@pytest.fixture
def administrator(offices):
    return actors.actor(Role.ADMINISTRATOR)


@pytest.fixture
def auditor(offices):
    return actors.actor(Role.AUDITOR)


@pytest.fixture
def opened(complaint, clerk, at):
    return open_sealed(complaint, "reporter_phone", by=clerk, purpose=Purpose.CONTACT, reason="约时间", at=at)


def test_the_page_says_how_long_and_that_it_is_a_default(administrator, signed_in):
    page = text(signed_in(administrator).get(reverse("retention")))
    assert "3年" in page
    assert "系统默认期限" in page
    assert reverse("limit_detail", args=["complaints.keep_contact"]) in page


def test_it_lists_what_was_erased(complaint, operator, clerk, auditor, at, signed_in):
    walk(complaint, operator, clerk, at)
    erase_due(at=at + timedelta(days=3 * 366))
    page = text(signed_in(auditor).get(reverse("retention")))
    assert complaint.number in page
    assert reverse("limit_detail", args=["complaints.keep_contact"]) not in page


def test_the_record_says_who_when_and_what_for(opened, complaint, clerk, auditor, signed_in):
    page = text(signed_in(auditor).get(reverse("openings")))
    for word in (complaint.number, clerk.name, clerk.acting_post.office.name, "联系群众", "约时间", "联系电话"):
        assert word in page
    assert "13800000000" not in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"person": "乡镇"}, True), ({"person": "无此人"}, False), ({"office": "township"}, True), ({"purpose": "legal"}, False),
        ({"who": "staff"}, True), ({"who": "itself"}, False), ({"since": "2026-11-23"}, True), ({"until": "2026-11-22"}, False),
        ({"number": "HS-1"}, False),
    ],
)  # fmt: skip
def test_it_is_narrowed(asked, found, opened, complaint, auditor, signed_in):
    assert (complaint.number in text(signed_in(auditor).get(reverse("openings"), asked))) == found


def test_nobody_reads_openings_outside_the_own_area(opened, complaint, signed_in):
    neighbour = actors.actor(Role.ADMINISTRATOR, actors.OTHER_COUNTY)
    assert complaint.number not in text(signed_in(neighbour).get(reverse("openings")))
    assert complaint.number not in text(signed_in(neighbour).get(reverse("retention")))


def test_the_number_of_statements_does_not_grow(opened, complaint, clerk, auditor, at, signed_in, django_assert_max_num_queries):
    client = signed_in(auditor)
    for _number in range(9):
        open_sealed(complaint, "reporter_name", by=clerk, purpose=Purpose.VERIFY, at=at)
    with django_assert_max_num_queries(12):
        client.get(reverse("openings"))


def test_the_record_goes_out_as_a_sheet(opened, complaint, auditor, signed_in):
    answer = signed_in(auditor).get(reverse("openings_export"))
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert rows[1][1] == complaint.number


@pytest.fixture
def own(client, filing, clerk, at):
    filed = filing()
    open_sealed(filed.complaint, "reporter_phone", by=clerk, purpose=Purpose.CONTACT, at=at)
    client.post(reverse("track"), {"number": filed.complaint.number, "code": filed.query_code})
    return filed.complaint


def copy(client, case, **typed):
    return client.post(reverse("my_data", args=[case.number]), typed)


def test_the_copy_tells_all_and_names_no_staff(own, client, clerk):
    page = text(copy(client, own, format="html"))
    for word in (own.number, own.description, clerk.acting_post.office.short_name, "联系群众", "已登记"):
        assert word in page
    assert clerk.name not in page


def test_without_the_telephone_contact_data_stay_masked_and_unopened(own, client):
    before = Opening.objects.count()
    page = text(copy(client, own, format="html"))
    assert "13800000000" not in page
    assert "138****0000" in page
    assert Opening.objects.count() == before


def test_with_it_they_are_whole_and_the_opening_is_on_record(own, client):
    said = copy(client, own, format="json", phone="138 0000 0000")
    assert said["Content-Disposition"] == f'attachment; filename="{own.number}.json"'
    assert {"label": "联系电话", "value": "13800000000"} in said.json()["given"]
    assert set(Opening.objects.filter(by=None).values_list("purpose", flat=True)) == {Purpose.SELF}


def test_another_telephone_is_refused(own, client):
    answer = copy(client, own, phone="13900000000")
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"phone"})


def test_looking_writes_nothing_and_strangers_get_nothing(own, client, complaint):
    assert "个人信息副本" in text(client.get(reverse("my_data", args=[own.number])))
    assert client.get(reverse("my_data", args=[complaint.number])).url.startswith(reverse("track"))
    assert client.post(reverse("my_data", args=[complaint.number])).url.startswith(reverse("track"))


def test_what_is_erased_is_in_no_copy(own, operator, clerk, at, client):
    walk(own, operator, clerk, at)
    erase_due(at=at + timedelta(days=3 * 366))
    page = text(copy(client, own, format="html"))
    assert "保存期满，已删除" in page
    assert "138****0000" not in page
