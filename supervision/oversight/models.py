"""A finding (督导线索): a duty somebody did not meet, and what the leading group did about it."""

from datetime import datetime, time, timedelta
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.models import Deadline
from governance.people.models import Office
from governance.search.query import generated_vector_field
from supervision.oversight.enums import FINAL, ON_THE_LIST, TONES, Gravity, Ground, Measure, Outside, State
from supervision.oversight.flow import FLOW
from supervision.oversight.permissions import OWING, VIEW


class FindingQuerySet(CaseQuerySet):
    line_more = ("subject_label", "fulfilled_at", "escalated_at", "proposed", "extension_asked", "unserved")

    def visible_to(self, user, capability):
        """What is being looked into is the leading group's own; the unit sees it once a measure was taken."""
        rows = super().visible_to(user, capability)
        post = user.acting_post if user.is_authenticated else None
        drafts_too = post is not None and post.role not in OWING
        return rows if drafts_too else rows.filter(told_at__isnull=False)

    def for_detail(self):
        return self.select_related("place", "office__place", "unit__place", "into")

    def of_gap(self, gap):
        """The findings about one figure below its floor at one place."""
        return self.filter(gap=gap)

    def of_subject(self, case):
        """The findings a case gave rise to."""
        return self.filter(subject_type=ContentType.objects.get_for_model(case), subject_id=case.pk)

    def drafts(self):
        return self.filter(state=State.DRAFT)

    def on_the_list(self):
        """What is under listed supervision now."""
        return self.filter(state__in=ON_THE_LIST)

    def published(self):
        """What the public reads: listed supervisions from their publication on, with their removals."""
        return self.filter(published_at__isnull=False).select_related("unit", "office")


