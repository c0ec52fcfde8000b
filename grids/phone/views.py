"""The grid worker's phone: the first page, sending what was written without network, and what makes the pages open without it."""

import json
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from governance import registry
from governance.web.casework.counting import cards_for
from governance.web.furniture import LARGE_TYPE_COOKIE, person_key
from governance.web.holding import tell_refused
from governance.web.page import PUBLIC, SIGNED_IN, action, page
from grids.mesh.models import Grid
from grids.phone.services import WORKER, offline_page, sheet_page, shell
from grids.reports.models import Report
from grids.reports.permissions import REPORT, VIEW
from grids.reports.services import report_found
from grids.reports.views import found_form, kinds_of, own_grids

ICONS = (
    ("mark.svg", "any", "any"),
    ("app-192.png", "192x192", "any"),
    ("app-512.png", "512x512", "any"),
    ("app-mask-512.png", "512x512", "maskable"),
)


@page(REPORT)
def today(request):
    """What a grid worker begins the day with: report, what waits, the own grids."""
    at = timezone.now()
    cards = cards_for(request, registry.declared("desk"))
    context = {
        "at": at,
        "cards": [card for card in cards if card["count"] and not card["is_overview"]],
        "grids": Grid.objects.served_by(request.user, at).active(timezone.localdate(at)).order_by("place_path"),
        "breadcrumb": [(_("今天"), "")],
    }
    return render(request, "grids/phone/today.html", context)


@action(REPORT)
@never_cache
def sending(request):
    """For the script of the phone. GET: who is signed in, and what the page needs without network; POST: one draft, answered in JSON."""
    at = timezone.now()
    if request.method != "POST":
        return JsonResponse(profile(request, at=at))
    if request.POST.get("person") != person_key(request.user):
        return JsonResponse({"why": _("这条草稿是另一个账号写的。")}, status=409)
    earlier = sent_before(request)
    return answered(earlier) if earlier else taken(request, at=at)


def sent_before(request):
    """The report this draft has become already: its photographs need not be kept again."""
    try:
        submission = UUID(request.POST.get("submission", ""))
    except ValueError:
        return None
    return Report.objects.visible_to(request.user, VIEW).filter(submission=submission, reporter=request.user).first()


def profile(request, *, at):
    """What is the worker's own on the page, for the time without network; `token` for the sending that follows."""
    found = own_grids(request, at=at)
    mine = [grid.pk for grid in found["own"]]
    groups = {_("我的网格"): [], _("其他网格"): []}
    for grid in found["grids"].order_by("place_path"):
        groups[_("我的网格") if grid.pk in mine else _("其他网格")].append({"id": grid.pk, "name": grid.name})
    return {
        "person": person_key(request.user),
        "token": get_token(request),
        "kinds": [kind.code for kind in kinds_of(request.user, found["kinds"])],
        "grids": [{"label": label, "grids": grids} for label, grids in groups.items() if grids],
        "own": mine[0] if mine else "",
        "large": request.COOKIES.get(LARGE_TYPE_COOKIE) == "1",
    }


def taken(request, *, at):
    """Register the draft, or say field by field what is wrong with it."""
    form = found_form(request, at=at)
    tell_refused(request, form)
    if not form.is_valid():
        return JsonResponse({"errors": errors_of(form)}, status=422)
    report, _is_new = report_found(at=at, by=request.user, **form.facts())
    return answered(report)


def answered(report):
    """The same for the first sending and the tenth."""
    return JsonResponse({"number": report.number, "title": report.title, "state": report.state_label, "url": report.get_absolute_url()})


def errors_of(form):
    """Each error with its field, as static/js/phone/errors.js shows it."""
    labels = {name: str(field.label or "") for name, field in form.fields.items()}
    found = [(name, error["message"]) for name, errors in form.errors.get_json_data().items() for error in errors]
    return [{"field": name, "label": labels.get(name, ""), "message": message} for name, message in found]


@page(SIGNED_IN)
@never_cache
def leaving(request):
    """Asked before a sign-out that would wipe drafts; how many there are only the phone knows."""
    return render(request, "grids/phone/leaving.html")


@page(PUBLIC)
def sheet(request):
    """The empty report page, which the service worker keeps; the same for everyone."""
    return HttpResponse(sheet_page(at=timezone.now()))


@page(PUBLIC)
def offline(request):
    """What stands where a page would be if there were network."""
    return HttpResponse(offline_page())


@page(PUBLIC)
def service_worker(request):
    """At the root, so that it may answer for every page."""
    facts = json.dumps(shell(at=timezone.now()))
    answer = render(request, "grids/phone/service-worker.js", {"worker": static(WORKER), "facts": facts}, content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


@page(PUBLIC)
def manifest(request):
    """What a phone shows of the portal on its home screen (W3C Web Application Manifest)."""
    start, report = reverse("phone_today"), reverse("reports_create")
    facts = {
        "id": start,
        "start_url": start,
        "scope": "/",
        "name": _("呼和浩特市社会治理平台"),
        "short_name": _("网格上报"),
        "lang": "zh-Hans",
        "display": "standalone",
        "theme_color": "#0d3a69",
        "background_color": "#ffffff",
        "icons": [icon(*about) for about in ICONS],
        "shortcuts": [{"name": _("上报事件"), "url": report}],
    }
    return JsonResponse(facts, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


def icon(name, sizes, purpose):
    """The portal's own mark, in the forms phones ask for."""
    kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
    return {"src": static(f"img/{name}"), "sizes": sizes, "type": kind, "purpose": purpose}
