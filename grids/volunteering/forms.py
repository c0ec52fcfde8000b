"""What staff type about a call for volunteers: the call, and the forms of its steps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.casework.creating import PlacedForm
from governance.web.days import MomentField, days_from_today
from governance.web.steps import StepForm
from grids.volunteering.enums import Standing
from grids.volunteering.flow import FACTS
from grids.volunteering.rules import hours_between, is_confirmable
from grids.volunteering.services import organisations_for

AHEAD = 180  # days within which a call begins
NOTE_LABELS = {"cancel": _("取消原因"), "adjust_hours": _("更正原因"), "confirm_hours": _("活动小结")}
NOTE_HELP = {"cancel": _("会公开，报名的人凭编号和查询码可以看到。"), "confirm_hours": _("会公开，不写个人姓名。")}


class OrganisationField(forms.ModelChoiceField):
    """An organisation of the directory, by its name: its number tells a clerk nothing."""

    def label_from_instance(self, organisation):
        return organisation.title


def fact_fields(organisations):
    """A fresh field for each fact, by name."""
    bounds = {"since": days_from_today(0), "until": days_from_today(AHEAD)}
    return {
        "title": forms.CharField(label=_("名称"), max_length=60, min_length=4),
        "description": forms.CharField(label=_("服务内容和要求"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})),
        "organisation": OrganisationField(
            organisations, label=_("组织方"), empty_label=_("请选择"), help_text=_("名录里没有的，请先登记组织。")
        ),
        "venue": forms.CharField(label=_("集合地点"), max_length=120),
        "starts_at": MomentField(label=_("开始时间"), **bounds),
        "ends_at": MomentField(label=_("结束时间"), **bounds),
        "capacity": forms.IntegerField(label=_("招募人数"), min_value=1, max_value=500),
    }


def check_order(form, values):
    """It ends after it begins."""
    if values.get("starts_at") and values.get("ends_at") and values["ends_at"] <= values["starts_at"]:
        form.add_error("ends_at", _("结束时间应晚于开始时间。"))


class CallForm(PlacedForm):
    """A new call; it may be published at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.update(fact_fields(organisations_for(self.user.acting_post.office.place.path)))
        self.fields["publish"] = forms.BooleanField(label=_("保存后立即发布"), required=False, initial=True)

    def clean(self):
        values = super().clean()
        check_order(self, values)
        return values


def _fact(name):
    def build(case, user):
        field = fact_fields(organisations_for(case.place_path))[name]
        field.initial = case.organisation_id if name == "organisation" else getattr(case, name)
        return field

    return build


def _masked(one):
    return f"{one.name} {one.phone}"


def _attended(case, user):
    field = forms.ModelMultipleChoiceField(
        case.sign_ups.filter(standing=Standing.SIGNED), label=_("到场的人"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("姓名和电话只显示一部分；需要核对的，可在报名名单中说明用途后查看。"),
    )  # fmt: skip
    field.label_from_instance = _masked
    return field


def _sign_up(case, user):
    field = forms.ModelChoiceField(case.sign_ups.taken(), label=_("报名人"), empty_label=_("请选择"))
    field.label_from_instance = _masked
    return field


def _hours(case, user):
    return forms.DecimalField(
        label=_("服务时长（小时）"), max_digits=4, decimal_places=1, initial=hours_between(case.starts_at, case.ends_at),
        help_text=_("以半小时为单位。"), widget=forms.NumberInput(attrs={"step": "0.5", "min": "0.5", "max": "24"}),
    )  # fmt: skip


BUILDERS = {**{name: _fact(name) for name in FACTS}, "attended": _attended, "sign_up": _sign_up, "hours": _hours}


class CallStepForm(StepForm):
    """The form of any step of a call."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)

    def clean(self):
        values = super().clean()
        check_order(self, values)
        return values

    def clean_hours(self):
        hours = self.cleaned_data["hours"]
        if not is_confirmable(hours):
            raise forms.ValidationError(_("时长以半小时为单位，大于0，不超过24小时。"))
        return hours
