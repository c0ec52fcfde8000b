"""What is typed to split, merge or close a grid."""

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.mesh.forms import AHEAD, day_field, worker_label
from grids.redrawing.rules import LEAST, MOST, Part, repeated, split_faults, total

FAULTS = {
    "few": _("至少拆成两个网格。"),
    "many": _("一次最多拆成 8 个网格。"),
    "names": _("新网格的名称不能相同。"),
    "areas": _("新网格的范围不能相同，请分别写明各自包括哪些楼栋、村组。"),
    "lost": _("各部分共 %(together)s 户，少于原网格的 %(before)s 户；如已重新核实，请勾选。"),
    "gained": _("各部分共 %(together)s 户，多于原网格的 %(before)s 户；如已重新核实，请勾选。"),
    "unknown": _("请填写每个新网格的户数；暂时不清楚的，请勾选。"),
}
BESIDE = {"lost": "recounted", "gained": "recounted", "unknown": "recounted"}  # the field of the whole that an error stands next to
TWICE = {"name": "names", "area": "areas"}


class WorkerField(forms.ModelChoiceField):
    """The responsible worker of a grid to come; none is allowed, and hinted at later."""

    def __init__(self, workers, **kwargs):
        super().__init__(workers, label=_("责任网格员"), required=False, empty_label=_("以后再指定"), **kwargs)

    def label_from_instance(self, post):
        return worker_label(post)


class RedrawForm(forms.Form):
    """From when, and why."""

    day = day_field(_("生效日期"), help_text=_("当天起启用新网格；可以是今天或以后，一年以内。"))
    reason = forms.CharField(
        label=_("调整原因"), max_length=120, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("如：新建小区入住，超过 500 户；依据某某文件。"),
    )  # fmt: skip

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["day"].initial = today

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day < self.today:
            raise forms.ValidationError(_("生效日期不能早于今天：已经发生的事件属于原网格。"))
        if day > self.today + AHEAD:
            raise forms.ValidationError(_("生效日期应在一年以内，请核对年份。"))
        return day


def deputies_field():
    return forms.BooleanField(label=_("协管网格员一并转到新网格"), required=False, initial=True)


class SplitForm(RedrawForm):
    """What holds for the whole split."""

    heir = forms.TypedChoiceField(label=_("未办结事件由谁接续"), coerce=int)
    recounted = forms.BooleanField(label=_("户数已重新核实"), required=False, help_text=_("各部分之和与原网格不一致时勾选。"))
    keeps_deputies = deputies_field()

    def __init__(self, *args, parts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["heir"].choices = [(number, _("第 %(number)s 个新网格") % {"number": number + 1}) for number in range(parts)]


class PartForm(forms.Form):
    """One grid of a split."""

    name = forms.CharField(label=_("名称"), max_length=60)
    area = forms.CharField(label=_("范围"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    households = forms.IntegerField(label=_("户数"), min_value=0, max_value=100_000, required=False)
    residents = forms.IntegerField(label=_("人数"), min_value=0, max_value=1_000_000, required=False)

    def __init__(self, *args, workers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"] = WorkerField(workers)

    def part(self):
        return Part(self.cleaned_data["name"], self.cleaned_data["households"], self.cleaned_data["residents"])


Parts = forms.formset_factory(PartForm, extra=0, min_num=LEAST, max_num=MOST, absolute_max=MOST, validate_min=True)


def check_parts(form, parts, grid):
    """Whether the grid can be split so. What is wrong stands beside its field, and in the summary on top."""
    if not all([form.is_valid(), parts.is_valid()]):
        sum_up(form, parts)
        return False
    given = [one.part() for one in parts]
    areas = [one.cleaned_data["area"].strip() for one in parts]
    faults = split_faults(grid.households, given, recounted=form.cleaned_data["recounted"]) + (["areas"] if repeated(areas) else [])
    facts = {"before": grid.households, "together": total(part.households for part in given)}
    for fault in faults:
        form.add_error(BESIDE.get(fault), FAULTS[fault] % facts)
    mark(parts, "name", repeated(part.name for part in given))
    mark(parts, "area", repeated(areas))
    return not faults


def mark(parts, name, places):
    """The field of the parts at these places, as saying what another said before it."""
    for place in places:
        parts[place].add_error(name, FAULTS[TWICE[name]])


def sum_up(form, parts):
    """Errors of the parts, told once more where the form tells its own."""
    for number, part in enumerate(parts, 1):
        for name, errors in part.errors.items():
            facts = {"number": number, "field": part.fields[name].label, "error": " ".join(errors)}
            form.add_error(None, _("第 %(number)s 个新网格，%(field)s：%(error)s") % facts)
    for error in parts.non_form_errors():
        form.add_error(None, error)


class MergeForm(RedrawForm):
    """Which grids become one, and what it is called."""

    others = forms.ModelMultipleChoiceField(
        None, label=_("与哪些网格合并"), widget=forms.CheckboxSelectMultiple, error_messages={"required": _("请选择要合并的网格。")}
    )
    name = forms.CharField(label=_("新网格名称"), max_length=60)
    area = forms.CharField(label=_("新网格范围"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    keeps_deputies = deputies_field()
    field_order = ("others", "name", "area", "post", "keeps_deputies", "day", "reason")

    def __init__(self, *args, others, workers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["others"].queryset = others
        self.fields["others"].label_from_instance = described
        self.fields["post"] = WorkerField(workers)
        self.order_fields(self.field_order)

    def clean_others(self):
        others = self.cleaned_data["others"]
        if len(others) >= MOST:
            raise forms.ValidationError(_("一次最多合并 8 个网格。"))
        return others


class CloseForm(RedrawForm):
    """Who takes over what is open."""

    field_order = ("heir", "day", "reason")

    def __init__(self, *args, heirs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["heir"] = forms.ModelChoiceField(
            heirs, label=_("接续网格"), required=False, empty_label=_("没有接续网格"),
            help_text=_("未办结的事件和网格内的专属网格转到这里；没有接续网格的，未办结事件留在原网格继续办理。"),
        )  # fmt: skip
        self.fields["heir"].label_from_instance = described
        self.order_fields(self.field_order)


def described(grid):
    return f"{grid.name}（{grid.code}）"
