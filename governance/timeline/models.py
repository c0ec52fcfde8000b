"""What happened to every case: written once, chained, never changed."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.people.models import Post
from governance.registry import person_of


class EventQuerySet(models.QuerySet):
    def of(self, case):
        return self.filter(content_type=ContentType.objects.get_for_model(case), object_id=case.pk)

    def for_residents(self):
        return self.filter(public=True)

    def with_actors(self):
        """With the offices that acted; who it was stays in the row."""
        return self.select_related("post__office")


class Event(models.Model):
    """One thing that happened to a case. The database refuses UPDATE and DELETE; `digest` chains it to the case's previous event."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, db_index=False)  # an index of Meta begins with it
    object_id = models.BigIntegerField()
    case = GenericForeignKey()
    case_number = models.CharField(_("编号"), max_length=40)
    sequence = models.IntegerField(_("序号"))
    kind = models.CharField(_("事项"), max_length=80)
    label = models.CharField(_("名称"), max_length=60)
    at = models.DateTimeField(_("时间"))
    recorded_at = models.DateTimeField(_("记录时间"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("人员"), db_index=False)
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+", verbose_name=_("岗位"), db_index=False)
    actor = models.CharField(_("办理主体"), max_length=12)
    note = models.TextField(_("说明"), blank=True)
    data = models.JSONField(_("数据"), default=dict)
    public = models.BooleanField(_("向反映人公开"), default=False)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("事件")
        ordering = ("content_type", "object_id", "sequence")
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "sequence"], name="event_sequence_once_per_case"),
        ]
        indexes = [
            models.Index(fields=["recorded_at"], name="event_recorded"),
            # Each answers one question of an auditor in the order of time, whatever the size of the table (governance/web/audit).
            models.Index(fields=["at", "id"], name="event_at"),
            models.Index(fields=["content_type", "at", "id"], name="event_procedure_at"),
            models.Index(fields=["by", "at", "id"], name="event_person_at", condition=Q(by__isnull=False)),
            models.Index(fields=["post", "at", "id"], name="event_post_at", condition=Q(post__isnull=False)),
        ]

    def __str__(self):
        return f"{self.case_number} #{self.sequence} {self.label}"

    @property
    def actor_label(self):
        """Who did it, as a resident may read it: the office, never the person."""
        if self.post_id:
            return self.post.office.short_name
        if self.actor == "person":
            return str(person_of(self.kind.partition(".")[0]))
        return str(ACTORS.get(self.actor, ""))


ACTORS = {"system": _("系统"), "staff": _("工作人员")}
