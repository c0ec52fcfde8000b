"""The doors of the staff: the second factor of officials, set up and shown, and a way out that really ends the session."""

import re

import pytest
from playwright.sync_api import expect

from tests import actors
from tests.browser.people import SECRET, code_now, secure
from tests.browser.walking import Officer, button


@pytest.fixture(autouse=True)
def secured(settings):
    """As in production: officials show a second factor."""
    settings.SECURED_ROLES_NEED_SECOND_FACTOR = True


def test_an_official_sets_up_the_second_factor_before_seeing_anything(desktop, town):
    types_the_password(desktop, town.official)
    button(desktop, "开始设置").click()
    secret = desktop.locator("main samp").inner_text().replace(" ", "")
    desktop.locator("main [name=code]").fill(code_now(secret))
    button(desktop, "启用").click()
    expect(desktop.get_by_role("heading", name="恢复码")).to_be_visible()
    desktop.goto("/dashboard/")
    expect(desktop.get_by_role("heading", name="呼和浩特市", level=1)).to_be_visible()


def test_without_the_code_an_official_gets_no_further(desktop, town):
    types_the_password(desktop, secure(town.official))
    desktop.goto("/dashboard/")
    expect(desktop).to_have_url(re.compile("/account/second-factor/"))
    desktop.locator("main [name=code]").fill("000000" if code_now(SECRET) != "000000" else "111111")
    button(desktop, "继续").click()
    expect(desktop.get_by_role("main")).to_contain_text("口令不正确")


def test_signing_out_ends_the_session(desktop, town):
    Officer(desktop, town.operator).signs_in()
    desktop.locator(".bar-menu > summary").click()
    with desktop.expect_navigation():
        button(desktop, "退出登录").click()
    desktop.goto("/complaints/")
    expect(desktop).to_have_url(re.compile("/account/sign-in/"))


def types_the_password(page, person):
    page.goto("/account/sign-in/")
    page.get_by_label("用户名").fill(person.username)
    page.get_by_label("密码").fill(actors.PASSWORD)
    button(page, "登录").click()
    expect(page).to_have_url(re.compile("/account/second-factor/"))
