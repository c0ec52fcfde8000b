"""How the record of openings is narrowed, and how far a person sees it."""

from datetime import timedelta

import django_filters as filters
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.cases.rules import tidied
from governance.permissions import READ_OPENINGS
from governance.privacy.enums import Purpose
from governance.privacy.models import Opening
from governance.web.casework.filters import WITHIN_REASON, start_of

STAFF, ITSELF = "staff", "itself"


def openings_within(user):
    """Openings of facts of the cases within the person's reach, whatever procedure they belong to."""
    seen = Q()
    for model in registry.case_models().values():
        seen |= Q(Exists(model.objects.visible_to(user, READ_OPENINGS).filter(number=OuterRef("case_number"))))
    return Opening.objects.filter(seen)


class OpeningFilter(filters.FilterSet):
    """By case, person, office, purpose and period."""

    number = filters.CharFilter(label=_("事项编号"), method="of_case", max_length=40)
    person = filters.CharFilter(label=_("查看人"), method="by_person", max_length=40)
    office = filters.CharFilter(label=_("单位"), method="by_office", max_length=60)
    purpose = filters.ChoiceFilter(label=_("目的"), choices=Purpose.choices, empty_label=_("不限"))
    who = filters.ChoiceFilter(
        label=_("由谁"), choices=[(STAFF, _("工作人员")), (ITSELF, _("本人查询、系统短信"))], empty_label=_("不限"), method="by_whom"
    )
    since = filters.DateFilter(label=_("自"), method="from_day", validators=WITHIN_REASON)
    until = filters.DateFilter(label=_("至"), method="to_day", validators=WITHIN_REASON)

    class Meta:
        model = Opening
        fields = ()

    def of_case(self, queryset, name, value):
        return queryset.filter(case_number__in=[value.strip(), tidied(value)])

    def by_person(self, queryset, name, value):
        return queryset.filter(Q(by__name__icontains=value) | Q(by__username__iexact=value))

    def by_office(self, queryset, name, value):
        return queryset.filter(Q(post__office__name__icontains=value) | Q(post__office__short_name__icontains=value))

    def by_whom(self, queryset, name, value):
        return queryset.filter(by__isnull=value == ITSELF)

    def from_day(self, queryset, name, value):
        return queryset.filter(at__gte=start_of(value))

    def to_day(self, queryset, name, value):
        return queryset.filter(at__lt=start_of(value) + timedelta(days=1))
