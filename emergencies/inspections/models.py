"""An inspection (安全检查) of premises by two inspectors, with what was seen of every item. No person is inspected, none is named but those
who answer for the record."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckItem, CheckVersion
from emergencies.hazards.models import Hazard
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspections.enums import FINAL, RESULT_TONES, TONES, Result, Signed, State
from emergencies.inspections.flow import FLOW
from emergencies.inspections.permissions import VIEW
from emergencies.premises.models import Premises
from governance.cases.models import Case, CaseQuerySet
from governance.files.models import Attachment
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from governance.timeline.models import Event

ANSWERED = "inspections.answer"  # the event of the answer to a site


class InspectionQuerySet(CaseQuerySet):
    line_more = ("checks__checklist__label", "first__name", "second__name", "failed", "kept", "plan_id")

    def for_detail(self):
        return self.select_related(
            "place", "office", "premises__kind", "plan", "checks__checklist", "first", "second", "recorded_by", "signature"
        )

    def for_step(self):
        return self.select_related("place", "office", "premises", "plan", "checks__checklist")

    def of_inspector(self, user):
        return self.filter(Q(first=user) | Q(second=user))

    def to_make(self):
        return self.filter(state=State.PLANNED)

    def to_answer(self):
        """The site said something about the result, and waits for what comes of it."""
        answers = Event.objects.filter(content_type=ContentType.objects.get_for_model(self.model), object_id=OuterRef("pk"), kind=ANSWERED)
        return self.filter(~Exists(answers), objected_at__isnull=False)

    def to_confirm_by(self, user):
        """Recorded by the other of the two."""
        return self.of_inspector(user).filter(state=State.RECORDED).exclude(recorded_by=user)


class Inspection(Case):
    """One inspection. `kept` says whether it was made by the end of its limit; None as long as neither happened.

    The site is let in with the record, not before: nobody is told beforehand of a visit by lot. `proof_key` opens the record to whoever
    has the paper with its code.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.PLANNED)
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="inspections", verbose_name=_("检查对象"))
    plan = models.ForeignKey(InspectionPlan, models.PROTECT, null=True, related_name="inspections", verbose_name=_("检查计划"))
    reason = models.CharField(_("计划外检查的原因"), max_length=200, blank=True)
    checks = models.ForeignKey(CheckVersion, models.PROTECT, related_name="inspections", verbose_name=_("检查表版本"))
    first = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("检查人员"))
    second = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("检查人员（二）"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("记录人"))
    checked_at = models.DateTimeField(_("检查时间"), null=True)
    latitude = models.FloatField(_("纬度"), null=True)
    longitude = models.FloatField(_("经度"), null=True)
    failed = models.PositiveSmallIntegerField(_("不符合项"), default=0)
    rectify_by = models.DateField(_("整改期限"), null=True)
    findings = models.TextField(_("检查小结"), blank=True)
    signed = models.CharField(_("签名方式"), max_length=8, choices=Signed.choices, blank=True)
    signer_name = SealedField(_("现场人员姓名"), kind="name", blank=True, default="")
    signer_role = models.CharField(_("现场人员职务"), max_length=40, blank=True)
    refusal = models.CharField(_("拒签情况"), max_length=200, blank=True)
    signature = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+", verbose_name=_("签名"))
    proof_key = models.CharField(_("核验码"), max_length=32, blank=True, default="", editable=False)
    objected_at = models.DateTimeField(_("场所陈述意见"), null=True)
    kept = models.BooleanField(_("按期检查"), null=True)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title")

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("安全检查")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="inspection_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(first=F("second")), name="inspection_takes_two"),
            models.UniqueConstraint(fields=["plan", "premises"], name="inspection_once_per_plan"),
            models.UniqueConstraint(fields=["proof_key"], condition=~Q(proof_key=""), name="inspection_proof_key_opens_one"),
            models.CheckConstraint(condition=Q(plan__isnull=False) | ~Q(reason=""), name="inspection_beside_a_plan_has_its_reason"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.RECORDED, State.DONE])
                | (~Q(signed="") & Q(checked_at__isnull=False, recorded_by__isnull=False)),
                name="inspection_recorded_is_signed",
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="inspection_opened"),
            models.Index(fields=["place_path", "opened_at"], name="inspection_path_opened"),
            models.Index(fields=["place_path", "due_at"], name="inspection_path_ongoing", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="inspection_office_ids", fastupdate=False),
            GinIndex(fields=["search"], name="inspection_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return f"{self.premises.name} · {self.premises.address}"

    @property
    def inspector_ids(self):
        return {self.first_id, self.second_id}


class Answer(models.Model):
    """What was seen of one item; what is not in order has its hazard."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="answers")
    item = models.ForeignKey(CheckItem, models.PROTECT, related_name="+")
    result = models.CharField(_("结果"), max_length=6, choices=Result.choices)
    note = models.CharField(_("情况"), max_length=500, blank=True)
    weight = models.CharField(_("隐患程度"), max_length=8, choices=Weight.choices, blank=True)
    hazard = models.OneToOneField(Hazard, models.PROTECT, null=True, related_name="inspection_answer", verbose_name=_("安全隐患"))

    class Meta:
        verbose_name = verbose_name_plural = _("安全检查结果")
        ordering = ("item__order",)
        constraints = [
            models.UniqueConstraint(fields=["inspection", "item"], name="inspection_answer_once"),
            models.CheckConstraint(condition=~Q(result=Result.WRONG) | Q(hazard__isnull=False), name="inspection_wrong_has_its_hazard"),
        ]

    def __str__(self):
        return f"{self.inspection_id} {self.item_id} {self.result}"

    @property
    def tone(self):
        return RESULT_TONES[self.result]
