"""The worklist's filter; the address bar always holds the whole of it."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import FINAL, Kind, Source, State, Urgency
from disputes.complaints.models import Category, Complaint
from governance.search.query import matching

STATES = [
    ("", _("在办")),
    ("all", _("全部状态")),
    ("mine", _("本单位待办")),
    *State.choices,
]
DUE = [("late", _("已逾期")), ("24", _("24小时内到期")), ("48", _("48小时内到期"))]


class ComplaintFilter(django_filters.FilterSet):
    """Search, state, category, place and dates. Without a state it shows what is ongoing, first due first."""

    q = django_filters.CharFilter(label=_("编号或文字"), method="search_text")
    state = django_filters.ChoiceFilter(label=_("状态"), choices=STATES[1:], empty_label=STATES[0][1], method="by_state")
    due = django_filters.ChoiceFilter(label=_("期限"), choices=DUE, empty_label=_("不限"), method="by_due")
    category = django_filters.ModelChoiceFilter(label=_("分类"), queryset=Category.objects.tops(), method="by_category", empty_label=_("不限"))
    kind = django_filters.ChoiceFilter(label=_("类型"), choices=Kind.choices, empty_label=_("不限"))
    urgency = django_filters.ChoiceFilter(label=_("紧急程度"), choices=Urgency.choices, empty_label=_("不限"))
    source = django_filters.ChoiceFilter(label=_("来源"), choices=Source.choices, empty_label=_("不限"))
    place = django_filters.CharFilter(method="by_place", widget=forms.HiddenInput)
    since = django_filters.DateFilter(label=_("登记自"), field_name="opened_at", lookup_expr="date__gte", widget=forms.DateInput({"type": "date"}))
    until = django_filters.DateFilter(label=_("登记至"), field_name="opened_at", lookup_expr="date__lte", widget=forms.DateInput({"type": "date"}))

    class Meta:
        model = Complaint
        fields = ("q", "state", "due", "category", "kind", "urgency", "source", "place", "since", "until")

    def search_text(self, queryset, name, value):
        return matching(queryset, value)

    def by_state(self, queryset, name, value):
        if value == "all":
            return queryset
        if value == "mine":
            post = self.request.user.acting_post
            waiting = Q(office=post.office) | Q(office=None, received_by=post.office)
            return queryset.filter(waiting).exclude(state__in=FINAL)
        return queryset.filter(state=value)

    def by_due(self, queryset, name, value):
        now = timezone.now()
        if value == "late":
            return queryset.exclude(state__in=FINAL).filter(due_at__lt=now)
        return queryset.exclude(state__in=FINAL).filter(due_at__gte=now, due_at__lt=now + timezone.timedelta(hours=int(value)))

    def by_category(self, queryset, name, value):
        return queryset.filter(category__parent=value)

    def by_place(self, queryset, name, value):
        return queryset.within(value) if value.isdigit() else queryset.none()
