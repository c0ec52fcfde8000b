"""What is typed about patrols: the steps, a point on the way, routes, plans and check lists."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField, HeldField
from governance.files.rules import IMAGES
from governance.web.days import DayField, days_from_today
from governance.web.steps import GroupedChoiceField, StepForm
from grids.admission.models import Duty
from grids.patrols.enums import Result, Rhythm
from grids.patrols.models import CheckList, Route
from grids.patrols.rules import is_day_of_year, months_of, position_of, touches
from grids.reports.models import ReportKind

NOTE_LABELS = {
    "start": _("说明"),
    "finish": _("巡查小结"),
    "remind": _("催办要求"),
    "excuse": _("免除理由"),
}
NOTE_HELP = {
    "finish": _("可不填。"),
    "excuse": _("如：网格员病休、道路施工封闭。免除的巡查不计入完成率，理由留在经过里。"),
}
MOST_POINTS, SPARE_POINTS, MOST_ITEMS, SPARE_ITEMS, YEAR = 30, 6, 30, 3, 366


class PatrolStepForm(StepForm):
    """The form of any step of a patrol."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders={}, **words, **kwargs)


class PointForm(forms.Form):
    """What is seen at a point: a press for each thing, or one for all of them; a word or a photograph where something is wrong."""

    order = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("情况说明"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("有问题的写一句或拍照；无法检查的写明原因。"),
    )  # fmt: skip
    files = AttachmentsField(label=_("拍照"), required=False, allowed=tuple(IMAGES), capture="environment")
    held = HeldField()

    def __init__(self, *args, items, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.items, self.fields["held"].at = items, at
        for item in items:
            self.fields[f"item_{item.pk}"] = forms.ChoiceField(
                label=item.label, choices=Result.choices, required=False, widget=forms.RadioSelect, help_text=item.hint,
            )  # fmt: skip

    @property
    def checks(self):
        """The bound fields of the things to look at, in order."""
        return [self[f"item_{item.pk}"] for item in self.items]

    @property
    def all_in_order(self):
        return "all" in self.data

    def clean(self):
        values = super().clean()
        seen = {item.pk: values.get(f"item_{item.pk}") for item in self.items}
        if self.all_in_order:
            if wrong := [key for key, result in seen.items() if result in (Result.WRONG, Result.BLOCKED)]:
                self.add_error(f"item_{wrong[0]}", _("您已点选问题，请改按“其余正常，保存本点”。"))
            seen = dict.fromkeys(seen, Result.NORMAL)
        if "rest" in self.data:
            untouched = [key for key, result in seen.items() if not result and f"item_{key}" not in self.errors]
            seen |= dict.fromkeys(untouched, Result.NORMAL)
        for key in [key for key, result in seen.items() if not result and f"item_{key}" not in self.errors]:
            self.add_error(f"item_{key}", _("请点选结果。"))
        self._check_words(set(seen.values()), values)
        values["results"] = seen
        return values

    def _check_words(self, results, values):
        said = bool(values.get("note", "").strip())
        if Result.BLOCKED in results and not said:
            self.add_error("note", _("无法检查的，请写明原因。"))
        elif Result.WRONG in results and not said and not values.get("held"):
            self.add_error("note", _("请写一句情况，或拍一张照片。"))


class RouteForm(forms.Form):
    """A route of a grid; its points stand in their own rows. `seen` tells whether somebody drew it anew meanwhile."""

    name = forms.CharField(label=_("路线名称"), min_length=2, max_length=40, help_text=_("如：东片楼院线、沿街商铺线。"))
    active = forms.BooleanField(label=_("启用"), required=False, initial=True)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, grids=None, route=None, chosen=None, **kwargs):
        self.route = route
        if route:
            told = {"name": route.name, "active": route.active, "seen": route.changed_at.isoformat()}
            kwargs.setdefault("initial", told)
        super().__init__(*args, **kwargs)
        if grids is not None:
            self.fields["grid"] = GroupedChoiceField(
                grids.select_related("place"), group_of=lambda grid: grid.place.short_name, label_of=lambda grid: grid.name,
                label=_("网格"), initial=chosen,
            )  # fmt: skip
            self.order_fields(("grid", "name"))

    def clean(self):
        values = super().clean()
        if self.route and values.get("seen") != self.route.changed_at.isoformat():
            self.data = self.data.copy()
            self.data["seen"] = self.route.changed_at.isoformat()
            self.add_error(None, _("您打开页面之后，其他人修改了这条路线。请在另一页核对后再提交，您填写的内容仍在。"))
        return values


class RoutePointForm(forms.Form):
    """One point; a row left empty is none, and one whose name was cleared is taken out."""

    name = forms.CharField(label=_("点位"), max_length=40, required=False)
    address = forms.CharField(label=_("地址"), max_length=100, required=False)
    position = forms.CharField(
        label=_("坐标"), max_length=40, required=False, widget=forms.TextInput(attrs={"placeholder": "40.81234,111.65432"})
    )

    def clean_position(self):
        try:
            return position_of(self.cleaned_data["position"])
        except ValueError as wrong:
            raise forms.ValidationError(_("请写两个数，先纬度、后经度，中间用逗号隔开。")) from wrong

    def clean(self):
        values = super().clean()
        if (
            self.empty_permitted
            and not values.get("name", "").strip()
            and (values.get("address") or values.get("position", (None,))[0] is not None)
        ):
            self.add_error("name", _("请填写点位名称。"))
        return values


