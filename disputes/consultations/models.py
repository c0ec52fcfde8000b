"""A consultation (会商) about one complaint, and what each office says in it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.complaints.models import Complaint
from disputes.consultations.enums import FINAL, STANCE_TONES, TONES, Stance, State
from disputes.consultations.flow import FLOW
from disputes.consultations.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.places.models import Place
from governance.search.query import generated_vector_field


class ConsultationQuerySet(CaseQuerySet):
    across = Q()
    line_more = ("complaint__number",)

    def for_detail(self):
        return self.select_related("place", "office", "complaint__place", "opened_by", "lead").prefetch_related("areas")

    def for_step(self):
        return self.select_related("place", "office", "complaint", "lead")

    def awaiting(self, office):
        """Those in which the office of this key has still to speak."""
        return self.filter(awaited_ids__contains=[office])

    def not_agreed(self, at):
        """Open, and past the time for agreeing."""
        return self.filter(state=State.OPEN, due_at__lte=at)

    def of(self, complaint):
        return self.filter(complaint=complaint)


class Consultation(Case):
    """Several offices about one complaint. `office` is the centre that organises: the lowest one above all that take part (Art. 43)."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=14, choices=State.choices, default=State.OPEN)
    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="consultations", verbose_name=_("诉求"))
    matter = models.TextField(_("会商事由"))
    opened_by = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("发起单位"))
    areas = models.ManyToManyField(Place, related_name="+", verbose_name=_("另涉地区"))
    awaited_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)  # offices that have still to speak
    lead = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("主办单位"))
    search = generated_vector_field("title", "matter")

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("会商")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["complaint"], condition=~Q(state__in=FINAL), name="consultation_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="consultation_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.AGREED, State.DESIGNATED]) | Q(lead__isnull=False), name="consultation_ends_with_a_lead"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="consultation_due"),
            models.Index(fields=["place_path", "opened_at"], name="consultation_path"),
            GinIndex(fields=["office_ids"], name="consultation_offices", fastupdate=False),
            GinIndex(fields=["search"], name="consultation_search"),
        ]

    @property
    def summary(self):
        return self.matter


class Statement(models.Model):
    """表明意见: what one office says of the matter, once."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="statements", verbose_name=_("会商"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("单位"))
    stance = models.CharField(_("意见"), max_length=10, choices=Stance.choices)
    text = models.TextField(_("理由"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("会商意见")
        ordering = ("at", "pk")
        constraints = [models.UniqueConstraint(fields=["consultation", "office"], name="statement_once_per_office")]

    def __str__(self):
        return f"{self.office} {self.get_stance_display()}"

    @property
    def tone(self):
        return STANCE_TONES[self.stance]
