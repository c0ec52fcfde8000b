"""Where a stock card stands, the accounts goods lie in, and why they move."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    EMPTY = "empty", _("未储备")
    SHORT = "short", _("低于定额")
    KEPT = "kept", _("达到定额")
    ENDED = "ended", _("已撤销")


FINAL = frozenset({State.ENDED})
TONES = {State.EMPTY: "neutral", State.SHORT: "danger", State.KEPT: "done", State.ENDED: "stopped"}


class Account(models.TextChoices):
    """Where goods are, or where they came from and went to. Every movement leaves one account and enters another."""

    SUPPLIER = "supplier", _("供货、调入方")
    SHELF = "shelf", _("货架")
    PICKED = "picked", _("备货区")
    TRANSIT = "transit", _("在途")
    IN_USE = "in_use", _("使用单位")
    CONSUMED = "consumed", _("已消耗")
    ROTATED = "rotated", _("已轮换")
    SCRAPPED = "scrapped", _("已报废")
    DIFFERENCE = "difference", _("盘点差异")


OF_WAREHOUSE = (Account.SHELF, Account.PICKED)
OPEN_ENDED = (Account.SUPPLIER, Account.DIFFERENCE)  # these alone may stand below zero: what came in came from there


class Cause(models.TextChoices):
    RECEIPT = "receipt", _("验收入库")
    PICK = "pick", _("备货")
    PUT_BACK = "put_back", _("取消备货")
    OUT = "out", _("出库")
    ARRIVAL = "arrival", _("签收")
    LOST = "lost", _("途中短少")
    RETURN = "return", _("归还入库")
    USED = "used", _("核销")
    COUNT = "count", _("盘点调整")
