"""What the calculator is asked."""

from itertools import groupby

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.deadlines.models import Limit
from governance.web.limit_names import name_of, procedure_of

MOST_PAUSES = 12
FORMAT = "%Y-%m-%dT%H:%M"
YEARS = range(2000, 2101)  # beyond them no calendar could be meant, and every day is walked


def in_our_time(moment):
    if moment.year not in YEARS:
        raise forms.ValidationError(_("请填写 2000 年至 2100 年之间的时间。"))


def moment_field(label, **kwargs):
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMAT)
    return forms.DateTimeField(label=label, widget=widget, validators=[in_our_time], **kwargs)


class CalculatorForm(forms.Form):
    """A limit in force, and when it began to run."""

    limit = forms.ChoiceField(label=_("时限"))
    start = moment_field(_("起算时间"), help_text=_("事项发生、收到或派单的时间；事前时限填写事件的时间。"))

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.limits = {limit.code: limit for limit in Limit.objects.valid(at).order_by("procedure", "code")}
        self.fields["limit"].choices = [("", _("请选择")), *grouped(self.limits.values())]
        self.fields["start"].initial = timezone.localtime(at).replace(second=0, microsecond=0)

    def clean_limit(self):
        return self.limits[self.cleaned_data["limit"]]


def grouped(limits):
    """The limits by procedure, each with its name, length and source."""
    for procedure, rows in groupby(limits, key=lambda limit: limit.procedure):
        yield (
            procedure_of(procedure),
            [(row.code, f"{name_of(row.code)} · {row.amount_label} · {row.citation_label}") for row in rows],
        )


class PauseForm(forms.Form):
    """A stretch in which the clock stood still."""

    since = moment_field(_("中止自"))
    until = moment_field(_("至"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("since") and cleaned.get("until") and cleaned["until"] < cleaned["since"]:
            self.add_error("until", _("不能早于中止开始的时间。"))
        return cleaned


Pauses = forms.formset_factory(PauseForm, extra=1, max_num=MOST_PAUSES, absolute_max=MOST_PAUSES, validate_max=True)
