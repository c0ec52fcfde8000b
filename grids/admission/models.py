"""The list of what a grid may be asked to do (Art. 49): the worker's own duties, and those departments brought in by admission."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.search.query import generated_vector_field
from grids.admission.enums import FINAL, STANCE_TONES, TONES, Source, Stance, State
from grids.admission.flow import FLOW
from grids.admission.permissions import VIEW
from grids.admission.rules import in_force

MONEY = {"max_digits": 10, "decimal_places": 2, "validators": [MinValueValidator(1)]}


class DutyQuerySet(models.QuerySet):
    def in_force(self, day):
        """What the grid carries on a day: only a kind of these may be switched on."""
        return self.filter(in_force_from__lte=day).filter(Q(in_force_until=None) | Q(in_force_until__gt=day))

    def covering(self, path):
        """Duties that hold at a place: the city's own, and those of the places above it."""
        return self.filter(Q(place=None) | Q(place__path__in=ancestors(path)))

    def statutory(self):
        return self.filter(source=Source.REGULATION)

    def admitted(self):
        return self.filter(source=Source.ADMITTED)


class Duty(models.Model):
    """One entry of the list. A kind of report or a check list names the duty it serves, and is used only while that one is in force.

    Who uses duties switches its kinds off with `@engine.after("admission", *LEAVES_LIST)`: then `case.duty` has left the list.
    """

    code = models.CharField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("事项"), max_length=60)
    description = models.CharField(_("内容"), max_length=300, blank=True)
    source = models.CharField(_("来源"), max_length=12, choices=Source.choices)
    basis = models.CharField(_("依据"), max_length=200)
    mark = models.CharField(_("来源标记"), max_length=1, blank=True)
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("牵头部门"))
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("适用范围"))
    rate = models.DecimalField(_("每个网格每年经费（元）"), max_digits=10, decimal_places=2, null=True, blank=True)
    in_force_from = models.DateField(_("起"))
    in_force_until = models.DateField(_("止"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格职责事项")
        ordering = ("order", "code")
        constraints = [
            models.CheckConstraint(
                condition=Q(in_force_until=None) | Q(in_force_until__gte=F("in_force_from")), name="duty_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(source=Source.REGULATION) | Q(office__isnull=False, rate__isnull=False),
                name="duty_admitted_has_office_and_money",
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def is_statutory(self):
        return self.source == Source.REGULATION

    def is_in_force(self, day):
        return in_force(self.in_force_from, self.in_force_until, day=day)


class AdmissionQuerySet(CaseQuerySet):
    across = Q()
    line_more = ("applicant__short_name",)

    def for_detail(self):
        return self.select_related("place", "office", "applicant", "duty")

    def for_step(self):
        return self.select_related("place", "office", "applicant", "duty")

    def awaiting(self, office):
        """Those on which the office of this key has still to speak."""
        return self.filter(awaited_ids__contains=[office])

    def review_over(self, at):
        """Under review, and past the time for speaking."""
        return self.filter(state=State.REVIEWING, due_at__lte=at)

    def ended(self, day):
        """Whose duty leaves the list by that day."""
        return self.filter(state__in=[State.ADMITTED, State.LEAVING], duty__in_force_until__lte=day)


class Admission(Case):
    """A department's application, and the life of the duty that came of it. `office` is the leading group, whose office decides."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.APPLIED)
    applicant = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("申请部门"))
    duty = models.OneToOneField(Duty, models.PROTECT, null=True, editable=False, related_name="admission", verbose_name=_("网格职责事项"))
    description = models.CharField(_("下沉内容"), max_length=300, help_text=_("网格员具体做什么，一两句话说清；将在清单中公开。"))
    basis = models.CharField(_("法律依据"), max_length=200, help_text=_("法律、法规、规章或上级文件的名称和条款。"))
    working_rules = models.TextField(_("办理流程"), max_length=2000, help_text=_("网格员怎样做、做到哪一步、发现问题交给谁。"))
    training = models.CharField(_("培训安排"), max_length=300, help_text=_("由谁培训、培训什么、多长时间。"))
    brings = models.TextField(
        _("带来的事件类型或检查表"), max_length=500, blank=True, help_text=_("每行写一项名称；准入后由管理员在相应页面启用。")
    )
    rate = models.DecimalField(_("每个网格每年经费（元）"), help_text=_("费随事转：不足以开展工作的，会审时可以提出。"), **MONEY)
    fund_source = models.CharField(_("经费来源"), max_length=100, help_text=_("预算科目或专项资金名称。"))
    begins = models.DateField(_("实施起"))
    ends = models.DateField(_("实施止"), help_text=_("这一天起不再实施；期满前可以在年度评估时延长。"))
    conditions = models.TextField(_("准入条件"), max_length=1000, blank=True)
    ends_on = models.DateField(_("退出日期"), null=True, blank=True)
    awaited_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)  # offices that have still to speak
    round = models.PositiveSmallIntegerField(_("会审轮次"), default=0, editable=False)
    search = generated_vector_field("title", "description", "basis")

    objects = AdmissionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格事项准入")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="admission_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="admission_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.ADMITTED, State.LEAVING, State.WITHDRAWN, State.LAPSED]) | Q(duty__isnull=False),
                name="admission_admitted_has_its_duty",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="admission_due"),
            GinIndex(fields=["office_ids"], name="admission_offices", fastupdate=False),
            GinIndex(fields=["search"], name="admission_search"),
        ]

    @property
    def summary(self):
        return self.description


class Opinion(models.Model):
    """What one office says of an application, once in each round."""

    admission = models.ForeignKey(Admission, models.CASCADE, related_name="opinions", verbose_name=_("准入申请"))
    round = models.PositiveSmallIntegerField(_("会审轮次"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("单位"))
    stance = models.CharField(_("意见"), max_length=12, choices=Stance.choices)
    text = models.TextField(_("理由"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("会审意见")
        ordering = ("at", "pk")
        constraints = [models.UniqueConstraint(fields=["admission", "office", "round"], name="opinion_once_a_round")]

    def __str__(self):
        return f"{self.office} {self.get_stance_display()}"

    @property
    def tone(self):
        return STANCE_TONES[self.stance]
