"""The worklist of objections, and the cards of the desk."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.scope import may
from governance.calendar.months import month_before, month_of
from governance.web.casework.filters import MINE, Card, CaseFilter, cards_of
from governance.web.formats import cn_month
from grids.performance.enums import Standing, State
from grids.performance.models import Objection, Score, Sheet
from grids.performance.permissions import MANAGE, OWN, VIEW


class ObjectionFilter(CaseFilter):
    """Search, state, limit and place as everywhere."""

    class Meta:
        model = Objection
        fields = ("q", "state", "due", "place", "holder", "since", "until")


BOOKS = _("网格员绩效")
CARDS = (
    Card(_("绩效异议待答复"), f"state={State.OPEN}&holder={MINE}", MANAGE),
    Card(_("绩效异议已逾期"), f"due=late&holder={MINE}", MANAGE),
)


def desk_cards(request):
    """Objections; for the township the month to close and to publish, for a worker what may be objected to now."""
    found = cards_of(request, ObjectionFilter, CARDS, view=VIEW, list_url="performance_list") if may(request.user, MANAGE) else []
    if may(request.user, MANAGE):
        found += books(request)
    if may(request.user, OWN):
        found.append(own_month(request))
    return found


def _card(label, hint, url, count):
    shown = {"count": count, "more": False, "is_alarm": False, "is_overview": False}
    return {"procedure": BOOKS, "label": label, "hint": hint, "url": url, **shown}


def books(request):
    """The month that is over and not closed, and what was closed and not published."""
    office, now = request.user.acting_post.office, timezone.now()
    last = month_before(month_of(timezone.localdate(now)))
    owed = not Sheet.objects.filter(office=office, month=last).exists()
    waiting = Sheet.objects.filter(office=office, standing=Standing.CLOSED).count()
    return [
        _card(_("绩效月账待结账"), cn_month(last), reverse("performance_close"), int(owed)),
        _card(_("绩效月账待公布"), "", reverse("performance_months"), waiting),
    ]


def own_month(request):
    """Months published to the worker, open for objections now."""
    rows = Score.objects.filter(author=request.user, sheet__object_until__gt=timezone.now()).count()
    return _card(_("我的绩效可核对"), _("异议期内"), reverse("performance_mine"), rows)
