"""What is typed about an order: its draft with the items, and the forms of the steps."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField, HeldField
from governance.files.rules import IMAGES
from governance.privacy.phones import is_phone
from governance.web.days import DayField, days_from_today
from governance.web.stale import NeverOverwrites
from governance.web.steps import StepForm, choice_field
from supervision.orders.models import Order
from supervision.orders.rules import MOST_ITEMS
from supervision.orders.services import WRITTEN
from supervision.oversight.forms import PRIVATE_TEXT, SERVICE, add_service_faults, public_field, scans_field
from supervision.oversight.rules import names_a_person

SPARE_ROWS = 3
YEAR = 365  # days
NOTE_LABELS = {
    "withdraw": _("撤销理由"),
    "report": _("整改情况"),
    "report_item": _("本项整改情况"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("审批意见"),
    "refuse_extension": _("不同意的理由"),
    "pass_inspection": _("复查情况"),
    "fail_inspection": _("不通过的理由和要求"),
}


def _items(label, *, required, only_done=False):
    def build(case, user):
        rows = case.items.filter(done=True) if only_done else case.items.all()
        field = forms.ModelMultipleChoiceField(rows, label=label, required=required, widget=forms.CheckboxSelectMultiple)
        field.error_messages["required"] = _("请勾选至少一项。")
        field.label_from_instance = lambda item: f"{item.position}. {item.what}"
        return field

    return build


def _item(case, user):
    field = forms.ModelChoiceField(case.items.filter(done=False), label=_("整改事项"), empty_label=_("请选择"))
    field.label_from_instance = lambda item: f"{item.position}. {item.what}"
    return field


def _amount(case, user):
    return forms.IntegerField(label=_("申请延长（日）"), min_value=1, max_value=365)


BUILDERS = {
    "way": lambda case, user: choice_field(Order, "way"),
    **SERVICE,
    "scans": lambda case, user: scans_field(_("送达回证扫描件"), required=True),
    "item": _item,
    "done": _items(_("已完成的整改事项"), required=True),
    "failed": _items(_("未通过的整改事项"), required=True, only_done=True),
    "files": lambda case, user: AttachmentsField(label=_("整改证明材料"), required=False),
    "amount": _amount,
    "public_text": lambda case, user: public_field(_("公开内容")),
}


class OrderStepForm(StepForm):
    """The form of any step of an order."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)

    def clean(self):
        values = super().clean()
        if self.step.name == "serve":
            add_service_faults(self, values)
        if self.step.name == "report" and values.get("done") is not None:
            self._check_all_done(values["done"])
        if names_a_person(values.get("public_text") or ""):
            self.add_error("public_text", PRIVATE_TEXT)
        return values

    def _check_all_done(self, done):
        """整改完成 is all of it: one item of several does not stop the clock."""
        if left := self.case.items.exclude(pk__in=[item.pk for item in done]).count():
            self.add_error("done", _("还有 %(left)s 项没有完成。全部完成后再报告；需要时间的，可以申请延期。") % {"left": left})


class DraftForm(NeverOverwrites):
    """The notice before it is served."""

    class Meta:
        model = Order
        fields = WRITTEN

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        checked = self.fields["checked_on"]
        self.fields["checked_on"] = DayField(
            label=checked.label, required=checked.required, since=days_from_today(-3 * YEAR), until=days_from_today(0)
        )
        for name, most, rows in (("facts", 2000, 5), ("consequence", 500, 3)):
            self.fields[name].validators.append(MaxLengthValidator(most))
            self.fields[name].widget = forms.Textarea(attrs={"rows": rows, "maxlength": most})

    def beside(self):
        told = (f"{item.what}（{item.by:%F}）" if item.by else item.what for item in self.instance.items.order_by("position"))
        return {_("整改事项"): "；".join(told)}

    def clean_contact_phone(self):
        phone = self.cleaned_data["contact_phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone


class ItemForm(forms.Form):
    """One thing to put right; a row left empty is no item."""

    what = forms.CharField(label=_("整改内容"), max_length=300, required=False)
    by = DayField(label=_("完成期限"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["by"].since, self.fields["by"].until = days_from_today(0), days_from_today(3 * YEAR)

    def clean(self):
        values = super().clean()
        if values.get("by") and not (values.get("what") or "").strip():
            self.add_error("what", _("请填写这一项的整改内容。"))
        return values


class ItemRows(forms.BaseFormSet):
    """At least one item."""

    def clean(self):
        if not any(self.errors) and not self.items:
            raise forms.ValidationError(_("请至少填写一项整改内容。"))

    @property
    def items(self):
        """(what, by) pairs of the rows that were filled in."""
        return [(row["what"].strip(), row.get("by")) for row in self.cleaned_data if row.get("what", "").strip()]


ItemFormSet = forms.formset_factory(ItemForm, formset=ItemRows, extra=SPARE_ROWS, max_num=MOST_ITEMS)


class CheckForm(forms.Form):
    """One thing as it is found on the spot: put right or not, a word, photographs. It is kept at once."""

    position = forms.IntegerField(widget=forms.HiddenInput)
    passed = forms.TypedChoiceField(
        label=_("复查结果"), choices=[("1", _("已整改")), ("0", _("未整改到位"))],
        widget=forms.RadioSelect, coerce=lambda value: value == "1", error_messages={"required": _("请点选复查结果。")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("复查情况"), max_length=300, required=False, help_text=_("未整改到位的必须写明。"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    files = AttachmentsField(label=_("现场拍照"), required=False, allowed=tuple(IMAGES), capture="environment")
    held = HeldField()

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held"].at = at

    def clean(self):
        values = super().clean()
        if values.get("passed") is False and not (values.get("words") or "").strip():
            self.add_error("words", _("未整改到位的，请写明情况和要求。"))
        return values


class ConclusionForm(forms.Form):
    """What is said of the whole, once each thing was looked at."""

    note = forms.CharField(label=_("复查意见"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
