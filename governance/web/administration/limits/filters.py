"""How the list of limits is narrowed."""

import django_filters as filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.deadlines.enums import Mark
from governance.deadlines.models import Limit
from governance.web.limit_names import LIMITS


class LimitFilter(filters.FilterSet):
    """By a word of code, procedure or citation; by how sure the figure is."""

    q = filters.CharFilter(label=_("名称、代码或依据"), method="with_words")
    mark = filters.ChoiceFilter(label=_("来源"), choices=Mark.choices, empty_label=_("全部"))

    class Meta:
        model = Limit
        fields = ()

    def with_words(self, queryset, name, value):
        named = [code for code, label in LIMITS.items() if value in str(label)]
        return queryset.filter(Q(code__in=named) | Q(code__icontains=value) | Q(procedure__icontains=value) | Q(citation__icontains=value))
