"""What is typed about the index: which month, what changed, the next version of the method, a number of inhabitants."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.models import Population
from governance.calendar.months import month_after, month_of, months_until
from governance.web.formats import cn_month
from governance.web.steps import StepForm

NOTE_LABELS = {
    "submit": _("送审意见"), "send_back": _("退回原因"), "publish": _("审定意见"), "correct": _("更正原因"), "drop": _("作废原因"),
}  # fmt: skip
NOTE_HELP = {
    "recompute": _("按现在的数据重新计算，原来的计算结果不保留。"),
    "publish": _("发布后公众可以看到指数、等级、编制办法和变化说明；不足5件的数据和人口过少地方的结果不公布。"),
    "correct": _("将按现在的数据另编一期；审定发布后取代本期，本期仍可查阅。"),
}
AHEAD = 12  # months a version may begin in the future
EARLIEST, MOST_PEOPLE = 2000, 20_000_000
WRONG = {"max_value": _("不能超过 %(limit_value)s。"), "min_value": _("不能小于 %(limit_value)s。"), "invalid": _("请填写数字。")}


def whole(label, *, least=0, most=100, initial=None, hint=""):
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, initial=initial, widget=widget, error_messages=WRONG, help_text=hint
    )


def amount(label, *, initial=None):
    widget = forms.NumberInput(attrs={"inputmode": "decimal", "step": "0.01"})
    return forms.DecimalField(
        label=label, min_value=0, max_value=99999, max_digits=8, decimal_places=2, initial=initial, widget=widget, error_messages=WRONG
    )


class MonthForm(forms.Form):
    """Which ended month an edition is compiled for."""

    def __init__(self, *args, months, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(f"{month:%Y-%m}", cn_month(month)) for month in months]
        self.fields["month"] = forms.ChoiceField(label=_("月份"), choices=choices, help_text=_("已经结束、还没有编制的月份。"))

    def clean_month(self):
        year, month = self.cleaned_data["month"].split("-")
        return date(int(year), int(month), 1)


def _told(edition, user):
    return forms.CharField(
        label=_("变化说明"), min_length=10, max_length=1000, initial=edition.told, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("用平实的话写明比上月升降、主要原因和要做的事，随指数一同公布；不写不足5件的数字。"),
    )  # fmt: skip


class EditionStepForm(StepForm):
    """The form of any step of an edition."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders={"told": _told}, **words, **kwargs)


class MethodForm(forms.Form):
    """The next version of the method, filled in from the latest one."""

    def __init__(self, *args, base, averages, **kwargs):
        super().__init__(*args, **kwargs)
        self.components, self.bands, self.averages = [*base.components.order_by("pk")], [*base.bands.order_by("-least")], averages
        for one in self.components:
            self.fields[f"weight_{one.code}"] = whole(_("权重"), initial=one.weight)
            self.fields[f"best_{one.code}"] = amount(_("满分上限"), initial=one.best)
            self.fields[f"worst_{one.code}"] = amount(_("零分下限"), initial=one.worst)
            for name in ("weight", "best", "worst"):
                self.fields[f"{name}_{one.code}"].under = one.label  # where the faults are summed up, the heading it stands under
        for band in self.bands[:-1]:
            self.fields[f"least_{band.tone}"] = whole(band.label, least=1, initial=band.least)
        self.fields["window"] = whole(_("统计月数"), least=1, most=24, initial=base.window)
        self.fields["least_people"] = whole(_("公布结果的最少人口"), least=1000, most=1_000_000, initial=base.least_people)
        self.fields["rise_window"] = whole(_("比较月数"), least=1, most=12, initial=base.rise_window)
        self.fields["rise_least"] = whole(_("最少件数"), least=5, most=1000, initial=base.rise_least)
        self.fields["rise_share"] = whole(_("升幅（%）"), least=1, most=500, initial=base.rise_share)
        months = months_until(_months_ahead(), AHEAD + 1)
        choices = [(f"{month:%Y-%m}", cn_month(month)) for month in months]
        self.fields["valid_from"] = forms.ChoiceField(label=_("自哪个月的指数起"), choices=choices)
        self.fields["source"] = forms.CharField(
            label=_("来源说明"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("由哪个部门、以什么文件发布。")
        )

    def groups(self):
        """Each sub-index with its fields, and what the city has on the average by the newest edition."""
        for one in self.components:
            fields = [self[f"{name}_{one.code}"] for name in ("weight", "best", "worst")]
            yield {"component": one, "fields": fields, "average": self.averages.get(one.code)}

    def thresholds(self):
        return [self[f"least_{band.tone}"] for band in self.bands[:-1]]

    def windows(self):
        return [self[name] for name in ("window", "least_people")]

    def rises(self):
        return [self[name] for name in ("rise_window", "rise_least", "rise_share")]

    def clean_valid_from(self):
        year, month = self.cleaned_data["valid_from"].split("-")
        return date(int(year), int(month), 1)

    def clean(self):
        values = super().clean()
        for one in self.components:
            best, worst = values.get(f"best_{one.code}"), values.get(f"worst_{one.code}")
            if None not in (best, worst) and not worst > best:
                self.add_error(f"worst_{one.code}", _("零分下限须大于满分上限。"))
        falling = [values.get(f"least_{band.tone}") for band in self.bands[:-1]]
        if None not in falling and falling != sorted(set(falling), reverse=True):
            self.add_error(f"least_{self.bands[-2].tone}", _("各等级的起点须依次降低。"))
        if not any(values.get(f"weight_{one.code}") for one in self.components):
            self.add_error(None, _("至少一个分项的权重须大于 0。"))
        return values

    def given(self):
        """What `services.new_version` asks for."""
        values = self.cleaned_data
        names = ("window", "least_people", "rise_window", "rise_least", "rise_share", "valid_from", "source")
        return {
            "components": {
                one.code: {name: values[f"{name}_{one.code}"] for name in ("weight", "best", "worst")} for one in self.components
            },
            "bands": {self.bands[-1].tone: 0} | {band.tone: values[f"least_{band.tone}"] for band in self.bands[:-1]},
            **{name: values[name] for name in names},
        }


def _months_ahead():
    month = month_of(timezone.localdate())
    for _step in range(AHEAD):
        month = month_after(month)
    return month


class PopulationForm(forms.Form):
    """The inhabitants of a place in a year."""

    def __init__(self, *args, place, **kwargs):
        super().__init__(*args, **kwargs)
        this_year = timezone.localdate().year
        last = Population.objects.filter(place=place).order_by("-year").first()
        self.fields["year"] = whole(_("年份"), least=EARLIEST, most=this_year, initial=this_year - 1, hint=_("人口数属于哪一年。"))
        self.fields["people"] = whole(_("常住人口（人）"), least=1, most=MOST_PEOPLE, initial=last.people if last else None)
        self.fields["source"] = forms.CharField(
            label=_("来源"), max_length=120, help_text=_("如：呼和浩特市统计局，2025年统计公报。"), initial=last.source if last else ""
        )
