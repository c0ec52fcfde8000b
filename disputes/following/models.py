"""Which complaint follows which and what it was before; where many report the same."""

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import FINAL, State
from disputes.complaints.models import Category, Complaint
from disputes.following.enums import Ending
from disputes.following.rules import TOLD_STEPS
from governance.access.scope import Scoped
from governance.people.models import User
from governance.places.models import Place
from governance.timeline.models import Event

TOLD_KINDS = [f"{Complaint.flow.procedure}.{step}" for step in sorted(TOLD_STEPS)]


class MergeQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None)

    def behind(self):
        """Those who were not told yet what happened to the case they follow, or that it has ended."""
        told = Event.objects.for_residents().filter(kind__in=TOLD_KINDS, content_type=ContentType.objects.get_for_model(Complaint))
        news = told.filter(object_id=OuterRef("lead"), sequence__gt=OuterRef("told_up_to"))
        return self.standing().filter(Exists(news) | Q(lead__state__in=FINAL))


class Merge(models.Model):
    """并案: a complaint follows a leading one. Keeps what undoes it, how far the follower was told, and its one closing notice."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="merges")
    lead = models.ForeignKey(Complaint, models.PROTECT, related_name="followed_by")
    state_before = models.CharField(_("并案前状态"), max_length=14, choices=State.choices)
    paused = ArrayField(models.CharField(max_length=60), default=list)  # the clocks that stand still because of it
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # None: the resident joined
    at = models.DateTimeField(_("并案时间"))
    told_up_to = models.IntegerField(default=0)  # number of the lead's event
    ended_at = models.DateTimeField(_("结束时间"), null=True)
    ending = models.CharField(_("结束方式"), max_length=10, choices=Ending.choices, blank=True)
    closing = models.OneToOneField(Event, models.PROTECT, null=True, related_name="+")  # told of the end: once, and never by another row

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("并案")
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["complaint"], condition=Q(ended_at=None), name="merge_one_lead"),
            models.CheckConstraint(condition=~Q(complaint=F("lead")), name="merge_never_into_itself"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")), name="merge_ended_has_its_way"
            ),
            models.CheckConstraint(
                condition=Q(ending=Ending.CLOSED, closing__isnull=False) | (~Q(ending=Ending.CLOSED) & Q(closing=None)),
                name="merge_closed_was_told",
            ),
        ]

    def __str__(self):
        return f"{self.complaint_id} → {self.lead_id}"


class ClusterRule(models.Model):
    """When many reports are a cluster: how many, of one category, in one village, within how many days. Without a category: of any."""

    category = models.OneToOneField(Category, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("分类"))
    least = models.PositiveSmallIntegerField(_("至少（件）"))
    days = models.PositiveSmallIntegerField(_("期间（日）"))

    class Meta:
        verbose_name = verbose_name_plural = _("集中反映标准")
        ordering = (F("category__code").asc(nulls_first=True),)
        constraints = [
            models.UniqueConstraint(fields=["category"], nulls_distinct=False, name="cluster_rule_once_per_category"),
            models.CheckConstraint(condition=Q(least__gte=2, days__gte=1), name="cluster_rule_is_of_several"),
        ]

    def __str__(self):
        return f"{self.category or _('全部分类')} {self.least} / {self.days}"


class ClusterQuerySet(Scoped):
    def unsettled(self):
        """Where more than one complaint is still under way on its own."""
        return self.filter(ongoing__gt=1)


class Cluster(models.Model):
    """集中反映: many complaints of one category in one village. Counted anew by a task; nobody edits it."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="+", verbose_name=_("地点"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    category = models.ForeignKey(Category, models.CASCADE, related_name="+", verbose_name=_("分类"))
    count = models.PositiveIntegerField(_("件数"))
    ongoing = models.PositiveIntegerField(_("在办"))
    since = models.DateTimeField(_("最早"))
    until = models.DateTimeField(_("最近"))
    computed_at = models.DateTimeField(_("统计时间"))

    objects = ClusterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("集中反映")
        ordering = ("-count", "place_path")
        constraints = [models.UniqueConstraint(fields=["place", "category"], name="cluster_once_per_village")]
        indexes = [models.Index(fields=["place_path"], name="cluster_path")]

    def __str__(self):
        return f"{self.place_path} {self.category_id}: {self.count}"
