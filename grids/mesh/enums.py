"""What a grid is, and who serves it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GridKind(models.TextChoices):
    """Art. 48: base grids tile a village or community, dedicated ones are schools, markets, parks, firms inside it."""

    BASE = "base", _("基础网格")
    DEDICATED = "dedicated", _("专属网格")


class HostKind(models.TextChoices):
    """What a dedicated grid lies in."""

    SCHOOL = "school", _("学校")
    HOSPITAL = "hospital", _("医院、养老机构")
    MARKET = "market", _("市场")
    MALL = "mall", _("商场、楼宇")
    PARK = "park", _("公园、广场")
    FIRM = "firm", _("企业、园区")
    SITE = "site", _("工地")
    STATION = "station", _("车站、枢纽")
    OTHER = "other", _("其他")


class Duty(models.TextChoices):
    RESPONSIBLE = "responsible", _("责任网格员")
    DEPUTY = "deputy", _("协管网格员")


class Cover(models.TextChoices):
    """How the number of households of a village stands to the sum of its base grids: a hint, never an error."""

    OUTSIDE = "outside", _("有住户不在网格内")
    OVER = "over", _("网格户数多于全村户数")
    UNKNOWN = "unknown", _("有网格未填户数")
    UNCOUNTED = "uncounted", _("未登记全村户数")
    WHOLE = "whole", _("户数相符")


class Size(models.TextChoices):
    """How a base grid stands to the usual number of households: a hint, never an error."""

    FEW = "few", _("户数偏少")
    USUAL = "usual", _("户数适中")
    MANY = "many", _("户数偏多")
