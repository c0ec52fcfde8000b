"""What an administrator types about a limit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.deadlines.models import BY_DEFAULT, Limit
from governance.web.administration.limits.services import CHANGEABLE
from governance.web.stale import NeverOverwrites

LARGEST = 3650


class LimitForm(NeverOverwrites):
    """New values of a limit, and from when on they hold (left empty: from now)."""

    valid_from = forms.DateTimeField(
        label=_("自何时起施行"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("不填写则立即施行。已开始计时的事项仍按原时限办理；保存期限等不逐件计时的，自施行起对全部适用。"),
    )

    class Meta:
        model = Limit
        fields = CHANGEABLE
        help_texts = {
            "amount": _("负数表示从事件当日向前推算，如“20日前”为 -20。"),
            "rolls": _("仅适用于日、月、年：最后一日是休息日的，顺延至下一个工作日（民法典第二百零三条）。"),
            "may_extend_by": _("单位与时限相同；不允许延期的填 0。"),
            "citation": _("法律、法规、规章的名称和条号；没有依据的不填，按系统默认时限显示。"),
        }

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.at, self.fields["citation"].required = at, False
        if self.initial.get("citation") == BY_DEFAULT:
            self.initial["citation"] = ""

    def changes(self):
        """What the limit is to say, and from when."""
        return {**self.facts(), "valid_from": self.cleaned_data["valid_from"]}

    def clean_citation(self):
        return self.cleaned_data["citation"].strip() or BY_DEFAULT

    def clean_valid_from(self):
        moment = self.cleaned_data["valid_from"]
        if moment and moment < self.at:
            raise forms.ValidationError(_("不能早于现在。"))
        return moment or self.at

    def clean_amount(self):
        amount = self.cleaned_data["amount"]
        if amount == 0 or abs(amount) > LARGEST:
            raise forms.ValidationError(_("请填写 1 至 %(largest)s 之间的数。"), params={"largest": LARGEST})
        return amount
