"""The worklist's filter; the address bar always holds the whole of it. The cards of the desk are filters with a count."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

import django_filters
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import FINAL, Kind, Source, State, Urgency
from disputes.complaints.models import Category, Complaint
from disputes.complaints.permissions import CALL_BACK, DISPATCH, HANDLE, VIEW
from governance.access.capabilities import Capability
from governance.access.scope import may
from governance.places.models import Place
from governance.search.query import matching

WAITING, REVIEW, ALL = "waiting", "review", "all"
STATES = [(WAITING, _("待派单（含未分类）")), (REVIEW, _("待审核")), (ALL, _("全部状态")), *State.choices]
DUE = [("late", _("已逾期")), ("24", _("24小时内到期")), ("48", _("48小时内到期"))]
HOLDERS = [("mine", _("本单位")), ("none", _("未派单"))]
UNDISPATCHED = (State.REGISTERED, State.CLASSIFIED)
FIRST_SHOWN = ("q", "state", "due", "place")  # the rest folds away
ENDED_TOO = frozenset({REVIEW, ALL, *FINAL})  # asked for these, the list is not cut down to what is ongoing
ANY = _("不限")


def choice(label, choices, *, empty=ANY, **kwargs):
    return django_filters.ChoiceFilter(label=label, choices=choices, empty_label=empty, **kwargs)


class ComplaintFilter(django_filters.FilterSet):
    """Search, state, limit, place and the rest. Without a state it shows what is ongoing, first due first."""

    q = django_filters.CharFilter(label=_("编号或文字"), method="search_text", max_length=60)
    state = choice(_("状态"), STATES, empty=_("在办"), method="by_state")
    due = choice(_("期限"), DUE, method="by_due")
    place = django_filters.CharFilter(label=_("地点"), method="by_place")
    holder = choice(_("承办"), HOLDERS, method="by_holder")
    category = django_filters.CharFilter(label=_("分类"), field_name="category__parent__code")
    kind = choice(_("类型"), Kind.choices)
    urgency = choice(_("紧急程度"), Urgency.choices)
    source = choice(_("来源"), Source.choices)
    since = django_filters.DateFilter(label=_("登记自"), method="by_first_day")
    until = django_filters.DateFilter(label=_("登记至"), method="by_last_day")

    class Meta:
        model = Complaint
        fields = ("q", "state", "due", "place", "holder", "category", "kind", "urgency", "source", "since", "until")

    def filter_queryset(self, queryset):
        rows = super().filter_queryset(queryset)
        return rows.ongoing() if self.is_ongoing else rows

    @property
    def asked(self):
        """What was asked for and understood; the form behind it is checked."""
        return self.form.cleaned_data if self.form.is_bound and self.form.errors is not None else {}

    @property
    def is_ongoing(self):
        """Whether the list shows what is still to be done; a search looks everywhere unless a state is asked for."""
        return not self.asked.get("q") if not self.asked.get("state") else self.asked["state"] not in ENDED_TOO

    def order(self):
        """As the address asks; else first due first while the list shows what is to be done, and the newest first otherwise."""
        asked = self.data.get("order", "")
        if asked in {"opened_at", "-opened_at", "due_at", "-due_at"}:
            return [asked, "-id" if asked.startswith("-") else "id"]
        return ["due_at", "id"] if self.is_ongoing else ["-opened_at", "-id"]

    def search_text(self, queryset, name, value):
        return matching(queryset, value)

    def by_state(self, queryset, name, value):
        if value == WAITING:
            return queryset.filter(state__in=UNDISPATCHED)
        if value == REVIEW:
            return queryset.to_review()
        return queryset if value == ALL else queryset.filter(state=value)

    def by_due(self, queryset, name, value):
        """What has ended is due no more, whatever state is asked for."""
        now, queryset = timezone.now(), queryset.ongoing()
        if value == "late":
            return queryset.filter(due_at__lt=now)
        return queryset.filter(due_at__gte=now, due_at__lt=now + timedelta(hours=int(value)))

    def by_place(self, queryset, name, value):
        return queryset.within(value) if value.isdecimal() and value.isascii() else queryset.none()

    def by_holder(self, queryset, name, value):
        return queryset.filter(office=None if value == "none" else self.request.user.acting_post.office_id)

    def by_first_day(self, queryset, name, value):
        return queryset.filter(opened_at__gte=start_of(value))

    def by_last_day(self, queryset, name, value):
        return queryset.filter(opened_at__lt=start_of(value + timedelta(days=1)))

    def shown(self):
        """The fields as a page draws them, the few that fold away apart: ([…], […], whether one of the second is in use)."""
        fields = [self._field(name) for name in self.form.fields]
        first = [field for field in fields if field["name"] in FIRST_SHOWN]
        rest = [field for field in fields if field["name"] not in FIRST_SHOWN]
        return {"first": first, "rest": rest, "rest_in_use": any(field["value"] or field["errors"] for field in rest)}

    def _field(self, name):
        field, value = self.form.fields[name], self.data.get(name, "")
        drawn = {"name": name, "label": field.label, "value": value, "errors": self.form.errors.get(name, ()), "options": None}
        if options := self._options(name, field, value):
            return {**drawn, "options": [(str(key), label, str(key) == value) for key, label in options]}
        return {**drawn, "type": "date" if name in {"since", "until"} else "search"}

    def _options(self, name, field, chosen):
        if name == "place":
            return self._places(chosen)
        if name == "category":
            return [("", ANY), *Category.objects.tops().values_list("code", "name")]
        return [*getattr(field, "choices", ())]

    def _places(self, chosen):
        """Where one may go from here: the places below the own office's, and below the one chosen."""
        home = self.request.user.acting_post.office.place
        known = Place.objects.in_use().below(home.path).filter(Q(parent=home) | Q(parent__code=chosen) | Q(code=chosen))
        rows = known.order_by("path").values_list("code", "short_name")
        return [("", home.short_name), *((code, f"{'　' * (len(code) > len(chosen) > 0)}{name}") for code, name in rows)]


