"""联合调解 (Art. 40, 43): several bodies about one dispute, one of them in the lead, and what each says."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.joint.enums import FINAL, STANCE_TONES, TONES, Stance, State
from disputes.joint.flow import FLOW
from disputes.joint.permissions import VIEW
from disputes.mediation.models import Mediation
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.places.models import Place
from governance.search.query import generated_vector_field


class JointQuerySet(CaseQuerySet):
    across = Q()
    line_more = ("mediation__number", "lead__short_name")

    def for_detail(self):
        return self.select_related("place", "office", "mediation__place", "lead").prefetch_related("areas")

    def for_step(self):
        return self.select_related("place", "office", "mediation", "lead")

    def of(self, mediation):
        return self.filter(mediation=mediation)

    def awaiting(self, office):
        """Those in which the office of this key has still to answer."""
        return self.filter(awaited_ids__contains=[office])


class JointMediation(Case):
    """Several bodies mediate one dispute. `office` organises: the lead itself within a county, else the next higher centre (Art. 43)."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.INVITING)
    mediation = models.ForeignKey(Mediation, models.PROTECT, related_name="joint_mediations", verbose_name=_("调解事项"))
    matter = models.TextField(_("联合调解事由"))
    areas = models.ManyToManyField(Place, related_name="+", verbose_name=_("另涉地区"))
    lead = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("牵头单位"))
    awaited_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)  # bodies that have still to answer
    result = models.TextField(_("联合调解结果"), blank=True)
    search = generated_vector_field("title", "matter")

    objects = JointQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("联合调解")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["mediation"], condition=~Q(state__in=FINAL), name="joint_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="joint_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="joint_due"),
            models.Index(fields=["place_path", "opened_at"], name="joint_path"),
            GinIndex(fields=["office_ids"], name="joint_offices", fastupdate=False),
            GinIndex(fields=["search"], name="joint_search"),
        ]

    @property
    def summary(self):
        return self.matter


class JointAnswer(models.Model):
    """What one invited body says, once."""

    joint = models.ForeignKey(JointMediation, models.CASCADE, related_name="answers", verbose_name=_("联合调解"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("单位"))
    stance = models.CharField(_("答复"), max_length=10, choices=Stance.choices)
    text = models.TextField(_("意见"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("联合调解答复")
        ordering = ("at", "pk")
        constraints = [models.UniqueConstraint(fields=["joint", "office"], name="joint_answer_once_per_office")]

    def __str__(self):
        return f"{self.office} {self.get_stance_display()}"

    @property
    def tone(self):
        return STANCE_TONES[self.stance]
