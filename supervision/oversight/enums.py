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
    SETTLED = "settled", _("核实前已履行")
    FOLDED = "folded", _("已并入")


FINAL = frozenset({State.CLOSED, State.DISMISSED, State.SETTLED, State.FOLDED})
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
    State.SETTLED: "done",
    State.FOLDED: "stopped",
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


class Gravity(models.TextChoices):
    """How grave it is (情节轻重): on it depends which measure fits."""

    MINOR = "minor", _("较轻")
    MODERATE = "moderate", _("较重")
    SERIOUS = "serious", _("严重")


class Outside(models.TextChoices):
    """Whoever Art. 62 names beside government: a competent department orders it to rectify."""

    MASS_ORGANISATION = "mass", _("人民团体")
    ENTERPRISE = "enterprise", _("企业")
    INSTITUTION = "institution", _("事业单位")
    SOCIAL = "social", _("其他社会组织")


class Way(models.TextChoices):
    """How a document is served (common practice of administrative service)."""

    DIRECT = "direct", _("直接送达")
    LEFT = "left", _("留置送达")
    POST = "post", _("邮寄送达")
    ELECTRONIC = "electronic", _("电子送达")
