"""What is typed about an inspection: the record on the spot, an inspection outside of a plan, and the steps."""

from datetime import UTC, datetime

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckList
from emergencies.inspection_plans.services import colleagues
from emergencies.inspections.enums import Result, Signed
from emergencies.inspections.permissions import INSPECT
from emergencies.premises.models import Premises
from emergencies.premises.permissions import VIEW as VIEW_PREMISES
from governance.files.forms import AttachmentsField, HeldField
from governance.files.rules import IMAGES
from governance.web.days import DayField, days_from_today
from governance.web.steps import StepForm

NOTE_LABELS = {
    "confirm": _("确认意见"), "reassign": _("更换理由"), "excuse": _("取消理由"), "object": _("陈述、申辩的内容"), "remind": _("催办要求"),
    "answer": _("复核情况和答复"),
}  # fmt: skip
NOTE_HELP = {
    "confirm": _("与现场一致的可不填；有补充的写在这里。"),
    "reassign": _("如：与场所有利害关系，申请回避。"),
    "excuse": _("如：已停业、搬迁。取消的不计入完成率，理由留在经过里。"),
    "answer": _("写明复核了什么、采纳与否及理由；要改变隐患定级、期限的，在隐患页面办理。"),
    "object": _("对检查结果有异议的，写明哪一项、事实和依据。检查单位会看到并核实。"),
}
SENT_LATE = -7  # days: a day that was set without network may be past when it is sent
SIGNED_BY_HAND = "signature"


class Millis(forms.IntegerField):
    """A moment as a phone's clock tells it; what is no moment counts for nothing."""

    def clean(self, value):
        try:
            return datetime.fromtimestamp(int(value) / 1000, UTC) if value else None
        except (ValueError, OverflowError, OSError):
            return None


def _degrees(most):
    bounds = [MinValueValidator(-most), MaxValueValidator(most)]
    return forms.FloatField(required=False, widget=forms.HiddenInput, validators=bounds)


