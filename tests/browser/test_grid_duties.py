"""A duty enters the grid and leaves it, and a worker has a figure of his put right: walked in a browser."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.calendar.months import month_before, month_of
from governance.people.enums import Role
from grids.performance.services import hold_training, note_presence
from grids.reports.models import ReportKind
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import Officer, answer, button

TITLE, KIND = "协助燃气安全入户检查", "燃气隐患"
APPLICATION = {
    "title": TITLE, "description": "提醒并记录户内燃气隐患。", "basis": "城镇燃气管理条例第四十一条", "brings": KIND, "rate": "300",
    "working_rules": "看、记、报，不代替专业检查。", "training": "燃气公司每年培训一次。", "fund_source": "燃气安全专项",
}  # fmt: skip


@pytest.fixture
def desk(visit, town):
    """Seats a person at a desk of their own, signed in, before a page."""

    def seat(person, **kind):
        officer = Officer(visit(**(kind or DESKTOP)), person)
        town.enter(officer.page, person)
        return officer

    return seat


def days_from_now(count):
    return (timezone.localdate() + timedelta(days=count)).isoformat()


def goes_to_card(officer, label):
    """From the desk to what the card counts, and to the first of it."""
    officer.page.goto("/desk/")
    officer.page.get_by_role("main").get_by_role("link", name=label).first.click()
    officer.page.locator("tbody tr").get_by_role("link").first.click()


def applies(officer):
    page = officer.page
    page.goto("/admission/")
    page.get_by_role("link", name="申请准入").click()
    for name, value in {**APPLICATION, "begins": days_from_now(0), "ends": days_from_now(365)}.items():
        answer(page, name, value)
    button(page, "提交申请").click()
    expect(page.locator("#panel")).to_contain_text("待组织会审")
    return page.url


@pytest.fixture
def admitted(desk, town):
    """The address of an admission, and the leading group's office at its desk."""
    decider = desk(actors.actor(Role.LEADING_OFFICE, name="田静"))
    health = desk(actors.actor(Role.DEPARTMENT_HANDLER, trade="health", name="卫健经办人"))
    clerk = desk(town.clerk)
    applies(desk(actors.actor(Role.DEPARTMENT_HANDLER, name="住建经办人")))
    goes_to_card(decider, "准入待组织会审")
    offices = [one.person.acting_post.office.short_name for one in (health, clerk)]
    decider.takes("组织会审", ticks=offices)
    for reviewer, stance in ((health, "agree"), (clerk, "conditional")):
        goes_to_card(reviewer, "准入待会审意见")
        reviewer.takes("提出会审意见", stance=stance, note="经费和培训已落实。")
    goes_to_card(decider, "准入待决定")
    decider.takes("准予准入", note="各单位意见一致。", conditions="按年足额拨付。")
    return decider


def test_a_duty_enters_carries_its_kind_and_leaves_with_it(desk, visit, admitted):
    resident, keeper = visit(**PHONE), desk(actors.actor(Role.CENTRE_OFFICER, actors.CITY, name="市中心"))
    resident.goto("/")
    resident.get_by_role("main").get_by_role("link", name="网格职责清单").click()
    expect(resident.locator("section", has=resident.get_by_role("heading", name="准入事项"))).to_contain_text(TITLE)
    makes_kind(keeper)
    switches(keeper, "启用", "在用")
    assert ReportKind.objects.in_use().filter(label=KIND).exists()
    admitted.takes("退出网格", note="部门已建立专门队伍。")
    expect(admitted.page.locator("#panel")).to_contain_text("已退出")
    resident.reload()
    expect(resident.locator("section", has=resident.get_by_role("heading", name="已退出清单"))).to_contain_text(TITLE)
    switches(keeper, "启用", "停用")
    expect(keeper.page.get_by_text("不在网格职责事项清单上").first).to_be_visible()
    assert not ReportKind.objects.in_use().filter(label=KIND).exists()


def makes_kind(keeper):
    """The kind that the duty brings, named under it."""
    page = keeper.page
    page.goto("/reports/kinds/")
    page.get_by_role("link", name="新增类型").click()
    answer(page, "label", KIND)
    page.locator("main form [name=duty]").select_option(label=TITLE)
    answer(page, "order", "50")
    button(page, "保存").click()
    expect(page.locator("tbody tr", has_text=KIND)).to_contain_text("停用")


def switches(keeper, way, then):
    page = keeper.page
    page.goto("/reports/kinds/")
    row = page.locator("tbody tr", has_text=KIND).last
    row.get_by_role("button", name=way).click()
    expect(page.locator("tbody tr", has_text=KIND).last).to_contain_text(then)


@pytest.fixture
def missed(town):
    """A worker who missed the one training of last month, as the register has it."""
    worker = actors.actor(Role.GRID_WORKER, name="孙宏伟")
    day, post = month_before(month_of(timezone.localdate())).replace(day=15), worker.acting_post
    while day.weekday() > 4:
        day += timedelta(days=1)
    training = hold_training(
        town.clerk.acting_post.office, title="消防安全", held_on=day, hours=2, posts=[post], by=town.clerk, at=timezone.now()
    )
    note_presence(training, {training.attendances.get().pk: "missed"})
    return worker


def test_a_worker_objects_to_a_figure_and_the_township_puts_it_right(desk, town, missed):
    clerk, worker = desk(town.clerk), desk(missed, **PHONE)
    clerk.page.goto("/desk/")
    clerk.page.get_by_role("main").get_by_role("link", name="绩效月账待结账").click()
    expect(clerk.page.locator("tbody tr", has_text=missed.name)).to_contain_text("0/1")
    button(clerk.page, "结账").click()
    clerk.page.get_by_role("link", name="向本人公布").click()
    button(clerk.page, "公布").click()
    expect(clerk.page.get_by_text("已向本人公布").first).to_be_visible()
    objects(worker.page)
    goes_to_card(clerk, "绩效异议待答复")
    clerk.takes("采纳并更正", done="1", due="1", note="签到表属实。")
    worker.page.goto("/performance/mine/")
    worker.page.get_by_role("main").get_by_role("link").filter(has_text="月").first.click()
    expect(worker.page.locator("tr", has_text="参加培训")).to_contain_text("由 0/1 更正")
    expect(worker.page.get_by_role("main")).to_contain_text("签到表属实")


def objects(page):
    """From the own page to the figure, its rows, and the objection."""
    page.goto("/performance/mine/")
    page.get_by_role("main").get_by_role("link").filter(has_text="月").first.click()
    page.locator("tr", has_text="参加培训").locator("summary").click()
    expect(page.get_by_text("消防安全")).to_be_visible()
    page.get_by_role("link", name="提出异议").click()
    page.locator("main form [name=item]").select_option(label="参加培训（0/1）")
    answer(page, "reason", "当日本人参加了，签到表有签名。")
    button(page, "提交异议").click()
    expect(page.locator("#panel")).to_contain_text("待答复")