class Finding(Case):
    """A duty not met (Art. 58). At most one is open for a case and the clock that ran out on it, and for a figure at a place.

    `unit` answers for it. For somebody outside government (Art. 62) it is the competent department, and `outside` names who owes the duty.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.DRAFT)
    ground = models.PositiveSmallIntegerField(_("情形"), choices=Ground.choices)
    duty = models.CharField(_("未履行的职责"), max_length=200)
    facts = models.TextField(_("情况说明"), blank=True)
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("责任单位"))
    subject_type = models.ForeignKey(ContentType, models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    subject_label = models.CharField(_("所涉程序"), max_length=40, blank=True)
    subject_number = models.CharField(_("所涉事项"), max_length=40, blank=True)
    subject_url = models.CharField(max_length=200, blank=True)
    term = models.CharField(_("逾期时限"), max_length=60, blank=True)
    term_label = models.CharField(_("时限名称"), max_length=40, blank=True)
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+", verbose_name=_("逾期的期限"))
    lapses = models.PositiveSmallIntegerField(_("逾期次数"), default=0)
    gap = models.CharField(_("低于底线的指标"), max_length=80, blank=True)
    gap_month = models.DateField(_("指标月份"), null=True)
    outside = models.CharField(_("政府以外的单位"), max_length=60, blank=True)
    outside_kind = models.CharField(_("单位类别"), max_length=12, choices=Outside.choices, blank=True)
    outside_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    gravity = models.CharField(_("情节"), max_length=8, choices=Gravity.choices, blank=True)
    proposed = models.CharField(_("建议的督导形式"), max_length=8, choices=Measure.choices, blank=True)
    told_at = models.DateTimeField(_("告知责任单位时间"), null=True)
    into = models.ForeignKey("self", models.PROTECT, null=True, related_name="folded", verbose_name=_("并入的线索"))
    unserved = models.PositiveSmallIntegerField(_("待送达文书"), default=0)
    fulfilled_at = models.DateTimeField(_("履行时间"), null=True)
    verify_kept = models.BooleanField(_("按期核实"), null=True)
    confirmed_at = models.DateTimeField(_("确认时间"), null=True)
    measure = models.CharField(_("督导形式"), max_length=8, choices=Measure.choices, blank=True)
    talk_at = models.DateTimeField(_("约谈时间"), null=True)
    talk_with = models.CharField(_("被约谈人职务"), max_length=60, blank=True)
    escalated_at = models.DateTimeField(_("提级时间"), null=True)
    listed_at = models.DateTimeField(_("挂牌时间"), null=True)
    listed_until = models.DateField(_("挂牌督办期限"), null=True)
    extension_asked = models.BooleanField(_("待审延期"), default=False)
    stages_left = models.PositiveSmallIntegerField(_("未完成的阶段目标"), default=0)
    published_at = models.DateTimeField(_("公开时间"), null=True)
    public_text = models.CharField(_("公开内容"), max_length=300, blank=True)
    removed_at = models.DateTimeField(_("摘牌时间"), null=True)
    removal_published_at = models.DateTimeField(_("解除公开时间"), null=True)
    removal_text = models.CharField(_("解除公开内容"), max_length=300, blank=True)
    search = generated_vector_field("title", "duty", "facts")

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("督导线索")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "term"],
                condition=~Q(state__in=FINAL) & Q(subject_id__isnull=False),
                name="finding_one_open_per_subject_and_term",
            ),
            models.UniqueConstraint(fields=["gap"], condition=~Q(state__in=FINAL) & ~Q(gap=""), name="finding_one_open_per_gap"),
            models.CheckConstraint(
                condition=Q(gap="", gap_month=None) | ~Q(gap="") & Q(gap_month__isnull=False), name="finding_gap_is_whole"
            ),
            models.CheckConstraint(
                condition=Q(outside="", outside_kind="") | ~Q(outside="") & ~Q(outside_kind=""), name="finding_outside_has_a_kind"
            ),
            models.CheckConstraint(condition=~Q(state=State.FOLDED) | Q(into__isnull=False), name="finding_folded_names_the_other"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="finding_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(ground__in=Ground.values), name="finding_ground_is_of_article_58"),
            models.CheckConstraint(
                condition=Q(subject_type=None, subject_id=None) | Q(subject_type__isnull=False, subject_id__isnull=False),
                name="finding_subject_is_whole",
            ),
            models.CheckConstraint(condition=~Q(unit=models.F("office")), name="finding_is_never_about_its_own_group"),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="finding_path_opened"),
            models.Index(fields=["place_path", "due_at"], name="finding_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["published_at"], name="finding_published", condition=Q(published_at__isnull=False)),
            GinIndex(fields=["office_ids"], name="finding_offices", fastupdate=False),
            GinIndex(fields=["search"], name="finding_search"),
        ]

    @property
    def summary(self):
        return self.facts or self.duty

    @property
    def is_owed(self):
        """Whether the clock it was raised for is still open: the duty has not been met, and is not off either."""
        return self.deadline is not None and self.deadline.is_open

    @property
    def is_automatic(self):
        """Whether it was raised by a clock that ran out or a figure below its floor, and not by hand."""
        return bool(self.term or self.gap)

    @property
    def withheld_from(self):
        """Who does not see it yet: the units, until a measure was taken."""
        return OWING if self.told_at is None else ()

    @property
    def addressee(self):
        """Whom papers are addressed to: the unit, or whoever owes the duty outside government."""
        return self.outside or self.unit.name

    @property
    def listed_end(self):
        """The moment the listing ends, None where it is not listed: 24:00 of its last day."""
        return start_of_day(self.listed_until + timedelta(days=1)) if self.listed_until else None

    @cached_property
    def stage_ends(self):
        """{position: the moment it ends} of the stages of its listing."""
        return {position: start_of_day(day + timedelta(days=1)) for position, day in self.stages.values_list("position", "by")}


def start_of_day(day):
    return timezone.make_aware(datetime.combine(day, time.min))


class Talk(models.Model):
    """约谈: the invitation, and what was said. Who took part is named by office alone; the names stand on the signed sheet."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="talks")
    serial = models.PositiveSmallIntegerField(_("次序"))
    at = models.DateTimeField(_("约谈时间"))
    where = models.CharField(_("约谈地点"), max_length=80)
    host = models.CharField(_("约谈人职务"), max_length=60)
    about = models.TextField(_("约谈事由"))
    talk_with = models.CharField(_("被约谈人职务"), max_length=60, blank=True)
    recorder = models.CharField(_("记录人职务"), max_length=60, blank=True)
    course = models.TextField(_("约谈内容"), blank=True)
    statement = models.TextField(_("单位说明"), blank=True)
    promise = models.TextField(_("整改承诺"), blank=True)
    held_at = models.DateTimeField(_("谈话时间"), null=True)
    missed_at = models.DateTimeField(_("未到场"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("约谈")
        ordering = ("serial",)
        constraints = [
            models.UniqueConstraint(fields=["finding", "serial"], name="talk_serial_once"),
            models.CheckConstraint(condition=Q(held_at=None) | Q(missed_at=None), name="talk_is_held_or_missed"),
        ]

    def __str__(self):
        return f"{self.finding_id} {self.serial}"
