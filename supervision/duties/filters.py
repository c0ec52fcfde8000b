"""How the ledger is narrowed; without a state it shows the gaps."""

import django_filters
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.scope import may
from governance.people.enums import OfficeType
from governance.places.models import Place
from governance.web.casework.counting import card_of
from governance.web.casework.filters import choice
from supervision.duties.enums import BoundLevel, State
from supervision.duties.models import Article, DutyState
from supervision.duties.permissions import FILE, RAISE, VIEW

ALL = "all"
RAISED, UNRAISED = "yes", "no"
FIRST_YEAR = 2022  # Art. 63


def this_year():
    return timezone.localdate().year


def year_of(asked):
    """The year an address asks for, of those there can be; the running one otherwise."""
    return int(asked) if asked.isascii() and asked.isdecimal() and FIRST_YEAR <= int(asked) <= this_year() else this_year()


def visible(user, year):
    return DutyState.objects.visible_to(user, VIEW).filter(year=year)


class LedgerFilter(django_filters.FilterSet):
    """By state, article, level, kind of office, place, and whether a finding came of it."""

    state = choice(_("状态"), [(ALL, _("全部")), *State.choices], empty=_("有缺口的"), method="by_state")
    article = choice(_("条文"), [], method="by_article")
    level = choice(_("层级"), BoundLevel.choices, field_name="duty__level")
    office_type = choice(_("单位类型"), OfficeType.choices, field_name="office__type")
    place = choice(_("区划"), [], method="by_place")
    raised = choice(_("督导"), [(RAISED, _("已转线索")), (UNRAISED, _("未转线索"))], method="by_raised")
    q = django_filters.CharFilter(label=_("职责或单位"), method="by_words", max_length=40)
    year = choice(_("年度"), [], empty=None, method="as_it_is")

    class Meta:
        model = DutyState
        fields = ("state", "article", "level", "office_type", "place", "raised", "q", "year")

    def __init__(self, data, queryset, *, user):
        super().__init__(data, queryset)
        home = user.acting_post.office.place
        places = Place.objects.in_use().filter(Q(parent=home) | Q(pk=home.pk)).order_by("path")
        self.filters["place"].extra["choices"] = [(place.path, place.short_name) for place in places]
        self.filters["article"].extra["choices"] = [(str(one.number), str(one)) for one in Article.objects.order_by("number")]
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in range(this_year(), FIRST_YEAR - 1, -1)]

    def filter_queryset(self, queryset):
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("state") else rows.gaps()

    def by_state(self, queryset, name, value):
        return queryset if value == ALL else queryset.filter(state=value)

    def by_article(self, queryset, name, value):
        return queryset.filter(duty__article=value)

    def by_place(self, queryset, name, value):
        return queryset.within(value)

    def by_raised(self, queryset, name, value):
        return queryset.filter(finding__isnull=value == UNRAISED)

    def by_words(self, queryset, name, value):
        named = Q(office__name__icontains=value) | Q(office__short_name__icontains=value)
        return queryset.filter(named | Q(duty__summary__icontains=value))

    def as_it_is(self, queryset, name, value):
        """The year was taken account of where the rows come from."""
        return queryset


def desk_cards(request):
    """What the own office has not done yet, and for a leading group's office the gaps of its area nobody raised."""
    user, year = request.user, this_year()
    if not may(user, VIEW):
        return []
    rows, found = visible(user, year).gaps(), []
    if may(user, FILE):
        own = rows.filter(office=user.acting_post.office)
        found.append(card(_("本单位未落实的条例职责"), own, reverse("duties_mine")))
    if may(user, RAISE):
        found.append(card(_("辖区条例落实缺口"), rows.filter(finding=None), f"{reverse('duties_list')}?raised={UNRAISED}"))
    return found or [card(_("条例落实缺口"), rows, reverse("duties_list")) | {"is_overview": True}]


def card(label, rows, url):
    return card_of(rows, label=label, url=url, procedure=_("条例落实台账"))
