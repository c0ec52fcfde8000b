"""By what a dispute is red, yellow or green, and which level leads on each: data in versions. Matters alone are graded."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.colours.enums import Fact
from governance.deadlines.enums import Mark
from governance.places.enums import Level

COLOURS = (("red", _("红色")), ("yellow", _("黄色")), ("green", _("绿色")))


class ColourSchemeQuerySet(models.QuerySet):
    def in_force(self, at):
        """The latest version that holds at that moment, or None."""
        return self.filter(valid_from__lte=at).order_by("-valid_from", "-pk").first()


class ColourScheme(models.Model):
    """A version of the criteria, and the level that leads on each colour."""

    version = models.CharField(_("版本"), max_length=20, unique=True)
    valid_from = models.DateTimeField(_("自"))
    red_level = models.CharField(_("红色由哪级牵头"), max_length=10, choices=Level.choices, default=Level.COUNTY)
    yellow_level = models.CharField(_("黄色由哪级牵头"), max_length=10, choices=Level.choices, default=Level.TOWNSHIP)
    green_level = models.CharField(_("绿色由哪级牵头"), max_length=10, choices=Level.choices, default=Level.VILLAGE)
    source = models.CharField(_("来源说明"), max_length=200)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("发布人"))

    objects = ColourSchemeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("纠纷等级标准")
        ordering = ("-valid_from", "-pk")

    def __str__(self):
        return self.version

    def level_of(self, colour):
        """The level that leads on a dispute of this colour."""
        return getattr(self, f"{colour}_level")


class ColourRule(models.Model):
    """One criterion: ticked for a dispute, or, with a `fact`, met by itself from the `threshold` on."""

    scheme = models.ForeignKey(ColourScheme, models.CASCADE, related_name="rules", verbose_name=_("版本"))
    code = models.CharField(_("代码"), max_length=30)
    colour = models.CharField(_("等级"), max_length=6, choices=COLOURS)
    label = models.CharField(_("情形"), max_length=80)
    fact = models.CharField(_("自动判断"), max_length=10, choices=Fact.choices, blank=True)
    threshold = models.PositiveSmallIntegerField(_("达到"), default=1)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("纠纷等级情形")
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="colour_rule_once_per_version")]

    def __str__(self):
        return self.label
