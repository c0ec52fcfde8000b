"""Check lists (检查表) in their versions, and the kinds of premises they are made for. A person is never what is checked."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.enums import Topic, Weight


class PremisesKind(models.Model):
    """A kind of premises that is inspected. `trades` are the bureaus in charge; `venue_kinds` the crowded places that belong to it."""

    code = models.SlugField(_("代码"), max_length=20, unique=True)
    label = models.CharField(_("名称"), max_length=40)
    trades = ArrayField(models.CharField(max_length=30), verbose_name=_("主管行业"), default=list, blank=True)
    venue_kinds = ArrayField(models.CharField(max_length=20), verbose_name=_("对应的场所类型"), default=list, blank=True)
    citation = models.CharField(_("依据"), max_length=120)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("在用"), default=True)

    class Meta:
        verbose_name = verbose_name_plural = _("检查对象类型")
        ordering = ("order", "code")

    def __str__(self):
        return self.label


class CheckListQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)


class CheckList(models.Model):
    """What is looked at in premises of some kinds. Its items stand in versions: an inspection keeps the one it was made with."""

    code = models.SlugField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("名称"), max_length=40)
    topic = models.CharField(_("领域"), max_length=12, choices=Topic.choices)
    kinds = models.ManyToManyField(PremisesKind, related_name="check_lists", verbose_name=_("适用对象"))
    citation = models.CharField(_("依据"), max_length=120)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("启用"), default=True)

    objects = CheckListQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("安全检查表")
        ordering = ("order", "code")

    def __str__(self):
        return self.label


class CheckVersion(models.Model):
    """The items of a check list as they stood from a moment on. Never written again."""

    checklist = models.ForeignKey(CheckList, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("版本"))
    made_at = models.DateTimeField(_("发布时间"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("发布人"))

    class Meta:
        verbose_name = verbose_name_plural = _("安全检查表版本")
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["checklist", "number"], name="safety_version_once")]

    def __str__(self):
        return f"{self.checklist} {self.number}"


class CheckItem(models.Model):
    """One thing to look at, how, and under which rule."""

    version = models.ForeignKey(CheckVersion, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(_("检查内容"), max_length=80)
    hint = models.CharField(_("怎样看"), max_length=200, blank=True)
    citation = models.CharField(_("依据"), max_length=120)
    weight = models.CharField(_("不符合时通常属于"), max_length=8, choices=Weight.choices, default=Weight.GENERAL)

    class Meta:
        verbose_name = verbose_name_plural = _("安全检查项")
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=["version", "order"], name="safety_item_has_its_place")]

    def __str__(self):
        return self.label
