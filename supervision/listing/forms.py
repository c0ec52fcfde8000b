"""The stages as they are typed: one row each."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.days import DayField
from supervision.oversight.terms import MOST_STAGES


class StageForm(forms.Form):
    """One stage; a row left empty is none."""

    what = forms.CharField(label=_("阶段目标"), max_length=200, required=False)
    by = DayField(label=_("完成期限"), required=False)

    def clean(self):
        values = super().clean()
        what = (values.get("what") or "").strip()
        if what and not values.get("by") and "by" not in self.errors:
            self.add_error("by", _("请填写完成期限。"))
        if values.get("by") and not what:
            self.add_error("what", _("请填写阶段目标。"))
        return values


class StageRows(forms.BaseFormSet):
    """At least one stage."""

    def clean(self):
        if not any(self.errors) and not self.rows:
            raise forms.ValidationError(_("请至少填写一个阶段目标。"))

    @property
    def rows(self):
        """(what, day) pairs of the rows that were filled in."""
        return [(row["what"].strip(), row["by"]) for row in self.cleaned_data if row.get("what", "").strip()]


StageFormSet = forms.formset_factory(StageForm, formset=StageRows, extra=MOST_STAGES, max_num=MOST_STAGES)
