"""The diary of the grid workers (民情日记): what was heard and done, closed to all but the writer and the offices over him."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.enums import Role
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from grids.diary.enums import FINAL, TONES, Kind, State
from grids.diary.flow import FLOW
from grids.diary.permissions import VIEW
from grids.mesh.models import Grid
from grids.reports.models import Report


class EntryQuerySet(CaseQuerySet):
    line_more = ("kind", "happened_on", "author__name", "grid__name", "report__number")

    def for_detail(self):
        return self.select_related("place", "office", "grid", "author", "report")

    def for_step(self):
        return self.select_related("place", "office", "grid__place", "author")

    def by(self, user):
        return self.filter(author=user)

    def between(self, first, last):
        """What happened from one day to the other, the second not included."""
        return self.filter(happened_on__gte=first, happened_on__lt=last)


class Entry(Case):
    """One entry (Art. 51). It tells of matters, not of persons; who must be called back stands sealed beside it.

    Another grid worker does not read it, nor does anybody above the township (docs/adr/0013).
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    closed_to_peers = frozenset({Role.GRID_WORKER})

    state = models.CharField(_("状态"), max_length=8, choices=State.choices, default=State.FRESH)
    kind = models.CharField(_("类别"), max_length=10, choices=Kind.choices)
    grid = models.ForeignKey(Grid, models.PROTECT, related_name="diary", verbose_name=_("网格"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("记录人"))
    happened_on = models.DateField(_("日期"))
    text = models.TextField(_("内容"), max_length=4000)
    additions = models.TextField(_("补充"), blank=True)
    contact_name = SealedField(_("联系人"), kind="name", blank=True, default="")
    contact_phone = SealedField(_("联系电话"), kind="phone", blank=True, default="")
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    report = models.OneToOneField(Report, models.PROTECT, null=True, related_name="diary_entry", verbose_name=_("转成的网格事件"))
    search = generated_vector_field("title", "text", "additions")

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("民情日记")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="entry_read_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(report=None) | Q(kind=Kind.DEMAND), name="entry_only_a_demand_becomes_a_report"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="entry_opened"),
            models.Index(fields=["place_path", "happened_on"], name="entry_path_day"),
            models.Index(fields=["place_path", "opened_at"], name="entry_path_unread", condition=~Q(state__in=FINAL)),
            models.Index(fields=["author", "-opened_at"], name="entry_author"),
            GinIndex(fields=["office_ids"], name="entry_offices", fastupdate=False),
            GinIndex(fields=["search"], name="entry_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.text


class Revision(models.Model):
    """What an entry said before it was changed on its day."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="revisions")
    kind = models.CharField(_("类别"), max_length=10, choices=Kind.choices)
    happened_on = models.DateField(_("日期"))
    text = models.TextField(_("内容"))
    until = models.DateTimeField(_("修改时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("民情日记修改前内容")
        ordering = ("-until", "-pk")

    def __str__(self):
        return f"{self.entry_id} {self.until:%F}"
