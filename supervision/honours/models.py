"""A title proposed for a unit, or for people of a unit. People are counted; their names stay in the paper file."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field
from supervision.honours.enums import FINAL, TONES, Award, State
from supervision.honours.flow import FLOW
from supervision.honours.permissions import VIEW


class HonourQuerySet(CaseQuerySet):
    line_more = ("year",)

    def for_detail(self):
        return self.select_related("place", "office", "unit")


class Honour(Case):
    """One title for one unit and year."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.NOMINATED)
    award = models.CharField(_("称号"), max_length=16, choices=Award.choices)
    year = models.PositiveSmallIntegerField(_("年度"))
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("单位"))
    persons = models.PositiveSmallIntegerField(_("先进个人人数"), null=True)
    merits = models.TextField(_("主要事迹"))
    decision = models.CharField(_("授予文件"), max_length=80, blank=True)
    search = generated_vector_field("title", "merits")

    objects = HonourQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("荣誉称号")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "award", "year"], condition=Q(state__in=[State.NOMINATED, State.GRANTED]), name="honour_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="honour_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="honour_path_opened"),
            GinIndex(fields=["office_ids"], name="honour_offices", fastupdate=False),
            GinIndex(fields=["search"], name="honour_search"),
        ]

    @property
    def summary(self):
        return self.merits
