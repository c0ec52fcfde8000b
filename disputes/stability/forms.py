"""What is typed about an assessment: the project, and the forms of the steps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.stability.enums import Axis
from disputes.stability.models import DecisionKind, HearingMethod, RiskMeasure, StabilityAssessment
from disputes.stability.rules import counts_fault, names_a_person
from disputes.stability.services import PRIVATE
from governance.files.forms import AttachmentsField
from governance.people.models import Office
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField, days_from_today
from governance.web.offices import OfficeField
from governance.web.steps import StepForm, choice_field

YEAR, MOST_PEOPLE = 365, 1_000_000
NOTE_LABELS = {
    "collect": _("主要意见"),
    "add_risk": _("风险说明"),
    "add_measure": _("防范措施"),
    "rate_again": _("评定依据"),
    "conclude": _("结论说明"),
    "submit": _("审定意见"),
    "return": _("退回理由"),
    "file": _("备案意见"),
    "ask_more": _("退回理由和要求"),
    "report_measure": _("落实情况"),
    "settle_measure": _("核实意见"),
    "return_measure": _("退回理由"),
    "record_decision": _("决策情况说明"),
    "end": _("办结意见"),
    "remind": _("催办要求"),
    "drop_collection": _("删去理由"),
    "drop_risk": _("删去理由"),
    "cancel": _("终止理由"),
}
NOTE_HELP = {
    "collect": _("只写意见的要点，不写是谁说的，不写姓名、电话。"),
    "add_risk": _("写项目的哪一环节、可能引发什么矛盾；不写具体的人。"),
    "conclude": _("结论比风险等级标准宽的，须写明理由。"),
}
PUBLIC_WORDS = {"content", "affected", "report", "reach", "risk_name"}


def _text(label, *, most, rows=0, required=True, help_text="", initial=""):
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most}) if rows else None
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, initial=initial, widget=widget)


def project(case=None):
    """The fields that describe a project; filled in from a case."""
    return {
        "title": _text(_("项目（决策）名称"), most=60, initial=case.title if case else ""),
        "content": _text(_("决策事项内容"), most=3000, rows=6, initial=case.content if case else ""),
        "affected": _text(
            _("涉及的范围和群体"), most=1000, rows=3, initial=case.affected if case else "",
            help_text=_("写群体和大致数量，如：沿线三个社区约一千二百户；不写具体的人。"),
        ),
        "decide_on": DayField(
            label=_("拟决策日期"), since=days_from_today(1), until=days_from_today(2 * YEAR), initial=case.decide_on if case else None,
            help_text=_("评估应当在这一天之前完成并报送备案。"),
        ),
        "third_party": _text(_("受托的第三方机构"), most=60, required=False, initial=case.third_party if case else ""),
    }  # fmt: skip


def offices_beside(place):
    """The offices of the place and its county, offered by name."""
    return Office.objects.in_use().filter(place__path__in=[place.path, place.path[:6]]).select_related("place").order_by("type", "code")


class ProjectForm(PlacedForm):
    """A project, before it is assessed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = DecisionKind.objects.filter(active=True)
        self.fields["kind"] = forms.ModelChoiceField(kinds, label=_("决策类别"), empty_label=_("请选择"))
        office = self.user.acting_post.office
        self.fields["decider"] = OfficeField(label=_("决策机关"), offered=offices_beside(office.place), help_text=_("作出决策的单位。"))
        self.fields |= project()
        self.order_fields(["submission", "place", "title", "kind", "decider"])

    def clean(self):
        values = super().clean()
        tell_private(self, values)
        return values


def tell_private(form, values):
    """Telephone and identity numbers have no place in an assessment of a project."""
    for name in PUBLIC_WORDS & values.keys():
        if isinstance(values[name], str) and names_a_person(values[name]):
            form.add_error(name, PRIVATE)


def _count(label, *, least=0, initial=None):
    return forms.IntegerField(label=label, min_value=least, max_value=MOST_PEOPLE, initial=initial)


def _points(axis, label):
    def build(case, user):
        steps = case.matrix.steps.filter(axis=axis)
        choices = [("", _("请选择")), *((one.points, f"{one.points} {one.label}：{one.meaning}") for one in steps)]
        return forms.TypedChoiceField(label=label, choices=choices, coerce=int)

    return build


