"""The diary's filter, and the cards of the desk."""

import django_filters
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice
from governance.web.formats import cn_date
from grids.diary.enums import Kind
from grids.diary.models import Entry
from grids.diary.permissions import FOLLOW, READ, VIEW, WRITE
from grids.diary.services import late_writers, next_due

UNREAD = "unread"


class EntryFilter(CaseFilter):
    """Words, kind, grid, writer and days. Without a state it shows everything: a diary is read, not worked off."""

    groups = (Group(UNREAD, gettext_lazy("未阅"), lambda rows: rows.ongoing()),)
    due = holder = None
    state = choice(gettext_lazy("状态"), [], method="by_state")
    kind = choice(gettext_lazy("类别"), Kind.choices)
    grid = django_filters.CharFilter(label=gettext_lazy("网格编码"), field_name="grid__code", max_length=24)
    author = django_filters.CharFilter(label=gettext_lazy("记录人"), field_name="author__name", max_length=40)
    since = django_filters.DateFilter(label=gettext_lazy("日期自"), field_name="happened_on", lookup_expr="gte")
    until = django_filters.DateFilter(label=gettext_lazy("日期至"), field_name="happened_on", lookup_expr="lte")

    is_ongoing = False

    class Meta:
        model = Entry
        fields = ("q", "state", "kind", "place", "grid", "author", "since", "until")


CARDS = (Card(gettext_lazy("待阅民情日记"), f"state={UNREAD}", READ),)


def desk_cards(request):
    """The township's unread entries, who owes one, and the writer's own limit."""
    found = cards_of(request, EntryFilter, CARDS, view=VIEW, list_url="diary_list") if may(request.user, READ) else []
    at = timezone.now()
    if may(request.user, FOLLOW):
        count = len(late_writers(request.user, FOLLOW, at=at))
        found.append(_card(_("逾期未记民情日记"), reverse("diary_owed"), count, _("网格员")))
    if may(request.user, WRITE) and (due_at := next_due(request.user, at=at)):
        late = due_at <= at
        hint = _("已超过期限，请补记") if late else _("下一篇请在%(day)s前记") % {"day": cn_date(due_at)}
        found.append(_card(_("记民情日记"), reverse("diary_create"), int(late), hint))
    return found


def _card(label, url, count, hint):
    facts = {"label": label, "url": url, "count": count, "hint": hint, "more": False, "is_alarm": count > 0}
    return {**facts, "procedure": Entry.flow.label, "is_overview": False}
