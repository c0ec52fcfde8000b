"""The forms of the steps of a unit's round."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField
from governance.people.models import User
from governance.web.steps import StepForm
from supervision.appraisals.services import open_claims
from supervision.assessment.enums import BY_PROOF, Duty, ItemKind

NOTE_LABELS = {
    "claim": _("加分事由"),
    "report": _("自评情况"),
    "go_on": _("说明"),
    "send_back": _("退回理由和补正要求"),
    "accept_claim": _("认定意见"),
    "refuse_claim": _("不予认定的理由"),
    "charge": _("加减分事由"),
    "object": _("异议理由"),
    "uphold": _("决定理由"),
    "maintain": _("决定理由"),
}
PROOF_NEEDED = {"claim", "charge"}
MOST_CHANGE = 20  # points a decision on one objection can move


def _items(label, *kinds):
    def build(case, user):
        rows = case.result.scheme.items.of_kind(*kinds)
        field = forms.ModelChoiceField(rows, label=label, empty_label=_("请选择"))
        field.label_from_instance = lambda item: _("%(kind)s：%(label)s（最多%(most)s分）") % {
            "kind": item.get_kind_display(), "label": item.label, "most": item.weight
        }  # fmt: skip
        return field

    return build


def _disputed(case, user):
    field = forms.ModelChoiceField(case.result.scheme.items.of_kind(*ItemKind.values), label=_("异议项目"), empty_label=_("请选择"))
    field.label_from_instance = lambda item: item.label
    return field


def _claim(case, user):
    field = forms.ModelChoiceField(open_claims(case).select_related("item"), label=_("申报"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: f"{row.item.label if row.item else ''} {row.points} {row.reason}"
    return field


def _person(case, user):
    people = User.objects.filter(posts__office=case.unit_id).distinct().order_by("name", "pk")
    field = forms.ModelChoiceField(people, label=_("平台账号"), required=False, empty_label=_("没有账号"))
    field.help_text = _("本单位现任或者曾任人员，有账号的从这里选择。")
    field.label_from_instance = lambda person: person.name
    return field


def _points(label, least, most):
    return lambda case, user: forms.DecimalField(label=label, min_value=least, max_value=most, max_digits=5, decimal_places=2)


BUILDERS = {
    "bonus": _items(_("加分项目"), ItemKind.BONUS),
    "by_proof": _items(_("加减分项目"), *BY_PROOF),
    "points": lambda case, user: forms.DecimalField(
        label=_("分值"), min_value=0.01, max_digits=5, decimal_places=2, help_text=_("填正数；减分项目按减分计。")
    ),
    "self_points": _points(_("自评分"), 0, 100),
    "files": lambda case, user: AttachmentsField(label=_("证明材料"), required=False),
    "claim": _claim,
    "disputed": _disputed,
    "change": _points(_("更正分值（可为负）"), -MOST_CHANGE, MOST_CHANGE),
    "person": _person,
    "person_name": lambda case, user: forms.CharField(label=_("姓名"), max_length=40, required=False, help_text=_("没有账号的填写。")),
    "duty_kind": lambda case, user: forms.ChoiceField(label=_("类别"), choices=Duty.choices),
    "duty": lambda case, user: forms.CharField(label=_("职务"), max_length=60),
}


class AppraisalStepForm(StepForm):
    """The form of any step of a unit's round."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
        if step.name in PROOF_NEEDED:
            self.fields["files"].required = True
            self.fields["note"].widget.attrs["maxlength"] = "100"
            self.fields["note"].validators = [MaxLengthValidator(100)]

    def clean(self):
        values = super().clean()
        if self.step.name == "name_responsible" and not values.get("person") and not (values.get("person_name") or "").strip():
            self.add_error("person_name", _("请选择平台账号，或者填写姓名。"))
        return values
