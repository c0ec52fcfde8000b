"""Those who supervise from outside: a procuratorate recommends, a standing committee asks, a resident tells; each sees what comes of it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.people.enums import OfficeType, Role
from supervision.oversight.models import Finding
from supervision.recommendations.models import Recommendation
from supervision.reviews.models import Review
from supervision.tips.models import Tip
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import PLACE, SETTLED, Receipt, Resident, answer, button
from tests.house.cases import PAPER

PROOF = {"name": "整改证明.pdf", "mimeType": "application/pdf", "buffer": PAPER}
MATTER = "批发市场的疏散通道常年上锁，检查来了才打开。"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request):
    return {"java_script_enabled": request.param}


@pytest.fixture
def chief(town):
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    return actors.actor(Role.LEADING_OFFICE, name="田静")


def takes(page, label, files=(), **typed):
    """A step of which the panel tells afterwards that it is done."""
    folded = page.locator(".steps details summary")
    link = page.locator(".steps").get_by_role("link", name=label, exact=True)
    if not link.is_visible() and folded.count():
        folded.first.click()
    link.click()
    done = page.locator(f"main form{SETTLED}").get_by_role("button", name=label, exact=True)
    done.wait_for()
    for name, value in typed.items():
        answer(page, name, value)
    if files:
        page.locator("main form [name=files]").set_input_files([*files])
    done.click()
    expect(page.get_by_text(f"已完成：{label}。").first).to_be_visible()


def writes(page, submit, **typed):
    for name, value in typed.items():
        answer(page, name, value)
    button(page, submit).click()


def sends_a_recommendation(page, unit):
    page.goto("/recommendations/")
    page.get_by_role("link", name="发出建议").click()
    facts = {"document": "新检建〔2026〕12号", "issued_on": f"{timezone.localdate()}", "title": "消防通道长期被占"}
    page.locator("main form [name=files]").set_input_files([{**PROOF, "name": "检察建议书.pdf"}])
    writes(page, "送达", unit=unit.name, problem="多次被占，未见整改。", advice="清理通道，建立巡查制度。", **facts)
    expect(page.get_by_role("heading", name="消防通道长期被占")).to_be_visible()


def test_a_recommendation_is_answered_twice_and_adopted(visit, town, chief, script):
    bureau, prosecutor = actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.SUPERVISING_BODY)
    sender, unit = visit(**DESKTOP, **script), visit(**DESKTOP, **script)
    town.enter(sender, prosecutor)
    town.enter(unit, bureau)
    sends_a_recommendation(sender, bureau.acting_post.office)
    case = Recommendation.objects.get()
    unit.goto(case.get_absolute_url())
    takes(unit, "签收", receiver="办公室主任")
    takes(unit, "答复", note="高度重视，将研究部署。", files=[PROOF])
    sender.reload()
    takes(sender, "评价：未采纳，再次答复", note="没有整改结果，请逐条整改。")
    unit.reload()
    takes(unit, "答复", note="通道已清理，制度已建立。", files=[PROOF])
    sender.reload()
    expect(sender.get_by_text("通道已清理，制度已建立。")).to_be_visible()
    takes(sender, "评价：采纳", note="现场核查属实。")
    case.refresh_from_db()
    assert (case.state, case.rounds, case.kept) == ("adopted", 1, True)


def asks_the_bureau(page, unit):
    page.goto("/reviews/")
    page.get_by_role("link", name="提出询问").click()
    facts = {"kind": "inquiry", "title": "消防安全专题询问", "session": "区人大常委会第三十二次会议", "held_on": f"{timezone.localdate()}"}
    for name, value in {"questions-0-text": "通道为何被占？", "questions-0-unit": unit.name}.items():
        page.locator(f"[name={name}]").fill(value)
    writes(page, "提出", text="抓紧整治，限期报告。", **facts)
    expect(page.get_by_role("heading", name="消防安全专题询问")).to_be_visible()


def assesses_and_publishes(page):
    page.reload()
    takes(page, "评议", satisfaction="fairly", note="措施具体，请按期完成。")
    day = timezone.localdate() + timedelta(days=60)
    takes(page, "确定跟踪事项", until=f"{day}", note="报告整治结果。")
    takes(page, "公开问答", public_text="现予公开。")


def settles(page):
    page.reload()
    takes(page, "跟踪事项办结", note="属实。")
    takes(page, "办结", note="审议意见已落实。")


def test_a_committee_asks_follows_up_and_publishes(visit, town, chief, script):
    bureau, clerk = actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.CONGRESS_STAFF)
    committee, unit, anybody = visit(**DESKTOP, **script), visit(**DESKTOP, **script), visit(**PHONE, **script)
    town.enter(committee, clerk)
    town.enter(unit, bureau)
    asks_the_bureau(committee, bureau.acting_post.office)
    unit.goto(Review.objects.get().get_absolute_url())
    takes(unit, "答复", note="已对六十二个小区逐一整治。")
    assesses_and_publishes(committee)
    unit.reload()
    takes(unit, "报告落实情况", note="全部整治完毕。")
    settles(committee)
    anybody.goto("/open-data/congress/")
    anybody.get_by_role("link", name="消防安全专题询问").click()
    for words in ("通道为何被占？", "已对六十二个小区逐一整治。", "报告整治结果。", "全部整治完毕。", "基本满意"):
        expect(anybody.get_by_text(words).first).to_be_visible()


def tells(resident, market):
    page = resident.page
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="监督我们").click()
    page.get_by_label("没有做到的是").select_option("hazard")
    page.get_by_label("是哪个单位没有做到").fill(market.name)
    page.get_by_label("具体情况").fill(MATTER)
    for level, code in PLACE:
        resident.chooses_place(level, code)
    resident.solves_the_sum()
    button(page, "提交").click()
    expect(page.get_by_role("heading", name="提交成功")).to_be_visible()
    return Receipt(*page.locator(".receipt dd").all_inner_texts()[:2])


def looks_up(page, receipt):
    page.goto("/track/")
    page.get_by_label("受理编号").fill(receipt.number)
    page.get_by_label("查询码").fill(receipt.code)
    button(page, "查询").click()


def test_a_resident_tells_and_it_becomes_a_finding_with_an_answer(visit, town, chief, script):
    market = actors.office(OfficeType.BUREAU, actors.COUNTY, "market")
    phone, desk = visit(**PHONE, **script), visit(**DESKTOP, **script)
    receipt = tells(Resident(phone), market)
    town.enter(desk, chief)
    desk.goto(Tip.objects.get().get_absolute_url())
    takes(desk, "受理")
    takes(desk, "转督导线索", note="现场查看属实。")
    finding = Finding.objects.get()
    assert (finding.unit, finding.subject_number) == (market, receipt.number)
    desk.goto(finding.get_absolute_url())
    takes(desk, "不予督导", note="通道已打开并拆除门锁。")
    desk.goto(Tip.objects.get().get_absolute_url())
    takes(desk, "答复", note="门锁已拆除，谢谢您的监督。")
    looks_up(phone, receipt)
    expect(phone.get_by_text("门锁已拆除，谢谢您的监督。").first).to_be_visible()


def test_what_is_a_complaint_goes_to_12345_and_its_state_stands_on_the_same_page(visit, town, chief, script):
    market = actors.office(OfficeType.BUREAU, actors.COUNTY, "market")
    phone, desk = visit(**PHONE, **script), visit(**DESKTOP, **script)
    receipt = tells(Resident(phone), market)
    town.enter(desk, chief)
    desk.goto(Tip.objects.get().get_absolute_url())
    takes(desk, "转12345办理", note="属于诉求事项。")
    looks_up(phone, receipt)
    expect(phone.get_by_role("heading", name="12345的办理")).to_be_visible()
    phone.get_by_role("link", name="查看12345办理进度").click()
    expect(phone.get_by_role("heading", name="办理进度")).to_be_visible()
