"""社区活动与议事 for everyone: the month of a place as a list, one activity, and the calendar to follow on a telephone."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from governance.places.models import Place
from governance.timeline.models import Event
from governance.web.cascade import cascade_of, initial_codes
from governance.web.desk import sent
from governance.web.page import PUBLIC, page
from grids.community.enums import OF_CALENDAR, State
from grids.community.public.ical import ics
from grids.community.public.services import photos, published, published_photos
from grids.community.rules import by_day, month_after, month_of, span
from grids.community.services import calendar

KINDS = dict(OF_CALENDAR)
AHEAD, BACK = 6, 1  # months a followed calendar holds
CITY = "1501"


@page(PUBLIC)
def community(request):
    """Choose a place; without a choice, the whole city's month."""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    if cascade.place and not cascade.is_cut and "choose_place" not in request.GET:
        kept = {name: request.GET[name] for name in ("month", "kind") if request.GET.get(name)}
        return redirect(f"{reverse('community_place', args=[cascade.place.code])}{'?' + urlencode(kept) if kept else ''}")
    return month_page(request, Place.objects.by_code(CITY), cascade)


@page(PUBLIC, of="place")
def place_page(request, code):
    """The month of a city, county, township or village."""
    place = Place.objects.in_use().filter(code=code).first()
    if place is None:
        raise Http404
    return month_page(request, place, cascade_of(request, Place.objects.in_use(), url=reverse("cascade"), start=place.path))


def month_page(request, place, cascade):
    """The days of the month on which something is, in words; filters stand in the address."""
    today = timezone.localdate()
    first = month_of(request.GET.get("month"), today=today)
    kind = request.GET.get("kind", "") if request.GET.get("kind") in KINDS else ""
    entries = calendar(place, *span(first), kind=kind)
    days = [(day, [drawn(entry, place) for entry in found]) for day, found in by_day(entries)]
    is_now = first == today.replace(day=1)
    context = {
        "place": place,
        "cascade": cascade,
        "month": first,
        "months": months(place, first, kind),
        "kind": kind,
        "kinds": OF_CALENDAR,
        "days": [pair for pair in days if not is_now or pair[0] >= today],
        "past": [pair for pair in days if is_now and pair[0] < today],
        "count": len(entries),
        "tabs": tabs(place),
        "ics_url": reverse("community_ics", args=[place.code]) + (f"?kind={kind}" if kind else ""),
        "breadcrumb": [(_("首页"), reverse("home")), (_("社区活动与议事"), "")],
    }
    return render(request, "grids/community/public/month.html", context)


def tabs(place):
    """Everything of a place that stands beside its calendar."""
    here = urlencode(initial_codes(place.path))
    found = (
        (_("日历"), reverse("community_place", args=[place.code])),
        (_("志愿服务"), f"{reverse('volunteer_calls')}?{here}"),
        (_("议事公开"), f"{reverse('deliberations')}?{here}"),
        (_("提出议题"), reverse("raise_matter")),
        (_("社会组织和物业"), f"{reverse('directory')}?{here}"),
    )
    return [{"label": label, "url": url, "active": number == 0, "count": None} for number, (label, url) in enumerate(found)]


def months(place, first, kind):
    """The month before and the one after, with their addresses."""
    found = []
    for step in (-1, 1):
        month = month_after(first, step)
        query = urlencode({"month": f"{month:%Y-%m}", **({"kind": kind} if kind else {})})
        found.append({"month": month, "url": f"{reverse('community_place', args=[place.code])}?{query}", "is_next": step > 0})
    return found


def drawn(entry, place):
    """An entry as a line; the place is said where it is not the one the page is about."""
    where = entry.venue if entry.place == place.full_name else f"{entry.place} {entry.venue}"
    return {"entry": entry, "kind": KINDS[entry.kind], "is_over": entry.ends < timezone.now(), "where": where}


@page(PUBLIC, of="place")
@cache_control(public=True, max_age=600)
def calendar_file(request, code):
    """The same as iCalendar: last month and half a year ahead."""
    place = Place.objects.in_use().filter(code=code).first()
    if place is None:
        raise Http404
    kind = request.GET.get("kind", "") if request.GET.get("kind") in KINDS else ""
    start, _end = span(month_after(timezone.localdate().replace(day=1), -BACK))
    _start, end = span(month_after(timezone.localdate().replace(day=1), AHEAD))
    name = _("%(place)s：社区活动与议事") % {"place": place.short_name}
    content = ics(calendar(place, start, end, kind=kind), name=name, site=request.build_absolute_uri("/").rstrip("/"), at=timezone.now())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="community-{place.code}.ics"'
    return answer


@page(PUBLIC, of="public_activity")
def activity(request, number):
    """One activity: what, when, where, by whom; afterwards how it was, with photographs; cancelled, why."""
    found = published(number)
    if found is None:
        raise Http404
    cancelled = Event.objects.of(found).filter(kind="community.cancel").order_by("-sequence").first()
    context = {
        "case": found,
        "photos": photos(found) if found.state == State.REPORTED else [],
        "reason": cancelled.note if cancelled and found.state == State.CANCELLED else "",
        "is_over": found.ends_at < timezone.now(),
        "breadcrumb": [(_("首页"), reverse("home")), (_("社区活动与议事"), reverse("community")), (found.title, "")],
    }
    return render(request, "grids/community/public/activity.html", context)


@page(PUBLIC, of="public_activity_file")
def photo(request, number, key):
    """A photograph of the report."""
    found = published(number)
    row = found and published_photos(found).filter(pk=key).first()
    if not row:
        raise Http404
    return sent(row, thumbnail="thumbnail" in request.GET)
