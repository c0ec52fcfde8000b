"""Work by habit in a real browser: keys, who else is looking, a form that went stale, a standard reply, one's own day."""

from django.utils import timezone
from playwright.sync_api import expect

from disputes.complaints.models import Complaint
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import DESKTOP

FOCUSED_ROW = "table[data-worklist] tbody tr:focus-within"


def listed(page, town, count=3):
    cases = [town.complaint() for _count in range(count)]
    town.enter(page, town.operator)
    page.goto("/complaints/")
    return sorted(cases, key=lambda case: (case.due_at, case.pk))


def test_rows_are_walked_chosen_and_opened_by_keys(desktop, town):
    first, second, third = listed(desktop, town)
    for key, case in (("j", first), ("j", second), ("ArrowDown", third), ("ArrowUp", second), ("k", first)):
        desktop.keyboard.press(key)
        expect(desktop.locator(FOCUSED_ROW)).to_contain_text(case.number)
    desktop.keyboard.press("x")
    expect(desktop.locator("[data-chosen-count]")).to_contain_text("1")
    desktop.keyboard.press("Enter")
    expect(desktop.locator("h1")).to_contain_text(first.title)


def test_keys_leave_typing_reading_and_scrolling_alone(desktop, town):
    listed(desktop, town)
    desktop.keyboard.press("ArrowDown")
    expect(desktop.locator(FOCUSED_ROW)).to_have_count(0)
    desktop.keyboard.press("/")
    expect(desktop.locator("#id_q")).to_be_focused()
    desktop.keyboard.type("jk?x/")
    expect(desktop.locator("#id_q")).to_have_value("jk?x/")
    expect(desktop.locator("dialog")).to_have_count(0)


def test_the_keys_are_explained_and_can_be_switched_off(desktop, town):
    listed(desktop, town)
    desktop.keyboard.press("?")
    dialog = desktop.get_by_role("dialog", name="键盘操作")
    expect(dialog).to_be_visible()
    dialog.get_by_label("关闭单键操作").check()
    dialog.get_by_role("button", name="关闭").click()
    desktop.keyboard.press("j")
    expect(desktop.locator(FOCUSED_ROW)).to_have_count(0)


def test_without_script_the_keys_are_a_page(without_script, town):
    listed(without_script, town)
    without_script.get_by_role("link", name="键盘操作").click()
    expect(without_script.get_by_role("heading", name="键盘操作", level=1)).to_be_visible()


def test_two_who_have_a_case_open_read_of_each_other(visit, town):
    case = town.complaint(until="dispatch")
    clerk, operator = visit(**DESKTOP), visit(**DESKTOP)
    town.enter(clerk, town.clerk)
    town.enter(operator, town.operator)
    clerk.goto(case.get_absolute_url())
    expect(clerk.locator(".presence")).to_have_text("")
    operator.goto(case.get_absolute_url())
    expect(operator.locator(".presence")).to_contain_text(f"李秀梅（{town.clerk.acting_post.office.short_name}）正在查看此事项")
    clerk.evaluate("document.querySelector('[data-look]').dispatchEvent(new Event('look'))")
    expect(clerk.locator(".presence")).to_contain_text("云晓燕")


def test_a_form_that_went_stale_keeps_the_text_and_shows_what_happened(desktop, town):
    case = town.complaint(until="contact")
    town.enter(desktop, town.clerk)
    desktop.goto(case.get_absolute_url())
    desktop.get_by_role("link", name="答复", exact=True).click()
    desktop.locator("#step-form textarea[name=note]").fill("我写了很久的答复。")
    colleague = actors.actor(Role.TOWNSHIP_CLERK, name="巴图")
    engine.take(case, "progress", by=colleague, at=timezone.now(), note="同事记录的进展。")
    desktop.locator("#step-form button[type=submit].button:not(.button-small)").click()
    expect(desktop.locator("[data-missed]")).to_contain_text("同事记录的进展。")
    expect(desktop.locator("#step-form textarea[name=note]")).to_have_value("我写了很久的答复。")
    assert Complaint.objects.get(pk=case.pk).state == "handling"
    desktop.locator("#step-form button[type=submit].button:not(.button-small)").click()
    expect(desktop.locator("#said")).to_contain_text("已完成：答复")


def test_a_standard_reply_goes_where_the_pointer_stands(desktop, town):
    case = town.complaint(until="contact")
    town.enter(desktop, town.clerk)
    desktop.goto(case.get_absolute_url())
    desktop.get_by_role("link", name="答复", exact=True).click()
    area = desktop.locator("#step-form textarea[name=note]")
    area.fill("张先生：")
    desktop.locator("#step-form summary", has_text="答复范本").click()
    desktop.locator("#step-form [data-reply-for]").first.click()
    expect(area).to_be_focused()
    value = area.input_value()
    assert value.startswith("张先生：\n您好")
    assert case.number in value
    chosen = area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert chosen == "" or chosen.startswith("（填写")


def test_without_script_a_standard_reply_comes_back_in_the_form(without_script, town):
    case = town.complaint(until="contact")
    town.enter(without_script, town.clerk)
    without_script.goto(f"{case.get_absolute_url()}reply/")
    without_script.locator("textarea[name=note]").fill("张先生：")
    without_script.locator("summary", has_text="答复范本").click()
    without_script.locator("[data-reply-for]").first.click()
    assert without_script.locator("textarea[name=note]").input_value().startswith("张先生：\n您好")


def test_many_are_transferred_in_two_pages(desktop, town):
    first, second, _third = listed(desktop, town)
    for case in (first, second):
        desktop.get_by_role("checkbox", name=case.number).check()
    desktop.get_by_role("button", name="改派到一个单位").click()
    desktop.get_by_label("改派到").select_option(label=town.clerk.acting_post.office.short_name)
    desktop.get_by_label("改派说明").fill("请到现场核实。")
    desktop.locator("main button[type=submit]").click()
    expect(desktop.locator("main")).to_contain_text("已办理 2 件，未办理 0 件")


def test_one_s_day_leads_to_the_case(desktop, town):
    case = town.complaint(until="dispatch")
    Complaint.objects.filter(pk=case.pk).update(due_at=timezone.now())
    town.enter(desktop, town.clerk)
    desktop.goto("/desk/")
    desktop.get_by_role("link", name="我的一天").click()
    desktop.wait_for_url("**/desk/day/")
    desktop.keyboard.press("j")
    desktop.keyboard.press("Enter")
    expect(desktop.locator("#panel")).to_contain_text(case.number)
