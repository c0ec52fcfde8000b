"""What a mediation is about, who takes part, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REGISTERED = "registered", _("待受理")
    ACCEPTED = "accepted", _("待指派调解员")
    MEDIATING = "mediating", _("调解中")
    EXPERT = "expert", _("鉴定评估中")
    AGREED = "agreed", _("已达成协议")
    PERFORMED = "performed", _("协议已履行")
    UNPERFORMED = "unperformed", _("协议未履行")
    ENDED = "ended", _("调解不成")
    FILED = "filed", _("已归档")
    NOT_ACCEPTED = "not_accepted", _("不予受理")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.FILED, State.NOT_ACCEPTED, State.WITHDRAWN})

TONES = {
    State.REGISTERED: "waiting",
    State.ACCEPTED: "waiting",
    State.MEDIATING: "active",
    State.EXPERT: "waiting",
    State.AGREED: "active",
    State.PERFORMED: "done",
    State.UNPERFORMED: "stopped",
    State.ENDED: "stopped",
    State.FILED: "done",
    State.NOT_ACCEPTED: "stopped",
    State.WITHDRAWN: "stopped",
}


class Kind(models.TextChoices):
    """The kinds of dispute for which Art. 40 names committees, what Art. 39 mediates (行政调解), and the rest; each has its own limit."""

    NEIGHBOUR = "neighbour", _("邻里纠纷")
    FAMILY = "family", _("婚姻家庭纠纷")
    PROPERTY = "property", _("物业纠纷")
    LABOUR = "labour", _("劳动争议")
    CONSUMER = "consumer", _("消费纠纷")
    MEDICAL = "medical", _("医疗纠纷")
    TRAFFIC = "traffic", _("交通事故损害赔偿")
    ADMINISTRATIVE = "administrative", _("行政调解事项")
    GENERAL = "general", _("其他民间纠纷")


class Source(models.TextChoices):
    WEB = "web", _("当事人网上申请")
    COUNTER = "counter", _("当事人当面申请")
    OFFERED = "offered", _("调委会主动调解")
    POLICE = "police", _("公安移交")
    COURT = "court", _("法院委派、委托")
    PETITION = "petition", _("信访移交")
    HOTLINE = "hotline", _("12345移交")
    GRID = "grid", _("网格移交")
    OTHER = "other", _("其他单位移交")


class Side(models.TextChoices):
    APPLICANT = "applicant", _("申请人")
    RESPONDENT = "respondent", _("被申请人")


class Nature(models.TextChoices):
    PERSON = "person", _("自然人")
    ORGANISATION = "organisation", _("法人、其他组织")


class Authority(models.TextChoices):
    """What an agent may do: an agent with special powers may settle, one with general powers may not (民事诉讼法 §62)."""

    GENERAL = "general", _("一般授权")
    SPECIAL = "special", _("特别授权")
    STATUTORY = "statutory", _("法定代理")


class Consent(models.TextChoices):
    """人民调解法 §17: whether a party wants to be mediated."""

    AGREES = "agrees", _("同意调解")
    REFUSES = "refuses", _("不同意调解")
    UNREACHED = "unreached", _("未联系上")


class SessionState(models.TextChoices):
    SCHEDULED = "scheduled", _("已约定")
    HELD = "held", _("已举行")
    NOT_HELD = "not_held", _("未举行")


class NotHeld(models.TextChoices):
    """Why a session that was agreed on did not come about."""

    APPLICANT = "applicant", _("申请人未到场")
    RESPONDENT = "respondent", _("被申请人未到场")
    BOTH = "both", _("双方均未到场")
    POSTPONED = "postponed", _("经双方同意改期")
    COMMITTEE = "committee", _("调解委员会原因")


class Colour(models.TextChoices):
    """How grave the matter is, never a person; it decides which level leads."""

    RED = "red", _("红色")
    YELLOW = "yellow", _("黄色")
    GREEN = "green", _("绿色")


COLOUR_TONES = {Colour.RED: "red", Colour.YELLOW: "yellow", Colour.GREEN: "done"}


class Attendance(models.TextChoices):
    BOTH = "both", _("双方到场")
    SEPARATE = "separate", _("分别调解")
    APPLICANT = "applicant", _("仅申请人到场")
    RESPONDENT = "respondent", _("仅被申请人到场")


class AgreementForm(models.TextChoices):
    """人民调解法 §28: a written agreement, or an oral one that is registered."""

    WRITTEN = "written", _("书面协议")
    ORAL = "oral", _("口头协议（登记）")


class Outcome(models.TextChoices):
    AGREED = "agreed", _("达成协议")
    ENDED = "ended", _("未达成协议")


class EndReason(models.TextChoices):
    REFUSED = "refused", _("一方明确拒绝继续调解")
    APART = "apart", _("双方分歧较大，未能达成一致")
    ABSENT = "absent", _("一方经通知多次不到场")
    EXPIRED = "expired", _("调解期限届满未达成协议")
    ELSEWHERE = "elsewhere", _("已向法院起诉或者申请仲裁")
    POLICE = "police", _("涉嫌违法犯罪，已由公安机关处理")


class Confirmation(models.TextChoices):
    """人民调解法 §33: the people's court confirms, or declines to."""

    ASKED = "asked", _("已申请司法确认")
    WAIVED = "waived", _("双方不申请")
    CONFIRMED = "confirmed", _("法院已确认")
    DECLINED = "declined", _("法院不予确认")