class RecordForm(forms.Form):
    """The record on the spot: a press for each item, a word and a photograph where it is not in order, and the signature."""

    number = forms.CharField(widget=forms.HiddenInput)
    submission = forms.UUIDField(widget=forms.HiddenInput)
    checked_at = Millis(required=False, widget=forms.HiddenInput)
    latitude, longitude = _degrees(90), _degrees(180)
    rectify_by = DayField(
        label=_("一般隐患的整改期限"), required=False, help_text=_("有不符合项的必填；能当场改的也写当天，最迟的期限见“办理时限”。")
    )
    findings = forms.CharField(label=_("检查小结"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    signer_role = forms.CharField(label=_("现场人员职务"), max_length=40, required=False, help_text=_("如：店长、值班经理、安全员。"))
    signer_name = forms.CharField(label=_("现场人员姓名"), max_length=40, required=False, help_text=_("加密保存，检查单上只显示姓。"))
    typed = forms.BooleanField(label=_("不便手写：现场人员已看过结果，输入姓名作为签名"), required=False)
    refused = forms.BooleanField(label=_("现场人员拒绝签名"), required=False)
    refusal = forms.CharField(label=_("拒签情况"), max_length=200, required=False, help_text=_("写明理由，由两名检查人员共同见证。"))
    signature = AttachmentsField(label=_("签名"), allowed=tuple(IMAGES), most=1)
    held_signature = HeldField()

    def __init__(self, *args, items, at, latest, **kwargs):
        """`latest`: the last day a general hazard found now may be given."""
        super().__init__(*args, **kwargs)
        self.items, self.at, self.kept = [*items], at, {}
        self.fields["held_signature"].at = at
        self.fields["rectify_by"].since, self.fields["rectify_by"].until = days_from_today(SENT_LATE), latest
        for item in self.items:
            self._ask(item)

    def _ask(self, item):
        """The four fields of an item."""
        key = item.pk
        self.fields[f"result_{key}"] = forms.ChoiceField(
            label=item.label, choices=Result.choices, required=False, widget=forms.RadioSelect, help_text=item.hint
        )
        self.fields[f"note_{key}"] = forms.CharField(
            label=_("哪里不符合"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
        )
        self.fields[f"weight_{key}"] = forms.ChoiceField(
            label=_("隐患程度"), choices=Weight.choices, required=False, widget=forms.RadioSelect, initial=item.weight
        )
        self.fields[f"photos_{key}"] = AttachmentsField(label=_("照片"), allowed=tuple(IMAGES), capture="environment")
        self.fields[f"held_{key}"] = HeldField(at=self.at)
        for name in ("note", "weight", "photos"):
            self.fields[f"{name}_{key}"].depends = True

    @property
    def asked(self):
        """(item, its bound fields, what is held of its photographs) in order, as the page draws them."""
        names = ("result", "note", "weight", "photos")
        return [(item, {name: self[f"{name}_{item.pk}"] for name in names}, self.kept.get(f"photos_{item.pk}", ())) for item in self.items]

    @property
    def kept_signature(self):
        return self.kept.get(SIGNED_BY_HAND, ())

    @property
    def uploads(self):
        """{field of files: field of those held} of the whole form."""
        return {f"photos_{item.pk}": f"held_{item.pk}" for item in self.items} | {SIGNED_BY_HAND: f"held_{SIGNED_BY_HAND}"}

    def clean(self):
        values = super().clean()
        rest = "rest" in self.data
        for item in self.items:
            self._check_item(item.pk, values, rest=rest)
        if self._wrong(values, Weight.GENERAL) and not values.get("rectify_by") and "rectify_by" not in self.errors:
            self.add_error("rectify_by", _("请填写整改期限。"))
        self._check_signature(values)
        return values

    def _check_item(self, key, values, *, rest):
        result = values.get(f"result_{key}") or (Result.FITS if rest else "")
        values[f"result_{key}"] = result
        if not result and f"result_{key}" not in self.errors:
            self.add_error(f"result_{key}", _("请点选结果。"))
        if result == Result.WRONG and not values.get(f"note_{key}", "").strip() and f"note_{key}" not in self.errors:
            self.add_error(f"note_{key}", _("请写明哪里不符合。"))

    def _wrong(self, values, weight):
        """Whether something is not in order, to that degree."""
        return any(values.get(f"result_{one.pk}") == Result.WRONG and self._weight(values, one) == weight for one in self.items)

    @staticmethod
    def _weight(values, item):
        return values.get(f"weight_{item.pk}") or item.weight

    def _check_signature(self, values):
        """By hand, by name, or refused before two witnesses."""
        if values.get("refused"):
            values["signed"] = Signed.REFUSED
            if not values.get("refusal", "").strip():
                self.add_error("refusal", _("请写明拒签情况。"))
            return
        if not values.get("signer_role", "").strip():
            self.add_error("signer_role", _("请填写现场人员的职务。"))
        if values.get("held_signature"):
            values["signed"] = Signed.DRAWN
        elif values.get("typed"):
            values["signed"] = Signed.TYPED
            if not values.get("signer_name", "").strip():
                self.add_error("signer_name", _("请填写现场人员的姓名。"))
        elif SIGNED_BY_HAND not in self.errors:
            self.add_error(SIGNED_BY_HAND, _("请现场人员签名；不便手写的输入姓名，拒签的写明情况。"))

    def facts(self):
        """What the service is told."""
        values = self.cleaned_data
        plain = ("findings", "signed", "refusal", "signer_name", "signer_role", "latitude", "longitude")
        found = {name: values[name] for name in plain}
        if values["signed"] == Signed.REFUSED:
            found["signer_name"] = found["signer_role"] = ""
        wrong = self._wrong(values, Weight.GENERAL) or self._wrong(values, Weight.MAJOR)
        signature = values["held_signature"] if values["signed"] == Signed.DRAWN else ()
        return {
            **found, "submission": values["submission"], "told": values["checked_at"],
            "rectify_by": values["rectify_by"] if wrong else None,
            "results": {one.pk: (values[f"result_{one.pk}"], values[f"note_{one.pk}"], self._weight(values, one)) for one in self.items},
            "photographs": {one.pk: values[f"held_{one.pk}"] for one in self.items if values[f"result_{one.pk}"] == Result.WRONG},
            "signature": next(iter(signature), None),
        }  # fmt: skip


class ArrangeForm(forms.Form):
    """An inspection outside of any plan: what is inspected, why, and with whom."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    premises = forms.CharField(label=_("检查对象的名录编号"), max_length=20, help_text=_("见检查对象名录。"))
    checklist = forms.ModelChoiceField(CheckList.objects.in_use(), label=_("检查表"), empty_label=_("请选择"))
    reason = forms.CharField(
        label=_("计划外检查的原因"), min_length=4, max_length=200, help_text=_("如：投诉举报、专项治理、隐患复查。没有原因的不检查。")
    )

    def __init__(self, *args, user, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        people = colleagues(user.acting_post.office, at=at, roles=INSPECT.roles)
        for name, label in (("first", _("检查人员")), ("second", _("检查人员（二）"))):
            self.fields[name] = inspector_field(people, label)
        self.fields["first"].initial = user.pk

    def clean_premises(self):
        rows = Premises.objects.visible_to(self.user, VIEW_PREMISES).in_use().select_related("place", "kind")
        found = rows.filter(number=self.cleaned_data["premises"].strip()).first()
        if found is None:
            raise forms.ValidationError(_("名录里没有这个编号，或者不在您的范围内。"))
        return found

    def clean(self):
        values = super().clean()
        if values.get("first") and values.get("first") == values.get("second"):
            self.add_error("second", _("请选择两名不同的检查人员。"))
        checklist, premises = values.get("checklist"), values.get("premises")
        if checklist and premises and not checklist.kinds.filter(pk=premises.kind_id).exists():
            self.add_error("checklist", _("这张检查表不适用于“%(kind)s”。") % {"kind": premises.kind.label})
        return values


def inspector_field(people, label, initial=None):
    field = forms.ModelChoiceField(people, label=label, empty_label=_("请选择"), initial=initial)
    field.label_from_instance = lambda person: person.name
    return field


def _inspector(name, label):
    def build(case, user):
        return inspector_field(colleagues(case.office, at=timezone.now(), roles=INSPECT.roles), label, getattr(case, f"{name}_id"))

    return build


BUILDERS = {"first": _inspector("first", _("检查人员")), "second": _inspector("second", _("检查人员（二）"))}


class InspectionStepForm(StepForm):
    """The form of any step of an inspection; the record has its own page."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)
