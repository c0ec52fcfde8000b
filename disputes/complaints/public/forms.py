"""What a resident types: the filing, its sending, and the words said afterwards."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Kind, Satisfaction, Solved
from disputes.complaints.forms import category_field
from disputes.complaints.services import suggestions
from governance.files.forms import AttachmentsField, HeldField
from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.offices import OfficeField
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm

KINDS = (
    (Kind.COMPLAINT, _("投诉：有问题希望解决")),
    (Kind.HELP, _("求助：遇到困难需要帮助")),
    (Kind.CONSULT, _("咨询：想了解政策或办事流程")),
    (Kind.SUGGESTION, _("建议：对城市工作有意见建议")),
    (Kind.REPORT, _("举报：反映违法违规行为，可以匿名")),
)
# A frame around the city, with a margin (the city lies at 39.6–41.4 N, 110.5–112.3 E).
SOUTH, NORTH, WEST, EAST = 39.3, 41.6, 110.2, 112.6
OUTSIDE = _("标注的位置不在呼和浩特市，请重新标注或清除标注。")
LONGEST_STORY = 2000  # characters


def degrees(lowest, highest):
    """A hidden coordinate inside the frame."""
    wrong = {"min_value": OUTSIDE, "max_value": OUTSIDE, "invalid": OUTSIDE}
    return forms.FloatField(required=False, min_value=lowest, max_value=highest, widget=forms.HiddenInput, error_messages=wrong)


class FilingForm(forms.Form):
    """What happened, where, and how to reach the person. The category may be left to the words of the text."""

    kind = forms.ChoiceField(
        label=_("您要反映的是"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择一项。")},
    )
    description = StoryField(
        label=_("发生了什么事"),
        help_text=_("请写明时间、经过和您希望怎样解决。请不要写身份证号、银行卡号。"),
        min_length=5,
        max_length=LONGEST_STORY,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={
            "required": _("请写明发生了什么事。"),
            "min_length": _("请再写具体一些，至少 5 个字。"),
            "max_length": _("最多 2000 个字，请精简后再提交。"),
        },
    )
    place = forms.ModelChoiceField(
        Place.objects.in_use(),
        label=_("发生地点"),
        widget=PlaceChosen,
        error_messages={"required": _("请选择事情发生在哪个旗县区。"), "invalid_choice": _("请重新选择地点。")},
    )
    landmark = forms.CharField(
        label=_("详细位置"),
        help_text=_("例如：某小区 3 号楼北侧、某路公交站旁、村委会东边。"),
        required=False,
        max_length=120,
    )
    latitude, longitude = degrees(SOUTH, NORTH), degrees(WEST, EAST)
    against = OfficeField(
        label=_("是否反映某个单位或其工作人员"), required=False,
        help_text=_("反映单位或工作人员的，请写单位名称：您反映的内容不会转给该单位，由它的上一级办理。没有的不填。"),
    )  # fmt: skip
    files = AttachmentsField(
        label=_("照片、视频或材料"),
        help_text=_("最多 6 个。照片每张不超过 10 MB，视频不超过 50 MB；照片里的拍摄位置会自动去除。"),
    )
    held = HeldField()
    name = forms.CharField(
        label=_("怎么称呼您"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("联系电话"),
        help_text=_("办理单位会用它与您核实情况。手机号，或带区号的固定电话。"),
        max_length=20,
        widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        error_messages={"required": _("请填写联系电话。如果是举报且不愿留电话，请选择“匿名举报”。")},
    )
    is_secret = forms.BooleanField(
        label=_("对我的身份保密"),
        help_text=_("承办单位看不到您的姓名和电话，由热线工作人员与您联系。"),
        required=False,
    )
    is_anonymous = forms.BooleanField(
        label=_("匿名举报"),
        help_text=_("只适用于举报：不登记姓名和电话，我们无法与您联系，您仍可凭编号和查询码查看结果。"),
        required=False,
    )

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.suggested = False
        self.fields["held"].at = at
        self.fields["category"] = category_field()
        self.fields["category"].required = False
        self.fields["category"].help_text = _("可以不选：我们会按您的描述推荐一项，下一步核对时可以修改。")
        self.fields["phone"].required = not self.data.get("is_anonymous")
        self.order_fields(["kind", "description", "category", "place"])

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号，或带区号的固定电话。"))
        return phone

    def clean(self):
        facts = super().clean()
        if not facts.get("category") and facts.get("description") and "category" not in self.errors:
            self._read_category(facts)
        self._check_contact(facts)
        if (facts.get("latitude") is None) != (facts.get("longitude") is None):
            facts["latitude"] = facts["longitude"] = None
        return facts

    def _read_category(self, facts):
        found = suggestions(facts["description"])
        if not found:
            self.add_error("category", _("没能从描述中看出属于哪一类，请选择最接近的一项。"))
            return
        facts["category"], self.suggested = found[0], True

    def _check_contact(self, facts):
        if facts.get("is_anonymous") and facts.get("kind") not in {None, Kind.REPORT}:
            self.add_error("is_anonymous", _("只有举报可以匿名。请填写联系电话，或选择“对我的身份保密”。"))
        elif facts.get("is_anonymous"):
            facts["name"] = facts["phone"] = ""


class SendForm(GuardedForm):
    """The last step: the checked answers, signed, and the small sum."""

    answers = forms.CharField(widget=forms.HiddenInput, max_length=60_000)


class RatingForm(WordForm):
    """The resident's own word: 解决率 and 满意率 count nothing else."""

    solved = forms.ChoiceField(
        label=_("问题是否解决"),
        choices=Solved.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择问题是否解决。")},
    )
    satisfaction = forms.ChoiceField(
        label=_("对办理情况是否满意"),
        choices=Satisfaction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择是否满意。")},
    )
    note = StoryField(
        label=_("原因或建议"),
        help_text=_("选择“不满意”的，请写明原因。"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    declined = forms.BooleanField(
        label=_("不需要重新办理"),
        help_text=_("选择“未解决”或“不满意”的，视为申请重新办理，由派单单位审核；不需要的请勾选。"),
        required=False,
    )

    def clean(self):
        facts = super().clean()
        if facts.get("satisfaction") == Satisfaction.DISSATISFIED and not facts.get("note"):
            self.add_error("note", _("请告诉我们不满意的原因，以便改进。"))
        return facts

    @property
    def given(self):
        return {name: self.cleaned_data[name] for name in ("solved", "satisfaction", "declined")}


class ReopeningForm(WordForm):
    note = StoryField(
        label=_("为什么需要重新办理"),
        help_text=_("例如：问题又出现了，或答复与实际不符。"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("请写明申请重新办理的理由。")},
    )


class WithdrawalForm(WordForm):
    note = StoryField(
        label=_("撤回的原因"),
        help_text=_("例如：问题已经自行解决。撤回后不能恢复，需要时可以重新提交。"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("请写明撤回的原因。")},
    )
