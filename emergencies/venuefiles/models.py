"""A sheet of venues brought in: the file itself, what its check found, and what became of it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.venuefiles.enums import TONES, State
from emergencies.venues.permissions import IMPORT
from governance.access.scope import Scoped
from governance.files.models import StoredFile
from governance.people.models import Office


class VenueFileQuerySet(Scoped):
    pass


class VenueFile(StoredFile):
    """One sheet. `faults`: [row, column's letter, its label, the reason]."""

    view_capability = IMPORT

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("导入人"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("导入单位"))
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C", editable=False)
    at = models.DateTimeField(_("上传时间"))
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.CHECKED)
    rows = models.PositiveIntegerField(_("行数"), default=0)
    bad = models.PositiveIntegerField(_("有误"), default=0)
    same = models.PositiveIntegerField(_("没有变化"), default=0)
    fresh = models.PositiveIntegerField(_("新申报"), default=0)
    changed = models.PositiveIntegerField(_("更正"), default=0)
    faults = models.JSONField(_("错误"), default=list)
    refusal = models.CharField(_("无法读取的原因"), max_length=300, blank=True)
    finished_at = models.DateTimeField(_("完成时间"), null=True)

    objects = VenueFileQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("场所导入")
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["place_path", "at"], name="venue_file_path_at")]

    def get_absolute_url(self):
        return reverse("venuefiles_detail", args=[self.pk])

    @property
    def number(self):
        return f"CS-{self.pk}"

    @property
    def tone(self):
        return TONES[self.state]

    @property
    def good(self):
        """What the check found fit to be taken in."""
        return self.fresh + self.changed
