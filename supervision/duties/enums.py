"""Whom a duty binds, how often it comes back, and how an office stands to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BoundLevel(models.TextChoices):
    """The level a duty binds; a site is bound wherever it lies."""

    CITY = "city", _("市")
    COUNTY = "county", _("旗县区")
    TOWNSHIP = "township", _("乡镇（街道）")
    VILLAGE = "village", _("村（社区）")
    SITE = "site", _("场所单位")


class Period(models.TextChoices):
    """How often a duty comes back; a standing one is to be met on any day."""

    STANDING = "standing", _("随时")
    MONTH = "month", _("每月")
    QUARTER = "quarter", _("每季度")
    YEAR = "year", _("每年")


class State(models.TextChoices):
    FULFILLED = "fulfilled", _("已落实")
    PARTLY = "partly", _("部分落实")
    MISSING = "missing", _("未落实")
    NOT_DUE = "not_due", _("未到期或不涉及")


GAPS = (State.MISSING, State.PARTLY)
TONES = {State.FULFILLED: "done", State.PARTLY: "waiting", State.MISSING: "danger", State.NOT_DUE: "neutral"}
