"""The filter of the register: place, kind, words, and what is worth a second look."""

import django_filters
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.places.models import Place
from grids.mesh.enums import GridKind, Size
from grids.mesh.models import Grid
from grids.mesh.services import usual_range

UNSERVED, UNBOUNDED, MINE, ENDED = "unserved", "unbounded", "mine", "ended"
HINTS = [
    (UNSERVED, _("没有责任网格员")),
    (Size.FEW.value, _("户数偏少")),
    (Size.MANY.value, _("户数偏多")),
    (UNBOUNDED, _("未录入边界")),
]
EVERYTHING = _("不限")


def choice(label, choices, *, empty=EVERYTHING, **kwargs):
    return django_filters.ChoiceFilter(label=label, choices=choices, empty_label=empty, **kwargs)


class GridFilter(django_filters.FilterSet):
    """The address holds the whole of it. Without `standing` only grids in use are shown."""

    q = django_filters.CharFilter(label=_("名称、编码、单位"), method="by_words", max_length=60)
    place = choice(_("地点"), [], method="by_place")
    kind = choice(_("类型"), GridKind.choices)
    hint = choice(_("提示"), HINTS, method="by_hint")
    served = choice(_("网格员"), [(MINE, _("我负责或协管的"))], method="by_worker")
    standing = choice(_("状态"), [(ENDED, _("未启用或已停用"))], empty=_("在用"), method="by_standing")

    class Meta:
        model = Grid
        fields = ("q", "place", "kind", "hint", "served", "standing")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.at = timezone.now()
        home = self.request.user.acting_post.office.place
        if self.data.get("place") == home.code:  # the figures of the own place lead here: all there is to see
            self.data = QueryDict(self.data.urlencode(), mutable=True)
            del self.data["place"]
        self.filters["place"].extra.update(choices=self._places(home), empty_label=home.short_name)

    def filter_queryset(self, queryset):
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("standing") else rows.active(timezone.localdate(self.at))

    def by_words(self, queryset, name, value):
        return queryset.filter(Q(name__icontains=value) | Q(code__startswith=value) | Q(host__icontains=value))

    def by_place(self, queryset, name, value):
        return queryset.within(value)

    def by_hint(self, queryset, name, value):
        if value == UNSERVED:
            return queryset.unserved(self.at)
        return queryset.filter(boundary__isnull=True) if value == UNBOUNDED else queryset.outside(usual_range(), value)

    def by_worker(self, queryset, name, value):
        return queryset.served_by(self.request.user, self.at)

    def by_standing(self, queryset, name, value):
        today = timezone.localdate(self.at)
        return queryset.exclude(pk__in=Grid.objects.active(today).values("pk"))

    def _places(self, home):
        """Below the own office's place, and below the one chosen."""
        chosen = self.data.get("place", "") if self.data else ""
        known = Place.objects.in_use().below(home.path).filter(Q(parent=home) | Q(parent__code=chosen) | Q(code=chosen))
        rows = known.exclude(pk=home.pk).order_by("path").values_list("code", "short_name")
        return [(code, f"{'　' * (len(code) > len(chosen) > 0)}{name}") for code, name in rows]
