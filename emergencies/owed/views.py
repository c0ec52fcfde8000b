"""本单位应办事项: what we owe, by when, under which article; and for those who supervise, which sites owe what."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.owed import services
from emergencies.owed.permissions import READ, READ_OTHERS
from emergencies.venues.models import Venue
from emergencies.venues.permissions import VIEW
from governance.access.scope import may
from governance.web.listing import page_of_list
from governance.web.near import shown_calendar
from governance.web.page import find, page


@page(READ)
def owed(request):
    """What the own office owes."""
    return office_page(request, request.user.acting_post.office, title=_("本单位应办事项"), trail=[(_("本单位应办事项"), "")])


@page(READ_OTHERS, of="venues", by=VIEW)
def site(request, number):
    """What the site of a venue owes, as its supervisors see it before they call or go there."""
    venue = find(Venue.objects.select_related("site"), request.user, VIEW, number=number)
    trail = [(_("场所应办事项"), reverse("owed_sites")), (venue.title, "")]
    return office_page(request, venue.site, title=_("%(name)s应办事项") % {"name": venue.title}, trail=trail)


def office_page(request, office, *, title, trail):
    at = timezone.now()
    request.calendar = shown_calendar()
    context = {
        "office": office, "title": title, "at": at, "groups": services.grouped(office, request.user, at=at),
        "done": services.done_this_year(office, request.user, at=at), "may_read_others": may(request.user, READ_OTHERS),
        "breadcrumb": trail,
    }  # fmt: skip
    return render(request, "emergencies/owed/owed.html", context)


@page(READ_OTHERS)
def sites(request):
    """Which sites within reach owe something, what is due first first."""
    at = timezone.now()
    found = page_of_list(services.sites_owing(request.user, at=at), request.GET.get("page", 1))
    rows = [{**row, "url": reverse("owed_site", args=[row["number"]])} for row in services.described(found.rows, request.user)]
    request.calendar = shown_calendar()
    context = {"page": found, "rows": rows, "at": at, "breadcrumb": [(_("场所应办事项"), "")]}
    return render(request, "emergencies/owed/sites.html", context)


def desk_cards(request):
    """The manager of a site sees how much the own site owes; who supervises, how many sites are late."""
    user, at = request.user, timezone.now()
    if may(user, READ_OTHERS):
        late = sum(row["late"] > 0 for row in services.sites_owing(user, at=at))
        return [_card(_("有逾期事项的场所"), "owed_sites", late, _("预案、演练、整改等"), alarm=late > 0)] if may(user, READ) else []
    if not may(user, READ):
        return []
    groups = services.grouped(user.acting_post.office, user, at=at)
    total, late = sum(len(lines) for _label, lines in groups), any(line.is_late(at) for _label, lines in groups for line in lines)
    return [_card(_("本单位应办事项"), "owed", total, _("该办什么、何时办、依据哪条"), alarm=late)]


def _card(label, url_name, count, hint, *, alarm):
    facts = {"label": label, "hint": hint, "url": reverse(url_name), "count": count, "more": False, "is_alarm": alarm}
    return {**facts, "procedure": _("应办事项"), "is_overview": False}
