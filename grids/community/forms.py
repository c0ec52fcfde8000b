"""What staff type about activities: the activity, and the forms of its steps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.web.casework.creating import PlacedForm
from governance.web.days import MomentField, days_from_today
from governance.web.steps import StepForm
from grids.community.enums import Kind
from grids.community.flow import FACTS

AHEAD = 365  # days within which an activity begins
NOTE_LABELS = {"report": _("活动小结"), "cancel": _("取消原因")}
NOTE_HELP = {"report": _("会公开。写做了什么、效果怎样，不写个人姓名。"), "cancel": _("会公开。")}


def fact_fields():
    """A fresh field for each fact, by name."""
    bounds = {"since": days_from_today(0), "until": days_from_today(AHEAD)}
    return {
        "kind": forms.ChoiceField(label=_("类别"), choices=Kind.choices, widget=forms.RadioSelect),
        "title": forms.CharField(label=_("活动名称"), max_length=60, min_length=4),
        "description": forms.CharField(label=_("活动内容"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})),
        "organiser": forms.CharField(label=_("主办单位"), max_length=60),
        "venue": forms.CharField(label=_("活动地点"), max_length=120),
        "starts_at": MomentField(label=_("开始时间"), **bounds),
        "ends_at": MomentField(label=_("结束时间"), **bounds),
        "capacity": forms.IntegerField(label=_("可容纳人数"), min_value=1, max_value=100_000, required=False, help_text=_("不限的不填。")),
    }


def check_order(form, values):
    """It ends after it begins."""
    if values.get("starts_at") and values.get("ends_at") and values["ends_at"] <= values["starts_at"]:
        form.add_error("ends_at", _("结束时间应晚于开始时间。"))


class ActivityForm(PlacedForm):
    """A new activity; it may be published at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.update(fact_fields())
        self.fields["organiser"].initial = self.user.acting_post.office.name
        self.fields["publish"] = forms.BooleanField(label=_("保存后立即发布"), required=False, initial=True)

    def clean(self):
        values = super().clean()
        check_order(self, values)
        return values


def _fact(name):
    def build(case, user):
        field = fact_fields()[name]
        field.initial = getattr(case, name)
        return field

    return build


BUILDERS = {
    **{name: _fact(name) for name in FACTS},
    "people": lambda case, user: forms.IntegerField(label=_("参加人数"), min_value=0, max_value=1_000_000),
    "photos": lambda case, user: AttachmentsField(label=_("活动照片"), allowed=IMAGES, help_text=_("会公开。请避开未成年人的正脸。")),
}


class ActivityStepForm(StepForm):
    """The form of any step of an activity."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)

    def clean(self):
        values = super().clean()
        check_order(self, values)
        return values
