"""Two residents meet the same: the second joins, a clerk merges a third, the case closes once, and each says a word of their own."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from disputes.complaints.models import Complaint
from disputes.complaints.services import file_complaint
from disputes.following.sheet import report
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.people import WORDS
from tests.browser.walking import Officer, Receipt, Resident, button

OTHER_WORDS = "烧烤店夜里太吵，喇叭一直响到十二点，老人孩子都睡不着。"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request):
    return {"java_script_enabled": request.param}


def test_one_matter_of_three_people(visit, town, script):
    first, second = Resident(visit(**PHONE, **script)), Resident(visit(**PHONE, **script))
    lead = first.files()
    joined = joins(second)
    third = told_by_phone(Complaint.objects.get(number=lead.number))
    officer = Officer(visit(**DESKTOP, **script), town.operator)
    officer.signs_in()
    merges(officer, lead.number, third.complaint.number, link="选择并入本件的" if script["java_script_enabled"] else "查找附近相似的诉求")
    town.take(Complaint.objects.get(number=lead.number), until="close")
    assert report()["totals"] == {"leads": 1, "followers": 2, "closed_with_lead": 2, "wrong": 0}
    rates_on_the_own_page(second, joined)
    rates_on_the_own_page(Resident(visit(**PHONE, **script)), Receipt(third.complaint.number, third.query_code))
    assert Complaint.objects.exclude(rated_at=None).count() == 2


def joins(resident):
    """The second writes the same, sees that it stands already, and joins with what was typed."""
    page = resident.page
    resident.fills_in_the_form(OTHER_WORDS)
    page.get_by_label("联系电话").fill("13911112222")
    resident.goes_on_to_check()
    page.get_by_role("button", name="我也遇到").first.click()
    expect(page.get_by_role("heading", name="我也遇到同样的问题")).to_be_visible()
    expect(page.get_by_label("您遇到的情况")).to_have_value(OTHER_WORDS)
    resident.solves_the_sum()
    button(page, "我也遇到，一起办理").click()
    expect(page.get_by_role("heading", name="提交成功")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("合并办理")
    return Receipt(*page.locator(".receipt dd").all_inner_texts()[:2])


def told_by_phone(lead):
    """A third person rang the hotline about the same."""
    facts = {"place": lead.place, "category": lead.category, "kind": "complaint", "description": OTHER_WORDS}
    return file_complaint(at=timezone.now(), phone="13700000000", name="王五", **facts)


def merges(officer, lead, third, *, link):
    """From the case's page to what is similar, and back with one more follower."""
    page = officer.page
    page.goto(f"/complaints/{lead}/")
    page.get_by_role("link", name=link).click()
    page.get_by_label(f"并入 {third}").check()
    page.get_by_label("并案理由").fill("地点、事由相同，合并办理。")
    button(page, "并入本件").click()
    expect(page.get_by_role("main")).to_contain_text("已并入")
    page.goto(f"/complaints/{lead}/")
    expect(page.locator("#panel")).to_contain_text("反映人 3 人")


def rates_on_the_own_page(resident, receipt):
    resident.tracks(receipt)
    main = resident.page.get_by_role("main")
    expect(main).to_contain_text("夜间十点后不再使用喇叭")
    expect(main).not_to_contain_text(WORDS)
    resident.rates(solved="yes", satisfaction="satisfied")
