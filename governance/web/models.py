"""What the portal keeps about its own running: signs of life, and what administrators did."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.people.models import Post


class Heartbeat(models.Model):
    """When a part of the portal last gave a sign of life. Read by `/readyz`."""

    name = models.CharField(_("部件"), max_length=20, primary_key=True)
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("运行心跳")

    def __str__(self):
        return f"{self.name} {self.at:%F %T}"


class ActKind(models.TextChoices):
    """What an administrator can do that someone may ask about later."""

    PERSON_CREATED = "person_created", _("新建账号")
    PERSON_CHANGED = "person_changed", _("修改账号资料")
    PERSON_DEACTIVATED = "person_deactivated", _("停用账号")
    PERSON_REACTIVATED = "person_reactivated", _("恢复账号")
    PASSWORD_RESET = "password_reset", _("重置密码")
    FACTOR_RESET = "factor_reset", _("重置动态口令")
    POST_GIVEN = "post_given", _("授予岗位")
    POST_ENDED = "post_ended", _("结束岗位")
    OFFICE_CREATED = "office_created", _("新建机构")
    OFFICE_CHANGED = "office_changed", _("修改机构")
    YEAR_LOADED = "year_loaded", _("载入年度日历")
    LOCAL_HOLIDAY = "local_holiday", _("调整地方放假日")
    OFFICE_HOURS = "office_hours", _("调整办公时间")
    RECOUNTED = "recounted", _("重新计算在办期限")
    LEAVE_REGISTERED = "leave_registered", _("登记离岗代管")
    LEAVE_ENDED = "leave_ended", _("结束离岗代管")
    LIMIT_CHANGED = "limit_changed", _("修改办理时限")


class ActQuerySet(models.QuerySet):
    def about(self, thing):
        return self.filter(subject=subject_of(thing))

    def with_actors(self):
        return self.select_related("by", "post__office")

    def recount_owed(self):
        """Acts that changed the calendar and were not yet followed by a recount of the open limits."""
        return self.filter(data__has_key="recount_from", consequences=None).order_by("pk")


class AdministrativeAct(models.Model):
    """One thing an administrator did (or, without `by`, the portal in consequence).

    Who, when, to what. Written once.
    """

    kind = models.CharField(_("事项"), max_length=20, choices=ActKind.choices)
    subject = models.CharField(_("对象"), max_length=80, db_index=True)
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("人员"))
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+", verbose_name=_("岗位"))
    note = models.CharField(_("说明"), max_length=400, blank=True)
    data = models.JSONField(_("数据"), default=dict)
    cause = models.ForeignKey("self", models.PROTECT, null=True, related_name="consequences", verbose_name=_("起因"))

    objects = ActQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("管理记录")
        ordering = ("-at", "-pk")
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=ActKind.values), name="act_kind_is_known")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.subject}"


def subject_of(thing):
    """What an act is about, as one word: `user:12`, `office:7`, `calendar:2027`, `limit:complaints.handle`."""
    return thing if isinstance(thing, str) else f"{thing._meta.model_name}:{thing.pk}"
