"""我的一天, and the page that tells the keys of a worklist."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import registry
from governance.calendar.services import current_calendar
from governance.web import day as today
from governance.web.casework.counting import cards_for
from governance.web.page import SIGNED_IN, is_htmx, page, unfinished_sign_in


@page(SIGNED_IN)
def day(request):
    """What is due, what waits, what changed, and whom one stands in for."""
    user, at = request.user, timezone.now()
    if not user.live_posts:
        return redirect("home")
    if unfinished := unfinished_sign_in(user):
        return redirect(unfinished)
    calendar = request.calendar = current_calendar()
    cards = cards_for(request, registry.declared("desk"))
    context = {
        "due": today.due_for(user, at=at, calendar=calendar),
        "waiting": [card for card in cards if card["count"] and not card["is_overview"] and "due=" not in card["url"]],
        "changed": today.changed_for(user, at=at),
        "filters": today.filters_for(user, at=at),
        "tabs": tabs_of(request),
        "at": at,
        **today.leaves_for(user, at=at, calendar=calendar),
        "breadcrumb": [(_("工作台"), reverse("desk")), (_("我的一天"), "")],
    }
    return render(request, "desk/day.html", context)


def tabs_of(request):
    """The two faces of the desk: counts, and the cases themselves."""
    named = ((_("工作台"), reverse("desk")), (_("我的一天"), reverse("day")))
    return [{"label": label, "url": url, "active": request.path == url, "count": None} for label, url in named]


@page(SIGNED_IN)
def keys(request):
    """The keys of a worklist: a page, or the inside of a dialog."""
    context = {"in_dialog": is_htmx(request), "breadcrumb": [(_("工作台"), reverse("desk")), (_("键盘操作"), "")]}
    return render(request, f"desk/{'_keys' if is_htmx(request) else 'keys'}.html", context)
