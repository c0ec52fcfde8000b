"""What is typed: the steps, a request taken down for a person, the register of providers, and the list of services."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.care.enums import TAKEN_DOWN, AskedBy, CloseReason, ConsentWay, DeclineReason, Satisfaction, Way
from disputes.care.models import Care, CareNeed, CareProvider
from governance.files.forms import AttachmentsField
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.privacy.phones import is_phone
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField, days_from_today
from governance.web.steps import StepForm, choice_field

PHONE_WRONG = _("电话号码不正确，请填写手机号，或带区号的固定电话。")
BACK, AHEAD = 60, 180  # days
SEALED_HINT = _("加密保存，只有承接机构和主管部门说明用途后才能看到。")


def _choice(label, choices):
    return forms.ChoiceField(label=label, choices=[("", _("请选择")), *choices], error_messages={"required": _("请选择。")})


def _area(label, *, required=True, rows=4, help_text=SEALED_HINT):
    return forms.CharField(
        label=label, required=required, max_length=2000, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("请填写%(what)s。") % {"what": label}},
    )  # fmt: skip


def _provider(case, user):
    """Those that give this service where the person lives, with a contract that runs; not the one that has it now."""
    rows = CareProvider.objects.fitting(case, day=timezone.localdate()).exclude(pk=case.provider_id)
    help_text = "" if rows else _("没有合适的机构：请先在“帮扶机构”中登记提供这项服务、合同在期的机构。")
    return forms.ModelChoiceField(rows, label=_("承接机构"), empty_label=_("请选择"), help_text=help_text)


def _office(case, user):
    """The other bureaus of the county and the city."""
    rows = Office.objects.in_use().filter(type=OfficeType.BUREAU, place__path__in=ancestors(case.place_path)).exclude(pk=case.supervisor_id)
    return forms.ModelChoiceField(rows.order_by("-place__path", "name"), label=_("主管部门"), empty_label=_("请选择"))


def _visited_on(case, user):
    today = timezone.localdate()
    return DayField(label=_("帮扶日期"), initial=today, since=max(days_from_today(-BACK), timezone.localdate(case.opened_at)), until=today)


def _next_on(case, user):
    hint = _("到期前会提醒；不填按规定的间隔提醒。")
    return DayField(label=_("下次日期"), required=False, since=timezone.localdate(), until=days_from_today(AHEAD), help_text=hint)


BUILDERS = {
    "provider": _provider,
    "office": _office,
    "close_reason": lambda case, user: _choice(_("理由"), CloseReason.choices),
    "decline_reason": lambda case, user: _choice(_("理由"), DeclineReason.choices),
    "visited_on": _visited_on,
    "way": lambda case, user: _choice(_("方式"), Way.choices),
    "done": lambda case, user: _area(_("做了什么"), rows=6),
    "next_on": _next_on,
    "next_plan": lambda case, user: _area(_("下次打算"), required=False, rows=2),
    "result": lambda case, user: choice_field(Care, "result"),
    "closing": lambda case, user: _area(_("结束说明"), required=False, rows=3),
    "satisfaction": lambda case, user: forms.ChoiceField(
        label=_("本人对帮扶是否满意"), choices=Satisfaction.choices, widget=forms.RadioSelect, error_messages={"required": _("请选择。")}
    ),
}  # fmt: skip


class CareStepForm(StepForm):
    """The form of any step. There is no note: what is said of a person is kept where it can be erased."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=_("说明"), **kwargs)
        del self.fields["note"]
        if step.name == "stop":
            told = _("已向本人核实：本人要求停止帮扶。登记后立即停止，任何人不能再查看其信息，不能恢复。")
            self.fields["confirmed"] = forms.BooleanField(label=told, error_messages={"required": _("请先核实并勾选。")})

    def clean(self):
        return {**super().clean(), "note": ""}


