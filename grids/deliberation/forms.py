"""What staff type about deliberations: raising one, and the forms of the steps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.privacy.phones import is_phone
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField, MomentField, days_from_today
from governance.web.steps import StepForm, choice_field
from grids.deliberation.enums import Matter, Raiser, Side, Way
from grids.deliberation.flow import VOTES
from grids.deliberation.models import Deliberation
from grids.deliberation.rules import votes_fault

NOTE_LABELS = {
    "accept": _("受理说明"),
    "decline": _("不予受理的理由"),
    "schedule": _("说明"),
    "postpone": _("改期原因"),
    "end": _("终止原因"),
    "hold": _("协商情况"),
    "record_view": _("意见要点"),
    "publish_no_result": _("分歧和下一步"),
    "progress": _("进展"),
    "set_day": _("调整原因"),
    "carry_out": _("落实情况"),
    "evaluate": _("主要意见"),
    "carry_on": _("还要做什么"),
}
NOTE_HELP = {
    "decline": _("会告诉提议人，请说明正确的办理途径。"),
    "hold": _("会公开。不写个人姓名。"),
    "record_view": _("只写是哪一方的意见，不写是谁说的。"),
    "publish_no_result": _("会公开。请写明双方分歧和以后怎么办，例如转人民调解。"),
    "progress": _("会公开。"),
    "carry_out": _("会公开。"),
    "evaluate": _("会公开。不写个人姓名。"),
}
LONGEST_AHEAD = 180  # days within which a meeting is set
SUM_WRONG = _("赞成、反对、弃权三项合计应等于到会人数。")


class RaiseForm(PlacedForm):
    """A matter raised at the desk: by whom, of what kind, and what it is about."""

    deepest_only = True
    raised_by = forms.ChoiceField(label=_("提议方"), choices=Raiser.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("议题"), max_length=60, min_length=4, help_text=_("一句话说明要商量什么。"))
    kind = forms.ChoiceField(label=_("事项类别"), choices=[("", _("请选择")), *Matter.choices])
    description = forms.CharField(
        label=_("提议内容"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("情况、希望怎样解决。不写个人的身份证号和家庭情况。"),
    )  # fmt: skip
    name = forms.CharField(label=_("提议人姓名"), max_length=40, required=False, help_text=_("加密保存。个人提议的填写，便于回复。"))
    phone = forms.CharField(label=_("提议人电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "off"}))

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号或带区号的固定电话。"))
        return phone


def _count(label, *, most=5000, least=0, required=True, initial=None):
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=required, initial=initial)


def _text(name, label, *, most, rows=0, hint=""):
    def build(case, user):
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput
        return forms.CharField(label=label, max_length=most, help_text=hint, initial=getattr(case, name), widget=widget)

    return build


def _meet_at(case, user):
    hint = _("请留出公告的时间，公告期见“办理时限”。")
    bounds = {"since": days_from_today(0), "until": days_from_today(LONGEST_AHEAD)}
    return MomentField(label=_("协商时间"), initial=case.meet_at, help_text=hint, **bounds)


def _kind(case, user):
    return forms.ChoiceField(label=_("事项类别"), choices=Matter.choices, initial=case.kind)


def _role(case, user):
    return forms.ChoiceField(label=_("参加方"), choices=[("", _("请选择")), *Side.choices])


def _body(case, user):
    return forms.CharField(label=_("单位名称"), max_length=60, required=False, help_text=_("对外公开；个人参加的不填。"))


def _names(case, user):
    hint = _("加密保存，不公开；每次查看都有记录。")
    return forms.CharField(label=_("参加人姓名"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text=hint)


def _carry_by(case, user):
    return DayField(label=_("完成日期"), since=days_from_today(0), until=days_from_today(2 * LONGEST_AHEAD), initial=case.carry_by)


def _photos(case, user):
    return AttachmentsField(label=_("现场照片"), allowed=IMAGES, required=False, help_text=_("会公开，请避开人脸和车牌。"))


def _files(case, user):
    return AttachmentsField(label=_("材料"), required=True)


def _shown(case, user):
    return forms.BooleanField(label=_("对外公开"), required=False, help_text=_("签到表等含个人信息的材料不要公开。"))


BUILDERS = {
    "title": _text("title", _("议题"), most=60, hint=_("公告时使用，请用村（社区）的话概括，不写个人信息。")),
    "kind": _kind,
    "meet_at": _meet_at,
    "venue": _text("venue", _("协商地点"), most=120),
    "chair": _text("chair", _("主持人（职务）"), most=60, hint=_("例如：社区居民委员会主任。")),
    "agenda": _text("agenda", _("议程"), most=1000, rows=4, hint=_("会公开。逐条写明商量哪些事。")),
    "role": _role,
    "body": _body,
    "people": lambda case, user: _count(_("人数"), least=1),
    "names": _names,
    "attended": lambda case, user: _count(_("到会人数"), least=2),
    "way": lambda case, user: choice_field(Deliberation, "way"),
    "votes_for": lambda case, user: _count(_("赞成"), required=False),
    "votes_against": lambda case, user: _count(_("反对"), required=False),
    "votes_abstained": lambda case, user: _count(_("弃权"), required=False),
    "result": _text("result", _("协商结果"), most=2000, rows=5, hint=_("会公开。写明商定了什么、怎么做、钱从哪里来。")),
    "responsible": _text("responsible", _("落实责任方"), most=60, hint=_("例如：社区居民委员会、某物业公司。")),
    "carry_by": _carry_by,
    "photos": _photos,
    "files": _files,
    "shown": _shown,
    "asked": lambda case, user: _count(_("参加评价人数"), least=1),
    "satisfied": lambda case, user: _count(_("其中满意和基本满意")),
}


def invited(role, body, people):
    """Who was invited, as the timeline says it: role, body and how many."""
    words = {"role": Side(role).label, "body": f"（{body}）" if body else "", "people": people}
    return _("%(role)s%(body)s %(people)s 人") % words


class DeliberationStepForm(StepForm):
    """The form of any step of a deliberation."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)
        for name in VOTES:
            if name in self.fields:
                self.fields[name].depends = True

    def clean(self):
        values = super().clean()
        if self.step.name == "hold" and not self.errors:
            self._check_votes(values)
        if self.step.name == "evaluate" and not self.errors and values["satisfied"] > values["asked"]:
            self.add_error("satisfied", _("满意的人数不能多于参加评价的人数。"))
        if self.step.name == "invite" and not self.errors:
            values["note"] = "\n".join(filter(None, [invited(values["role"], values["body"], values["people"]), values["note"]]))
        return values

    def _check_votes(self, values):
        """A vote is counted; what was agreed needs no count."""
        if values["way"] == Way.CONSENSUS:
            values.update(dict.fromkeys(VOTES))
            return
        fault = votes_fault(values["attended"], votes=[values[name] for name in VOTES])
        if fault:
            self.add_error("votes_for", _("请填写三项票数。") if fault == "missing" else SUM_WRONG)