def start_of(day):
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Card:
    """A card of the desk: a filter under a name, for those who can act on what it finds."""

    label: Any
    query: str
    needs: Capability
    hint: Any = ""


CARDS = (
    Card(_("待派单"), "state=waiting", DISPATCH),
    Card(_("待审核"), "state=review", DISPATCH, _("异议、延期、重新办理")),
    Card(_("待回访"), "state=replied", CALL_BACK),
    Card(_("待办结"), "state=called_back", CALL_BACK),
    Card(_("待签收"), "state=dispatched&holder=mine", HANDLE),
    Card(_("待联系"), "state=signed&holder=mine", HANDLE),
    Card(_("办理中"), "state=handling&holder=mine", HANDLE),
    Card(_("24小时内到期"), "due=24&holder=mine", HANDLE, _("本单位承办")),
    Card(_("已逾期"), "due=late&holder=mine", HANDLE, _("本单位承办")),
    Card(_("24小时内到期"), "due=24", DISPATCH),
    Card(_("已逾期"), "due=late", DISPATCH),
)
READING = (Card(_("在办"), "", VIEW), Card(_("24小时内到期"), "due=24", VIEW), Card(_("已逾期"), "due=late", VIEW))
COUNTED_TO = 999


def desk_cards(request):
    """What the post gives to do, each with its number and the way to exactly those rows; who may only read gets an overview."""
    if not may(request.user, VIEW):
        return []
    cards = [card for card in CARDS if may(request.user, card.needs)] or READING
    return [drawn(card, request) for card in cards]


def drawn(card, request):
    """A card with its count, which stops at `COUNTED_TO`."""
    visible = Complaint.objects.visible_to(request.user, VIEW)
    found = ComplaintFilter(QueryDict(card.query), queryset=visible, request=request).qs
    count = found.order_by().values("pk")[: COUNTED_TO + 1].count()
    url = reverse("complaints_list") + (f"?{card.query}" if card.query else "")
    facts = {"label": card.label, "hint": card.hint, "url": url, "is_alarm": "late" in card.query and count > 0}
    return {**facts, "count": min(count, COUNTED_TO), "more": count > COUNTED_TO}