class RoutePoints(forms.BaseFormSet):
    """At least one point."""

    def clean(self):
        if not any(self.errors) and not self.points:
            raise forms.ValidationError(_("请至少填写一个点位。"))

    @property
    def points(self):
        """What the service is told, in order."""
        rows = [row for row in self.cleaned_data if row.get("name", "").strip()]
        return [
            {"name": row["name"].strip(), "address": row["address"], "latitude": row["position"][0], "longitude": row["position"][1]}
            for row in rows
        ]


RoutePointSet = forms.formset_factory(RoutePointForm, formset=RoutePoints, extra=SPARE_POINTS, max_num=MOST_POINTS)


class PlanForm(forms.Form):
    """Which routes are walked by which list, how often, from and until."""

    checklist = forms.ModelChoiceField(CheckList.objects.none(), label=_("检查表"), empty_label=_("请选择"))
    rhythm = forms.ChoiceField(label=_("频次"), choices=[("", _("请选择")), *Rhythm.choices])
    begins = DayField(label=_("自"))
    ends = DayField(label=_("至"), required=False, help_text=_("不填则一直执行；检查表有季节的，季节外不生成巡查。"))
    routes = forms.ModelMultipleChoiceField(
        Route.objects.none(), label=_("路线"), widget=forms.CheckboxSelectMultiple, error_messages={"required": _("请勾选至少一条路线。")}
    )

    def __init__(self, *args, routes, **kwargs):
        super().__init__(*args, **kwargs)
        today = days_from_today(0)
        self.fields["checklist"].queryset = CheckList.objects.in_use(today)
        self.fields["routes"].queryset = routes.select_related("grid")
        self.fields["routes"].label_from_instance = lambda route: f"{route.grid.name} · {route.name}"
        self.fields["begins"].initial, self.fields["begins"].since, self.fields["begins"].until = today, today, days_from_today(YEAR)
        self.fields["ends"].since, self.fields["ends"].until = today, days_from_today(3 * YEAR)

    def clean(self):
        values = super().clean()
        if values.get("begins") and values.get("ends") and values["ends"] < values["begins"]:
            self.add_error("ends", _("结束日期不能早于开始日期。"))
        elif values.get("begins") and values.get("checklist"):
            self._check_season(**values)
        return values

    def _check_season(self, *, checklist, begins, rhythm="", ends=None, **_others):
        """A plan that would never make a patrol is told at once; what is done once is done from the day it begins."""
        field, last = ("begins", begins) if rhythm == Rhythm.ONCE else ("ends", ends)
        if last and not touches(checklist.season, begins, last):
            span = " – ".join(checklist.season)
            self.add_error(field, _("这段时间不在检查表的季节（%(span)s）内，不会生成巡查。") % {"span": span})


class CheckListForm(forms.ModelForm):
    """A check list; `seen` is the version the page was opened with."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = CheckList
        fields = ("label", "duty", "citation", "season_from", "season_until")
        help_texts = {"season_from": _("如 06-01；全年都查的不填。"), "season_until": _("如 09-30。可以跨年，如 10-15 至 04-15。")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["duty"].queryset = Duty.objects.in_force(timezone.localdate())
        self.fields["duty"].help_text = _("只能选现在在网格准入清单上的职责。")
        self.fields["duty"].empty_label = _("请选择")

    def clean(self):
        values = super().clean()
        days = {name: (values.get(name) or "").strip() for name in ("season_from", "season_until")}
        for name, day in days.items():
            if day and not is_day_of_year(day):
                self.add_error(name, _("请按“月-日”填写，如 06-01。"))
            elif not day and any(days.values()):
                self.add_error(name, _("季节的起止都要填写。"))
        return values


class CheckItemForm(forms.Form):
    """One thing to look at; a row left empty is none, and one whose label was cleared is taken out."""

    label = forms.CharField(label=_("检查内容"), max_length=60, required=False)
    hint = forms.CharField(label=_("怎样看"), max_length=200, required=False)
    citation = forms.CharField(label=_("依据"), max_length=120, required=False)
    months = forms.CharField(label=_("月份"), max_length=40, required=False, widget=forms.TextInput(attrs={"placeholder": "6-9"}))
    kind = forms.ModelChoiceField(ReportKind.objects.in_use(), label=_("有问题时上报为"), required=False, empty_label=_("请选择"))

    def clean_months(self):
        try:
            return months_of(self.cleaned_data["months"])
        except ValueError as wrong:
            raise forms.ValidationError(_("请按 6-9 或 1,4,7 填写月份，全年都查的不填。")) from wrong

    def clean(self):
        values = super().clean()
        written = bool(values.get("label", "").strip())
        if self.empty_permitted and not written and (values.get("hint") or values.get("citation") or values.get("kind")):
            self.add_error("label", _("请填写检查内容。"))
        if written and not values.get("kind") and "kind" not in self.errors:
            self.add_error("kind", _("请选择有问题时上报为哪一类。"))
        return values


class CheckItems(forms.BaseFormSet):
    """At least one item."""

    def clean(self):
        if not any(self.errors) and not self.rows:
            raise forms.ValidationError(_("请至少填写一项检查内容。"))

    @property
    def rows(self):
        return [row for row in self.cleaned_data if row.get("label", "").strip()]


CheckItemSet = forms.formset_factory(CheckItemForm, formset=CheckItems, extra=SPARE_ITEMS, max_num=MOST_ITEMS)
