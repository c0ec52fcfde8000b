"""A warning: one person drafts it, another checks and issues it, and everybody reads it, people and programs alike."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone
from lxml import etree
from playwright.sync_api import expect

from emergencies.warnings.models import Warning
from emergencies.warnings.public.services import KEY
from emergencies.warnings.rules import faults
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.walking import answer, button

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def pair(town):
    return [actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name=name) for name in ("云峰", "高娃")]


def test_a_warning_from_the_draft_to_the_public(visit, seat, pair):
    writer, colleague = (seat(person) for person in pair)
    drafts(writer.page)
    case = Warning.objects.get()
    for step in ("check", "issue"):
        colleague.page.goto(f"/alerts/{case.number}/{step}/")
        button(colleague.page, {"check": "校核", "issue": "签发"}[step]).click()
    expect(colleague.page.get_by_role("main")).to_contain_text("已发布")
    caches["near"].delete(KEY)  # what was in force is known for ten seconds
    reads(visit(**PHONE), case)


def drafts(page):
    page.goto("/alerts/create/warning/")
    page.locator("main form [name=kind]").select_option(label="大风")
    until = timezone.localtime() + timedelta(hours=20)
    typed = {"level": "orange", "headline": "大风橙色预警", "text": "预计未来24小时阵风10级。", "until": f"{until:%Y-%m-%dT%H:%M}"}
    for name, value in typed.items():
        answer(page, name, value)
    page.get_by_label("（全部）").check()
    button(page, "提交校核").click()
    expect(page.get_by_role("main")).to_contain_text("待校核")


def reads(page, case):
    """On a telephone: the banner, the page, and what a program gets."""
    page.goto("/")
    page.get_by_role("link", name="大风橙色预警").first.click()
    expect(page.get_by_role("main")).to_contain_text("关好门窗")
    index = etree.fromstring(page.request.get("/warnings/cap/").body())
    found = [link.get("href") for link in index.iter(f"{ATOM}link") if link.get("type") == "application/cap+xml"]
    message = page.request.get(found[0])
    assert faults(message.text()) == []
    assert f"{case.number}-1" in message.text()
