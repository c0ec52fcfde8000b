"""What a resident tells under "supervise us" (监督我们). Contact is optional and sealed."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from supervision.tips.enums import FINAL, TONES, Matter, State
from supervision.tips.flow import FLOW
from supervision.tips.permissions import VIEW


class TipQuerySet(CaseQuerySet):
    line_more = ("matter", "accused_name", "unit__short_name")

    def for_detail(self):
        return self.select_related("place", "office", "unit__place")

    def for_step(self):
        return self.select_related("place", "office", "unit__place")

    def with_contact(self):
        return self.exclude(reporter_name="", reporter_phone="")


class Tip(Case):
    """Art. 9, 59. `unit` is the office that is meant, where the resident or the leading group named one: it never sees the tip."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "tip_tracked"

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.FILED)
    matter = models.CharField(_("没有做到的是"), max_length=14, choices=Matter.choices)
    unit = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("责任单位"))
    accused_name = models.CharField(_("反映的单位（来信人所写）"), max_length=160, blank=True)
    description = models.TextField(_("反映内容"))
    reporter_name = SealedField(_("来信人"), kind="name", blank=True, default="")
    reporter_phone = SealedField(_("联系电话"), kind="phone", blank=True, default="")
    query_code_index = models.CharField(max_length=64, editable=False)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    kept = models.BooleanField(_("按期答复"), null=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True)
    search = generated_vector_field("title", "description", "accused_name")

    objects = TipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("监督来信")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="tip_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="tip_path_opened"),
            models.Index(fields=["place_path", "due_at"], name="tip_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["closed_at"], name="tip_to_erase", condition=~Q(reporter_phone="")),
            GinIndex(fields=["office_ids"], name="tip_offices", fastupdate=False),
            GinIndex(fields=["search"], name="tip_search"),
        ]

    @property
    def summary(self):
        return self.description

    @property
    def has_contact(self):
        return bool(self.reporter_phone or self.reporter_name)
