"""Titles, whom they are for, and where a nomination stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    NOMINATED = "nominated", _("待审定")
    GRANTED = "granted", _("已授予")
    REFUSED = "refused", _("不予授予")
    WITHDRAWN = "withdrawn", _("已撤销")


FINAL = frozenset({State.GRANTED, State.REFUSED, State.WITHDRAWN})
TONES = {State.NOMINATED: "waiting", State.GRANTED: "done", State.REFUSED: "stopped", State.WITHDRAWN: "danger"}


class Award(models.TextChoices):
    SAFE_PLACE = "safe_place", _("平安建设先进单位")
    SAFE_TOWNSHIP = "safe_township", _("平安乡镇（街道）")
    GRIDS = "grids", _("网格化服务管理先进集体")
    MEDIATION = "mediation", _("人民调解先进集体")
    WORKER = "worker", _("社会治理先进个人")


FOR_PERSONS = frozenset({Award.WORKER})
