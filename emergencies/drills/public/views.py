"""场所演练公示: everyone may see when the places they go to drilled last, and what is announced; and the private address of a calendar."""

from django.http import HttpResponse, HttpResponseNotFound
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from emergencies.drills.public.services import announced, calendar_of, published
from emergencies.drills.services import subscriber
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.listing import page_of
from governance.web.page import PUBLIC, endpoint, page

COUNTY = 6  # characters of a county's path


@page(PUBLIC)
def drills_published(request):
    """Kept drills by county; the selects narrow them to a county or a township, without script too."""
    counties = Place.objects.in_use().at(Level.COUNTY).order_by("path")
    county = counties.filter(code=request.GET.get("county", "")).first()
    townships = Place.objects.in_use().at(Level.TOWNSHIP).filter(parent=county).order_by("path") if county else []
    township = townships.filter(code=request.GET.get("township", "")).first() if county else None
    found = page_of(published(township or county), request.GET.get("page", 1))
    names = dict(counties.values_list("path", "short_name"))
    groups = {}
    for row in found.rows:
        groups.setdefault(names.get(row.place_path[:COUNTY], ""), []).append(row)
    context = {
        "page": found, "announced": announced(township or county, today=timezone.localdate()),
        "groups": groups.items(), "counties": counties, "county": county, "townships": townships, "township": township,
        "breadcrumb": [(_("首页"), reverse("home")), (_("场所演练公示"), "")],
    }  # fmt: skip
    return render(request, "emergencies/drills/published.html", context)


@endpoint()
def feed(request, key):
    """The calendar of whoever was given this address, as iCalendar; it shows what that person may see now, and asks for no sign-in."""
    user = subscriber(key)
    if user is None:
        return HttpResponseNotFound(_("订阅地址已失效，请登录后重新生成。"), content_type="text/plain; charset=utf-8")
    told = calendar_of(user, at=timezone.now(), address=request.build_absolute_uri, host=request.get_host())
    answer = HttpResponse(told, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="drills.ics"'
    add_never_cache_headers(answer)
    return answer
