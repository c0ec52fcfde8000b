"""The security standards (防范标准) of crowded places by kind and grade, in versions; and what was changed of any standard.

Kinds, equipment and the grading are models of venues, the drill rules of drills."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from emergencies.standards.enums import Aspect, Grade
from emergencies.standards.rules import binds
from governance.deadlines.enums import Mark


class SecuritySetQuerySet(models.QuerySet):
    def in_force(self, at):
        """The latest version that holds at that moment, or None."""
        return self.filter(valid_from__lte=at).order_by("-valid_from", "-pk").first()


class SecuritySet(models.Model):
    """A version of the security standard (Art. 22: 制定防范标准). Never overwritten: another version follows it."""

    version = models.CharField(_("版本"), max_length=20, unique=True)
    valid_from = models.DateTimeField(_("自"))
    source = models.CharField(_("来源说明"), max_length=200)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    objects = SecuritySetQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("防范标准")
        ordering = ("-valid_from", "-pk")

    def __str__(self):
        return self.version

    def asked_of(self, kind, grade):
        """What it asks of a venue of this kind (its code) and grade, in its order."""
        return [one for one in self.measures.order_by("pk") if one.is_for(kind, grade)]


class SecurityMeasure(models.Model):
    """One thing a venue must do or have. `kinds` are codes, empty for all of them; `from_grade` the grade from which on it is asked."""

    security_set = models.ForeignKey(SecuritySet, models.CASCADE, related_name="measures", verbose_name=_("版本"))
    code = models.CharField(_("代码"), max_length=30)
    aspect = models.CharField(_("类别"), max_length=10, choices=Aspect.choices)
    text = models.CharField(_("要求"), max_length=120)
    kinds = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("适用类型"))
    from_grade = models.CharField(_("适用等级"), max_length=8, choices=Grade.choices, blank=True)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    class Meta:
        verbose_name = verbose_name_plural = _("防范要求")
        ordering = ("security_set", "pk")
        constraints = [models.UniqueConstraint(fields=["security_set", "code"], name="security_measure_once_per_set")]

    def __str__(self):
        return self.text

    def is_for(self, kind, grade):
        return (not self.kinds or kind in self.kinds) and binds(self.from_grade, grade)


class StandardChange(models.Model):
    """One change, in words. It is written once."""

    about = models.CharField(_("内容"), max_length=80)
    told = models.TextField(_("变更"))
    reason = models.TextField(_("理由"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("变更人"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("标准变更记录")
        ordering = ("-at", "-pk")

    def __str__(self):
        return f"{self.about} {self.told}"
