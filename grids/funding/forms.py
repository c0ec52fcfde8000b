"""What payers, receivers and the leading group's office type about money."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.days import DayField, days_from_today
from governance.web.steps import StepForm

NOTE_LABELS = {
    "not_received": _("未到账的情况"),
    "remind": _("催办要求"),
    "adjust": _("核减理由"),
    "waive": _("不再拨付的理由"),
}


def _amount(case, user):
    return forms.IntegerField(
        label=_("拨付金额（元）"), min_value=1, max_value=case.outstanding, initial=case.outstanding,
        error_messages={"max_value": _("不能超过尚欠的 %(limit_value)s 元。")},
    )  # fmt: skip


def _paid_on(case, user):
    return DayField(label=_("拨付日期"), initial=days_from_today(0), since=days_from_today(-400), until=days_from_today(0))


def _voucher(case, user):
    return forms.CharField(label=_("凭证号"), max_length=40, required=False)


def _owed(case, user):
    return forms.IntegerField(
        label=_("应拨额（元）"), min_value=case.received + 1, max_value=case.owed, initial=case.owed,
        help_text=_("按实际实施情况核减，须大于已到账的金额。"),
    )  # fmt: skip


BUILDERS = {"amount": _amount, "paid_on": _paid_on, "voucher": _voucher, "owed": _owed}


class AllotmentStepForm(StepForm):
    """The form of any step of an allotment."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
