"""What mediators and clerks type: the forms of the steps, and the registration at the counter."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import AgreementForm, Authority, Confirmation, Kind, Nature, Side, Source
from disputes.mediation.models import Agreement, Mediation, Party, Session, Unmediable
from disputes.mediation.rules import lacking
from disputes.mediation.services import committees_near
from disputes.mediators.services import agreed_account
from disputes.proceedings import forms as proceedings
from governance.people.enums import Role
from governance.people.models import User
from governance.privacy.identity import is_credit_code, is_id_number
from governance.privacy.phones import is_phone
from governance.web.days import DayField, MomentField, days_from_today
from governance.web.steps import GroupedChoiceField, StepForm, choice_field

TEN_YEARS = 3652  # days
FROM_OUTSIDE = frozenset({Source.POLICE, Source.COURT, Source.PETITION, Source.HOTLINE, Source.GRID, Source.OTHER})
NOTE_LABELS = {
    "accept": _("受理意见"),
    "not_accept": _("告知内容"),
    "replace": _("更换理由"),
    "end": _("终止情况和告知内容"),
    "ask_expert": _("委托事项"),
    "receive_opinion": _("意见摘要"),
    "extend": _("双方同意延长的情况"),
    "follow_up": _("回访情况"),
    "perform": _("履行情况"),
    "note_unperformed": _("未履行情况和告知内容"),
    "confirm": _("裁定情况"),
    "report_to_police": _("险情和报告情况"),
    "remind": _("催办要求"),
    "reassign": _("指定理由"),
    "take_over": _("变更理由"),
    "end_agent": _("终止情况"),
    "coordinate": _("协调意见"),
    "recuse": _("回避理由"),
    "lift_recusal": _("解除理由"),
}
TOLD = {"not_accept", "end", "extend", "reassign", "take_over"}  # notes written for the applicant
NOTE_HELP = {
    "not_accept": _("申请人能看到这段文字；不填则按所选理由告知正确途径。"),
    "recuse": _("写明与纠纷或者当事人有什么利害关系。声明后您不能再查看、办理本事项。"),
}
READ_BY_THE_PERSON = _("申请人能看到这段文字。")
PHONE_WRONG = _("电话号码不正确，请填写手机号，或带区号的固定电话。")


def _area(label, *, required=True, rows=4, help_text="", initial="", most=4000):
    return forms.CharField(
        label=label, required=required, max_length=most, help_text=help_text, initial=initial, widget=forms.Textarea(attrs={"rows": rows})
    )


def _line(label, *, required=True, most=80, help_text="", initial=""):
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, required=required, max_length=most, help_text=help_text, initial=initial, widget=widget)


def _choice(model, name, *, required=True, initial=None):
    field = choice_field(model, name, required=required)
    field.initial = initial
    return field


def _mediator(case, user):
    """Those who mediate at the committee now; whom both parties named stands first (§19)."""
    wanted = agreed_account(case)
    serving = User.objects.filter(is_active=True, posts__office=case.office_id, posts__role=Role.MEDIATOR, posts__ends=None)
    serving = serving.exclude(pk__in=case.barred_people).distinct()
    first = models.Case(models.When(pk=wanted, then=0), default=1) if wanted else models.Value(0)
    return forms.ModelChoiceField(
        serving.order_by(first, "name"), label=_("调解员"), empty_label=_("请选择"), initial=case.mediator_id or wanted or user.pk,
        help_text=_("双方当事人已选定调解员，列在最前。") if wanted else "",
    )  # fmt: skip


def _no_conflict(case, user):
    return forms.BooleanField(
        label=_("已核实：调解员与各方当事人没有近亲属等利害关系"),
        error_messages={"required": _("调解员与当事人有利害关系的，请另行指派。没有的，请勾选确认。")},
    )


def _office(case, user):
    """The other committees of the county that the matter does not keep out."""
    rows = committees_near(case.place, barred=case.barred_ids)
    rows = rows.exclude(pk=case.office_id).select_related("place__parent").order_by("place__path")
    return GroupedChoiceField(rows, group_of=lambda row: row.place.parent.short_name, label_of=lambda row: row.name, label=_("调解委员会"))


def _of_party(name):
    """A choice about a party: needed of a new one, left empty where nothing about it was mistaken."""
    field = choice_field(Party, name, required=False)
    field.depends = True
    return field


def _party(case, user):
    field = forms.ModelChoiceField(case.parties.all(), label=_("当事人"), required=False, empty_label=_("新增一方当事人"))
    field.help_text = _("更正已登记的当事人时选择；不改的项目留空。")
    return field


def _refusal(case, user):
    return forms.ModelChoiceField(Unmediable.objects.filter(active=True), label=_("不予受理理由"), empty_label=_("请选择"))


def _held_at(case, user):
    return MomentField(label=_("调解时间"), since=timezone.localtime(case.opened_at).date(), until=days_from_today(0))


def _perform_by(case, user):
    return DayField(label=_("履行期限"), required=False, since=days_from_today(0), until=days_from_today(TEN_YEARS))


def _confirmation(case, user):
    choices = [(value, Confirmation(value).label) for value in (Confirmation.CONFIRMED, Confirmation.DECLINED)]
    return forms.ChoiceField(label=_("法院裁定"), choices=choices, widget=forms.RadioSelect)


def _venue(case, user):
    """Where a session was held; of an agreement (which may be made at once) where it is performed."""
    return _line(_("地点"), initial=case.office.name if case.office else "")


BUILDERS = {
    **proceedings.BUILDERS,
    "source": lambda case, user: _choice(Mediation, "source", initial=case.source),
    "source_unit": lambda case, user: _line(_("移交单位"), required=False, most=60, initial=case.source_unit),
    "source_ref": lambda case, user: _line(_("来源编号、文号"), required=False, most=60, initial=case.source_ref),
    "kind": lambda case, user: _choice(Mediation, "kind", initial=case.kind),
    "points": lambda case, user: _area(_("争议焦点"), required=False, rows=3, initial=case.points),
    "refusal": _refusal,
    "mediator": _mediator,
    "no_conflict": _no_conflict,
    "held_at": _held_at,
    "venue": _venue,
    "attendance": lambda case, user: _choice(Session, "attendance"),
    "course": lambda case, user: _area(_("调解经过"), rows=8, help_text=_("双方陈述、争议焦点、讲明的法律政策、提出的方案。")),
    "result": lambda case, user: _area(_("本次调解结果"), rows=3),
    "form": lambda case, user: _choice(Agreement, "form", initial=AgreementForm.WRITTEN),
    "facts": lambda case, user: _area(_("纠纷的主要事实"), initial=case.description),
    "responsibilities": lambda case, user: _area(_("各方当事人的责任"), required=False, rows=3),
    "duties": lambda case, user: _area(_("达成协议的内容、各方的权利和义务"), rows=6),
    "way": lambda case, user: _line(_("履行方式"), most=120, help_text=_("如：银行转账、当场给付、修复原状")),
    "perform_by": _perform_by,
    "end_reason": lambda case, user: _choice(Mediation, "end_reason"),
    "confirmation": _confirmation,
    "amount": lambda case, user: forms.IntegerField(label=_("延长"), min_value=1, max_value=60, help_text=_("单位与调解期限相同。")),
    "office": _office,
    "party": _party,
    "side": lambda case, user: _of_party("side"),
    "nature": lambda case, user: _of_party("nature"),
    "party_name": lambda case, user: _line(_("姓名、名称"), required=False, most=60),
    "party_phone": lambda case, user: _line(_("电话"), required=False, most=20),
    "id_number": lambda case, user: _line(_("身份证号、统一社会信用代码"), required=False, most=20),
    "address": lambda case, user: _line(_("住址、住所"), required=False, most=120),
    "agent": lambda case, user: _line(
        _("法定代表人、负责人"), required=False, most=40, help_text=_("单位填写。委托代理人请用“登记代理人”。")
    ),
}


class MediationStepForm(StepForm):
    """The form of any step of a mediation."""

    def __init__(self, *args, step, **kwargs):
        hint = NOTE_HELP.get(step.name, READ_BY_THE_PERSON if step.name in TOLD else "")
        label = NOTE_LABELS.get(step.name, _("说明"))
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=hint, **kwargs)
        self.aside = proceedings.ASIDE.get(step.name, ())
        for name in self.aside:
            self.fields[name] = BUILDERS[name](self.case, kwargs["user"])
        self.order_fields(proceedings.ORDER.get(step.name, (*step.fields, *self.aside)))
        for name in ("course", "result", "facts", "duties", "way", "venue"):
            if name in self.fields:
                self.fields[name].error_messages["required"] = _("请填写%(what)s。") % {"what": self.fields[name].label}
        if step.name == "agree":
            self._as_agreement()
        if step.name == "not_accept":
            self.fields["note"].required = False
        if "powers" in self.fields:
            self.fields["powers"].depends = True  # on the authority

    def _as_agreement(self):
        self.fields["venue"].label, self.fields["venue"].required = _("履行地点"), False
        self.fields["points"].label = _("争议事项")
        for name in ("points", "responsibilities", "venue", "perform_by"):
            self.fields[name].depends = True  # on whether it is in writing

    def given(self):
        """What the table demands, and what the step may be told besides."""
        return super().given() | {name: self.cleaned_data[name] for name in self.aside}

    def clean_party_phone(self):
        return self._phone("party_phone")

    def clean_agent_phone(self):
        return self._phone("agent_phone")

    def clean_agent_id(self):
        number = self.cleaned_data["agent_id"]
        if number and not is_id_number(number):
            raise forms.ValidationError(_("身份证号不正确，请核对18位号码。"))
        return number

    def _phone(self, name):
        phone = self.cleaned_data[name]
        if phone and not is_phone(phone):
            raise forms.ValidationError(PHONE_WRONG)
        return phone

    def _check_identity(self, values):
        known = values.get("party")
        number, nature = values.get("id_number"), values.get("nature") or (known.nature if known else "")
        is_person = nature == Nature.PERSON
        if number and not (is_id_number(number) if is_person else is_credit_code(number)):
            wrong = _("身份证号不正确，请核对18位号码。") if is_person else _("统一社会信用代码应为18位，请核对。")
            self.add_error("id_number", wrong)

    def _check_party(self, values):
        self._check_identity(values)
        if values.get("party"):
            return
        wanted = {"side": _("请选择当事人的地位。"), "nature": _("请选择当事人的性质。"), "party_name": _("请填写当事人的姓名或者名称。")}
        for name, told in wanted.items():
            if not values.get(name):
                self.add_error(name, told)

    def clean(self):
        values = super().clean()
        if self.step.name == "enter_party":
            self._check_party(values)
        if self.step.name == "not_accept" and values.get("refusal") and not values.get("note"):
            values["note"] = values["refusal"].right_way
        if self.step.name == "agree":
            for name in lacking(values.get("form"), values):
                if name not in self.errors:
                    self.add_error(name, _("书面协议须写明此项；只登记口头协议的，请选择“口头协议”。"))
        if values.get("authority") == Authority.SPECIAL and not values.get("powers"):
            self.add_error("powers", _("特别授权的，请写明授权事项。"))
        if "session" in self.step.fields and not values.get("session"):
            self.add_error("session", _("请选择未举行的是哪一次。"))
        return values


class RegisterForm(forms.Form):
    """A clerk or mediator takes down an application, or what another authority handed over. `submission`: once."""

    source = forms.ChoiceField(label=_("来源"), choices=[one for one in Source.choices if one[0] != Source.WEB], initial=Source.COUNTER)
    source_unit = _line(_("移交单位"), required=False, most=60, help_text=_("由其他单位移交的填写，如：海拉尔东路派出所。"))
    source_ref = _line(
        _("来源编号、文号"), required=False, most=60,
        help_text=_("移交函、接警单、案件或者工单的编号；12345、网格事件的编号会自动关联。"),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("纠纷类型"), choices=[("", _("请选择")), *Kind.choices])
    description = forms.CharField(label=_("纠纷事实"), min_length=5, max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))
    demand = forms.CharField(label=_("请求事项"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    place = forms.ModelChoiceField(
        None, label=_("地点"), widget=forms.HiddenInput,
        error_messages={"required": _("请选择地点。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip
    name = forms.CharField(label=_("申请人姓名、名称"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    nature = forms.ChoiceField(label=_("申请人性质"), choices=Nature.choices)
    phone = forms.CharField(label=_("申请人电话"), max_length=20, widget=forms.TelInput(attrs={"autocomplete": "off"}))
    other_name = forms.CharField(label=_("被申请人姓名、名称"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    other_nature = forms.ChoiceField(label=_("被申请人性质"), choices=Nature.choices)
    other_phone = forms.CharField(
        label=_("被申请人电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "off"})
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places
        self.fields["source_unit"].depends = self.fields["source_ref"].depends = True  # on who handed it over
        for name in ("description", "name", "phone", "other_name"):
            self.fields[name].error_messages["required"] = _("请填写%(what)s。") % {"what": self.fields[name].label}
        self.fields["kind"].error_messages["required"] = _("请选择纠纷类型。")

    def clean(self):
        values = super().clean()
        if values.get("source") in FROM_OUTSIDE and not (values.get("source_unit") or values.get("source_ref")):
            self.add_error("source_unit", _("移交的纠纷，请填写移交单位或者来源编号。"))
        for name in ("phone", "other_phone"):
            if values.get(name) and not is_phone(values[name]):
                self.add_error(name, PHONE_WRONG)
        return values

    def parties(self):
        """Both sides as (side, name, phone, nature)."""
        facts = self.cleaned_data
        return [
            (Side.APPLICANT, facts["name"], facts["phone"], facts["nature"]),
            (Side.RESPONDENT, facts["other_name"], facts["other_phone"], facts["other_nature"]),
        ]
