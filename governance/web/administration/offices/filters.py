"""How the list of offices is narrowed."""

import django_filters as filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.people.enums import OfficeType
from governance.people.models import Office


class OfficeFilter(filters.FilterSet):
    """By a word of name, code or place; by type; in use or not."""

    q = filters.CharFilter(label=_("名称、代码或区划"), method="with_words")
    type = filters.ChoiceFilter(label=_("类型"), choices=OfficeType.choices, empty_label=_("全部"))
    active = filters.ChoiceFilter(label=_("状态"), choices=[("1", _("在用")), ("0", _("停用"))], method="in_use", empty_label=_("全部"))

    class Meta:
        model = Office
        fields = ()

    def with_words(self, queryset, name, value):
        named = Q(name__icontains=value) | Q(short_name__icontains=value) | Q(code__icontains=value)
        return queryset.filter(named | Q(place__full_name__icontains=value))

    def in_use(self, queryset, name, value):
        return queryset.filter(active=value == "1")
