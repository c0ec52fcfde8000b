"""What is deliberated, who raised it, who takes part, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Matter(models.TextChoices):
    """公共事务、公益事业 (Art. 47), as villages name them."""

    ENVIRONMENT = "environment", _("环境卫生")
    FACILITY = "facility", _("公共设施")
    PROPERTY = "property", _("物业管理")
    SAFETY = "safety", _("平安和消防")
    PARKING = "parking", _("停车和交通")
    WELFARE = "welfare", _("公益和便民服务")
    LAND = "land", _("土地、水利和集体资产")
    OTHER = "other", _("其他公共事务")


class Raiser(models.TextChoices):
    RESIDENT = "resident", _("村（居）民")
    REPRESENTATIVE = "representative", _("村（居）民代表")
    COMMITTEE = "committee", _("村（居）民委员会")
    OWNERS = "owners", _("业主委员会")
    GRID = "grid", _("网格员")


class Side(models.TextChoices):
    """Who sits at the table; roles are public, persons are not."""

    COMMITTEE = "committee", _("村（居）民委员会")
    OWNERS = "owners", _("业主委员会")
    REPRESENTATIVE = "representative", _("村（居）民代表")
    CONCERNED = "concerned", _("利益相关的村（居）民")
    PROPERTY = "property", _("物业服务人")
    SPECIALIST = "specialist", _("专业人员")
    OFFICE = "office", _("有关部门和单位")
    OTHER = "other", _("其他")


class Way(models.TextChoices):
    CONSENSUS = "consensus", _("协商一致")
    VOTE = "vote", _("表决")


class State(models.TextChoices):
    RAISED = "raised", _("待答复是否受理")
    ACCEPTED = "accepted", _("待安排议程")
    SCHEDULED = "scheduled", _("待公告")
    ANNOUNCED = "announced", _("已公告，待召开")
    HELD = "held", _("已协商，待公布结果")
    CARRYING = "carrying", _("落实中")
    CARRIED_OUT = "carried_out", _("已落实，待评价")
    EVALUATED = "evaluated", _("已评价")
    CLOSED = "closed", _("已结束")
    DECLINED = "declined", _("不予受理")
    UNSETTLED = "unsettled", _("未达成一致")
    ENDED = "ended", _("终止协商")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.CLOSED, State.DECLINED, State.UNSETTLED, State.ENDED, State.WITHDRAWN})
PREPARED = (State.ACCEPTED, State.SCHEDULED, State.ANNOUNCED)
DECIDED = (State.CARRYING, State.CARRIED_OUT, State.EVALUATED, State.CLOSED)
PUBLIC = frozenset({State.ANNOUNCED, State.HELD, *DECIDED, State.UNSETTLED})

TONES = {
    State.RAISED: "waiting",
    State.ACCEPTED: "waiting",
    State.SCHEDULED: "waiting",
    State.ANNOUNCED: "active",
    State.HELD: "active",
    State.CARRYING: "active",
    State.CARRIED_OUT: "waiting",
    State.EVALUATED: "waiting",
    State.CLOSED: "done",
    State.DECLINED: "stopped",
    State.UNSETTLED: "stopped",
    State.ENDED: "stopped",
    State.WITHDRAWN: "stopped",
}
