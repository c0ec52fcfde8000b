"""The four levels of the regulation (Art. 48) and what a division is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    CITY = "city", _("市")
    COUNTY = "county", _("旗县区")
    TOWNSHIP = "township", _("乡镇（街道）")
    VILLAGE = "village", _("村（社区）")


class Nature(models.TextChoices):
    """Some statistical divisions are no administrative ones; they are kept and flagged."""

    REGULAR = "regular", _("行政区划")
    PARK = "park", _("园区或服务中心")
    VIRTUAL = "virtual", _("虚拟社区")
