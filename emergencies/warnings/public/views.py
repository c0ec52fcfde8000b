"""预警和安全提示: what holds now and what was said before, one page per matter, the feeds, and every CAP message at its own address."""

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date, parse_http_date_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.warnings.enums import Sort
from emergencies.warnings.public import feeds, services
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page

TITLE = gettext_lazy("预警和安全提示")
KEPT_BY_READERS = "public, max-age=30"


def trail(*more):
    return [(_("首页"), reverse("home")), (TITLE, reverse("warnings_published") if more else ""), *more]


@page(PUBLIC)
def published(request):
    """What holds now first, then what held before; by sort and place."""
    sort = Sort(request.GET["sort"]) if request.GET.get("sort") in Sort.values else Sort.WARNING
    place = services.place_named(services.here(request))
    standing, before = services.listed(sort, place, at=timezone.now())
    query = f"&county={place.code}" if place else ""
    context = {
        "sort": sort,
        "tabs": [{"label": one.label, "url": f"?sort={one}{query}", "active": one == sort, "count": None} for one in Sort],
        "place": place,
        "counties": services.counties(),
        "standing": standing,
        "page": page_of(before, request.GET.get("page", 1)),
        "breadcrumb": trail(),
    }
    return render(request, "emergencies/warnings/public/list.html", context)


@page(PUBLIC)
def published_one(request, number):
    """One matter: what holds, and every message before it as it was."""
    case = services.published_one(number)
    if case is None:
        raise Http404
    context = {
        "case": case,
        "message": case.sent[0],
        "earlier": case.sent[1:],
        "now": timezone.now(),
        "breadcrumb": trail((case.title, "")),
    }
    context["holds"] = case.is_standing and (case.until is None or case.until > timezone.now())
    return render(request, "emergencies/warnings/public/one.html", context)


@action(PUBLIC)
@limited("choose_warnings_place", settings.PUBLIC_POSTS_PER_HOUR)
def choose_place(request):
    """Remember on this device which place the banners are to be about; nothing is kept here."""
    back = redirect("warnings_published")
    if request.method == "POST":
        place = services.counties().filter(code=request.POST.get("here", "")).first()
        facts = {"secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
        back.set_cookie(services.HERE_COOKIE, place.code if place else "", max_age=services.HERE_FOR, **facts)
    return back


@page(PUBLIC)
def feed(request):
    """The newest messages as Atom, of the city or of one place."""
    place = services.place_named(services.here(request)) if request.GET.get("county") else None
    found = services.feed_messages(place)
    return answered(request, [told(request, message) for message in found], found, reverse("warnings_published"), place)


def told(request, message):
    """A message as an entry for people."""
    url = f"{request.build_absolute_uri(message.warning.get_public_url())}#message-{message.serial}"
    words = [message.change, message.text, message.advice] if message.serial > 1 else [message.text, message.advice]
    title = f"{message.get_type_display()}：{message.headline}" if message.serial > 1 else message.headline
    return {**common(request, message), "title": title, "url": url, "type": "text/html", "summary": "\n\n".join(filter(None, words))}


def common(request, message):
    """What an entry says in either feed; its id stays the same for good."""
    return {
        "id": f"tag:{request.get_host().partition(':')[0]},{message.sent_at:%Y-%m-%d}:warnings/{message.identifier}",
        "updated": message.sent_at, "published": message.sent_at, "author": message.sender_name,
        "terms": [term for term in (message.warning.kind.label, message.get_level_display()) if term],
    }  # fmt: skip


@page(PUBLIC)
def cap_index(request):
    """Every CAP message that holds, and those of the last thirty days, as Atom."""
    found = services.cap_messages(at=timezone.now())
    return answered(request, [cap_told(request, message) for message in found], found, reverse("warnings_published"))


def cap_told(request, message):
    url = request.build_absolute_uri(reverse("warnings_cap_message", args=[message.identifier]))
    title = f"{message.type} · {message.headline}"
    return {**common(request, message), "title": title, "url": url, "type": feeds.CAP_TYPE, "summary": message.area}


def answered(request, entries, found, page_url, place=None):
    """The feed; a reader that has it already is told so."""
    updated = found[0].sent_at if found else timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    own = request.build_absolute_uri()
    title = f"{TITLE} · {place.full_name}" if place else f"{TITLE}"
    words = {"identity": own, "title": title, "subtitle": _("呼和浩特市社会治理平台"), "own": own, "updated": updated}
    if found and is_known(request, updated):
        return HttpResponseNotModified()
    body = feeds.feed(entries, page=request.build_absolute_uri(page_url), **words)
    return kept_briefly(HttpResponse(body, content_type=f"{feeds.ATOM_TYPE}; charset=utf-8"), updated)


def is_known(request, updated):
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(updated.timestamp()) <= since


def kept_briefly(answer, updated):
    answer["Cache-Control"], answer["Last-Modified"] = KEPT_BY_READERS, http_date(updated.timestamp())
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@page(PUBLIC)
def cap_message(request, identifier):
    """One CAP 1.2 message, byte for byte as it was issued."""
    message = services.cap_message(identifier)
    if message is None:
        raise Http404
    return kept_briefly(HttpResponse(message.xml.encode(), content_type=f"{feeds.CAP_TYPE}; charset=utf-8"), message.sent_at)
