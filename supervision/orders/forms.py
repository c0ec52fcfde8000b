"""What is typed about an order: its draft with the items, and the forms of the steps."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField
from governance.privacy.phones import is_phone
from governance.web.days import DayField, days_from_today
from governance.web.stale import NeverOverwrites
from governance.web.steps import StepForm, choice_field
from supervision.orders.models import Order
from supervision.orders.rules import service_faults
from supervision.orders.services import WRITTEN
from supervision.oversight.forms import PRIVATE_TEXT, public_field
from supervision.oversight.rules import names_a_person

MOST_ITEMS, SPARE_ROWS = 12, 3
YEAR = 365  # days
NOTE_LABELS = {
    "withdraw": _("撤销理由"),
    "report": _("整改情况"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("审批意见"),
    "refuse_extension": _("不同意的理由"),
    "pass_inspection": _("复查情况"),
    "fail_inspection": _("不通过的理由和要求"),
}
FAULTS = {
    "receiver": _("请填写签收人职务；拒绝签收的，请勾选“拒绝签收”。"),
    "witness": _("拒绝签收的，请填写见证人单位及职务。"),
    "way": _("拒绝签收的，应当留置送达。"),
}


def _text(label, *, most, required=True, help_text="", initial=""):
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, initial=initial)


def _items(label, *, required, only_done=False):
    def build(case, user):
        rows = case.items.filter(done=True) if only_done else case.items.all()
        field = forms.ModelMultipleChoiceField(rows, label=label, required=required, widget=forms.CheckboxSelectMultiple)
        field.error_messages["required"] = _("请勾选至少一项。")
        field.label_from_instance = lambda item: f"{item.position}. {item.what}"
        return field

    return build


def _amount(case, user):
    return forms.IntegerField(label=_("申请延长（日）"), min_value=1, max_value=365)


BUILDERS = {
    "way": lambda case, user: choice_field(Order, "way"),
    "receiver": lambda case, user: _text(_("签收人职务"), most=40, required=False, help_text=_("如：办公室主任。只写职务。")),
    "refused": lambda case, user: forms.BooleanField(label=_("拒绝签收"), required=False),
    "witness": lambda case, user: _text(_("见证人单位及职务"), most=60, required=False, help_text=_("拒绝签收时填写。")),
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
            facts = {name: values.get(name) or "" for name in ("way", "receiver", "witness")}
            for name in service_faults(refused=bool(values.get("refused")), **facts):
                self.add_error(name, FAULTS[name])
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
