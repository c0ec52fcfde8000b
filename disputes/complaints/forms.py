"""What staff type: the forms of the steps, filing for a caller, and opening contact data."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Kind, Source
from disputes.complaints.models import Category, Complaint, Refusal
from governance.files.forms import AttachmentsField
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.privacy.enums import Purpose
from governance.privacy.phones import is_phone
from governance.web.steps import GroupedChoiceField, StepForm, choice_field

HANDLING_TYPES = (OfficeType.TOWNSHIP, OfficeType.VILLAGE, OfficeType.CENTRE)
NOTE_LABELS = {
    "dispatch": _("交办要求"),
    "contact": _("联系情况"),
    "progress": _("办理进展（反映人可见）"),
    "reply": _("答复内容（反映人可见）"),
    "object": _("异议理由"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("告知反映人的延期理由"),
    "call_back": _("回访记录"),
    "not_accept": _("告知反映人的内容"),
    "return_for_rework": _("重办要求"),
}


def handling_offices(place):
    """Offices a matter of this place can be given to: village, township and centre in charge, and the bureaus of county and city."""
    return (
        Office.objects.in_use()
        .filter(place__path__in=ancestors(place.path))
        .filter(Q(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU) | Q(type__in=HANDLING_TYPES))
        .select_related("place")
        .order_by("-place__path", "type", "code")
    )


def category_field(case=None, user=None):
    return GroupedChoiceField(
        Category.objects.leaves(), group_of=lambda row: row.parent.name, label=_("分类"), initial=case and case.category_id
    )


def _office(case, user):
    return GroupedChoiceField(
        handling_offices(case.place), group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name,
        label=_("承办单位"), initial=case.suggested_office_id,
    )  # fmt: skip


def _choice(name, *, required=True):
    def build(case, user):
        field = choice_field(Complaint, name, required=required)
        field.initial = getattr(case, name)
        return field

    return build


def _amount(case, user):
    return forms.IntegerField(label=_("申请延长（工作日）"), min_value=1, max_value=60)


def _reached(case, user):
    return forms.TypedChoiceField(
        label=_("回访结果"), coerce=lambda value: value == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("已接通")), ("no", _("未接通（含未留电话）"))],
    )  # fmt: skip


def _refusal(case, user):
    return forms.ModelChoiceField(Refusal.objects.filter(active=True), label=_("不予受理理由"), empty_label=_("请选择"))


def _place(case, user):
    villages = Place.objects.in_use().below(case.place.path[:6]).filter(level__in=["township", "village"]).select_related("parent")
    return GroupedChoiceField(
        villages, group_of=lambda row: row.short_name if row.level == "township" else row.parent.short_name,
        label=_("地点"), initial=case.place_id,
    )  # fmt: skip


def _landmark(case, user):
    return forms.CharField(label=_("详细位置"), max_length=120, initial=case.landmark)


BUILDERS = {
    "office": _office,
    "category": category_field,
    "kind": _choice("kind"),
    "urgency": _choice("urgency"),
    "amount": _amount,
    "reached": _reached,
    "solved": _choice("solved", required=False),
    "satisfaction": _choice("satisfaction", required=False),
    "refusal": _refusal,
    "diverted_to": _choice("diverted_to"),
    "place": _place,
    "landmark": _landmark,
}


class ComplaintStepForm(StepForm):
    """The form of any step of a complaint."""

    def __init__(self, *args, step, **kwargs):
        label = NOTE_LABELS.get(step.name, _("说明"))
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, **kwargs)

    def clean(self):
        values = super().clean()
        if self.step.name == "call_back" and values.get("reached") and not values.get("solved"):
            self.add_error("solved", _("已接通的，请按反映人的回答填写是否解决。"))
        if self.step.name == "call_back" and values.get("reached") and not values.get("satisfaction"):
            self.add_error("satisfaction", _("已接通的，请按反映人的回答填写满意度。"))
        if self.step.name == "call_back" and values.get("reached") is False:
            values["solved"] = values["satisfaction"] = ""
        return values


class FilingForm(forms.Form):
    """A clerk files for a caller, a visitor or a letter."""

    source = forms.ChoiceField(label=_("来源"), choices=[choice for choice in Source.choices if choice[0] not in {"web", "wechat"}])
    kind = forms.ChoiceField(label=_("类型"), choices=Kind.choices, initial=Kind.COMPLAINT)
    description = forms.CharField(label=_("反映内容"), max_length=2000, min_length=5, widget=forms.Textarea(attrs={"rows": 6}))
    landmark = forms.CharField(label=_("详细位置"), max_length=120, required=False, help_text=_("如：某小区3号楼北侧"))
    name = forms.CharField(label=_("反映人"), max_length=40, required=False)
    phone = forms.CharField(label=_("联系电话"), max_length=20, required=False)
    is_anonymous = forms.BooleanField(label=_("匿名举报，不登记姓名和电话"), required=False)
    is_secret = forms.BooleanField(label=_("反映人要求身份保密"), required=False)
    files = AttachmentsField(label=_("附件"), required=False)

    field_order = ["source", "kind", "category", "place", "landmark", "description", "name", "phone"]

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"] = category_field()
        self.fields["place"] = forms.ModelChoiceField(places, label=_("地点"), widget=forms.HiddenInput, error_messages={"required": _("请选择地点。")})
        self.order_fields(self.field_order)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号或带区号的固定电话。"))
        return phone

    def clean(self):
        values = super().clean()
        if values.get("is_anonymous") and values.get("kind") != Kind.REPORT:
            self.add_error("is_anonymous", _("只有举报可以匿名。"))
        if not values.get("is_anonymous") and not values.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("请填写联系电话；匿名举报请勾选“匿名举报”。"))
        return values


class OpenContactForm(forms.Form):
    """Contact data are opened for a purpose, and each opening is recorded (个人信息保护法)."""

    purpose = forms.ChoiceField(label=_("查看目的"), choices=[choice for choice in Purpose.choices if choice[0] != Purpose.SELF])
    reason = forms.CharField(label=_("补充说明"), max_length=200, required=False)
