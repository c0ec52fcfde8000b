"""Warnings, tips and statements: the matter, the draft that is being checked, and every message that went out, written once."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.incidents.models import Incident
from emergencies.warnings.enums import COLOURS, FINAL, PUBLISHED, STANDING, TONES, Category, Certainty, Level, Sort, State, Type
from emergencies.warnings.flow import FLOW
from emergencies.warnings.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.search.query import generated_vector_field

CONTENT = ("headline", "text", "advice", "level", "certainty", "starts_at", "until")  # what a draft and a message both say


class KindQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)

    def of_sort(self, sort):
        return self.in_use().filter(sort=sort)

    def of_trade(self, trade):
        """What an office of this trade sends out; an office of a place is bound to none."""
        return self.filter(Q(trades__contains=[trade]) | Q(trades=[])) if trade else self


class WarningKind(models.Model):
    """What one can be warned of. `levels` are the colours the law knows for it, `trades` the offices that send it out (none: all)."""

    code = models.SlugField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("名称"), max_length=40)
    sort = models.CharField(_("类别"), max_length=10, choices=Sort.choices)
    levels = ArrayField(models.CharField(max_length=6, choices=Level.choices), default=list, blank=True, verbose_name=_("级别"))
    category = models.CharField(_("CAP 类别"), max_length=10, choices=Category.choices)
    trades = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("发布部门"))
    citation = models.CharField(_("依据"), max_length=120)
    advice = models.TextField(_("通常的防范建议"), blank=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("在用"), default=True)

    objects = KindQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("预警种类")
        ordering = ("order", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(sort=Sort.WARNING, levels__len__gt=0) | (~Q(sort=Sort.WARNING) & Q(levels=[])),
                                   name="warning_kind_has_its_levels"),
        ]  # fmt: skip

    def __str__(self):
        return self.label

    @property
    def colours(self):
        """Its levels as badges."""
        return [{"label": COLOURS[level], "tone": level} for level in self.levels]


class WarningQuerySet(CaseQuerySet):
    line_more = ("kind__label", "sort", "level", "until", "messages_sent")
    across = Q()

    def for_detail(self):
        return self.select_related("place", "office", "kind", "incident")

    def for_step(self):
        return self.select_related("place", "office__place", "kind")

    def published(self):
        """What went before the public, whatever became of it."""
        return self.filter(state__in=PUBLISHED)

    def in_force(self, at):
        """What stands before the public and is not over: true by the clock, whether or not a worker ran."""
        return self.filter(state__in=STANDING).filter(Q(until=None) | Q(until__gt=at))

    def over(self, at):
        """What ended by itself and is not marked as ended yet."""
        return self.filter(state__in=STANDING, until__lte=at)

    def touching(self, path):
        """What holds at a place: in it, around it, or in a part of it."""
        there = WarnedPlace.objects.filter(Q(path__in=ancestors(path)) | Q(path__startswith=path), warning=models.OuterRef("pk"))
        return self.filter(models.Exists(there))


class Warning(Case):
    """A matter the public is warned of or told about. Until it is issued it shows the draft, then always the last message.

    It is open to every office that must act on it, of whatever area: they are among `office_ids` once it is issued.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFTED)
    kind = models.ForeignKey(WarningKind, models.PROTECT, related_name="+", verbose_name=_("种类"))
    sort = models.CharField(_("类别"), max_length=10, choices=Sort.choices)
    level = models.CharField(_("级别"), max_length=6, choices=Level.choices, blank=True)
    starts_at = models.DateTimeField(_("影响开始"), null=True, blank=True)
    until = models.DateTimeField(_("有效期至"), null=True, blank=True)
    area = models.TextField(_("范围"), blank=True)
    messages_sent = models.PositiveIntegerField(_("已发布"), default=0)
    issued_at = models.DateTimeField(_("发布时间"), null=True, blank=True)
    kept = models.BooleanField(_("按时发布"), null=True)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, blank=True, related_name="warnings", verbose_name=_("突发事件"))
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "area")

    objects = WarningQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("预警和信息发布")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="warning_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(sort=Sort.WARNING) ^ Q(level=""), name="warning_has_a_level_a_tip_none"),
            models.CheckConstraint(condition=Q(sort=Sort.STATEMENT) ^ Q(until__isnull=False), name="warning_ends_a_statement_stands"),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLISHED) | Q(issued_at__isnull=False, messages_sent__gt=0), name="warning_published_has_a_message"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="warning_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="warning_opened"),
            models.Index(fields=["until"], name="warning_standing", condition=Q(state__in=STANDING)),
            models.Index(F("issued_at").desc(), name="warning_issued", condition=Q(state__in=PUBLISHED)),
            GinIndex(fields=["office_ids"], name="warning_offices", fastupdate=False),
            GinIndex(fields=["search"], name="warning_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return f"{self.kind} · {self.area}"

    @property
    def is_published(self):
        return self.state in PUBLISHED

    @property
    def is_standing(self):
        return self.state in STANDING

    @property
    def colour(self):
        return COLOURS.get(self.level, "")

    def get_public_url(self):
        return reverse("warning_published", args=[self.number])


class WarnedPlace(models.Model):
    """A part of the area of the last message, so that what holds at a place is one look at an index."""

    warning = models.ForeignKey(Warning, models.CASCADE, related_name="warned")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    path = models.CharField(max_length=24, db_collation="C")

    class Meta:
        verbose_name = verbose_name_plural = _("预警范围")
        constraints = [models.UniqueConstraint(fields=["warning", "place"], name="warned_place_once")]
        indexes = [models.Index(fields=["path"], name="warned_place_path")]

    def __str__(self):
        return self.path


class WarningDraft(models.Model):
    """What is being written and checked; it is gone once it is issued. `change` says what is different from the last message."""

    warning = models.OneToOneField(Warning, models.CASCADE, related_name="draft", verbose_name=_("事项"))
    headline = models.CharField(_("标题"), max_length=60)
    text = models.TextField(_("内容"))
    advice = models.TextField(_("防范建议"), blank=True)
    level = models.CharField(_("级别"), max_length=6, choices=Level.choices, blank=True)
    certainty = models.CharField(_("可能性"), max_length=10, choices=Certainty.choices)
    starts_at = models.DateTimeField(_("影响开始"), null=True, blank=True)
    until = models.DateTimeField(_("有效期至"), null=True, blank=True)
    places = models.ManyToManyField(Place, related_name="+", verbose_name=_("范围"))
    change = models.TextField(_("更新说明"), blank=True)
    drafter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("拟稿"))
    checker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("校核"))
    made_at = models.DateTimeField(_("拟稿时间"))
    checked_at = models.DateTimeField(_("校核时间"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("稿件")
        constraints = [
            models.CheckConstraint(condition=Q(checker=None) | ~Q(checker=F("drafter")), name="warning_draft_checked_by_somebody_else")
        ]

    def __str__(self):
        return self.headline


class WarningMessage(models.Model):
    """One message as it went out. The database refuses to change or delete it: a correction is the next message."""

    warning = models.ForeignKey(Warning, models.PROTECT, related_name="messages", verbose_name=_("事项"))
    serial = models.PositiveIntegerField(_("次序"))
    type = models.CharField(_("动作"), max_length=6, choices=Type.choices)
    identifier = models.CharField(_("标识"), max_length=60, unique=True)
    sender = models.CharField(_("发送方"), max_length=120)
    sender_name = models.CharField(_("发布单位"), max_length=80)
    headline = models.CharField(_("标题"), max_length=60)
    text = models.TextField(_("内容"))
    advice = models.TextField(_("防范建议"), blank=True)
    level = models.CharField(_("级别"), max_length=6, choices=Level.choices, blank=True)
    certainty = models.CharField(_("可能性"), max_length=10, choices=Certainty.choices)
    starts_at = models.DateTimeField(_("影响开始"), null=True)
    until = models.DateTimeField(_("有效期至"), null=True)
    paths = ArrayField(models.CharField(max_length=24), verbose_name=_("范围"))
    area = models.TextField(_("范围"))
    change = models.TextField(_("更新、解除说明"), blank=True)
    sent_at = models.DateTimeField(_("发布时间"))
    xml = models.TextField("CAP", blank=True)
    drafter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("拟稿"))
    checker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("校核"))
    issuer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("签发"))

    class Meta:
        verbose_name = verbose_name_plural = _("已发布的信息")
        ordering = ("warning", "serial")
        constraints = [
            models.UniqueConstraint(fields=["warning", "serial"], name="warning_message_serial"),
            models.CheckConstraint(
                condition=Q(type=Type.CANCEL) | (Q(checker__isnull=False) & ~Q(checker=F("drafter"))), name="warning_message_seen_by_two"
            ),
            models.CheckConstraint(condition=Q(type=Type.ALERT, serial=1) | (~Q(type=Type.ALERT) & Q(serial__gt=1)),
                                   name="warning_message_first_is_an_alert"),
        ]  # fmt: skip
        indexes = [models.Index(F("sent_at").desc(), name="warning_message_sent")]

    def __str__(self):
        return self.identifier

    @property
    def colour(self):
        return COLOURS.get(self.level, "")
