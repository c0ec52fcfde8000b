"""What the steps of a mediation ask for about its proceedings: one field for each name, and what a step may be told besides."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.colours.models import ColourRule, ColourScheme
from disputes.mediation.enums import Authority, Consent, NotHeld
from disputes.mediation.models import Agent, OtherWay
from disputes.proceedings.enums import Answer, Chosen, Way
from disputes.proceedings.models import Invitation
from governance.web.days import MomentField, days_from_today
from governance.web.formats import cn_datetime

HALF_A_YEAR = 183  # days
ASIDE = {  # what a step may be told besides what its table demands
    "assign": ("chosen", "declaration"),
    "replace": ("chosen", "declaration"),
    "hold_session": ("session", "room", "attendees", "rights_told", "applicant_said", "respondent_said", "proposal"),
    "ask_expert": ("body", "costs"),
    "end": ("ways",),
    "follow_up": ("contact_way",),
    "perform": ("contact_way",),
    "note_unperformed": ("contact_way",),
    "confirm_asked": ("court",),
    "confirm": ("ruling_number",),
    "report_to_police": ("station",),
}
ORDER = {
    "hold_session": (
        "session", "held_at", "venue", "room", "attendance", "attendees", "rights_told", "applicant_said", "respondent_said", "course",
        "proposal", "result",
    ),
    "assign": ("mediator", "chosen", "no_conflict", "declaration"),
    "replace": ("mediator", "chosen", "no_conflict", "declaration"),
    "end": ("end_reason", "ways"),
    "confirm": ("confirmation", "ruling_number"),
}  # fmt: skip


def _line(label, *, most=120, required=False, help_text="", initial=""):
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, required=required, max_length=most, help_text=help_text, initial=initial, widget=widget)


def _area(label, *, rows=3, help_text=""):
    return forms.CharField(label=label, required=False, max_length=4000, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows}))


def _choice(label, choices, *, required=True, initial=None):
    return forms.ChoiceField(label=label, choices=[("", _("请选择")), *choices], required=required, initial=initial)


def _whom(case, user):
    return forms.ModelChoiceField(case.parties.all(), label=_("当事人"), empty_label=_("请选择"))


def _scheduled_for(case, user):
    return MomentField(label=_("约定时间"), since=days_from_today(0), until=days_from_today(HALF_A_YEAR))


def _session(case, user):
    """The sessions agreed on; a record may also be of one that nobody had agreed on before."""
    rows = case.sessions.scheduled().order_by("scheduled_for")
    field = forms.ModelChoiceField(rows, label=_("约定的调解"), required=False, empty_label=_("没有事先约定"))
    field.label_from_instance = lambda row: f"{cn_datetime(row.scheduled_for)} {row.venue}"
    field.initial = rows.values_list("pk", flat=True).first() if case.next_session_at else None
    return field


def _invitation(case, user):
    rows = Invitation.objects.filter(session__mediation=case, session__state="scheduled").select_related("party", "session")
    field = forms.ModelChoiceField(rows, label=_("通知"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: f"{row.party} · {cn_datetime(row.session.scheduled_for)}"
    return field


def _agent_row(case, user):
    rows = Agent.objects.filter(party__mediation=case, ended_at=None).select_related("party")
    field = forms.ModelChoiceField(rows, label=_("代理人"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: f"{row.party}：{row.name} {row.get_authority_display()}"
    return field


def _criteria(case, user):
    """The criteria in force that a person judges; the others follow from the facts."""
    scheme = ColourScheme.objects.in_force(timezone.now())
    rows = ColourRule.objects.filter(scheme=scheme, fact="")
    field = forms.ModelMultipleChoiceField(rows, label=_("符合的情形"), required=False, widget=forms.CheckboxSelectMultiple)
    field.label_from_instance = lambda row: f"{row.label}（{row.get_colour_display()}）"
    field.initial = [row.pk for row in rows if row.code in case.colour_ticked]
    field.help_text = _("只看纠纷，不看人。都不符合的为绿色；人数、未举行次数、报警等由系统自动判断。")
    return field


def _ways(case, user):
    rows = OtherWay.objects.fitting(case.kind)
    field = forms.ModelMultipleChoiceField(rows, label=_("告知的其他途径"), required=False, widget=forms.CheckboxSelectMultiple)
    field.label_from_instance = lambda row: row.label
    field.initial = [row.pk for row in rows]
    field.help_text = _("告知内容留存在事项中，当事人可以在网上查看；都不勾选的，按全部途径告知。")
    return field


BUILDERS = {
    "whom": _whom,
    "consent": lambda case, user: forms.ChoiceField(label=_("调解意愿"), choices=Consent.choices, widget=forms.RadioSelect),
    "scheduled_for": _scheduled_for,
    "room": lambda case, user: _line(_("调解室"), most=40, help_text=_("如：第一调解室")),
    "invite_way": lambda case, user: _choice(_("通知方式"), Way.choices, initial=Way.PHONE),
    "session": _session,
    "not_held": lambda case, user: _choice(_("未举行原因"), NotHeld.choices),
    "invitation": _invitation,
    "answer": lambda case, user: _choice(_("答复"), Answer.choices),
    "authority": lambda case, user: _choice(_("代理权限"), Authority.choices, initial=Authority.GENERAL),
    "powers": lambda case, user: _line(_("授权事项"), most=200, help_text=_("特别授权的必填，如：代为承认、放弃、变更请求，进行和解。")),
    "agent_name": lambda case, user: _line(_("代理人姓名"), most=40, required=True),
    "agent_phone": lambda case, user: _line(_("代理人电话"), most=20),
    "agent_id": lambda case, user: _line(_("代理人身份证号"), most=20),
    "agent_row": _agent_row,
    "criteria": _criteria,
    "ways": _ways,
    "chosen": lambda case, user: _choice(_("确定方式"), Chosen.choices, required=False, initial=Chosen.ACCEPTED),
    "declaration": lambda case, user: _line(_("利害关系声明"), most=200, initial=_("与各方当事人没有近亲属等利害关系。")),
    "attendees": lambda case, user: _line(_("其他参加人"), most=200, help_text=_("如：社区工作人员、见证人；不写证件号码。")),
    "rights_told": lambda case, user: forms.BooleanField(label=_("已告知当事人权利义务"), required=False, initial=True),
    "applicant_said": lambda case, user: _area(_("申请人陈述")),
    "respondent_said": lambda case, user: _area(_("被申请人陈述")),
    "proposal": lambda case, user: _area(_("调解方案")),
    "body": lambda case, user: _line(_("鉴定机构、专家")),
    "costs": lambda case, user: _line(_("费用承担"), help_text=_("如：由医院先行垫付")),
    "contact_way": lambda case, user: _choice(_("回访方式"), Way.choices, required=False, initial=Way.PHONE),
    "court": lambda case, user: _line(_("受理法院"), most=60),
    "ruling_number": lambda case, user: _line(_("裁定书案号"), most=60),
    "station": lambda case, user: _line(_("报告的公安机关"), most=60, help_text=_("如：海拉尔东路派出所；拨打110的写“110”。")),
}
