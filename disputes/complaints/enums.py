"""What a complaint is and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REGISTERED = "registered", _("已登记")
    CLASSIFIED = "classified", _("待派单")
    DISPATCHED = "dispatched", _("待签收")
    OBJECTED = "objected", _("异议审核中")
    CONSULTING = "consulting", _("会商中")
    SIGNED = "signed", _("待联系")
    HANDLING = "handling", _("办理中")
    REPLIED = "replied", _("待回访")
    CALLED_BACK = "called_back", _("已回访")
    CLOSED = "closed", _("已办结")
    NOT_ACCEPTED = "not_accepted", _("不予受理")
    EMERGENCY = "emergency", _("已转紧急热线")
    MEDIATION = "mediation", _("已转人民调解")
    WITHDRAWN = "withdrawn", _("已撤回")
    MERGED = "merged", _("已并案")  # its clocks stand still; it ends with the case it follows
    SPLIT = "split", _("分项办理中")  # its parts are handled; it is answered when all of them have ended


FINAL = frozenset({State.CLOSED, State.NOT_ACCEPTED, State.EMERGENCY, State.MEDIATION, State.WITHDRAWN})

TONES = {
    State.REGISTERED: "waiting",
    State.CLASSIFIED: "waiting",
    State.DISPATCHED: "waiting",
    State.OBJECTED: "stopped",
    State.CONSULTING: "stopped",
    State.SIGNED: "active",
    State.HANDLING: "active",
    State.REPLIED: "active",
    State.CALLED_BACK: "active",
    State.CLOSED: "done",
    State.NOT_ACCEPTED: "stopped",
    State.EMERGENCY: "stopped",
    State.MEDIATION: "done",
    State.WITHDRAWN: "stopped",
    State.MERGED: "active",
    State.SPLIT: "active",
}


class LeadBy(models.TextChoices):
    """How the lead of several offices was found (Art. 43)."""

    AGREED = "agreed", _("会商商定")
    DESIGNATED = "designated", _("综治中心指定")


class Kind(models.TextChoices):
    """The five kinds of demand (呼和浩特市接诉即办条例 §2)."""

    CONSULT = "consult", _("咨询")
    HELP = "help", _("求助")
    COMPLAINT = "complaint", _("投诉")
    REPORT = "report", _("举报")
    SUGGESTION = "suggestion", _("建议")


class Source(models.TextChoices):
    PHONE = "phone", _("12345电话")
    WEB = "web", _("网页")
    WECHAT = "wechat", _("微信")
    VISIT = "visit", _("来访")
    LETTER = "letter", _("来信")
    POLICE = "police", _("公安移交")
    GRID = "grid", _("网格上报")
    SUPERIOR = "superior", _("上级交办")
    OPEN311 = "open311", _("开放接口")
    JOINED = "joined", _("我也遇到")  # a resident who met the same joined a complaint that stood already


TAKEN_DOWN = (Source.PHONE, Source.VISIT, Source.LETTER, Source.POLICE, Source.SUPERIOR)  # by a clerk, on the form or in a sheet


class Urgency(models.TextChoices):
    URGENT = "urgent", _("紧急")
    NORMAL = "normal", _("一般")
    COMPLEX = "complex", _("疑难")


class Solved(models.TextChoices):
    YES = "yes", _("已解决")
    PARTLY = "partly", _("部分解决")
    NO = "no", _("未解决")


class Satisfaction(models.TextChoices):
    """满意率 counts the first two (domain practice of 12345 platforms)."""

    SATISFIED = "satisfied", _("满意")
    FAIRLY = "fairly", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")


class Outcome(models.TextChoices):
    """Why a matter is closed without being solved; each is told to the person with its reason."""

    NO_POWER = "no_power", _("无权限处理")
    NO_FACT = "no_fact", _("查无实据")
    LONG_TERM = "long_term", _("需长期推进")


class Emergency(models.TextChoices):
    """Matters that are not 12345's: diverted at once."""

    POLICE = "110", _("110 报警")
    FIRE = "119", _("119 火警")
    AMBULANCE = "120", _("120 急救")
    TRAFFIC = "122", _("122 交通事故")
