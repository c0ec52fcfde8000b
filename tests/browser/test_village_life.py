"""A resident raises a matter and the village deliberates it to its end; another signs up as a volunteer on a telephone and withdraws."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.people.enums import Role
from grids.deliberation.models import Deliberation
from grids.organisations.services import register
from grids.volunteering.enums import Standing
from grids.volunteering.models import SignUp
from grids.volunteering.services import draft
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.looking import cut_off
from tests.browser.walking import PLACE, SETTLED, Officer, Receipt, Resident, answer, button

TITLE = "小区东门建电动自行车充电棚"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request):
    return {"java_script_enabled": request.param}


@pytest.fixture
def village_clerk(town):
    return actors.actor(Role.VILLAGE_CLERK, name="陈丽娜")


def chooses(resident, level, code):
    """Without JavaScript a button shows the next level."""
    page = resident.page
    page.locator(f"#cascade{SETTLED} #id_place_{level}").select_option(code)
    more = page.locator("button[name=choose_place]")
    if more.is_visible():
        more.click()


def raises_a_matter(resident):
    page = resident.page
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="社区活动与议事").click()
    page.get_by_role("link", name="提出议题").click()
    page.get_by_label("想商量什么事").fill(TITLE)
    page.get_by_label("属于哪一类").select_option("safety")
    page.get_by_label("具体情况和建议").fill("楼道里飞线充电，老人担心着火，希望集中充电。")
    for level, code in PLACE:
        chooses(resident, level, code)
    page.get_by_label("您的电话").fill("13800000009")
    resident.solves_the_sum()
    button(page, "提交议题").click()
    expect(page.get_by_role("heading", name="提交成功")).to_be_visible()
    return Receipt(*page.locator(".receipt dd").all_inner_texts()[:2])


def takes(officer, label, **typed):
    """A step of which the panel tells afterwards that it is done."""
    page = officer.page
    page.locator(".steps").get_by_role("link", name=label, exact=True).click()
    done = page.locator(f"main form{SETTLED}").get_by_role("button", name=label, exact=True)
    done.wait_for()
    for name, value in typed.items():
        answer(page, name, value)
    done.click()
    expect(page.get_by_text(f"已完成：{label}。").first).to_be_visible()


def prepares(officer, day):
    takes(officer, "受理")
    facts = {"venue": "社区议事厅", "chair": "社区居民委员会主任", "agenda": "一、选址；二、费用。"}
    takes(officer, "安排议程", meet_at=f"{day:%Y-%m-%dT15:00}", **facts)
    takes(officer, "邀请参加人", role="representative", people="8", names="张三、李四")
    takes(officer, "发布公告")


def concludes(officer, day):
    takes(officer, "记录协商情况", attended="12", way="vote", votes_for="10", votes_against="1", votes_abstained="1", note="逐条讨论。")
    takes(officer, "记录意见", role="property", note="东门空地离配电室近。")
    takes(officer, "公布协商结果", result="建在东门空地，设40个充电位。", responsible="物业公司", carry_by=f"{day:%Y-%m-%d}")
    takes(officer, "落实完成", note="充电棚已启用。")
    takes(officer, "记录评价", asked="10", satisfied="9", note="办得及时。")
    takes(officer, "结束")


def test_a_matter_is_raised_deliberated_carried_out_and_public(visit, town, village_clerk, script):
    resident, officer = Resident(visit(**PHONE, **script)), Officer(visit(**DESKTOP, **script), village_clerk)
    receipt, day = raises_a_matter(resident), timezone.localdate() + timedelta(days=8)
    officer.signs_in()
    officer.page.goto(f"/deliberation/{receipt.number}/")
    prepares(officer, day)
    page = resident.page
    page.goto(f"/community/{actors.VILLAGE}/?month={day:%Y-%m}")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    Deliberation.objects.update(meet_at=timezone.now() - timedelta(hours=2))  # the day has come
    officer.page.goto(f"/deliberation/{receipt.number}/")
    concludes(officer, day)
    page.goto("/track/")
    page.get_by_label("受理编号").fill(receipt.number)
    page.get_by_label("查询码").fill(receipt.code)
    button(page, "查询").click()
    page.get_by_role("link", name="查看公告、结果和落实情况").click()
    for words in ("建在东门空地，设40个充电位。", "充电棚已启用。", "90.0%", "东门空地离配电室近。"):
        expect(page.get_by_role("main")).to_contain_text(words)
    expect(page.get_by_role("main")).not_to_contain_text("张三")


def test_a_volunteer_signs_up_on_a_telephone_and_withdraws(visit, town, village_clerk, script):
    place, now = actors.place(actors.VILLAGE), timezone.now()
    facts = {"kind": "volunteer", "title": "邻里互助队", "duties": "陪伴老人。", "phone": "0471-0123456", "address": "居委会院内"}
    group = register(by=village_clerk, at=now, place=place, **facts)
    starts = now + timedelta(days=2)
    call = draft(
        by=village_clerk, at=now, place=place, publish=True, title="清雪除冰志愿服务", description="自带手套。", organisation=group,
        venue="居委会门口", starts_at=starts, ends_at=starts + timedelta(hours=2), capacity=1,
    )  # fmt: skip
    resident = Resident(visit(**PHONE, **script))
    page = resident.page
    page.goto("/volunteer/")
    page.get_by_role("link", name=call.title).click()
    page.get_by_label("您的姓名").fill("赵敏")
    page.get_by_label("您的电话").fill("13800000008")
    resident.solves_the_sum()
    button(page, "报名").click()
    expect(page.get_by_role("heading", name="报名成功")).to_be_visible()
    page.get_by_role("link", name="查看办理进度").click()
    assert (button(page, "撤回报名").is_enabled(), cut_off(page, 390, 320)) == (True, [])
    button(page, "撤回报名").click()
    expect(page.get_by_text("名额已让给其他人")).to_be_visible()
    assert SignUp.objects.get().standing == Standing.WITHDRAWN
    page.goto(call.public_url)
    expect(page.get_by_text(re.compile("还有 1 个名额"))).to_be_visible()
