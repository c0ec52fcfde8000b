"""The ledger of duties (条例落实台账): what each article asks of whom, what was filed for it, and how each office stands."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.deadlines.enums import Mark
from governance.people.enums import OfficeType
from governance.people.models import Office
from supervision.duties.enums import GAPS, TONES, BoundLevel, Period, State
from supervision.duties.permissions import VIEW
from supervision.oversight.enums import Ground
from supervision.oversight.models import Finding

A_DAY = RegexValidator(r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", _("写作 月-日，如 03-31。"))
WRITER = {"on_delete": models.PROTECT, "null": True, "related_name": "+"}


class Article(models.Model):
    """What an article is about, in our own words; `note` says whom it binds without standing in the ledger, and why."""

    number = models.PositiveSmallIntegerField(_("条"), primary_key=True)
    chapter = models.CharField(_("章"), max_length=30)
    title = models.CharField(_("内容"), max_length=40)
    summary = models.CharField(_("要求概述"), max_length=300)
    note = models.CharField(_("说明"), max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("条例条文")
        ordering = ("number",)

    def __str__(self):
        return _("第%(number)s条 %(title)s") % {"number": self.number, "title": self.title}

    def get_absolute_url(self):
        return reverse("duties_article", args=[self.number])


class DutyQuerySet(models.QuerySet):
    def in_force(self, day):
        return self.filter(in_force_from__lte=day).filter(Q(in_force_until=None) | Q(in_force_until__gt=day))


class Duty(models.Model):
    """One thing an article asks of one kind of office on one level, from a day on. A change ends the row, and another one follows it.

    It is shown by `evidence`, the code of a declared query, or by a `document` that the office files for the year.
    """

    code = models.CharField(_("代码"), max_length=30)
    article = models.ForeignKey(Article, models.PROTECT, related_name="duties", verbose_name=_("条文"))
    paragraph = models.PositiveSmallIntegerField(_("款"), default=1)
    level = models.CharField(_("层级"), max_length=10, choices=BoundLevel.choices)
    office_type = models.CharField(_("责任单位类型"), max_length=16, choices=OfficeType.choices)
    trade = models.CharField(_("行业"), max_length=30, blank=True)
    summary = models.CharField(_("职责（概述）"), max_length=120)
    evidence = models.CharField(_("核对依据"), max_length=60, blank=True)
    document = models.CharField(_("应报材料"), max_length=60, blank=True)
    period = models.CharField(_("周期"), max_length=10, choices=Period.choices, default=Period.YEAR)
    due_on = models.CharField(_("每年截止日（月-日）"), max_length=5, default="12-20", validators=[A_DAY])
    least = models.PositiveSmallIntegerField(_("每个周期至少"), default=1, validators=[MinValueValidator(1)])
    share = models.PositiveSmallIntegerField(
        _("达到百分之几视为落实"), default=100, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    ground = models.PositiveSmallIntegerField(_("督导情形"), choices=Ground.choices, default=Ground.NEGLECT)
    mark = models.CharField(_("来源标记"), max_length=1, choices=Mark.choices, default=Mark.DEFAULT)
    in_force_from = models.DateField(_("起"))
    in_force_until = models.DateField(_("止"), null=True, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("维护人"), **WRITER)
    reason = models.CharField(_("变更理由"), max_length=200, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("条例职责")
        ordering = ("article", "paragraph", "code", "in_force_from")
        constraints = [
            models.UniqueConstraint(fields=["code", "in_force_from"], name="duty_version_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(in_force_until=None), name="duty_one_without_end"),
            models.CheckConstraint(
                condition=Q(evidence="") & ~Q(document="") | ~Q(evidence="") & Q(document=""), name="duty_has_one_kind_of_proof"
            ),
            models.CheckConstraint(condition=Q(in_force_until=None) | Q(in_force_until__gte=F("in_force_from")), name="duty_ends_after"),
        ]

    def __str__(self):
        return self.summary

    @property
    def citation(self):
        return gettext("第%(article)s条第%(paragraph)s款") % {"article": self.article_id, "paragraph": self.paragraph}

    @property
    def due_label(self):
        month, day = self.due_on.split("-")
        return gettext("%(month)s月%(day)s日") % {"month": int(month), "day": int(day)}


class Placed(models.Model):
    """What an office has to do with the ledger in a year, seen by whoever sees the office."""

    view_capability = VIEW

    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("责任单位"))
    year = models.PositiveSmallIntegerField(_("年度"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)

    class Meta:
        abstract = True


class DutyStateQuerySet(Scoped):
    def gaps(self):
        return self.filter(state__in=GAPS)

    def told(self):
        """What a row of a list says."""
        return self.select_related("duty__article", "office__place", "finding")

    def in_order(self):
        return self.order_by("duty__article", "duty__paragraph", "place_path", "office__code", "pk")


class DutyState(Placed):
    """How an office stands to a duty of a year. One row for ever: refreshing writes it anew, a gap is raised from it once."""

    code = models.CharField(max_length=30)
    duty = models.ForeignKey(Duty, models.PROTECT, related_name="states", verbose_name=_("职责"))
    state = models.CharField(_("状态"), max_length=10, choices=State.choices)
    done = models.PositiveIntegerField(_("已完成"), default=0)
    asked = models.PositiveIntegerField(_("应完成"), null=True)
    since = models.DateTimeField(_("自"))
    checked_at = models.DateTimeField(_("核对时间"))
    finding = models.OneToOneField(Finding, models.PROTECT, null=True, related_name="duty_state", verbose_name=_("督导线索"))

    objects = DutyStateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("职责落实情况")
        ordering = ("-year", "duty", "place_path", "office")
        constraints = [models.UniqueConstraint(fields=["code", "office", "year"], name="duty_state_once_a_year")]
        indexes = [
            models.Index(fields=["year", "place_path"], name="duty_state_path"),
            GinIndex(fields=["office_ids"], name="duty_state_offices", fastupdate=False),
        ]

    def __str__(self):
        return f"{self.year} {self.office} {self.code}"

    def get_absolute_url(self):
        return reverse("duties_detail", args=[self.pk])

    @property
    def tone(self):
        return TONES[self.state]

    @property
    def is_gap(self):
        return self.state in GAPS

    @property
    def counts(self):
        """What the state was computed from, in words."""
        if self.duty.document:
            return gettext("已报材料%(done)s份") % {"done": self.done}
        if self.asked is None:
            return gettext("已有%(done)s项") % {"done": self.done}
        return gettext("应完成%(asked)s项，已完成%(done)s项") % {"asked": self.asked, "done": self.done}


class Reminder(Placed):
    """What an office was told of the documents of one day, so many days ahead: once, however often the sweep runs."""

    number = models.CharField(_("编号"), max_length=60, unique=True)
    due_on = models.DateField(_("截止日"))
    days = models.PositiveSmallIntegerField(_("提前天数"))
    at = models.DateTimeField(_("提醒时间"))
    version = models.IntegerField(default=0)

    objects = Scoped.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("条例材料提醒")
        ordering = ("-at", "-pk")
        constraints = [models.UniqueConstraint(fields=["office", "due_on", "days"], name="reminder_once")]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("duties_office", args=[self.office_id])


class FilingQuerySet(Scoped):
    def standing(self):
        """What counts: not handed back."""
        return self.filter(returned_at=None)


class Filing(Placed):
    """A document an office filed for a duty and a year. Its files are attachments, seen by whoever sees the filing."""

    number = models.CharField(_("编号"), max_length=40, unique=True)
    code = models.CharField(max_length=30)
    duty = models.ForeignKey(Duty, models.PROTECT, related_name="+", verbose_name=_("职责"))
    title = models.CharField(_("文件名称"), max_length=100)
    document_number = models.CharField(_("文号"), max_length=60, blank=True)
    issued_on = models.DateField(_("成文日期"))
    note = models.CharField(_("说明"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("报送人"))
    at = models.DateTimeField(_("报送时间"))
    returned_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("退回人"), **WRITER)
    returned_at = models.DateTimeField(_("退回时间"), null=True)
    return_reason = models.CharField(_("退回理由"), max_length=200, blank=True)
    version = models.IntegerField(default=0)

    objects = FilingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("落实材料")
        ordering = ("-at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_at=None, return_reason="") | Q(returned_at__isnull=False) & ~Q(return_reason=""),
                name="filing_returned_with_reason",
            )
        ]
        indexes = [models.Index(fields=["year", "code", "office"], name="filing_of_state")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("duties_detail", args=[DutyState.objects.get(code=self.code, office=self.office_id, year=self.year).pk])
