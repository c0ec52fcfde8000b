"""What is typed about the ledger: a document of the year, why one is handed back, and the duties themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField
from governance.web.days import DayField, days_from_today
from governance.web.stale import NeverOverwrites
from supervision.duties import services
from supervision.duties.enums import BoundLevel
from supervision.duties.models import Article, Duty

A_YEAR, TWO_YEARS = 365, 730  # days
DUTY_FIELDS = (
    "paragraph", "level", "office_type", "trade", "summary", "evidence", "document", "period", "due_on", "least", "share", "ground",
)  # fmt: skip


class FilingForm(forms.Form):
    """The document of the year: with a file, or where it must not be uploaded with its number."""

    title = forms.CharField(label=_("文件名称"), max_length=100)
    document_number = forms.CharField(label=_("文号"), max_length=60, required=False)
    issued_on = DayField(label=_("成文日期"), since=None, until=None)
    note = forms.CharField(label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    files = AttachmentsField(label=_("文件"), help_text=_("涉密文件不要上传，只填文件名称和文号。材料中不得有个人姓名、证件号码。"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issued_on"].since, self.fields["issued_on"].until = days_from_today(-TWO_YEARS), days_from_today(0)

    def clean(self):
        values = super().clean()
        if not values.get("files") and not values.get("document_number") and not self.errors:
            self.add_error("files", _("请上传文件；不能上传的，填写文号。"))
        return values

    def facts(self):
        return {name: self.cleaned_data[name] for name in ("title", "document_number", "issued_on", "note", "files")}


class ReturnForm(forms.Form):
    """Why a document does not show what it should."""

    reason = forms.CharField(label=_("退回理由"), max_length=200, error_messages={"required": _("请写明退回理由。")})


class ArticleForm(NeverOverwrites):
    """What an article is about, in our own words."""

    class Meta:
        model = Article
        fields = ("title", "summary", "note")
        widgets = {"summary": forms.Textarea(attrs={"rows": 3}), "note": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"summary": _("用自己的话概述，不照录条文。"), "note": _("哪些对象受约束但不列入台账，为什么。可不填。")}


class DutyForm(NeverOverwrites):
    """A duty as it reads from a day on, with the reason."""

    class Meta:
        model = Duty
        fields = DUTY_FIELDS
        help_texts = {
            "summary": _("用自己的话概述，不照录条文。"),
            "document": _("要求每年报送的材料。与“核对依据”只填一项。"),
            "least": _("没有应办数的，每个周期至少几项。"),
            "share": _("有应办数的，达到多少视为落实。"),
            "due_on": _("周期为“每年”的，过了这一天才算缺口。"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", _("请选择")), *BoundLevel.choices]
        for name in ("due_on", "least", "share"):  # the row itself is never validated: what is saved is its next version
            self.fields[name].validators += Duty._meta.get_field(name).validators
        self.fields["evidence"] = forms.ChoiceField(
            label=_("核对依据"), required=False, help_text=_("系统按程序数据自动核对。与“应报材料”只填一项。"),
            choices=[("", _("由单位报送材料")), *((one.code, one.label) for one in services.evidences().values())],
        )  # fmt: skip
        self.fields["trade"] = forms.ChoiceField(
            label=_("行业"), required=False, choices=[("", _("不限")), *services.trades().items()],
            help_text=_("责任单位类型是“部门”的，写明行业。"),
        )  # fmt: skip
        self.fields["on"] = DayField(label=_("自哪天起"), since=days_from_today(0), until=days_from_today(A_YEAR))
        self.fields["reason"] = forms.CharField(label=_("变更理由"), max_length=200, help_text=_("记入变更记录。"))

    def clean(self):
        values = super().clean()
        if bool(values.get("evidence")) == bool(values.get("document")):
            self.add_error("document", _("“核对依据”和“应报材料”要填，也只填一项。"))
        if values.get("office_type") == "bureau" and not values.get("trade"):
            self.add_error("trade", _("责任单位是部门的，请选择行业。"))
        if (values.get("level") == BoundLevel.SITE) != (values.get("office_type") == "site"):
            self.add_error("level", _("层级“场所单位”只与单位类型“场所单位”相配。"))
        return values

    def _post_clean(self):
        """The row stays as it is: what is saved is its next version, with these facts."""
