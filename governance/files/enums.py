"""What an attachment is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AttachmentKind(models.TextChoices):
    PHOTO = "photo", _("照片")
    VIDEO = "video", _("视频")
    DOCUMENT = "document", _("材料")
    REPLY = "reply", _("答复附件")
    PROOF = "proof", _("办理证明")
    SCAN = "scan", _("扫描件")