def _risk(case, user):
    rows = case.risks.order_by("position")
    only = rows[0] if len(rows) == 1 else None
    return forms.ModelChoiceField(rows, label=_("风险点"), empty_label=_("请选择"), initial=only)


def _owner(case, user):
    return OfficeField(label=_("责任单位"), offered=offices_beside(case.place))


def _collection(case, user):
    return forms.ModelChoiceField(case.collections.select_related("method"), label=_("意见征集"), empty_label=_("请选择"))


def _held_on(case, user):
    return DayField(label=_("日期"), since=days_from_today(-YEAR), until=days_from_today(0))


OF_STEP = {  # which measures a step can be about
    "report_measure": lambda rows, office: rows.unreported().filter(owner=office),
    "settle_measure": lambda rows, office: rows.reported(),
    "return_measure": lambda rows, office: rows.reported(),
}
BUILDERS = {
    **{name: (lambda case, user, name=name: project(case)[name]) for name in ("title", "content", "affected", "decide_on", "third_party")},
    "method": lambda case, user: forms.ModelChoiceField(
        HearingMethod.objects.filter(active=True), label=_("方式"), empty_label=_("请选择")
    ),
    "held_on": _held_on,
    "reach": lambda case, user: _text(_("范围"), most=120, help_text=_("如：三个社区的居民代表。")),
    "people": lambda case, user: _count(_("参加人数"), least=1),
    "in_favour": lambda case, user: _count(_("支持"), initial=0),
    "conditional": lambda case, user: _count(_("有条件支持"), initial=0),
    "against": lambda case, user: _count(_("反对"), initial=0),
    "risk_name": lambda case, user: _text(_("风险点"), most=80),
    "likelihood": _points(Axis.LIKELIHOOD, _("可能性")),
    "effect": _points(Axis.EFFECT, _("影响程度")),
    "risk": _risk,
    "owner": _owner,
    "due_on": lambda case, user: DayField(label=_("完成日期"), since=days_from_today(0), until=days_from_today(YEAR)),
    "collection": _collection,
    "result": lambda case, user: choice_field(StabilityAssessment, "result"),
    "report": lambda case, user: _text(_("评估报告"), most=10000, rows=12, initial=case.report),
    "files": lambda case, user: AttachmentsField(label=_("材料"), help_text=_("报告、公告、会议记录等；隐去个人信息后上传。")),
    "decision": lambda case, user: choice_field(StabilityAssessment, "decision"),
    "decided_on": lambda case, user: DayField(label=_("决策日期"), since=days_from_today(-YEAR), until=days_from_today(0)),
}


class MatrixForm(forms.Form):
    """From which product of likelihood and effect on a risk is medium, and high."""

    medium_from = forms.IntegerField(label=_("中风险起点"), min_value=2, max_value=24)
    high_from = forms.IntegerField(label=_("高风险起点"), min_value=3, max_value=25)
    source = forms.CharField(
        label=_("来源说明"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("由哪个单位、以什么文件发布。")
    )

    def clean(self):
        values = super().clean()
        if values.get("medium_from") and values.get("high_from") and values["medium_from"] >= values["high_from"]:
            self.add_error("high_from", _("高风险起点须高于中风险起点。"))
        return values


class AssessmentStepForm(StepForm):
    """The form of any step of an assessment."""

    def __init__(self, *args, step, user, **kwargs):
        def measure(case, user):
            rows = OF_STEP[step.name](RiskMeasure.objects.filter(risk__assessment=case), user.acting_post.office_id)
            only = rows[0] if len(rows) == 1 else None
            return forms.ModelChoiceField(rows.select_related("risk"), label=_("措施"), empty_label=_("请选择"), initial=only)

        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, user=user, builders={**BUILDERS, "measure": measure}, **words, **kwargs)
        if step.name == "add_files":
            self.fields["files"].required = True
        if step.name == "add_measure":
            self.fields["note"].max_length = 500
            self.fields["note"].widget.attrs["maxlength"] = 500

    def clean(self):
        values = super().clean()
        tell_private(self, values)
        if self.step.name == "collect" and not self.errors:
            counts = [values[name] for name in ("in_favour", "conditional", "against")]
            if counts_fault(values["people"], counts):
                self.add_error("people", _("支持、有条件支持、反对的合计不能超过参加人数。"))
            if names_a_person(values["note"]):
                self.add_error("note", PRIVATE)
        return values
