"""What is typed about the monthly books: answers to objections, the formula, leave, training, the purpose of an export."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.calendar.months import month_after, months_until
from governance.web.days import DayField, days_from_today
from governance.web.formats import cn_month
from governance.web.steps import GroupedChoiceField, StepForm
from grids.performance.enums import Away, Presence
from grids.performance.rules import FULL, weights_fault
from grids.performance.services import SAME, WAITING

NOTE_LABELS = {"uphold": _("更正理由"), "reject": _("维持原数的理由"), "take_back": _("撤回原因")}
MONTHS_AHEAD = 12
SEARCH_BACK = -400  # days


def _number(name, label):
    return lambda case, user: forms.IntegerField(label=label, min_value=0, max_value=9999, initial=getattr(case.item, name))


BUILDERS = {"done": _number("done", _("更正后完成数")), "due": _number("due", _("更正后应完成数"))}


class ObjectionStepForm(StepForm):
    """The form of any step of an objection."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)

    def clean(self):
        values = super().clean()
        if values.get("done") is not None and values.get("due") is not None and values["done"] > values["due"]:
            self.add_error("done", _("完成数不能大于应完成数。"))
        if self.step.name == "uphold" and (values.get("done"), values.get("due")) == (self.case.item.done, self.case.item.due):
            self.add_error("done", SAME)
        return values


class ObjectionForm(forms.Form):
    """Which figure is wrong, and why."""

    reason = forms.CharField(
        label=_("理由"), min_length=10, max_length=1000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("写明哪一件、哪一天有出入，实际情况如何。"),
        error_messages={"required": _("请写明理由。"), "min_length": _("请再写具体一些，至少 10 个字。")},
    )  # fmt: skip

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"] = forms.ModelChoiceField(items, label=_("哪一项"), empty_label=_("请选择"))
        self.fields["item"].label_from_instance = lambda item: f"{item.label}（{item.done}/{item.due}）"
        self.order_fields(("item", "reason"))

    def clean_item(self):
        item = self.cleaned_data["item"]
        if item.objections.ongoing().exists():
            raise forms.ValidationError(WAITING)
        return item


class FormulaForm(forms.Form):
    """A new version from a month on: a weight for each component, together 100."""

    basis = forms.CharField(label=_("制定依据"), max_length=200, help_text=_("文件名称和文号。"))

    def __init__(self, *args, components, current, month, **kwargs):
        super().__init__(*args, **kwargs)
        offered = months_until(_ahead(month, MONTHS_AHEAD), MONTHS_AHEAD)
        self.components = components
        self.fields["valid_from"] = forms.TypedChoiceField(
            label=_("自哪个月起"), choices=[(one.isoformat(), cn_month(one)) for one in offered], coerce=type(month).fromisoformat
        )
        kept = {item.component: item.weight for item in current.items.all()} if current else {}
        for code, worked in components.items():
            self.fields[code] = forms.DecimalField(
                label=worked.label, min_value=0, max_value=100, decimal_places=2, required=False, initial=kept.get(code),
                help_text=_("应完成：%(due)s；完成：%(done)s。") % {"due": worked.due_label, "done": worked.done_label},
            )  # fmt: skip
            self.fields[code].depends = True
        self.order_fields(("valid_from", "basis"))

    def weights(self):
        return {code: self.cleaned_data[code] for code in self.components if self.cleaned_data.get(code)}

    def clean(self):
        values = super().clean()
        if not self.errors and weights_fault(self.weights().values()):
            now = sum(self.weights().values(), Decimal(0))
            self.add_error(None, _("各项分值之和应为%(full)s，现为%(total)s。") % {"full": FULL, "total": now})
        return values


def _ahead(month, count):
    for _number in range(count):
        month = month_after(month)
    return month


class AbsenceForm(forms.Form):
    """Days on which a worker owes nothing."""

    kind = forms.ChoiceField(label=_("类别"), choices=Away.choices)
    first = DayField(label=_("第一天"))
    last = DayField(label=_("最后一天"))

    def __init__(self, *args, workers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"] = worker_field(workers)
        for name in ("first", "last"):
            self.fields[name].since, self.fields[name].until = days_from_today(SEARCH_BACK), days_from_today(-SEARCH_BACK)
        self.order_fields(("post", "kind", "first", "last"))

    def clean(self):
        values = super().clean()
        if values.get("first") and values.get("last") and values["last"] < values["first"]:
            self.add_error("last", _("最后一天不能早于第一天。"))
        return values


def worker_field(workers):
    return GroupedChoiceField(
        workers, group_of=lambda post: post.office.short_name, label_of=lambda post: post.user.name, label=_("网格员")
    )  # fmt: skip


class TrainingForm(forms.Form):
    """A training that was held; who did not come is noted afterwards."""

    title = forms.CharField(label=_("培训内容"), max_length=80)
    held_on = DayField(label=_("日期"))
    hours = forms.DecimalField(label=_("学时"), min_value=Decimal("0.5"), max_value=99, decimal_places=1)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held_on"].since, self.fields["held_on"].until = days_from_today(SEARCH_BACK), days_from_today(0)


class PresenceForm(forms.Form):
    """Who came to a training."""

    def __init__(self, *args, attendances, **kwargs):
        super().__init__(*args, **kwargs)
        for row in attendances:
            label = f"{row.post.user.name}（{row.post.office.short_name}）"
            self.fields[f"of{row.pk}"] = forms.ChoiceField(label=label, choices=Presence.choices, initial=row.presence)

    def presences(self):
        return {int(name.removeprefix("of")): value for name, value in self.cleaned_data.items()}


class PayForm(forms.Form):
    """What the figures are taken out for."""

    purpose = forms.CharField(
        label=_("用途"), max_length=200, initial=_("发放当月绩效报酬"), help_text=_("导出人、时间、用途会记录在月账上。"),
        error_messages={"required": _("请填写用途。")},
    )  # fmt: skip
