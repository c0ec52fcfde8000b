"""What people do at the portal, told as they would tell it. They use what the page shows: with JavaScript and without."""

import io
import re
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import expect

from governance.web.guard.puzzle import SPOKEN
from tests import actors
from tests.browser.people import SECRET, WORDS, code_now

SUM = re.compile(r"(.+)([加减])(.+)等于几")
PLACE = (("county", actors.COUNTY), ("township", actors.TOWNSHIP), ("village", actors.VILLAGE))
SETTLED = ":not(.htmx-added)"  # for 20 ms after it came, a fragment is on the screen and does not listen yet
PHONE_NUMBER = "13800000000"


@dataclass(frozen=True)
class Receipt:
    """What the resident writes down."""

    number: str
    code: str


def photograph():
    """A small picture as a telephone sends it."""
    with io.BytesIO() as out:
        Image.effect_noise((320, 240), 60).convert("RGB").save(out, "JPEG")
        return {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def answer(page, name, value):
    """Fill in a field, whatever it looks like."""
    field = page.locator(f"main form [name={name}]")
    shape = field.first.evaluate("field => field.type")
    if shape == "checkbox":
        field.first.set_checked(value)
    elif shape == "radio":
        page.locator(f"main form [name={name}][value={value}]").check()
    elif shape.startswith("select"):
        field.select_option(value)
    else:
        field.fill(value)


class Resident:
    """Someone without an account, with a telephone in the hand."""

    def __init__(self, page):
        self.page = page

    def fills_in_the_form(self, words=WORDS):
        page = self.page
        page.goto("/")
        page.get_by_role("main").get_by_role("link", name="我要反映").click()
        page.get_by_label("投诉：有问题希望解决").check()
        page.get_by_label("发生了什么事").fill(words)
        for level, code in PLACE:
            self.chooses_place(level, code)
        page.get_by_label("联系电话").fill(PHONE_NUMBER)

    def chooses_place(self, level, code):
        """Without JavaScript a button shows the next level; with it the level comes by itself and the button is hidden."""
        page = self.page
        page.locator(f"#cascade{SETTLED} #id_place_{level}").select_option(code)
        more = page.locator("button[name=choose_place]")
        if more.is_visible():
            more.click()

    def goes_on_to_check(self):
        button(self.page, "下一步：核对").click()
        expect(self.page.get_by_role("heading", name="核对您填写的内容")).to_be_visible()

    def solves_the_sum(self):
        """The picture is for those who see it; everyone can ask for words instead."""
        button(self.page, "换成文字题").click()
        self.page.get_by_label("验证题").fill(str(self.result_of_the_sum()))

    def result_of_the_sum(self):
        left, sign, right = SUM.match(self.page.locator("#id_challenge_answer_question").inner_text()).groups()
        return SPOKEN[left] + SPOKEN[right] * (1 if sign == "加" else -1)

    def sends(self):
        button(self.page, "提交").click()
        expect(self.page.get_by_role("heading", name="提交成功")).to_be_visible()
        return Receipt(*self.page.locator(".receipt dd").all_inner_texts()[:2])

    def files(self, words=WORDS, photo=None):
        """The whole way from the front door to the receipt."""
        self.fills_in_the_form(words)
        if photo:
            self.page.set_input_files("#id_files", photo)
        self.goes_on_to_check()
        self.solves_the_sum()
        return self.sends()

    def tracks(self, receipt):
        self.page.goto("/track/")
        self.page.get_by_label("受理编号").fill(receipt.number)
        self.page.get_by_label("查询码").fill(receipt.code)
        button(self.page, "查询").click()
        expect(self.page.get_by_role("heading", name="办理进度")).to_be_visible()

    def rates(self, *, solved, satisfaction):
        answer(self.page, "solved", solved)
        answer(self.page, "satisfaction", satisfaction)
        button(self.page, "提交评价").click()
        expect(self.page.get_by_text("感谢您的评价")).to_be_visible()


def go_home(desks):
    """Nobody's page asks anything any more: before a night, a week or a month passes."""
    for officer in desks.values():
        officer.page.goto("/healthz")


class Officer:
    """Someone with a post, at a desk."""

    def __init__(self, page, person):
        self.page, self.person = page, person

    def signs_in(self, *, second_factor=False):
        page = self.page
        page.goto("/account/sign-in/")
        page.get_by_label("用户名").fill(self.person.username)
        page.get_by_label("密码").fill(actors.PASSWORD)
        button(page, "登录").click()
        if second_factor:
            expect(page.get_by_role("heading", name="输入动态口令")).to_be_visible()
            page.locator("main [name=code]").fill(code_now(SECRET))
            button(page, "继续").click()
        expect(page).to_have_url(re.compile("/desk/$"))

    def opens_the_worklist(self):
        self.page.goto("/desk/")
        links = self.page.get_by_role("navigation", name="业务导航")
        links.locator("details:not([open]) > summary", has_text="矛盾纠纷化解").evaluate_all("all => all.forEach(group => group.click())")
        links.get_by_role("link", name="诉求工单").click()
        expect(self.page.get_by_role("heading", name="诉求工单", level=1)).to_be_visible()

    def opens(self, number):
        """From the list on the screen to the case."""
        self.page.locator("tbody tr", has_text=number).get_by_role("link").first.click()
        expect(self.page.locator("#panel")).to_contain_text(number)

    def takes(self, label, *, ticks=(), **typed):
        """A step: its button, its form, its trace on the timeline."""
        page = self.page
        page.locator(".steps").get_by_role("link", name=label, exact=True).click()
        done = page.locator(f"main form{SETTLED}").get_by_role("button", name=label, exact=True)
        done.wait_for()
        folded = page.locator("main form .boxes details:not([open]) > summary")
        while ticks and folded.count():
            folded.first.click()
        for box in ticks:
            page.locator("main form").get_by_label(box, exact=True).check()
        for name, value in typed.items():
            answer(page, name, value)
        done.click()
        expect(page.locator(".timeline-label", has_text=label).first).to_be_visible()
