"""What is typed about a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.forms import category_field
from disputes.knowledge.models import TEXTS, Revision
from disputes.knowledge.rules import limits_in
from governance.deadlines.models import Limit


class TextForm(forms.ModelForm):
    """A question and its answer. A limit is named by its code, never typed as a number."""

    class Meta:
        model = Revision
        fields = TEXTS
        widgets = {"answer": forms.Textarea(attrs={"rows": 8, "maxlength": 2000})}
        help_texts = {
            "title": _("像居民那样问，例如“电梯坏了找谁”。"),
            "answer": _("先说结论，再说怎么办。期限写成 {limit:complaints.handle} 这样的代码，显示时换成现行的期限。"),
            "keywords": _("居民会用的词，用“|”隔开。"),
            "source": _("写明法规名称和条款，或者文件名称。"),
        }

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.at = at
        chosen = self.initial.get("category")
        self.fields["category"] = category_field()
        self.fields["category"].required, self.fields["category"].initial = False, chosen

    def clean_answer(self):
        answer = self.cleaned_data["answer"]
        codes = limits_in(answer)
        known = set(Limit.objects.valid(self.at).filter(code__in=codes).values_list("code", flat=True))
        if unknown := [code for code in codes if code not in known]:
            raise forms.ValidationError(_("没有这个期限：%(codes)s。") % {"codes": "、".join(unknown)})
        return answer


class CheckForm(forms.Form):
    """The second person's word."""

    approved = forms.ChoiceField(
        label=_("核对结果"),
        choices=[("yes", _("通过，公布")), ("no", _("不通过"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择核对结果。")},
    )
    note = forms.CharField(label=_("意见"), help_text=_("不通过的，写明原因。"), required=False, max_length=200)

    def clean(self):
        facts = super().clean()
        if facts.get("approved") == "no" and not facts.get("note", "").strip():
            self.add_error("note", _("请写明不通过的原因。"))
        return facts


class WithdrawForm(forms.Form):
    """Why it is taken off."""

    note = forms.CharField(label=_("撤下原因"), max_length=200, error_messages={"required": _("请写明撤下原因。")})
