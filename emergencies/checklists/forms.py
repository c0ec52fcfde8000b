"""What is typed about check lists."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckList, PremisesKind

MOST_ITEMS, SPARE_ITEMS = 40, 3


class CheckListForm(forms.ModelForm):
    """A check list; `seen` is the version the page was opened with."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = CheckList
        fields = ("label", "topic", "citation", "kinds")
        widgets = {"kinds": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kinds"].queryset = PremisesKind.objects.filter(active=True)
        self.fields["kinds"].error_messages["required"] = _("请勾选至少一类检查对象。")


class CheckItemForm(forms.Form):
    """One thing to look at; a row left empty is none, and one whose label was cleared is taken out."""

    label = forms.CharField(label=_("检查内容"), max_length=80, required=False)
    hint = forms.CharField(label=_("怎样看"), max_length=200, required=False)
    citation = forms.CharField(label=_("依据"), max_length=120, required=False)
    weight = forms.ChoiceField(label=_("不符合时通常属于"), choices=Weight.choices, initial=Weight.GENERAL)

    def clean(self):
        values = super().clean()
        written, more = values.get("label", "").strip(), values.get("hint") or values.get("citation")
        if self.empty_permitted and not written and more:
            self.add_error("label", _("请填写检查内容。"))
        if written and not values.get("citation", "").strip():
            self.add_error("citation", _("请写明依据：没有依据的不检查。"))
        return values


class CheckItems(forms.BaseFormSet):
    """At least one item."""

    def clean(self):
        if not any(self.errors) and not self.rows:
            raise forms.ValidationError(_("请至少填写一项检查内容。"))

    @property
    def rows(self):
        """What the service is told, in order."""
        return [row for row in self.cleaned_data if row.get("label", "").strip()]


CheckItemSet = forms.formset_factory(CheckItemForm, formset=CheckItems, extra=SPARE_ITEMS, max_num=MOST_ITEMS)
