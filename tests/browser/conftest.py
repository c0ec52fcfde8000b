"""A real browser in front of the real portal. Nothing between them is replaced, and what a page writes is committed.

Over every test stands `Watch`: no page may call another host, break the content security policy, raise an error in a
script, or be answered with a failure of the server.
"""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from governance.celery import app as celery
from tests.browser.people import Town
from tests.browser.serving import portal
from tests.browser.walking import Officer
from tests.browser.watching import Watch

NO_BROWSER = "No Chromium found: set CHROMIUM to its path, or put `chromium` on PATH."
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"viewport": {"width": 1366, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PATIENCE = 15_000  # milliseconds a page may take before the test gives it up


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests. Playwright keeps an event loop on this thread, of which Django is told."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or pytest.fail(NO_BROWSER)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        found = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield found
        found.close()


@pytest.fixture(scope="session")
def served(django_db_setup):
    """The portal, on the database of the tests."""
    with portal() as served:
        yield served


@pytest.fixture(scope="session")
def server(served):
    """The address of the portal."""
    return served.address


@pytest.fixture
def line(served):
    """The line to the portal, which can be cut; whole again after the test."""
    yield served
    served.mend()


@pytest.fixture
def db(lasting):
    """Here every fixture that asks for the database gets the one where transactions really commit."""


@pytest.fixture
def town(db, settings, tmp_path, monkeypatch):
    """The offices and people around the home village, and a worker who does at once what is queued."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": storage}
    monkeypatch.setitem(celery.conf, "task_always_eager", True)
    built = Town()
    yield built
    built.forget()


@pytest.fixture
def visit(browser, served, server, town):
    """Opens a browser of one's own: `visit(**kind)` gives its page. What went wrong in any of them fails the test."""
    watches = []

    def open_page(**kind):
        context = browser.new_context(base_url=server, locale="zh-CN", timezone_id="Asia/Shanghai", **kind)
        context.set_default_timeout(PATIENCE)
        watches.append(Watch(context, server))
        return context.new_page()

    yield open_page
    for watch in watches:
        watch.context.close()
    served.rest()
    assert [trouble for watch in watches for trouble in watch.troubles] == []


@pytest.fixture
def desktop(visit):
    return visit(**DESKTOP)


@pytest.fixture
def phone(visit):
    return visit(**PHONE)


@pytest.fixture
def without_script(visit):
    return visit(**DESKTOP, java_script_enabled=False)


@pytest.fixture
def desks():
    """Who sits where: the officers a test has seated so far."""
    return {}


@pytest.fixture
def seat(visit, town, desks):
    """A person at a desk, or with a telephone (`**PHONE`), signed in anew at whatever time it is."""

    def seated(person, **kind):
        kind = kind or DESKTOP
        officer = desks.setdefault((person.pk, "is_mobile" in kind), Officer(visit(**kind), person))
        town.enter(officer.page, person)
        return officer

    return seated
