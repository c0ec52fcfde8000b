"""Nobody's name or telephone on a public page; anonymous is anonymous."""

import pytest
from django.urls import reverse

from disputes.complaints.enums import State
from disputes.complaints.models import Category, Complaint
from disputes.complaints.public.rules import title_for_strangers
from tests.disputes.complaints.public.resident import NAME, PHONE, STORY, text


@pytest.fixture
def smoke(db):
    return Category.objects.get(name="餐饮油烟")


def test_an_anonymous_report_keeps_no_contact_even_if_it_was_typed(resident):
    complaint, _code = resident.file(kind="report", is_anonymous="on")
    assert (complaint.is_anonymous, complaint.reporter_phone, complaint.reporter_name) == (True, "", "")
    assert complaint.phone_index == ""


def test_an_anonymous_report_needs_no_telephone(resident):
    assert "rows" in resident.fill(kind="report", is_anonymous="on", phone="", name="").context


def test_only_a_report_can_be_anonymous(resident):
    assert set(resident.fill(kind="complaint", is_anonymous="on").context["form"].errors) == {"is_anonymous"}


def test_secrecy_is_kept_with_the_complaint(resident):
    complaint, _code = resident.file(is_secret="on")
    assert complaint.is_secret


def test_the_person_s_own_page_shows_contact_masked_only(resident):
    complaint, _code = resident.file()
    page = text(resident.client.get(reverse("tracked", args=[complaint.number])))
    assert "138****5678" in page
    assert PHONE not in page
    assert NAME not in page


def test_the_receipt_shows_no_contact(resident):
    page = text(resident.client.get(resident.submit(resident.fill()).url))
    assert PHONE not in page
    assert NAME not in page


def test_similar_complaints_show_title_place_month_and_state_alone(resident, filing, smoke):
    filing(category=smoke, description="烧烤油烟熏人。联系人王五", phone="13900001111", name="王五")
    page = resident.fill()
    assert [set(one) for one in page.context["similar"]] == [{"title", "place", "month", "state", "tone", "token"}]
    assert page.context["similar"][0]["title"] == "烧烤油烟熏人"
    for secret in ("13900001111", "王五", Complaint.objects.get().number):
        assert secret not in text(page)


@pytest.mark.parametrize("facts", [{"is_secret": True}, {"kind": "report", "is_anonymous": True}])
def test_whoever_asked_for_secrecy_is_not_shown_as_similar(resident, filing, smoke, facts):
    filing(category=smoke, description=STORY, **facts)
    assert resident.fill().context["similar"] == []


def test_what_is_closed_is_not_shown_as_similar(resident, filing, smoke, at):
    filing(category=smoke, description=STORY)
    Complaint.objects.update(state=State.CLOSED, closed_at=at)
    assert resident.fill().context["similar"] == []


def test_matters_that_are_not_public_are_never_shown(resident, filing):
    wages = Category.objects.get(name="拖欠工资")
    filing(category=wages, description="商户拖欠工资三个月")
    assert resident.fill(category=wages.pk, description="商户拖欠工资三个月").context["similar"] == []


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("3号楼2单元501室漏水", "…漏水"),
        ("车牌蒙A12345占道", "车牌蒙…占道"),
        ("商户电话骚扰", None),
        ("我叫张三，家里没水", None),
        ("楼道堆放杂物", "楼道堆放杂物"),
    ],
)
def test_a_title_is_cleared_of_what_points_to_a_person(title, shown):
    assert title_for_strangers(title) == shown
