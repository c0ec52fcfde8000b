"""What is typed about an organisation: its entry, and the forms of its steps."""

import re

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.casework.creating import PlacedForm
from governance.web.steps import StepForm
from grids.organisations.enums import Kind
from grids.organisations.flow import FACTS
from grids.organisations.services import LONGEST_TASK, NAMESAKE, has_namesake, is_taken

TOWNSHIP = 9  # characters of a path
CODE = re.compile(r"^[0-9A-HJ-NP-RTUWXY]{18}$")  # GB 32100
NOTE_LABELS = {"set_task": _("任务内容"), "finish_task": _("完成情况"), "end": _("停止服务的原因"), "reopen": _("恢复服务的原因")}
NOTE_HELP = {"set_task": _("例如：汛期地下车库挡水板和沙袋每月检查一次，配合街道开展应急演练。最多 500 字。")}


class PublicPhoneField(forms.CharField):
    """A telephone everyone may read: that of an office, not of a person."""

    def __init__(self, **kwargs):
        hint = _("对外公开。填写值班或办公电话，不填个人手机号。")
        super().__init__(label=_("服务电话"), max_length=20, help_text=hint, widget=forms.TelInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value):
        phone = super().clean(value)
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone


class CreditCodeField(forms.CharField):
    """统一社会信用代码; not every group that serves has one."""

    def clean(self, value):
        code = super().clean(value).upper()
        if code and not CODE.match(code):
            raise forms.ValidationError(_("统一社会信用代码是18位数字和大写字母，请核对。"))
        return code


def fact_fields(path):
    """A fresh field for each fact, by name; `path` says whose villages can be named."""
    villages = Place.objects.in_use().filter(level="village").below(path[:TOWNSHIP]).order_by("path")
    return {
        "title": forms.CharField(label=_("名称"), max_length=60, min_length=2),
        "registered_no": CreditCodeField(label=_("统一社会信用代码"), max_length=18, required=False, help_text=_("没有的不填。")),
        "duties": forms.CharField(label=_("职责和服务内容"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})),
        "phone": PublicPhoneField(),
        "address": forms.CharField(label=_("地址"), max_length=120),
        "serves": forms.ModelMultipleChoiceField(
            villages, label=_("服务的村（社区）"), required=False, widget=forms.CheckboxSelectMultiple,
            help_text=_("在本乡镇（街道）内选择；不选表示服务所在地全部区域。"),
        ),
    }  # fmt: skip


class OrganisationForm(PlacedForm):
    """A new entry; the villages it serves are named afterwards, once it is known where it lies."""

    kind = forms.ChoiceField(label=_("类型"), choices=Kind.choices, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fields = fact_fields(self.user.acting_post.office.place.path)
        if len(self.user.acting_post.office.place.path) < TOWNSHIP:
            del fields["serves"]
        self.fields.update(fields)

    def clean(self):
        values = super().clean()
        place, kind, title = (values.get(name) for name in ("place", "kind", "title"))
        sent = values.get("submission")  # sent twice, the form does not find what it entered itself
        if place and kind and title and is_taken(title, place=place, kind=kind, but_for=sent):
            self.add_error("title", NAMESAKE)
        return values


def _fact(name):
    def build(case, user):
        field = fact_fields(case.place_path)[name]
        field.initial = case.serves.order_by("path") if name == "serves" else getattr(case, name)
        return field

    return build


def _year(case, user):
    year = timezone.localdate().year
    return forms.TypedChoiceField(label=_("年度"), coerce=int, choices=[(year, year), (year + 1, year + 1)])


def _task(case, user):
    return forms.ModelChoiceField(case.tasks.waiting(), label=_("任务"), empty_label=_("请选择"))


BUILDERS = {**{name: _fact(name) for name in FACTS}, "year": _year, "task": _task}


class OrganisationStepForm(StepForm):
    """The form of any step of an organisation."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)
        if step.name in {"set_task", "finish_task"}:
            self.fields["note"].validators.append(MaxLengthValidator(LONGEST_TASK))

    def clean_title(self):
        title = self.cleaned_data["title"]
        if has_namesake(self.case, title):
            raise forms.ValidationError(NAMESAKE)
        return title
