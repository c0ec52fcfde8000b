"""What an administrator types about a client, and about what a category asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.open311.enums import LISTS, Scope
from disputes.open311.models import PLACE_CODE, ApiKey, ServiceAttribute
from disputes.open311.rules import lines_of, values_of


class ApiKeyForm(forms.ModelForm):
    """A client: who runs it, what it may do, how often it may ask."""

    scopes = forms.MultipleChoiceField(
        label=_("可以做什么"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple, initial=[Scope.FILE, Scope.OWN],
        error_messages={"required": _("请至少选择一项。")},
    )  # fmt: skip

    class Meta:
        model = ApiKey
        fields = ("name", "contact", "scopes", "per_hour")
        help_texts = {
            "name": _("例如：青城生活 App。承办人员在来件上看到这个名称。"),
            "contact": _("填写单位名称和工作电话，出现问题时联系，不填个人手机号。"),
            "per_hour": _("超过后回答 429，并告知何时再试。"),
        }

    def clean_name(self):
        """One key for one client: pressed or loaded twice, the form makes no second one that nobody notes down."""
        name = self.cleaned_data["name"]
        if ApiKey.objects.live().filter(name=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("这个客户端已有在用的密钥。如果没有记下，请先停用原密钥，再发放新的。"))
        return name


class AttributeForm(forms.ModelForm):
    """A question of a category; its code stays once clients know it."""

    options = forms.CharField(
        label=_("选项"), required=False, help_text=_("仅单选、多选填写，每行一项：代码|名称，例如 night|夜间。"),
        widget=forms.Textarea(attrs={"rows": 5}), max_length=2000,
    )  # fmt: skip

    class Meta:
        model = ServiceAttribute
        fields = ("code", "description", "datatype", "options", "hint", "required", "order", "active")
        help_texts = {
            "code": _("客户端提交时用的名字，保存后不能修改。"),
            "required": _("必填后，不读取分类属性的客户端将无法提交这一类诉求，请慎用。"),
            "order": _("数字小的在前。"),
            "active": _("停用后不再出现在接口里，已收到的答案不受影响。"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["options"].initial = lines_of(self.instance.values)
        self.fields["options"].depends = True
        if self.instance.pk:
            del self.fields["code"]

    def clean_code(self):
        code, taken = self.cleaned_data["code"], ServiceAttribute.objects.filter(category=self.instance.category)
        if code == PLACE_CODE:
            raise forms.ValidationError(_("place_code 是每个分类都有的，不用添加。"))
        if taken.filter(code=code).exists():
            raise forms.ValidationError(_("这个分类已经有这个代码。"))
        return code

    def clean(self):
        facts = super().clean()
        values = values_of(facts.get("options", ""))
        if facts.get("datatype") in LISTS and not values:
            self.add_error("options", _("请填写选项，每行一项。"))
        if len({key for key, _name in values}) < len(values):
            self.add_error("options", _("选项的代码不能重复。"))
        self.instance.values = values if facts.get("datatype") in LISTS else []
        return facts
