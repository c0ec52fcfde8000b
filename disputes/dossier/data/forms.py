"""The forms of the file after the ministry's set (人民调解文书格式): what each asks for. The words around it stand in the files beside.

What the ministry's forms ask of descent is left out: nothing here is decided by it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

FOLDER = Path(__file__).parent
LINE, TEXT, STORY = "line", "text", "story"  # a line; lines within a cell; paragraphs of the page
COVER, BACK = "cover", "back"


@dataclass(frozen=True)
class Field:
    """One thing a form asks for."""

    name: str
    label: Any
    shape: str = LINE


@dataclass(frozen=True)
class Group:
    """What it asks for several times: of every party, of every piece of evidence; `spare` empty ones are offered."""

    name: str
    label: Any
    columns: tuple
    spare: int = 0


@dataclass(frozen=True)
class Form:
    """One form; `many`: a case can hold several, counted by this word, each with its number in the key (`record-2`)."""

    code: str
    label: Any
    fields: tuple
    groups: tuple = ()
    many: Any = ""

    @property
    def template(self):
        return FOLDER / f"{self.code}.txt"


NUMBER, COMMITTEE = Field("number", _("编号")), Field("committee", _("调解委员会"))
DAY, MEDIATOR, WHERE = Field("day", _("日期")), Field("mediator", _("人民调解员")), Field("venue", _("地点"))
HEAD = (NUMBER, COMMITTEE)
SIDE, NAME, AGENT = Field("side", _("地位")), Field("name", _("姓名、名称")), Field("agent", _("代理人、法定代表人"))
NATURE, ID_NUMBER = Field("nature", _("性质")), Field("id_number", _("证件号码"))
PARTICULARS = (
    SIDE, NATURE, NAME, Field("sex", _("性别")), Field("age", _("年龄")), Field("work", _("职业或者职务")), ID_NUMBER,
    Field("phone", _("联系方式")), Field("address", _("单位或者住址")), AGENT,
)  # fmt: skip
PARTIES = Group("parties", _("当事人"), PARTICULARS)
NAMES = Group("parties", _("当事人"), (SIDE, NAME, AGENT))
AGREED = (
    Field("story", _("纠纷主要事实、争议事项"), STORY), Field("duties", _("协议内容"), STORY),
    Field("way", _("履行方式、地点、时限"), STORY), DAY,
)  # fmt: skip

ALL = (
    Form(COVER, _("卷宗封面"), (
        COMMITTEE, Field("document", _("卷号")), NUMBER, Field("kind", _("纠纷类型")), Field("matter", _("案由")),
        Field("people", _("当事人"), TEXT), MEDIATOR, Field("accepted", _("受理日期")), Field("settled", _("结案日期")),
        Field("result", _("调解结果")), Field("keeper", _("立卷人")), Field("filed", _("立卷日期")), Field("retention", _("保管期限")),
        Field("place_kept", _("存放位置")), Field("remarks", _("备注"), TEXT),
    )),
    Form("application", _("人民调解申请书"), (
        *HEAD, Field("story", _("纠纷简要情况"), STORY), Field("demand", _("申请事项"), STORY), DAY,
    ), (PARTIES,)),
    Form("registration", _("人民调解受理登记表"), (
        *HEAD, Field("opened", _("登记时间")), Field("source", _("案件来源")), Field("kind", _("纠纷类型")),
        Field("place", _("纠纷发生地")), Field("story", _("纠纷简要情况"), TEXT), Field("demand", _("请求事项"), TEXT),
        Field("points", _("争议焦点"), TEXT), Field("acceptance", _("受理情况")), Field("limit", _("调解期限")), MEDIATOR, DAY,
    ), (PARTIES,)),
    Form("notice", _("权利义务告知书"), (*HEAD, MEDIATOR, DAY), (NAMES,)),
    Form("identity", _("当事人身份证明"), (*HEAD, Field("checker", _("核对人")), DAY), (
        Group("parties", _("当事人"), (SIDE, NAME, Field("papers", _("证件名称")), ID_NUMBER, Field("seen", _("核对情况")))),
    )),
    Form("power", _("授权委托书"), (
        *HEAD, Field("principal", _("委托人")), Field("principal_id", _("委托人证件号码")), Field("agent", _("受委托人")),
        Field("agent_id", _("受委托人证件号码")), Field("agent_phone", _("受委托人联系方式")), Field("relation", _("与委托人的关系")),
        Field("matter", _("委托事项")), Field("powers", _("委托权限"), STORY), DAY,
    ), many=_("份")),
    Form("invitation", _("调解通知书"), (
        *HEAD, Field("serial", _("次序")), Field("matter", _("纠纷")), Field("when", _("时间")), WHERE, MEDIATOR,
        Field("phone", _("联系电话")), DAY,
    ), (NAMES,), many=_("次")),
    Form("enquiry", _("调查（询问）记录"), (
        *HEAD, Field("when", _("时间")), WHERE, Field("asker", _("调查人")), Field("recorder", _("记录人")), Field("asked", _("被调查人")),
        Field("asked_id", _("被调查人证件号码")), Field("asked_work", _("被调查人单位、职务")), Field("asked_phone", _("被调查人联系方式")),
        Field("present", _("其他参加人")), Field("course", _("记录"), STORY),
    ), many=_("份")),
    Form("evidence", _("证据材料清单"), (*HEAD, Field("receiver", _("接收人")), DAY), (
        Group("pieces", _("证据"), (
            Field("name", _("证据名称")), Field("giver", _("提供人")), Field("count", _("件数、页数")), Field("remark", _("备注")),
        ), spare=3),
    )),
    Form("record", _("调解记录"), (
        *HEAD, Field("serial", _("次序")), Field("when", _("时间")), WHERE, Field("present", _("参加人")), MEDIATOR,
        Field("recorder", _("记录人")), Field("course", _("调解记录"), STORY), Field("result", _("调解结果"), STORY), DAY,
    ), (NAMES,), many=_("次")),
    Form("agreement", _("人民调解协议书"), (
        *HEAD, AGREED[0], Field("responsibilities", _("各方责任"), STORY), *AGREED[1:3], Field("copies", _("份数")), MEDIATOR,
        Field("recorder", _("记录人")), DAY,
    ), (PARTIES,)),
    Form("oral", _("口头协议登记表"), (*HEAD, *AGREED[:3], MEDIATOR, DAY), (PARTIES,)),
    Form("ending", _("终止调解告知书"), (
        *HEAD, Field("matter", _("纠纷")), Field("reason", _("终止原因")), Field("course", _("终止情况"), STORY),
        Field("ways", _("其他解决途径"), STORY), MEDIATOR, DAY,
    ), (NAMES,)),
    Form("performance", _("履行情况证明"), (
        *HEAD, Field("agreement", _("协议")), Field("due", _("约定的履行")), Field("course", _("履行情况"), TEXT),
        Field("proofs", _("证明材料"), TEXT), Field("checker", _("核实人")), DAY,
    ), (NAMES,)),
    Form("follow_up", _("人民调解回访记录"), (
        *HEAD, Field("agreement", _("协议")), Field("why", _("回访事由")), Field("when", _("回访时间")), Field("way", _("回访方式")),
        Field("course", _("回访情况"), STORY), Field("visitor", _("回访人")), DAY,
    ), (NAMES,), many=_("次")),
    Form("confirmation", _("司法确认申请书"), (
        *HEAD, Field("court", _("人民法院")), Field("matter", _("纠纷")), Field("agreed", _("协议达成日期")),
        Field("request", _("请求事项"), STORY), Field("duties", _("协议内容"), STORY), Field("result", _("法院办理结果"), STORY), DAY,
    ), (PARTIES,)),
    Form("note", _("卷宗情况说明"), (
        *HEAD, Field("course", _("说明"), STORY), Field("changes", _("缺件、修改、补充、移出情况"), STORY), Field("keeper", _("立卷人")),
        Field("checker", _("检查人")), DAY,
    )),
    Form(BACK, _("卷宗封底"), (
        COMMITTEE, NUMBER, Field("keeper", _("立卷人")), Field("checker", _("检查人")), Field("filed", _("立卷日期")),
    )),
)  # fmt: skip
FORMS = {form.code: form for form in ALL}


def form_of(key):
    """The form of a paper's key: `record-2` is a `record`; None for a word that is none."""
    code, dash, serial = key.partition("-")
    form = FORMS.get(code)
    return form if form and bool(dash) == bool(form.many) and (not dash or serial.isdigit() and serial != "0") else None


def label_of(key):
    """What the paper is called in the file."""
    form = form_of(key)
    told = {"label": form.label, "serial": key.partition("-")[2], "word": form.many}
    return _("%(label)s（第%(serial)s%(word)s）") % told if form.many else form.label
