"""An inspector's day without network: the forms came along in the morning, the record goes out by itself, and the site has its paper
(Art. 24, 27, 34, 35)."""

import pytest
from playwright.sync_api import expect

from emergencies.checklists.models import CheckList
from emergencies.hazards.models import Hazard
from emergencies.inspections.enums import Signed, State
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import arrange
from governance.files.models import Attachment
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.phoning import Worker, photographs
from tests.browser.walking import button
from tests.emergencies.makers import entered

PAGE = "/inspections/phone/"
READY = "form[data-record][data-ready]"


class Inspector(Worker):
    """One of the two, with a phone in the hand."""

    def opens(self, number=""):
        self.page.goto(f"{PAGE}?number={number}" if number else PAGE)
        self.page.wait_for_selector(READY, state="attached")
        return self

    def presses(self, item, result):
        self.page.locator("[data-item]").nth(item).locator(".results label", has_text=result).first.click()

    def finds(self, item, words, *shades):
        self.presses(item, "不符合")
        part = self.page.locator("[data-item]").nth(item)
        part.get_by_label("哪里不符合").fill(words)
        part.locator(".check-results label", has_text="一般隐患").click()
        for shade in shades:
            part.locator("input[type=file]").first.set_input_files(photographs(shade))
            expect(part.locator("[data-shown] img").last).to_be_visible()

    def lets_sign(self):
        canvas = self.page.locator("[data-signature] canvas")
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        self.page.mouse.move(box["x"] + 30, box["y"] + 30)
        self.page.mouse.down()
        for step in range(1, 12):
            self.page.mouse.move(box["x"] + 30 + step * 20, box["y"] + 30 + (step % 3) * 22)
        self.page.mouse.up()
        expect(self.page.locator("[data-signature][data-signed]")).to_be_visible()


@pytest.fixture
def pair(town):
    return [actors.actor(Role.TOWNSHIP_CLERK, name=name) for name in ("任志远", "娜日苏")]


@pytest.fixture
def inspection(pair, now):
    shop = entered(actors.place(actors.VILLAGE), now)
    checklist = CheckList.objects.get(code="gas_restaurant")
    return arrange(at=now, by=pair[0], premises=shop, checklist=checklist, first=pair[0], second=pair[1], reason="举报核查")


@pytest.fixture
def inspector(visit, town, line, inspection, pair):
    return Inspector(visit(**PHONE), pair[0], town, line).signs_in().is_equipped()


def test_a_day_without_network(inspector, inspection, pair, seat):
    inspector.loses_the_network()
    page = inspector.opens().page
    page.get_by_role("link", name="老绥元烧卖馆").click()
    page.wait_for_selector(READY)
    inspector.finds(2, "软管超过两米，穿墙使用。", "navy")
    button(page, "其余全部符合").click()
    page.get_by_label("一般隐患的整改期限").fill("2099-01-01")
    page.get_by_label("现场人员职务").fill("店长")
    inspector.lets_sign()
    button(page, "提交检查记录").click()
    expect(page.locator("[data-drafts] .badge")).to_have_text(["等待发送"])
    expect(page.get_by_role("link", name="全部待检查")).to_be_visible()
    inspector.has_network_again()
    expect(page.locator("[data-drafts] .badge")).to_have_text(["没有成功"])
    expect(page.locator("[data-drafts]")).to_contain_text("一般隐患的整改期限")
    corrected_and_sent(inspector, inspection)
    confirmed_by_the_other(inspection, seat(pair[1]).page)


def corrected_and_sent(inspector, inspection):
    """What the server refused comes back into the form with all that was written, and is sent again."""
    page = inspector.page
    button(page, "修改").click()
    page.wait_for_selector(READY)
    expect(page.get_by_label("现场人员职务")).to_have_value("店长")
    page.get_by_label("一般隐患的整改期限").fill(f"{inspection.opened_at.date() + actors.days(5)}")
    button(page, "提交检查记录").click()
    expect(page.locator("[data-drafts] .badge")).to_have_text(["已提交"])
    expect(page.locator("[data-waiting] li:not([hidden])")).to_have_count(0)
    done = Inspection.objects.get()
    assert (done.state, done.signed, done.failed) == (State.RECORDED, Signed.DRAWN, 1)
    assert Attachment.objects.of(done).count() == 2
    assert "软管超过两米" in Hazard.objects.get().description


def confirmed_by_the_other(inspection, page):
    """The second inspector confirms at the desk, and whoever has the address reads the record."""
    page.goto(inspection.get_absolute_url())
    page.get_by_role("link", name="确认检查记录").click()
    button(page, "确认检查记录").click()
    expect(page.locator("#said")).to_contain_text("已完成")
    assert Inspection.objects.get().state == State.DONE
    page.locator(".summary a.code").click()
    expect(page.get_by_role("heading", name="安全检查记录")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("软管超过两米")


def test_the_phone_keeps_no_form_for_anybody_else(inspector, inspection, visit, town, line):
    other = Inspector(inspector.page, actors.actor(Role.TOWNSHIP_CLERK, name="冯晓东"), town, line).signs_in()
    expect(other.page.get_by_role("main")).to_contain_text("没有等您检查的场所")
    other.is_equipped()
    other.loses_the_network()
    other.opens(inspection.number)
    expect(other.page.get_by_role("main")).not_to_contain_text("老绥元烧卖馆")
