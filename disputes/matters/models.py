"""The list of administrative mediation (行政调解事项清单, Art. 39): matters, every version of them, and models to draft from."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from disputes.matters.enums import FINAL, SHOWN, STANDING, TONES, VERSION_TONES, Level, Nature, State, VersionState
from disputes.matters.flow import FLOW
from disputes.matters.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field

TEXTS = ("title", "nature", "levels", "remedy", "basis")


class Text(models.Model):
    """What Art. 39 asks the list to say of a matter; the body is the office."""

    title = models.CharField(_("事项"), max_length=60)
    nature = models.CharField(_("纠纷性质"), max_length=16, choices=Nature.choices)
    levels = ArrayField(models.CharField(max_length=10, choices=Level.choices), verbose_name=_("办理层级"))
    remedy = models.TextField(_("救济途径"), max_length=500)
    basis = models.TextField(_("依据"), max_length=500)

    class Meta:
        abstract = True

    @property
    def levels_label(self):
        labels = dict(Level.choices)
        return "、".join(str(labels[level]) for level in Level.values if level in self.levels)


class MatterQuerySet(CaseQuerySet):
    line_more = ("nature", "body__short_name", "edition")

    def standing(self):
        """In force and public."""
        return self.filter(state__in=STANDING)

    def shown(self):
        """What everyone reads: those in force, and those withdrawn, marked as such."""
        return self.filter(state__in=SHOWN)

    def for_detail(self):
        return self.select_related("place", "office", "body")


class Matter(Text, Case):
    """A matter as it stands in public; before the first publication, as it was drafted. `body` mediates it, `office` holds the next key."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.WAITING)
    body = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("实施主体"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("提出人"))
    edition = models.PositiveSmallIntegerField(_("版次"), default=0)
    published_at = models.DateTimeField(_("公布时间"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("撤下时间"), null=True, blank=True)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "remedy", "basis")

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("行政调解事项")
        ordering = ("place_path", "body", "title", "id")
        constraints = [
            models.UniqueConstraint(fields=["body", "title"], condition=~Q(state__in=FINAL), name="matter_once_per_body"),
            models.CheckConstraint(
                condition=~Q(state__in=SHOWN) | Q(edition__gt=0, published_at__isnull=False), name="matter_public_was_published"
            ),
            models.CheckConstraint(
                condition=Q(state=State.WITHDRAWN, withdrawn_at__isnull=False) | (~Q(state=State.WITHDRAWN) & Q(withdrawn_at=None)),
                name="matter_withdrawn_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "state"], name="matter_path_state"),
            GinIndex(fields=["office_ids"], name="matter_offices", fastupdate=False),
            GinIndex(fields=["search"], name="matter_search", fastupdate=False),
        ]

    def __str__(self):
        return self.number

    @property
    def summary(self):
        return self.basis

    @property
    def is_standing(self):
        return self.state in STANDING


class VersionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=VersionState.WAITING)

    def published(self):
        return self.filter(state=VersionState.PUBLISHED).order_by("-edition")


class MatterVersion(Text):
    """One text of a matter with both keys: who of which office drafted it, and who of which other one agreed. Never written again."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="versions", verbose_name=_("事项"))
    edition = models.PositiveSmallIntegerField(_("版次"), null=True)
    state = models.CharField(_("状态"), max_length=10, choices=VersionState.choices, default=VersionState.WAITING)
    reason = models.TextField(_("修订原因"), blank=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("拟定人"))
    drafted_office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("拟定单位"))
    drafted_at = models.DateTimeField(_("拟定时间"))
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("会签人"))
    agreed_office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("会签单位"))
    agreed_at = models.DateTimeField(_("会签时间"), null=True)
    note = models.TextField(_("会签意见"), blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("行政调解事项版本")
        ordering = ("-drafted_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["matter"], condition=Q(state=VersionState.WAITING), name="version_one_waits"),
            models.UniqueConstraint(fields=["matter", "edition"], name="version_edition_once"),
            models.CheckConstraint(
                condition=~Q(agreed_by=F("drafted_by")) & ~Q(agreed_office=F("drafted_office")), name="version_has_two_keys"
            ),
            models.CheckConstraint(
                condition=~Q(state=VersionState.PUBLISHED) | Q(edition__isnull=False, agreed_by__isnull=False),
                name="version_published_was_agreed",
            ),
        ]

    def __str__(self):
        return f"{self.matter_id} v{self.edition or '?'}"

    @property
    def tone(self):
        return VERSION_TONES[self.state]


class MatterSample(Text):
    """A matter that national law names, to draft from. It is no list of its own: a body and its justice bureau decide what they publish."""

    code = models.CharField(_("代码"), max_length=40, unique=True)
    trade = models.CharField(_("主管部门"), max_length=30)

    class Meta:
        verbose_name = verbose_name_plural = _("参考事项")
        ordering = ("trade", "code")

    def __str__(self):
        return self.title
