"""The grid worker's phone with the network really cut: what is reported waits with its photographs, and goes out by itself (Art. 51)."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from governance.files.models import Attachment
from grids.reports.models import Report
from tests.browser.conftest import PHONE
from tests.browser.phoning import CREATE, READY, Worker, worker_named
from tests.browser.walking import button

LAMP, RUBBISH = "路灯不亮，夜里看不清台阶。", "楼前堆放建筑垃圾。"
SEND_AGAIN = """async (draft) => {
  const { keep, draftOf } = await import("/static/js/phone/store.js");
  const { sendWaiting } = await import("/static/js/phone/sending.js");
  window.first ??= await draftOf(draft);
  for (let time = 0; time < 10; time += 1) {
    await keep(window.first);
    await sendWaiting("/phone/sending/");
  }
}"""
KEPT = """async () => {
  const { unsentOf } = await import("/static/js/phone/store.js");
  return (await unsentOf(document.body.dataset.person)).length;
}"""
CACHED = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts.push(`${request.url} ${await (await cache.match(request)).text()}`);
  }
  return texts.join("\\n");
}"""


@pytest.fixture
def phone_of(visit, town, line):
    return lambda person, page=None: Worker(page or visit(**PHONE), person, town, line)


@pytest.fixture
def worker(phone_of):
    return phone_of(worker_named("孙宏伟")).signs_in().is_equipped()


def test_two_reports_of_a_day_without_network_arrive_by_themselves(worker):
    worker.loses_the_network()
    worker.opens()
    worker.reports("公共设施", LAMP, "grey", "navy")
    worker.sees("等待发送")
    worker.reports("环境卫生", RUBBISH, "green", "brown")
    worker.sees("等待发送", "等待发送")
    worker.closes_and_opens_again().sees("等待发送", "等待发送")
    expect(worker.page.locator("[data-drafts]")).to_contain_text("没有网络，连上后自动发送")
    worker.has_network_again()
    worker.sees("已上报", "已上报")
    assert sorted(Report.objects.values_list("description", flat=True)) == sorted([LAMP, RUBBISH])
    assert [Attachment.objects.of(report).count() for report in Report.objects.order_by("pk")] == [2, 2]
    assert {(file.width, file.height) for file in Attachment.objects.iterator()} == {(1600, 1200)}


def test_ten_replays_of_a_draft_make_one_report(worker):
    worker.loses_the_network()
    worker.reports("公共设施", LAMP, "grey", "navy")
    worker.sees("等待发送")
    draft = worker.page.locator("[data-draft-id]").get_attribute("data-draft-id")
    worker.has_network_again()
    worker.page.evaluate(SEND_AGAIN, draft)
    worker.opens().sees("已上报")
    assert str(Report.objects.get().submission) == draft
    assert Attachment.objects.of(Report.objects.get()).count() == 2


def test_with_the_page_closed_the_next_page_sends(worker):
    worker.loses_the_network()
    worker.reports("公共设施", LAMP, "grey")
    worker.sees("等待发送")
    worker.page.goto("about:blank")
    worker.has_network_again()
    worker.page.goto("/today/")
    expect(worker.page.locator("[data-unsent]")).to_be_hidden()
    expect(worker.page.get_by_role("main")).to_contain_text("等我办理")
    worker.opens().sees("已上报")
    assert Report.objects.get().description == LAMP


def test_the_first_page_and_others_without_network(worker):
    worker.loses_the_network()
    worker.page.goto("/today/")
    worker.page.wait_for_selector(READY)
    worker.page.goto("/reports/")
    expect(worker.page.get_by_role("heading", name="没有网络")).to_be_visible()
    worker.page.get_by_role("link", name="上报事件").click()
    worker.page.wait_for_selector(READY)
    expect(worker.page.locator("#id_grid")).not_to_have_value("")


def test_the_phone_keeps_the_shell_and_nothing_of_the_worker(worker):
    worker.page.goto("/today/")
    worker.page.goto("/reports/")
    kept = worker.page.evaluate(CACHED)
    assert "上报事件" in kept
    assert worker.person.name not in kept
    assert "第3网格" not in kept
    assert 'name="csrfmiddlewaretoken"' not in kept


def test_another_account_neither_sees_nor_sends_it(worker, phone_of):
    worker.loses_the_network()
    worker.reports("公共设施", LAMP, "grey")
    worker.sees("等待发送")
    worker.has_network_again()
    worker.page.goto("about:blank")
    other = phone_of(worker_named("王小"), worker.page).signs_in().is_equipped()
    expect(other.page.locator("[data-drafts]")).to_be_hidden()
    other.loses_the_network()
    other.opens()
    expect(other.page.locator("[data-drafts]")).to_be_hidden()
    other.has_network_again()
    assert not Report.objects.filter(reporter=other.person).exists()
    worker.signs_in().sees("已上报")
    assert Report.objects.get().reporter == worker.person


def test_whoever_signs_in_first_hides_what_was_there_even_without_network(worker, phone_of):
    worker.loses_the_network()
    worker.reports("公共设施", LAMP, "grey")
    worker.sees("等待发送")
    worker.line.mend()
    worker.page.goto("about:blank")
    worker.context.set_offline(False)
    other = phone_of(worker_named("王小"), worker.page)
    other.town.enter(other.page, other.person)
    other.page.goto("/inbox/")
    other.loses_the_network()
    other.page.goto(CREATE)
    expect(other.page.locator(".for-stranger")).to_be_visible()
    expect(other.page.locator(".for-worker")).to_be_hidden()


def test_an_expired_session_keeps_the_draft_until_the_worker_signs_in_again(worker):
    Session.objects.all().delete()
    worker.reports("公共设施", LAMP, "grey", "navy")
    expect(worker.page.locator("[data-said]")).to_contain_text("请重新登录")
    worker.sees("等待发送")
    assert not Report.objects.exists()
    worker.page.get_by_role("link", name="请重新登录").click()
    expect(worker.page.get_by_role("heading", name="登录")).to_be_visible()
    worker.signs_in().sees("已上报")
    assert Attachment.objects.of(Report.objects.get()).count() == 2


def test_a_sign_out_asks_first_and_then_leaves_nothing(worker):
    page = worker.page
    worker.fills_in("公共设施", LAMP, "grey")
    page.wait_for_timeout(600)
    worker.signs_out()
    expect(page.locator("[data-count]")).to_have_text("1")
    page.get_by_role("link", name="取消").click()
    expect(page.get_by_label("情况")).to_have_value(LAMP)
    worker.signs_out()
    button(page, "仍要退出").click()
    expect(page.get_by_text("您已退出登录。")).to_be_visible()
    worker.signs_in()
    assert page.evaluate(KEPT) == 0
    expect(page.get_by_label("情况")).to_have_value("")


def test_a_sign_out_with_nothing_waiting_asks_nothing(worker):
    worker.reports("公共设施", LAMP)
    worker.sees("已上报")
    worker.signs_out()
    expect(worker.page.get_by_text("您已退出登录。")).to_be_visible()
    worker.signs_in()
    expect(worker.page.locator("[data-drafts]")).to_be_hidden()
