"""Which complaint follows which: the field of the step 并案, the choice on a page of similar ones, and when many are a cluster."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.forms import BUILDERS, NOTE_LABELS
from disputes.complaints.models import Complaint
from disputes.complaints.permissions import DISPATCH
from disputes.following.models import ClusterRule
from governance.cases.rules import tidied
from governance.web.stale import NeverOverwrites

MOST_SIMILAR = 20
SEPARATORS = re.compile(r"[\s,，、;；]+")


class LeadField(forms.CharField):
    """The number of the complaint to follow, with those that are similar to choose from."""

    def __init__(self, *, reachable, **kwargs):
        super().__init__(label=_("并入哪一件"), help_text=_("填写主件的受理编号，或从相似诉求中选择。"), max_length=40, **kwargs)
        self.reachable = reachable
        self.widget = forms.TextInput(attrs={"list": "leads", "autocomplete": "off"})

    def clean(self, value):
        found = self.reachable.filter(number=tidied(super().clean(value))).first()
        if found is None:
            raise forms.ValidationError(_("没有这个编号的诉求，或不在您的办理范围内。"))
        return found  # the step itself says why a complaint cannot lead


def lead_field(case, user):
    """Whatever the dispatcher can see."""
    return LeadField(reachable=Complaint.objects.visible_to(user, DISPATCH))


BUILDERS["merged_into"] = lead_field
NOTE_LABELS.update(merge=_("并案理由"), unmerge=_("解除并案的理由"))


class MergeForm(forms.Form):
    """Which of the similar complaints follow, by number; `lead` is asked where the page does not name it."""

    others = forms.MultipleChoiceField(label=_("并入的诉求"), required=False, error_messages={"invalid_choice": _("请重新选择。")})
    numbers = forms.CharField(
        label=_("其他编号"), required=False, max_length=1000, help_text=_("列表里没有的，填写受理编号，用空格或逗号分开。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    note = forms.CharField(
        label=_("并案理由"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("被并入的反映人能看到这段文字，请不要写他人的信息。"), error_messages={"required": _("请填写并案理由。")},
    )  # fmt: skip

    def __init__(self, *args, candidates, reachable, asks_lead=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.reachable = reachable
        choices = [(one.number, one.number) for one in candidates]
        self.fields["others"].choices = choices
        if asks_lead:
            self.fields["lead"] = forms.ChoiceField(
                label=_("主件"), choices=choices, error_messages={"required": _("请选择主件。"), "invalid_choice": _("请重新选择主件。")}
            )

    def clean_numbers(self):
        return [tidied(word) for word in SEPARATORS.split(self.cleaned_data["numbers"]) if word]

    def clean(self):
        values = super().clean()
        wanted = [*values.get("others", ()), *values.get("numbers", ())]
        if not wanted and not self.errors:
            self.add_error("others", _("请选择要并入的诉求。"))
        found = {one.number: one for one in self.reachable.filter(number__in=[*wanted, values.get("lead", "")]).order_by("number")}
        if unknown := [number for number in wanted if number not in found]:
            self.add_error("numbers", _("没有这些编号的诉求，或不在您的办理范围内：%(numbers)s") % {"numbers": "、".join(unknown)})
        values["lead"] = found.get(values.get("lead"))
        values["others"] = [found[number] for number in dict.fromkeys(wanted) if number in found and found[number] != values["lead"]]
        if values["lead"] and not values["others"] and not self.errors:
            self.add_error("others", _("请选择主件以外要并入的诉求。"))
        return values


class ClusterRuleForm(NeverOverwrites):
    """From how many on, and within how many days."""

    class Meta:
        model = ClusterRule
        fields = ("least", "days")

    least = forms.IntegerField(label=_("同一村（社区）同类诉求至少"), min_value=2, max_value=1000, help_text=_("件"))
    days = forms.IntegerField(label=_("期间"), min_value=1, max_value=366, help_text=_("日"))
