"""A round of searching with a finding that goes to a committee; and help from the request to the moment it is taken back."""

import pytest
from playwright.sync_api import expect

from disputes.care.models import Care, CareNeed
from disputes.care.services import establish_provider
from disputes.mediation.models import Mediation
from disputes.searches.models import Search
from governance.access.grants import appoint
from governance.people.enums import OfficeType, Role
from governance.people.models import User
from governance.privacy.models import Opening
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.walking import Resident, button


@pytest.fixture
def searchers(town):
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
    return actors.actor(Role.GRID_WORKER), actors.actor(Role.MEDIATOR)


def test_a_round_with_a_finding_that_goes_to_a_committee(seat, town, searchers):
    worker, mediator = searchers
    clerk, grid = seat(town.clerk), seat(worker, **PHONE)
    calls_a_round(clerk.page)
    search = Search.objects.get(place__code=actors.VILLAGE)
    searches(grid.page, search)
    found = Mediation.objects.get()
    clerk.page.goto(search.round.get_absolute_url())
    expect(clerk.page.get_by_role("main")).to_contain_text("已完成")
    expect(clerk.page.get_by_role("main")).to_contain_text("物业纠纷")
    committee = seat(mediator)
    committee.page.goto(found.get_absolute_url())
    expect(committee.page.get_by_role("main")).to_contain_text("电梯停运四天")
    expect(committee.page.get_by_role("main")).to_contain_text(search.number)


def calls_a_round(page):
    page.goto("/searches/rounds/call/")
    page.get_by_label("名称").fill("十二月矛盾纠纷排查")
    choose_place(page)
    button(page, "保存").click()
    expect(page.get_by_role("heading", name="十二月矛盾纠纷排查")).to_be_visible()


def choose_place(page):
    """From the first level that is asked for down to the village."""
    levels = [("county", actors.COUNTY), ("township", actors.TOWNSHIP), ("village", actors.VILLAGE)]
    first = next(index for index, (level, _code) in enumerate(levels) if page.locator(f"#id_place_{level}").count())
    for level, code in levels[first:]:
        Resident(page).chooses_place(level, code)


def searches(page, search):
    """Two grids: one brings up nothing, the other a dispute that goes to the committee."""
    page.goto(f"{search.get_absolute_url()}record/")
    page.get_by_label("网格", exact=True).fill("第一网格")
    page.get_by_label("未发现矛盾纠纷").check()
    button(page, "记录排查").click()
    expect(page.get_by_role("main")).to_contain_text("第一网格")
    page.goto(f"{search.get_absolute_url()}record/")
    page.get_by_label("网格", exact=True).fill("第二网格")
    page.get_by_label("发现矛盾纠纷", exact=True).check()
    page.locator("#id_kind").select_option("property")
    page.locator("#id_spot").fill("小区东门")
    page.locator("#id_summary").fill("电梯停运四天，业主拒交物业费。")
    page.locator("#id_handled").select_option("mediation")
    button(page, "记录排查").click()
    expect(page.get_by_role("main")).to_contain_text(Mediation.objects.get().number)
    page.goto(f"{search.get_absolute_url()}finish/")
    page.locator("#id_grids_total").fill("2")
    button(page, "完成排查").click()
    expect(page.get_by_role("main")).to_contain_text("已完成")


@pytest.fixture
def helpers(town):
    """The bureau's handler, and one who serves at the provider it has a contract with."""
    bureau = actors.actor(Role.DEPARTMENT_HANDLER, trade="civil")
    day = bureau.acting_post.begins.date()
    facts = {"kind": "bought", "contract": "采1", "begins": day, "ends": day + actors.days(9000), "active": True}
    given = {"needs": CareNeed.objects.filter(code="company"), "places": [actors.place(actors.COUNTY)]}
    provider = establish_provider(supervisor=bureau.acting_post.office, name="晨光社工服务中心", facts=facts, **given)
    helper = User.objects.create_user("helper", name="苏雅", password=actors.PASSWORD)
    helper.acting_post = appoint(helper, provider.office, Role.CARE_PROVIDER, begins=actors.BEGAN)
    return bureau, helper


def test_help_from_the_request_to_the_moment_it_is_taken_back(visit, seat, helpers):
    bureau, helper = helpers
    resident = Resident(visit(**PHONE))
    receipt = asks_for_help(resident)
    care = Care.objects.get()
    office = seat(bureau)
    office.page.goto(f"{care.get_absolute_url()}assign/")
    office.page.locator("#id_provider").select_option(label="晨光社工服务中心")
    button(office.page, "安排承接机构").click()
    expect(office.page.get_by_role("main")).to_contain_text("待承接")
    helps(seat(helper, **PHONE).page, care)
    takes_back(resident, receipt, care)
    page = seat(helper, **PHONE).page
    page.goto(care.get_absolute_url())
    expect(page.get_by_role("main")).to_contain_text("本人已撤回同意")
    expect(page.get_by_text("说明用途后查看", exact=True)).to_have_count(0)
    assert page.goto(f"{care.get_absolute_url()}facts/").status == 404


def asks_for_help(resident):
    page = resident.page
    page.goto("/help-me/")
    page.get_by_label("陪伴探访").check()
    page.get_by_label("简单说说您的情况").fill("老伴走后一个人住，想有人常来看看。")
    choose_place(page)
    page.get_by_label("怎么称呼您").fill("赵小明")
    page.get_by_label("您的电话").fill("13811112222")
    page.get_by_label("我同意").check()
    resident.solves_the_sum()
    button(page, "提交申请").click()
    expect(page.get_by_role("heading", name="提交成功")).to_be_visible()
    return page.locator(".receipt dd").all_inner_texts()[:2]


def helps(page, care):
    """Takes it on, opens the facts for a purpose, and writes down a visit."""
    page.goto(f"{care.get_absolute_url()}accept/")
    button(page, "承接").click()
    expect(page.get_by_role("main")).to_contain_text("帮扶中")
    page.goto(f"{care.get_absolute_url()}facts/")
    page.locator("#id_purpose").select_option("contact")
    button(page, "查看").click()
    expect(page.get_by_role("main")).to_contain_text("老伴走后")
    page.goto(f"{care.get_absolute_url()}visit/")
    page.locator("#id_way").select_option("home")
    page.locator("#id_done").fill("陪着聊了很久。")
    button(page, "记录帮扶").click()
    expect(page.get_by_role("main")).to_contain_text("第 1 次")
    assert Opening.objects.filter(case_number=care.number, field="situation").count() == 1


def takes_back(resident, receipt, care):
    """The person sees who looked, and takes the agreement back with one press."""
    page = resident.page
    page.goto(f"/help-me/{care.number}/")
    expect(page.get_by_role("main")).to_contain_text("联系群众")
    button(page, "撤回同意").click()
    expect(page.get_by_role("main")).to_contain_text("您已撤回同意")
    assert receipt[0] == care.number
