"""行政调解事项清单 for everyone: search, read, earlier versions; the same for programs as JSON and CSV."""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.matters.enums import Level
from disputes.matters.public import services
from disputes.matters.sheet import PUBLIC as COLUMNS
from disputes.matters.sheet import as_json as in_json
from disputes.matters.sheet import version_as_json
from governance.cases.rules import is_number
from governance.sheets.csv_files import stream_csv
from governance.web.listing import page_of
from governance.web.page import PUBLIC, page

LONGEST_SEARCH = 40
WITHDRAWN = "withdrawn"
IN_WORDS = {"ensure_ascii": False}


def asked(request):
    """What the address asks for; a wrong value asks for nothing."""
    return {
        "text": request.GET.get("q", "")[:LONGEST_SEARCH],
        "level": request.GET.get("level", ""),
        "body": request.GET.get("body", "")[:30],
    }


@page(PUBLIC)
def matters(request):
    """Those in force; those withdrawn under their own tab."""
    wanted, state = asked(request), request.GET.get("state", "")
    context = {
        **wanted,
        "state": state,
        "page": page_of(services.shown(**wanted, withdrawn=state == WITHDRAWN), request.GET.get("page", 1)),
        "tabs": [{"label": label, "url": f"?state={name}", "active": name == state, "count": None} for name, label in tabs()],
        "levels": Level.choices,
        "bodies": services.bodies(),
        "breadcrumb": [(_("首页"), reverse("home")), (_("行政调解事项清单"), "")],
    }
    return render(request, "disputes/matters/public/list.html", context)


def tabs():
    return (("", _("现行有效")), (WITHDRAWN, _("已撤下")))


def found(number):
    row = services.one(number) if is_number(number) else None
    if row is None:
        raise Http404
    return row


@page(PUBLIC, of="published_matter")
def matter(request, number):
    """One matter with every version that was public."""
    row = found(number)
    way = [(_("首页"), reverse("home")), (_("行政调解事项清单"), reverse("matters")), (row.title, "")]
    return render(request, "disputes/matters/public/matter.html", {"row": row, "versions": services.history(row), "breadcrumb": way})


@page(PUBLIC)
def as_json(request):
    """The list for programs, those withdrawn marked; takes the same q, level and body as the page."""
    rows = services.shown(**asked(request))
    return JsonResponse({"matters": [in_json(row) for row in rows]}, json_dumps_params=IN_WORDS)


@page(PUBLIC)
def as_csv(request):
    """The same as a table."""
    return stream_csv(_("行政调解事项清单"), COLUMNS, services.shown(**asked(request)).iterator(chunk_size=2000))


@page(PUBLIC, of="published_matter")
def matter_json(request, number):
    """One matter with its versions, for programs."""
    row = services.one(number) if is_number(number) else None
    if row is None:
        return JsonResponse({"error": _("没有这个事项。")}, status=404, json_dumps_params=IN_WORDS)
    versions = [version_as_json(one) for one in services.history(row)]
    return JsonResponse({**in_json(row), "versions": versions}, json_dumps_params=IN_WORDS)
