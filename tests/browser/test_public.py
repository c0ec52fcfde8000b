"""What everyone may look up: complaints as a list and a map, bulletins, common questions. With script and without."""

import re
from datetime import date

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from disputes.bulletins.services import draft, publish
from disputes.knowledge.models import Question
from governance.calendar.months import month_before, month_of
from tests import actors
from tests.browser.looking import Keyboard, weight
from tests.browser.test_access import shut_out
from tests.browser.walking import Resident

COLD = "家里暖气一直不热，室温只有十五度，希望尽快处理。"
HEAVIEST = 200_000  # bytes, with the map's own script


def last_month():
    return month_before(month_of(timezone.localdate()))


def bulletin(by=None):
    return publish(draft(last_month(), at=timezone.now()), by=by, at=timezone.now())


def test_the_list_and_the_map_with_complaints_are_for_everyone(desktop, town):
    for _count in range(6):
        town.complaint(until="dispatch")
    for name in ("published_complaints", "published_map"):
        desktop.goto(reverse(name))
        assert desktop.locator("tbody tr").count() >= 6
        assert shut_out(desktop) == []


def test_the_map_is_drawn_without_another_host(desktop, town):
    for _count in range(6):
        town.complaint(until="dispatch")
    desktop.goto(reverse("published_map"))
    desktop.get_by_text("在地图上看").click()
    expect(desktop.locator(".openness-map .leaflet-interactive").first).to_be_visible()
    assert desktop.locator(".openness-map .leaflet-tooltip", has_text="新城区 6").count() == 1
    assert shut_out(desktop) == []


def test_the_map_is_light_and_leads_down_without_script(without_script, town):
    for _count in range(6):
        town.complaint(until="dispatch")
    assert weight(without_script, reverse("published_map")) <= HEAVIEST
    without_script.locator("svg a[aria-label*='新城区']").click()
    expect(without_script.locator(".openness-grid a", has_text="6")).to_be_visible()
    assert f"place_county={actors.COUNTY}" in without_script.url
    assert shut_out_without_script(without_script) == []


def shut_out_without_script(page):
    """Only what is cut off can be asked of a page whose scripts are off."""
    page.set_viewport_size({"width": 320, "height": 900})
    box = page.locator("main").bounding_box()
    return [box] if box["width"] > 320 else []


def test_a_bulletin_is_for_everyone_and_prints(desktop, town):
    town.complaint(until="close")
    bulletin()
    desktop.goto(reverse("bulletin", args=[f"{last_month():%Y-%m}"]))
    assert shut_out(desktop) == []
    desktop.emulate_media(media="print")
    expect(desktop.get_by_text("公布但不排名")).to_be_visible()
    assert not desktop.locator("nav").first.is_visible()


def test_a_draft_is_for_everyone_who_publishes(desktop, town):
    row = draft(date(2026, 1, 1), at=timezone.now())
    town.enter(desktop, town.operator)
    desktop.goto(reverse("bulletins_review", args=[row.pk]))
    assert shut_out(desktop) == []
    desktop.get_by_role("button", name="公布", exact=True).click()
    expect(desktop.get_by_text("已公布。")).to_be_visible()


def test_a_question_and_its_page_for_the_keepers_are_for_everyone(desktop, town):
    question = Question.objects.published().first()
    desktop.goto(reverse("question", args=[question.pk]))
    assert shut_out(desktop) == []
    town.enter(desktop, town.operator)
    desktop.goto(reverse("knowledge_detail", args=[question.pk]))
    assert shut_out(desktop) == []


def test_while_one_types_the_answer_comes_and_helps(desktop):
    desktop.goto(reverse("file_complaint"))
    desktop.get_by_label("发生了什么事").press_sequentially(COLD)
    desktop.locator("#advice summary", has_text="暖气不热").click()
    assert shut_out(desktop) == []
    desktop.get_by_role("button", name="已经解答，不提交了").first.click()
    expect(desktop.get_by_role("heading", name="谢谢，很高兴帮到您")).to_be_visible()
    assert Question.objects.filter(helped=1).count() == 1


def test_without_script_the_answer_stands_before_sending_and_going_back_loses_nothing(without_script):
    resident = Resident(without_script)
    resident.fills_in_the_form(COLD)
    resident.goes_on_to_check()
    without_script.locator("summary", has_text="暖气不热").click()
    without_script.get_by_role("button", name="已经解答，不提交了").first.click()
    without_script.get_by_role("button", name="还是要反映，回到刚才填写的内容").click()
    expect(without_script.get_by_label("发生了什么事")).to_have_value(COLD)


def test_a_question_is_found_and_read_without_a_pointer(desktop):
    keys = Keyboard(desktop)
    desktop.goto("/")
    keys.press("main a[href='/questions/']")
    desktop.wait_for_url("**/questions/")
    keys.write("#id_q", "电梯")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", name="找到")).to_be_visible()
    keys.press("main article h3 a")
    desktop.wait_for_url(re.compile(r"/questions/\d+/$"))
    desktop.wait_for_load_state()
    keys.press("main form button[name=question]")
    expect(desktop.get_by_role("heading", name="谢谢，很高兴帮到您")).to_be_visible()


def test_the_list_is_filtered_without_a_pointer(desktop, town):
    town.complaint(until="dispatch")
    keys = Keyboard(desktop)
    desktop.goto(reverse("published_complaints"))
    keys.choose("#id_state", "closed")
    keys.press("main form.filters button[type=submit]")
    expect(desktop.get_by_text("没有符合条件的诉求")).to_be_visible()
    keys.press("main .tabs a[href*='map']")
    desktop.wait_for_url("**/published/map/?*state=closed*")


def test_a_county_chosen_before_the_scripts_came_is_heard_when_they_are_there(phone):
    late = []
    phone.route("**/htmx*.js", lambda route: late.append(route))
    phone.goto("/file/", wait_until="commit")
    phone.locator("#id_place_county").select_option(actors.COUNTY)
    late.pop().continue_()
    expect(phone.locator("#id_place_township")).to_be_visible()
    expect(phone.locator("#id_place_county")).to_have_value(actors.COUNTY)