class TakenDownForm(PlacedForm):
    """A request an official takes down for a person who agreed: when and how that was said stands beside it."""

    need = forms.ModelChoiceField(None, label=_("需要哪种帮助"), widget=forms.RadioSelect, empty_label=None)
    asked_by = forms.ChoiceField(label=_("谁提出的"), choices=AskedBy.choices, widget=forms.RadioSelect, initial=AskedBy.SELF)
    name = forms.CharField(label=_("姓名"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    phone = forms.CharField(label=_("电话"), max_length=20, widget=forms.TelInput(attrs={"autocomplete": "off"}))
    address = forms.CharField(label=_("联系地址"), max_length=120, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    situation = _area(_("情况说明"), help_text=_("只写提供帮助需要知道的。保存后您不能再查看。"))
    way = forms.ChoiceField(label=_("本人怎样同意的"), choices=[(way.value, way.label) for way in TAKEN_DOWN], widget=forms.RadioSelect)
    given_on = DayField(label=_("同意日期"))
    reference = forms.CharField(
        label=_("凭据"), max_length=60, required=False, help_text=_("同意书编号、录音编号，或者本人提供的确认码。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    scan = AttachmentsField(label=_("同意书扫描件"), most=1, help_text=_("书面签字的可以上传，最多一个文件。"))
    agreed = forms.BooleanField(
        label=_("本人知道申请的内容、谁会看到、可以随时撤回，并同意"), error_messages={"required": _("没有本人同意，不能登记。")}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["need"].queryset = CareNeed.objects.offered()
        self.fields["need"].label_from_instance = lambda need: f"{need.label}：{need.text}"
        today = timezone.localdate()
        self.fields["given_on"].initial, self.fields["given_on"].since, self.fields["given_on"].until = today, days_from_today(-BACK), today
        for name in ("need", "name", "phone", "way", "given_on"):
            self.fields[name].error_messages["required"] = _("请填写%(what)s。") % {"what": self.fields[name].label}

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not is_phone(phone):
            raise forms.ValidationError(PHONE_WRONG)
        return phone

    def clean(self):
        values = super().clean()
        signed = values.get("way") == ConsentWay.SIGNED
        if values.get("way") and not values.get("reference") and not (signed and values.get("scan")):
            wanted = _("请填写同意书编号，或者上传扫描件。") if signed else _("请填写录音编号或者本人提供的确认码。")
            self.add_error("reference", wanted)
        return values


class ProviderForm(forms.ModelForm):
    """A provider in the register of the bureau that bought its service."""

    name = forms.CharField(label=_("机构名称"), max_length=60)

    class Meta:
        model = CareProvider
        fields = ("kind", "contract", "begins", "ends", "needs", "places", "active")
        widgets = {
            "needs": forms.CheckboxSelectMultiple,
            "places": forms.CheckboxSelectMultiple,
            "begins": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "contract": _("购买服务的必填；志愿服务队填写协议编号，没有的留空。"),
            "ends": _("到期后，机构不能再查看帮扶对象的信息。"),
            "active": _("停用后不再安排新的帮扶。"),
        }

    field_order = ("name", "kind", "contract", "begins", "ends", "needs", "places", "active")

    def __init__(self, *args, bureau, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["needs"].queryset = CareNeed.objects.offered()
        below = Place.objects.in_use().filter(parent=bureau.place)
        self.fields["places"].queryset = (Place.objects.filter(pk=bureau.place_id) | below).order_by("path")
        self.fields["places"].label_from_instance = lambda place: place.short_name
        if self.instance.pk:
            self.fields["name"].initial = self.instance.office.name

    def clean(self):
        values = super().clean()
        if values.get("begins") and values.get("ends") and values["ends"] < values["begins"]:
            self.add_error("ends", _("合同止期不能早于起期。"))
        if values.get("kind") == "bought" and not values.get("contract"):
            self.add_error("contract", _("购买服务的，请填写合同编号。"))
        return values


class NeedForm(forms.ModelForm):
    """A service of the list, in plain and helpful words."""

    class Meta:
        model = CareNeed
        fields = ("label", "text", "trade", "order", "active")
        help_texts = {
            "text": _("用求助的人自己会说的话；说需要什么帮助，不说是什么人。"),
            "active": _("停用后不再提供选择，已有的申请不受影响。"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = Office.objects.in_use().filter(type=OfficeType.BUREAU).order_by("trade").values_list("trade", flat=True).distinct()
        trades = dict.fromkeys([*known, *([self.instance.trade] if self.instance.trade else [])])
        names = dict(Office.objects.filter(type=OfficeType.BUREAU, place__level="city").values_list("trade", "name"))
        choices = [(trade, names.get(trade, trade)) for trade in trades]
        self.fields["trade"] = forms.ChoiceField(label=_("主管部门"), choices=choices, help_text=_("由当地同行业的部门安排。"))
