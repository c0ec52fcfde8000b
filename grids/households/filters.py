"""The filter of the villages: how their grids cover them, and where they lie."""

import django_filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.places.models import Place
from grids.mesh.enums import Cover

CONDITIONS = {
    Cover.UNCOUNTED: Q(counted=None),
    Cover.OVER: Q(in_grids__gt=F("counted")),
    Cover.UNKNOWN: Q(in_grids__lte=F("counted"), unnumbered__gt=0),
    Cover.OUTSIDE: Q(in_grids__lt=F("counted"), unnumbered=0),
    Cover.WHOLE: Q(in_grids=F("counted"), unnumbered=0),
}


class VillageFilter(django_filters.FilterSet):
    """The address holds the whole of it."""

    q = django_filters.CharFilter(label=_("村（社区）"), field_name="full_name", lookup_expr="icontains", max_length=40)
    cover = django_filters.ChoiceFilter(label=_("核对结果"), choices=Cover.choices, empty_label=_("不限"), method="by_cover")

    class Meta:
        model = Place
        fields = ("q", "cover")

    def by_cover(self, queryset, name, value):
        return queryset.filter(CONDITIONS[Cover(value)])
