"""A dispute, walked in a browser: from a resident's telephone to the bound file; and one that goes another way and comes back."""

from datetime import timedelta

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from disputes.mediation.models import Mediation, Unmediable
from disputes.mediation.services import PartyFacts, open_mediation
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.looking import cut_off
from tests.browser.walking import PHONE_NUMBER, PLACE, Receipt, Resident, answer, button

STORY = "楼上地暖渗水，泡坏了我家客厅的墙面，找过两次没有结果。"
TALK = {"attendance": "both", "applicant_said": "要求赔偿八百元。", "course": "双方陈述，调解员讲解民法典。", "result": "双方同意再谈。"}


@pytest.fixture
def mediator(town):
    return actors.actor(Role.MEDIATOR, name="武桂兰")


def typed_moment(**later):
    """Now, or so much later, as the field of a moment takes it."""
    return timezone.localtime(timezone.now() + timedelta(**later)).strftime("%Y-%m-%dT%H:%M")


def applies(page):
    """From the front door to the receipt, on a telephone."""
    resident = Resident(page)
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="申请调解").click()
    for name, value in {"kind": "neighbour", "description": STORY, "name": "张三", "phone": PHONE_NUMBER, "other_name": "李四"}.items():
        answer(page, name, value)
    answer(page, "other_phone", "13900000000")
    for level, code in PLACE:
        resident.chooses_place(level, code)
    resident.solves_the_sum()
    button(page, "提交申请").click()
    expect(page.get_by_role("heading", name="提交成功")).to_be_visible()
    return Receipt(*page.locator(".receipt dd").all_inner_texts()[:2])


def looks_up(page, receipt):
    """The party reads how far it is."""
    page.goto("/track/")
    page.get_by_label("受理编号").fill(receipt.number)
    page.get_by_label("查询码").fill(receipt.code)
    button(page, "查询").click()
    expect(page.get_by_role("heading", name="调解进度")).to_be_visible()


def is_taken_up(officer, case):
    """§17: the other side wants it, too; then a mediator without an interest is appointed."""
    officer.page.goto(case.get_absolute_url())
    officer.takes("登记调解意愿", whom=str(case.parties.get(side="respondent").pk), consent="agrees")
    officer.takes("受理", points="修复费用由谁承担。")
    officer.takes("指派调解员", mediator=str(officer.person.pk), chosen="together", no_conflict=True)


def agrees_in_two_sessions(officer):
    """One session agreed on before and one after it, then the written agreement."""
    officer.takes("约定调解", scheduled_for=typed_moment(days=1), room="第一调解室")
    expect(officer.page.locator("#panel")).to_contain_text("第一调解室")
    officer.takes("记录调解", held_at=typed_moment(), **TALK)
    officer.takes("记录调解", held_at=typed_moment(), **{**TALK, "result": "同意签订协议。"})
    expect(officer.page.locator("#session-2")).to_contain_text("第 2 次调解记录")
    soon = f"{timezone.localdate() + timedelta(days=14)}"
    told = {
        "responsibilities": "楼上住户承担主要责任。",
        "duties": "支付八百元。",
        "way": "银行转账",
        "venue": "调委会",
        "perform_by": soon,
    }
    officer.takes("达成协议", **told)


def is_filed(page):
    """The papers are drawn up from the case, then it is filed under a number."""
    page.get_by_role("link", name="查看卷宗").click()
    button(page, "按案件内容生成必备文书").click()
    expect(page.get_by_role("main")).to_contain_text("齐全")
    page.get_by_role("link", name="返回事项").click()
    page.locator(".steps").get_by_role("link", name="归档", exact=True).click()
    page.locator("main form").get_by_role("button", name="归档", exact=True).click()
    expect(page.locator("#panel")).to_contain_text("人调字第1号")


def bound(page, file):
    """The whole file, as one PDF."""
    page.get_by_role("link", name="查看卷宗").click()
    with page.expect_download() as waiting:
        button(page, "下载整卷 PDF").click()
    waiting.value.save_as(file)
    return pypdfium2.PdfDocument(file)


def test_from_a_telephone_to_the_court_and_into_the_file(visit, seat, mediator, tmp_path):
    phone, desk = visit(**PHONE), seat(mediator)
    receipt = applies(phone)
    case = Mediation.objects.get(number=receipt.number)
    is_taken_up(desk, case)
    agrees_in_two_sessions(desk)
    desk.takes("回访", note="已支付一半。", contact_way="visit")
    desk.takes("已申请司法确认", court="新城区人民法院")
    desk.takes("登记司法确认结果", confirmation="confirmed", ruling_number="（2026）内0102诉前调确1号", note="裁定有效。")
    desk.takes("确认已履行", note="款项付清。")
    expect(desk.page.locator("#panel")).to_contain_text("（2026）内0102诉前调确1号")
    looks_up(phone, receipt)
    expect(phone.get_by_role("main")).to_contain_text("协议已经履行")
    assert cut_off(phone) == []
    is_filed(desk.page)
    assert len(bound(desk.page, tmp_path / "file.pdf")) > 8


def test_a_refusal_goes_another_way_and_comes_back(seat, mediator):
    parties = [PartyFacts("applicant", "张三", PHONE_NUMBER), PartyFacts("respondent", "李四")]
    facts = {"kind": "labour", "description": "拖欠工资三个月，多次讨要没有结果。", "parties": parties}
    case = open_mediation(at=timezone.now(), place=actors.place(actors.VILLAGE), **facts).mediation
    desk = seat(mediator)
    desk.page.goto(case.get_absolute_url())
    desk.takes("登记调解意愿", whom=str(case.parties.get(side="respondent").pk), consent="refuses")
    desk.takes("不予受理", refusal=str(Unmediable.objects.get(code="party_refuses").pk))
    desk.page.get_by_role("link", name="办理分流").click()
    facts = {"way": "arbitration", "receiver_name": "劳动人事争议仲裁委员会", "reason": "对方不同意调解。", "consent_way": "signed"}
    for name, value in {**facts, "consent_of": str(case.parties.first().pk), "consent_at": typed_moment()}.items():
        answer(desk.page, name, value)
    button(desk.page, "登记分流").click()
    desk.takes("移送")
    desk.takes("登记接收", received_by="王仲裁员", their_number="劳人仲案〔2026〕8号")
    desk.takes("转回调解", note="双方在仲裁庭同意再调解。")
    back = Mediation.objects.exclude(pk=case.pk).get()
    desk.page.get_by_role("link", name=back.number).first.click()
    expect(desk.page.locator("#panel")).to_contain_text("劳人仲案〔2026〕8号")
