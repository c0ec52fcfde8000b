"""The grid worker's pages on the phone: three touches, drafts that can be edited and deleted, plain words when something is refused."""

import pytest
from playwright.sync_api import expect

from governance.files.models import Attachment
from grids.reports.models import Report, ReportKind
from tests.browser.conftest import PHONE
from tests.browser.looking import Keyboard, barriers, cut_off
from tests.browser.phoning import CREATE, Worker, photographs, worker_named
from tests.browser.walking import button

LAMP = "路灯不亮，夜里看不清台阶。"
NO_ROOM = """() => {
  IDBObjectStore.prototype.put = () => { throw new DOMException("no room", "QuotaExceededError"); };
}"""
WIDTHS = (390, 320)


@pytest.fixture
def worker(visit, town, line):
    return Worker(visit(**PHONE), worker_named("孙宏伟"), town, line).signs_in()


def test_an_ordinary_event_takes_three_touches(worker):
    page = worker.page
    page.locator(".kinds label", has_text="公共设施").tap()
    with page.expect_file_chooser() as camera:
        page.locator("[data-photos=files] label", has_text="拍照").tap()
    camera.value.set_files(photographs("grey"))
    expect(page.locator("[data-shown] img")).to_be_visible()
    button(page, "上报").tap()
    expect(page.get_by_role("link", name="查看这件").first).to_be_visible()
    assert Attachment.objects.of(Report.objects.get()).count() == 1


def test_what_is_solved_shows_before_and_asks_how(worker):
    page = worker.page
    expect(page.get_by_label("怎样解决的")).to_be_hidden()
    worker.fills_in("公共设施", "", "grey")
    page.locator(".kinds label", has_text="已现场解决").click()
    button(page, "上报").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.get_by_label("怎样解决的").fill("复位空开，已亮。")
    button(page, "上报").click()
    worker.sees("已上报")
    assert Report.objects.get().state == "solved"


def test_the_questions_of_the_kind_and_the_proof_go_along(worker):
    ReportKind.objects.filter(code="facility").update(needs_proof=True)
    page = worker.opens().page
    worker.loses_the_network()
    worker.fills_in("公共设施", LAMP, "grey")
    expect(page.locator("[data-kind=environment]")).to_be_hidden()
    page.get_by_label("什么设施").select_option("路灯")
    page.locator(".kinds label", has_text="已现场解决").click()
    button(page, "上报").click()
    expect(page.locator("[data-error-summary]")).to_contain_text("请上传处置后的照片")
    page.locator("#id_after").set_input_files(photographs("green"))
    expect(page.locator("[data-photos=after] img")).to_be_visible()
    button(page, "上报").click()
    worker.sees("等待发送")
    worker.has_network_again()
    worker.sees("已上报")
    report = Report.objects.get()
    assert report.answers == [["什么设施", "路灯"]]
    assert sorted(Attachment.objects.of(report).values_list("kind", flat=True)) == ["photo", "proof"]
    ReportKind.objects.filter(code="facility").update(needs_proof=False)


def test_a_refusal_of_the_server_comes_back_to_its_field(worker):
    page = worker.page
    page.locator("summary", has_text="联系人").click()
    page.get_by_label("联系电话").fill("一二三")
    worker.reports("公共设施", LAMP, "grey")
    expect(page.locator("[data-error-summary]")).to_contain_text("联系电话：电话号码不正确")
    expect(page.get_by_label("情况")).to_have_value(LAMP)
    expect(page.locator("[data-shown] img")).to_have_count(1)
    page.get_by_label("联系电话").fill("13800000000")
    button(page, "上报").click()
    worker.sees("已上报")
    assert Attachment.objects.of(Report.objects.get()).count() == 1


def test_a_draft_that_waits_can_be_edited_and_deleted(worker):
    page = worker.page
    worker.loses_the_network()
    worker.reports("公共设施", "写错了。", "grey", "navy")
    worker.reports("治安秩序", LAMP)
    worker.sees("等待发送", "等待发送")
    row = page.locator("[data-draft-id]", has_text="写错了")
    row.get_by_role("button", name="修改").click()
    expect(page.locator("[data-shown] img")).to_have_count(2)
    page.get_by_label("情况").fill("改好了。")
    page.get_by_role("button", name="不要这张").first.click()
    button(page, "上报").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-draft-id]", has_text=LAMP[:5]).get_by_role("button", name="删除").click()
    worker.sees("等待发送")
    worker.has_network_again()
    worker.sees("已上报")
    report = Report.objects.get()
    assert (report.description, Attachment.objects.of(report).count()) == ("改好了。", 1)


def test_what_was_half_written_is_there_again(worker):
    worker.fills_in("公共设施", LAMP, "grey")
    worker.page.wait_for_timeout(600)
    worker.closes_and_opens_again()
    expect(worker.page.get_by_label("情况")).to_have_value(LAMP)
    expect(worker.page.locator("[data-shown] img")).to_have_count(1)
    expect(worker.page.locator("[data-said]")).to_contain_text("已经恢复")


def test_a_full_phone_says_so_and_loses_nothing(worker):
    worker.page.evaluate(NO_ROOM)
    worker.reports("公共设施", LAMP)
    expect(worker.page.locator("[data-said]")).to_contain_text("手机存储空间不足")
    expect(worker.page.get_by_label("情况")).to_have_value(LAMP)


def test_with_the_keyboard_alone(worker):
    keyboard = Keyboard(worker.page)
    keyboard.reach("[name=kind]")
    worker.page.keyboard.press("Space")
    keyboard.write("[name=description]", LAMP)
    keyboard.press("button[type=submit]")
    worker.sees("已上报")
    assert Report.objects.get().description == LAMP


def test_nobody_is_shut_out(worker):
    page = worker.page
    worker.loses_the_network()
    worker.reports("公共设施", LAMP, "grey", "navy")
    worker.fills_in("环境卫生", "楼前垃圾。", "green")
    assert (barriers(page, *WIDTHS), cut_off(page, *WIDTHS)) == ([], [])
    worker.has_network_again()
    worker.sees("已上报")
    for address in ("/today/", "/phone/leaving/", "/phone/offline/"):
        page.goto(address)
        assert (barriers(page, *WIDTHS), cut_off(page, *WIDTHS)) == ([], []), address


def test_without_script_the_same_page_is_sent(visit, town):
    person, page = worker_named("孙宏伟"), visit(**PHONE, java_script_enabled=False)
    town.enter(page, person)
    page.goto(CREATE)
    page.locator(".kinds label", has_text="公共设施").click()
    page.set_input_files("#id_files_album", photographs("grey", "navy"))
    button(page, "上报").click()
    page.get_by_role("link", name="查看这件").click()
    report = Report.objects.get()
    assert (report.state, Attachment.objects.of(report).count()) == ("village", 2)
