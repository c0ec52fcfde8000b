"""The clients' keys, what a category asks of them, and what they sent."""

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.complaints.models import Category, Complaint
from disputes.open311.enums import LISTS, Datatype, Scope
from governance.timeline.models import Event

PLACE_CODE = "place_code"  # the attribute every service has: it routes at once
PER_HOUR = 600


class ApiKeyQuerySet(models.QuerySet):
    def live(self):
        return self.filter(ended_at=None)


class ApiKey(models.Model):
    """A client of the interface. The key itself is shown once and never kept: only its digest, and the letters it begins with."""

    name = models.CharField(_("客户端名称"), max_length=60)
    contact = models.CharField(_("负责单位和工作电话"), max_length=120)
    prefix = models.CharField(_("密钥开头"), max_length=16, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    scopes = ArrayField(models.CharField(max_length=10, choices=Scope.choices), verbose_name=_("可以做什么"))
    per_hour = models.PositiveIntegerField(
        _("每小时最多请求次数"), default=PER_HOUR, validators=[MinValueValidator(1), MaxValueValidator(100_000)]
    )
    issued_at = models.DateTimeField(_("发放时间"))
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(_("停用时间"), null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("接口密钥")
        ordering = ("-issued_at", "-pk")

    def __str__(self):
        return self.name

    @property
    def scope_labels(self):
        return [Scope(scope).label for scope in self.scopes]


class ServiceAttributeQuerySet(models.QuerySet):
    def of_service(self, category):
        """What is asked in a category: what its group asks of all of them first."""
        return self.filter(category__in=[category.pk, category.parent_id], active=True).order_by("category__code", "order", "code")


class ServiceAttribute(models.Model):
    """A question a category asks of a client beside the description (GeoReport v2: service definition attribute)."""

    category = models.ForeignKey(Category, models.CASCADE, related_name="attributes", verbose_name=_("分类"))
    code = models.CharField(
        _("代码"), max_length=30,
        validators=[RegexValidator(r"^[A-Za-z][A-Za-z0-9_]*$", _("请用字母开头，只用字母、数字和下划线。"))],
    )  # fmt: skip
    datatype = models.CharField(_("答案类型"), max_length=16, choices=Datatype.choices, default=Datatype.STRING)
    description = models.CharField(_("问题"), max_length=120)
    hint = models.CharField(_("填写提示"), max_length=120, blank=True)
    required = models.BooleanField(_("必填"), default=False)
    values = models.JSONField(_("选项"), default=list, blank=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=10)
    active = models.BooleanField(_("在用"), default=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ServiceAttributeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("接口分类属性")
        ordering = ("category__code", "order", "code")
        constraints = [
            models.UniqueConstraint(fields=["category", "code"], name="attribute_once_per_category"),
            models.CheckConstraint(condition=~models.Q(code=PLACE_CODE), name="attribute_place_code_is_built_in"),
        ]

    def __str__(self):
        return self.description

    @property
    def is_list(self):
        return self.datatype in LISTS

    @property
    def keys(self):
        return [key for key, _name in self.values]


class Submission(models.Model):
    """What a client sent with a complaint besides the complaint's own facts. Contact data are sealed in the complaint, never here."""

    complaint = models.OneToOneField(Complaint, models.CASCADE, primary_key=True, related_name="open311")
    key = models.ForeignKey(ApiKey, models.PROTECT, related_name="submissions", verbose_name=_("客户端"))
    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    digest = models.CharField(max_length=64, editable=False)  # of all that was sent: the same again is a retry
    answers = models.JSONField(_("属性"), default=list)  # [question, answer] pairs, as they were called then
    address_string = models.CharField(_("地址文字"), max_length=400, blank=True)
    media_url = models.CharField(_("照片网址"), max_length=400, blank=True)
    at = models.DateTimeField(_("收到时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("接口来件")
        indexes = [models.Index(fields=["key", "at"], name="submission_key_at")]

    def __str__(self):
        return f"{self.key_id}: {self.complaint_id}"


class ClientUpdate(models.Model):
    """A word a client sent later about its own request; `external_id` is the client's, so that sending twice adds nothing."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="updates")
    external_id = models.CharField(max_length=100)
    event = models.ForeignKey(Event, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = _("接口补充说明")
        constraints = [models.UniqueConstraint(fields=["submission", "external_id"], name="client_update_once")]

    def __str__(self):
        return self.external_id
