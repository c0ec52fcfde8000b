"""An uploaded sheet of complaints: the file itself, how far it was read, and what became of its rows."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from disputes.complaints.models import Complaint
from disputes.imports.enums import AT_WORK, TONES, Outcome, State
from disputes.imports.permissions import TAKE_IN
from governance.access.scope import Scoped
from governance.files.models import StoredFile
from governance.people.models import Office, Post
from governance.privacy.fields import SealedField


class ImportQuerySet(Scoped):
    def stalled(self, since):
        """Begun, and not heard of since: the worker failed, or its message was lost."""
        return self.filter(state__in=AT_WORK, touched_at__lt=since)


class Import(StoredFile):
    """One sheet, kept privately as it came. `read_to` is the last row whose taking is committed, so that work goes on after a failure."""

    view_capability = TAKE_IN

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("导入人"))
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("导入单位"))
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C", editable=False)
    at = models.DateTimeField(_("上传时间"))
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.CHECKING)
    rows = models.PositiveIntegerField(_("行数"), default=0)
    bad = models.PositiveIntegerField(_("有误"), default=0)
    known = models.PositiveIntegerField(_("先前已导入"), default=0)
    taken = models.PositiveIntegerField(_("已导入"), default=0)
    read_to = models.PositiveIntegerField(_("已处理到第几行"), default=1)
    touched_at = models.DateTimeField(_("最近处理"))
    finished_at = models.DateTimeField(_("完成时间"), null=True)
    sms = models.BooleanField(_("给反映人发送受理短信"), default=False, db_default=False)
    refusal = models.CharField(_("无法读取的原因"), max_length=300, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("来件导入")
        ordering = ("-at", "-pk")
        indexes = [
            models.Index(fields=["place_path", "at"], name="import_path_at"),
            models.Index(fields=["touched_at"], name="import_at_work", condition=Q(state__in=AT_WORK)),
        ]

    def get_absolute_url(self):
        return reverse("imports_detail", args=[self.pk])

    @property
    def number(self):
        return f"DR-{self.pk}"

    @property
    def tone(self):
        return TONES[self.state]

    @property
    def is_at_work(self):
        return self.state in AT_WORK

    @property
    def good(self):
        """Rows the dry run found fit."""
        return self.rows - self.bad - self.known

    @property
    def done(self):
        """Rows whose fate is settled."""
        return self.bad + self.known + self.taken


class ImportRowQuerySet(models.QuerySet):
    def bad(self):
        return self.filter(outcome=Outcome.BAD)

    def settled(self):
        return self.exclude(outcome=Outcome.BAD).select_related("complaint")


class ImportRow(models.Model):
    """What became of one row. `faults`: [column's letter, its label, the reason] for each cell that is wrong."""

    sheet = models.ForeignKey(Import, models.CASCADE, related_name="lines")
    line = models.PositiveIntegerField(_("行号"))
    outcome = models.CharField(_("结果"), max_length=6, choices=Outcome.choices)
    faults = models.JSONField(_("错误"), default=list)
    complaint = models.ForeignKey(Complaint, models.PROTECT, null=True, related_name="+")

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("导入结果")
        ordering = ("sheet", "line")
        constraints = [models.UniqueConstraint(fields=["sheet", "line"], name="import_row_once")]

    def __str__(self):
        return f"{self.sheet_id} · {self.line}"


class ImportCodes(models.Model):
    """The query codes of a batch, sealed: {row: code} as JSON, for whoever must tell them to the people. Forgotten after a while."""

    sheet = models.ForeignKey(Import, models.CASCADE, related_name="codes")
    first_line = models.PositiveIntegerField()
    sealed = SealedField(kind="text", blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = _("查询码")
        ordering = ("sheet", "first_line")
        constraints = [models.UniqueConstraint(fields=["sheet", "first_line"], name="import_codes_once")]

    def __str__(self):
        return f"{self.sheet_id} · {self.first_line}"

    @property
    def number(self):
        return self.sheet.number
