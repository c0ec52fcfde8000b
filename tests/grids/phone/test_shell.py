"""What the phone keeps of the portal: the shell, all of it, and nothing of anybody."""

import json
import re

import pytest
from django.core.cache import caches
from django.urls import reverse

from governance import registry
from governance.environment import ROOT
from grids.phone.rules import static_files_in, version_of
from grids.phone.services import WORKER, modules, shell
from grids.reports.models import ReportKind

SHEET, OFFLINE = reverse("phone_sheet"), reverse("phone_offline")
MODULES = modules()
SHEETS = [reverse(one.page) for one in registry.declared("offline")]
ELSEWHERE = {"js/phone/worker.js", "js/phone/start.js", "js/phone/leaving.js"}  # the worker itself, and pages that need the network
IMPORTED = re.compile(r'from "(\.{1,2}/[\w./]+)"')


def told(client):
    """The facts in the script of the service worker."""
    text = client.get(reverse("phone_service_worker")).content.decode()
    quoted = re.search(r'JSON\.parse\("(.*)"\)', text)[1]
    return json.loads(quoted.encode().decode("unicode_escape"))


def test_the_sheet_is_the_same_for_everyone_and_holds_nobody_s_data(client, signed_in, worker, grid):
    of_a_stranger = client.get(SHEET).content
    page = signed_in(worker).get(SHEET)
    assert page.content == of_a_stranger
    for own in (worker.name, worker.username, grid.name, "csrfmiddlewaretoken", "data-person"):
        assert own not in page.content.decode()


def test_every_kind_in_use_can_be_chosen_on_the_sheet(client, db):
    page = client.get(SHEET).content.decode()
    assert all(f'value="{kind.code}"' in page for kind in ReportKind.objects.in_use())


def test_the_phone_keeps_only_the_shell(client, db):
    facts = told(client)
    pages = [address for address in facts["shell"] if not address.startswith("/static/")]
    assert pages == [*SHEETS, OFFLINE]
    shown = [reverse("reports_create"), reverse("phone_today")]
    assert [facts["sheets"][address] for address in shown] == [SHEET, SHEET]


def test_all_that_the_shell_s_pages_name_is_kept(client, db):
    kept = told(client)["shell"]
    for address in (*SHEETS, OFFLINE):
        named = static_files_in(client.get(address).content.decode(), below="/static/")
        assert set(named) - {"/static/img/app-180.png"} <= set(kept)


def test_every_module_of_the_phone_is_kept():
    own = {str(file.relative_to(ROOT / "static")) for file in (ROOT / "static" / "js" / "phone").glob("*.js")}
    assert own - ELSEWHERE == {name for name in MODULES if name.startswith("js/phone/")}


@pytest.mark.parametrize("name", [*MODULES, WORKER])
def test_what_a_module_imports_is_kept_too(name):
    file = ROOT / "static" / name
    wanted = {str((file.parent / path).resolve().relative_to(ROOT / "static")) for path in IMPORTED.findall(file.read_text())}
    assert wanted <= set(MODULES)


def test_the_version_changes_with_the_kinds(db, at):
    before = shell(at=at)["version"]
    ReportKind.objects.create(code="new", label="新类型")
    caches["near"].clear()
    assert shell(at=at)["version"] != before


def test_the_service_worker_is_asked_for_anew_each_time(client, db):
    answer = client.get(reverse("phone_service_worker"))
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.request["PATH_INFO"] == "/service-worker.js"


def test_the_portal_can_be_installed(client, db):
    facts = client.get(reverse("phone_manifest")).json()
    assert (facts["display"], facts["start_url"]) == ("standalone", reverse("phone_today"))
    assert {icon["sizes"] for icon in facts["icons"]} == {"any", "192x192", "512x512"}


def test_sums():
    assert version_of("a", "b") != version_of("ab")
    assert static_files_in('<a href="/x/"></a><img src="/static/a.svg#b">', below="/static/") == ["/static/a.svg"]
