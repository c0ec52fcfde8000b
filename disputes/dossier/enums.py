"""When an item of the file is owed, what counts as having it, and how long a file is kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Owed(models.TextChoices):
    """On what of the case it depends whether an item may be missing."""

    ALWAYS = "always", _("必备")
    TALKED = "talked", _("进行过调解的必备")
    AGREED = "agreed", _("达成协议的必备")
    COURT = "court", _("申请司法确认的必备")
    NEVER = "never", _("有则入卷")


class Proof(models.TextChoices):
    """What an item is there by."""

    PAPER = "paper", _("系统文书或者扫描件")
    SCAN = "scan", _("须有签名的扫描件")


class Ending(models.TextChoices):
    """How a case ended decides how long its file is kept."""

    WRITTEN = "written", _("达成书面协议")
    ORAL = "oral", _("达成口头协议")
    ENDED = "ended", _("未达成协议")
