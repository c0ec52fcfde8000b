"""The filter of a worklist; the address bar always holds the whole of it. The cards of the desk are filters with a count."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import django_filters
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.access.scope import may, standing_of
from governance.kept import at_sending
from governance.places.models import Place
from governance.search.query import matching
from governance.web.casework.counting import Question

ALL = "all"
DUE = [("late", _("已逾期")), ("today", _("今天到期")), ("24", _("24小时内到期")), ("48", _("48小时内到期"))]
MINE, NOBODY = "mine", "none"
ANY = _("不限")
FIRST_SHOWN = ("q", "state", "due", "place")  # the rest folds away
ORDERS = frozenset({"opened_at", "-opened_at", "due_at", "-due_at"})
FIRST_DUE = ("due_at", "id")
WITHIN_REASON = [
    MinValueValidator(date(2000, 1, 1), _("请填写2000年以后的日期。")),
    MaxValueValidator(date(2200, 1, 1), _("请填写2200年以前的日期。")),
]


def choice(label, choices, *, empty=ANY, **kwargs):
    """A select that may be left open."""
    return django_filters.ChoiceFilter(label=label, choices=choices, empty_label=empty, **kwargs)


@dataclass(frozen=True)
class Group:
    """Several states under one name in the filter, or a question of its own: `narrow` cuts a queryset down."""

    key: str
    label: Any
    narrow: Any
    ended_too: bool = False


class CaseFilter(django_filters.FilterSet):
    """Search, state, limit, place and the rest. Without a state it shows what is ongoing, first due first.

    A procedure's filter names its model in `Meta`, adds fields of its own, and may list `groups` of states.
    """

    groups: tuple = ()

    q = django_filters.CharFilter(label=_("编号或文字"), method="search_text", max_length=60)
    state = choice(_("状态"), [], empty=_("在办"), method="by_state")
    due = choice(_("期限"), DUE, method="by_due")
    place = django_filters.CharFilter(label=_("地点"), method="by_place")
    holder = choice(_("承办"), [(MINE, _("本单位")), (NOBODY, _("未派单"))], method="by_holder")
    since = django_filters.DateFilter(label=_("登记自"), method="by_first_day", validators=WITHIN_REASON)
    until = django_filters.DateFilter(label=_("登记至"), method="by_last_day", validators=WITHIN_REASON)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        named = [(group.key, group.label) for group in self.groups]
        states = self._meta.model._meta.get_field("state").choices
        self.filters["state"].extra["choices"] = [*named, (ALL, _("全部状态")), *states]

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
        return not self.asked.get("q") if not self.asked.get("state") else self.asked["state"] not in self.ended_too

    @property
    def ended_too(self):
        """Asked for these, the list is not cut down to what is ongoing."""
        return {ALL, *self._meta.model.flow.final, *(group.key for group in self.groups if group.ended_too)}

    def order(self):
        """As the address asks; else first due first while the list shows what is to be done, and the newest first otherwise."""
        asked = self.data.get("order", "")
        if asked in ORDERS:
            return [asked, "-id" if asked.startswith("-") else "id"]
        return FIRST_DUE if self.is_ongoing else ["-opened_at", "-id"]

    def search_text(self, queryset, name, value):
        return matching(queryset, value)

    def by_state(self, queryset, name, value):
        for group in self.groups:
            if group.key == value:
                return group.narrow(queryset)
        return queryset if value == ALL else queryset.filter(state=value)

    def by_due(self, queryset, name, value):
        """What has ended is due no more, whatever state is asked for."""
        queryset = queryset.ongoing()
        if value == "late":
            return queryset.filter(due_at__lt=at_sending())
        if value == "today":
            return queryset.filter(due_at__gte=at_sending(), due_at__lte=at_sending(end_of_day))
        return queryset.filter(due_at__gte=at_sending(), due_at__lt=at_sending(lambda now: now + timedelta(hours=int(value))))

    def by_place(self, queryset, name, value):
        return queryset.within(value) if value.isdecimal() and value.isascii() else queryset.none()

    def by_holder(self, queryset, name, value):
        return queryset.filter(office=None if value == NOBODY else self.request.user.acting_post.office_id)

    def by_first_day(self, queryset, name, value):
        return queryset.filter(opened_at__gte=start_of(value))

    def by_last_day(self, queryset, name, value):
        return queryset.filter(opened_at__lt=start_of(value) + timedelta(days=1))

    def shown(self):
        """The fields as a page draws them, the few that fold away apart: ([…], […], whether one of the second is in use)."""
        fields = [self._field(name) for name in self.form.fields]
        first = [field for field in fields if field["name"] in FIRST_SHOWN]
        rest = [field for field in fields if field["name"] not in FIRST_SHOWN]
        return {"first": first, "rest": rest, "rest_in_use": any(field["value"] or field["errors"] for field in rest)}

    def options_of(self, name, field, chosen):
        """(value, label) pairs of a select; empty for what is typed. A procedure adds the selects it fills from tables."""
        return self._places(chosen) if name == "place" else [*getattr(field, "choices", ())]

    def _field(self, name):
        field, value = self.form.fields[name], self.data.get(name, "")
        if name == "state" and not value and self.asked.get("q"):
            value = ALL  # a search looks everywhere, and says so
        drawn = {"name": name, "label": field.label, "value": value, "errors": self.form.errors.get(name, ()), "options": None}
        if options := self.options_of(name, field, value):
            return {**drawn, "options": [(str(key), label, str(key) == value) for key, label in options]}
        return {**drawn, "type": "date" if name in {"since", "until"} else "search"}

    def _places(self, chosen):
        """Where one may go from here: the places below the own office's, and below the one chosen."""
        home = self.request.user.acting_post.office.place
        known = Place.objects.in_use().below(home.path).filter(Q(parent=home) | Q(parent__code=chosen) | Q(code=chosen))
        rows = known.order_by("path").values_list("code", "short_name")
        return [("", home.short_name), *((code, f"{'　' * (len(code) > len(chosen) > 0)}{name}") for code, name in rows)]


def start_of(day):
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of_day(now):
    """24:00 of a moment's day, which is the beginning of the next."""
    return start_of(timezone.localdate(now) + timedelta(days=1))


@dataclass(frozen=True)
class Card:
    """A card of the desk: a filter under a name, for those who can act on what it finds."""

    label: Any
    query: str
    needs: Capability
    hint: Any = ""
    alarm: bool = False  # whatever stands there is one; what is late always is


def cards_of(request, filter_class, cards, *, view, list_url, reading=(), quiet=False):
    """What the post gives to do, each with the question for its number and the way to exactly those rows; who may only read gets `reading`,
    an overview. What is `quiet` stands on the desk only where something waits."""
    if not may(request.user, view):
        return []
    own = [card for card in cards if may(request.user, card.needs)]
    kind = {"procedure": filter_class._meta.model.flow.label, "is_overview": not own, "is_quiet": quiet and bool(own)}
    return [_drawn(card, request, filter_class, view, list_url) | kind for card in own or reading]


def _drawn(card, request, filter_class, view, list_url):
    """A card with the question of how many rows its filter finds."""

    def rows():
        visible = filter_class._meta.model.objects.visible_to(request.user, view)
        return filter_class(QueryDict(card.query), queryset=visible, request=request).qs

    url = reverse(list_url) + (f"?{card.query}" if card.query else "")
    facts = {"label": card.label, "hint": card.hint, "url": url, "is_alarm": card.alarm or "late" in card.query}
    return {**facts, "question": Question((filter_class, card.query, view, standing_of(request.user)), rows)}
