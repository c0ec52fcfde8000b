"""The city's divisions as a tree."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.places.enums import Level, Nature
from governance.places.rules import FULL_LENGTH, ancestors, path_range, trimmed


class PlaceQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)

    def at(self, level):
        return self.filter(level=level)

    def below(self, path):
        """The place of that path and everything below it."""
        start, end = path_range(path)
        return self.filter(path__gte=start, path__lt=end)

    def within_any(self, paths):
        """Places at or below any of the paths; none for an empty list."""
        wanted = Q(pk__in=[])
        for path in paths:
            start, end = path_range(path)
            wanted |= Q(path__gte=start, path__lt=end)
        return self.filter(wanted)

    def lineage(self, path):
        """From the city down to the place itself."""
        return self.filter(path__in=ancestors(path)).order_by("path")

    def by_code(self, code):
        """Look a division up by its code, with or without the filling zeros; raises `DoesNotExist`."""
        return self.get(code=trimmed(code))

    def by_code_or_none(self, code):
        """The same for what somebody sent: None where there is no such place among these."""
        return self.filter(code=code).first()


class Place(models.Model):
    """A division: city > county > township > village. Source: statistical division codes (see places/data)."""

    code = models.CharField(_("区划代码"), max_length=12, unique=True)
    name = models.CharField(_("名称"), max_length=60)
    short_name = models.CharField(_("简称"), max_length=60)
    sort_key = models.CharField(_("拼音"), max_length=200, blank=True)
    level = models.CharField(_("层级"), max_length=10, choices=Level.choices)
    nature = models.CharField(_("性质"), max_length=10, choices=Nature.choices, default=Nature.REGULAR)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级"))
    path = models.CharField(_("路径"), max_length=24, unique=True, db_collation="C")
    full_name = models.CharField(_("全称"), max_length=200)
    active = models.BooleanField(_("在用"), default=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("区划")
        ordering = ("path",)
        constraints = [
            models.CheckConstraint(
                condition=Q(level=Level.CITY, parent=None) | (~Q(level=Level.CITY) & Q(parent__isnull=False)),
                name="place_only_city_has_no_parent",
            )
        ]

    def __str__(self):
        return self.short_name

    @property
    def code12(self):
        """The 12-digit statistical code."""
        return self.code.ljust(FULL_LENGTH, "0")
