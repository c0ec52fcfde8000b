"""The shell of the report page: what the phone keeps so that it opens without network. It holds nobody's data."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.core.cache import caches
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse

from governance import registry
from grids.mesh.models import Grid
from grids.phone.rules import static_files_in, version_of
from grids.reports.forms import FoundForm
from grids.reports.models import ReportKind

MODULES = (
    "js/fields.js", "js/phone/errors.js", "js/phone/install.js", "js/phone/keeper.js", "js/phone/list.js", "js/phone/notebook.js",
    "js/phone/photos.js", "js/phone/sending.js", "js/phone/store.js",
)  # fmt: skip
OWN_MODULES = ("js/phone/checks.js", "js/phone/report.js", "js/phone/sheet.js")
WORKER = "js/phone/worker.js"
REMEMBERED = 60  # seconds: how soon phones learn of a new kind; every visit asks


def sheet_page(*, at):
    """The report page of nobody: rendered without a request, so that no session can leave a trace in it."""
    form = FoundForm(at=at, grids=Grid.objects.none(), own=[], kinds=ReportKind.objects.in_use())
    context = {"form": form, "kinds": form.kinds, "chosen": "", "held": [], "held_after": [], "is_demo": settings.MODE == "demo"}
    return render_to_string("grids/phone/sheet.html", context)


def offline_page():
    return render_to_string("grids/phone/offline.html", {"is_demo": settings.MODE == "demo"})


def shell(*, at):
    """What the service worker is told: the addresses it keeps, and a version that changes with any of them."""
    return caches["near"].get_or_set("phone-shell", lambda: _shell(at=at), REMEMBERED)


def modules():
    """The scripts of every page that opens without network."""
    own = (module for sheet in registry.declared("offline") for module in sheet.modules)
    return (*MODULES, *dict.fromkeys(own))


def _shell(*, at):
    sheets, offline, scripts = registry.declared("offline"), reverse("phone_offline"), modules()
    pages = [*(sheet.render(at=at) for sheet in sheets), offline_page()]
    named = (file for page in pages for file in static_files_in(page, below=settings.STATIC_URL))
    files = dict.fromkeys([*named, *(static(name) for name in scripts)])
    return {
        "version": version_of(*pages, *files, *(contents(name) for name in (*scripts, WORKER))),
        "shell": [*(reverse(sheet.page) for sheet in sheets), offline, *files],
        "sheets": {reverse(name): reverse(sheet.page) for sheet in sheets for name in sheet.shown_for},
        "offline": offline,
        "sendings": [reverse(sheet.sending) for sheet in sheets],
    }


def contents(name):
    """The text of an own script: where static files carry no hash in their name, its change counts all the same."""
    return Path(find(name)).read_text(encoding="utf-8")
