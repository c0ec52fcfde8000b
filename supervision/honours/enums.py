"""Titles, whom they are for, what is checked, and where a nomination and an objection stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    NOMINATED = "nominated", _("待核查")
    CHECKED = "checked", _("核查通过，待公示")
    PUBLICISED = "publicised", _("公示中")
    GRANTED = "granted", _("已授予")
    REFUSED = "refused", _("不予授予")
    WITHDRAWN = "withdrawn", _("已撤销")


FINAL = frozenset({State.GRANTED, State.REFUSED, State.WITHDRAWN})
STANDING = (State.NOMINATED, State.CHECKED, State.PUBLICISED, State.GRANTED)  # the same title is not proposed beside these
TONES = {
    State.NOMINATED: "waiting", State.CHECKED: "active", State.PUBLICISED: "active", State.GRANTED: "done", State.REFUSED: "stopped",
    State.WITHDRAWN: "danger",
}  # fmt: skip


class Award(models.TextChoices):
    SAFE_PLACE = "safe_place", _("平安建设先进单位")
    SAFE_TOWNSHIP = "safe_township", _("平安乡镇（街道）")
    GRIDS = "grids", _("网格化服务管理先进集体")
    MEDIATION = "mediation", _("人民调解先进集体")
    WORKER = "worker", _("社会治理先进个人")


FOR_PERSONS = frozenset({Award.WORKER})


class Authority(models.TextChoices):
    """Whose opinion a nomination needs."""

    LEADING = "leading", _("领导小组办公室（考核、督办情况）")
    DISCIPLINE = "discipline", _("纪检监察机关")
    POLICE = "police", _("公安机关")
    PETITION = "petition", _("信访部门")
    EMERGENCY = "emergency", _("应急管理部门")


class Word(models.TextChoices):
    """How an objection stands."""

    OPEN = "open", _("待核实")
    DISMISSED = "dismissed", _("经核实不影响授予")
    UPHELD = "upheld", _("经核实属实")


WORD_TONES = {Word.OPEN: "waiting", Word.DISMISSED: "done", Word.UPHELD: "danger"}
