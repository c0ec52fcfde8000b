"""Files of cases, and files that wait for the end of a form."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.files.enums import AttachmentKind
from governance.files.rules import IMAGES, shown_size


class StoredFile(models.Model):
    """A checked file in private storage; `stored` and `thumbnail` are names there, random and without meaning."""

    name = models.CharField(_("文件名"), max_length=120)
    media_type = models.CharField(_("类型"), max_length=100)
    size = models.PositiveBigIntegerField(_("大小（字节）"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    width = models.PositiveIntegerField(_("宽（像素）"), null=True, blank=True)
    height = models.PositiveIntegerField(_("高（像素）"), null=True, blank=True)
    stored = models.CharField(_("存储名"), max_length=80, unique=True)
    thumbnail = models.CharField(_("缩略图存储名"), max_length=80, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def is_image(self):
        return self.media_type in IMAGES

    @property
    def shown_size(self):
        return shown_size(self.size)


class AttachmentQuerySet(models.QuerySet):
    def of(self, case):
        """The files of one case, oldest first."""
        kind = ContentType.objects.get_for_model(case)
        return self.filter(content_type=kind, object_id=case.pk).order_by("at", "pk")

    def shown_to_resident(self):
        return self.filter(public_to_resident=True)


class Attachment(StoredFile):
    """A file of a case. Who may see the case may see it; a resident only those marked for them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # An index of Meta begins with it.
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", db_index=False, verbose_name=_("事项类型"))
    object_id = models.BigIntegerField(_("事项序号"))
    case = GenericForeignKey("content_type", "object_id")
    case_number = models.CharField(_("事项编号"), max_length=32, db_index=True)
    kind = models.CharField(_("用途"), max_length=16, choices=AttachmentKind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attachments",
        verbose_name=_("上传人"),
    )
    at = models.DateTimeField(_("上传时间"))
    public_to_resident = models.BooleanField(_("群众可见"), default=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("附件")
        indexes = [models.Index(fields=["content_type", "object_id", "at"], name="attachment_case_at")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=AttachmentKind.values), name="attachment_kind_is_known"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="attachment_is_not_empty"),
        ]


class PendingUploadQuerySet(models.QuerySet):
    def waiting(self, *, at):
        return self.filter(expires_at__gt=at)

    def expired(self, *, at):
        return self.filter(expires_at__lte=at)


class PendingUpload(StoredFile):
    """A checked file whose form is not sent yet; it belongs to no case. Whoever knows the token (192 bits) sent it."""

    token = models.CharField(_("凭据"), max_length=43, unique=True)
    expires_at = models.DateTimeField(_("保留到"), db_index=True)

    objects = PendingUploadQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("待提交文件")
