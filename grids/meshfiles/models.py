"""A file brought in for the register: the file itself, what its check found, and what became of it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.files.models import StoredFile
from governance.people.models import Office
from grids.mesh.permissions import EDIT
from grids.meshfiles.enums import TONES, Kind, State


class MeshFileQuerySet(Scoped):
    pass


class MeshFile(StoredFile):
    """One sheet or map. `faults`: [row or feature, column's letter, its label, the reason]; `hints` are sentences that hinder nothing."""

    view_capability = EDIT

    kind = models.CharField(_("内容"), max_length=10, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("导入人"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("导入单位"))
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C", editable=False)
    at = models.DateTimeField(_("上传时间"))
    boundary_source = models.CharField(_("边界来源"), max_length=80, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.CHECKED)
    rows = models.PositiveIntegerField(_("行数"), default=0)
    bad = models.PositiveIntegerField(_("有误"), default=0)
    same = models.PositiveIntegerField(_("没有变化"), default=0)
    fresh = models.PositiveIntegerField(_("新增"), default=0)
    changed = models.PositiveIntegerField(_("修改"), default=0)
    faults = models.JSONField(_("错误"), default=list)
    hints = models.JSONField(_("提示"), default=list)
    refusal = models.CharField(_("无法读取的原因"), max_length=300, blank=True)
    finished_at = models.DateTimeField(_("完成时间"), null=True)

    objects = MeshFileQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格资料导入")
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["place_path", "at"], name="mesh_file_path_at")]

    def get_absolute_url(self):
        return reverse("meshfiles_detail", args=[self.pk])

    @property
    def number(self):
        return f"WG-{self.pk}"

    @property
    def tone(self):
        return TONES[self.state]

    @property
    def is_map(self):
        return self.kind == Kind.BOUNDARIES

    @property
    def good(self):
        """What the check found fit to be taken in."""
        return self.fresh + self.changed
