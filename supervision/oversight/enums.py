"""Where a finding stands, on which ground of Art. 58 it rests, and what was done about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("待核实")
    CONFIRMED = "confirmed", _("待督导")
    NOTICED = "noticed", _("已通报")
    SUMMONED = "summoned", _("待约谈")
    TALKED = "talked", _("已约谈")
    ORDERED = "ordered", _("责令整改中")
    LISTED = "listed", _("挂牌待公开")
    PUBLISHED = "published", _("挂牌督办中")
    RECTIFIED = "rectified", _("待验收")
    INSPECTED = "inspected", _("待摘牌")
    REMOVED = "removed", _("摘牌待公开")
    CLOSED = "closed", _("已解除")
    DISMISSED = "dismissed", _("不予督导")


FINAL = frozenset({State.CLOSED, State.DISMISSED})
ON_THE_LIST = (State.LISTED, State.PUBLISHED, State.RECTIFIED, State.INSPECTED)

TONES = {
    State.DRAFT: "waiting",
    State.CONFIRMED: "waiting",
    State.NOTICED: "active",
    State.SUMMONED: "active",
    State.TALKED: "active",
    State.ORDERED: "active",
    State.LISTED: "danger",
    State.PUBLISHED: "danger",
    State.RECTIFIED: "active",
    State.INSPECTED: "active",
    State.REMOVED: "active",
    State.CLOSED: "done",
    State.DISMISSED: "stopped",
}


class Ground(models.IntegerChoices):
    """The four cases of Art. 58."""

    NEGLECT = 1, _("（一）不重视社会治理，工作措施落实不力")
    NO_ACTION = 2, _("（二）对公众反映强烈的问题未及时有效处置")
    NO_ASSESSMENT = 3, _("（三）人员密集场所未进行风险评估和等级划分")
    OTHER = 4, _("（四）其他需要督促整改的情形")


class Measure(models.TextChoices):
    """The forms of supervision Art. 58 names."""

    NOTICE = "notice", _("通报")
    TALK = "talk", _("约谈")
    ORDER = "order", _("责令限期整改")
    LISTING = "listing", _("挂牌督办")
