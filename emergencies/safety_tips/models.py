"""Tips (平安提示): what rose in the index of a township, sent to its office and from there to villages, followed until it was acted on."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.models import Edition
from emergencies.safety_tips.enums import FINAL, TONES, State
from emergencies.safety_tips.flow import FLOW
from emergencies.safety_tips.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.places.rules import CODE_LENGTH
from governance.search.query import generated_vector_field


class TipQuerySet(CaseQuerySet):
    line_more = ("parent_id",)

    def for_detail(self):
        return self.select_related("place", "office", "edition", "parent")

    def of_townships(self):
        """Those the index gave rise to; what a township passed on hangs on them."""
        return self.filter(parent=None)


class SafetyTip(Case):
    """One tip to one office. `parent` is the township's tip it was passed on from. `kept`: acted on and reported in time; None: still
    open."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.SENT)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="tips", verbose_name=_("平安指数"))
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts", verbose_name=_("上级提示"))
    kept = models.BooleanField(_("按期落实"), null=True)
    search = generated_vector_field("title")

    objects = TipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("平安提示")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="safety_tip_closed_has_its_moment",
            ),
            models.UniqueConstraint(fields=["edition", "place"], name="safety_tip_once_per_place"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="safety_tip_opened"),
            models.Index(fields=["place_path", "due_at"], name="safety_tip_path"),
            GinIndex(fields=["office_ids"], name="safety_tip_offices", fastupdate=False),
            GinIndex(fields=["search"], name="safety_tip_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.title

    @property
    def township_path(self):
        return self.place_path[: CODE_LENGTH["township"]]
