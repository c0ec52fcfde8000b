"""What is typed about a delivery, its lines one by one or as a sheet, and about its inspection."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.forms import ROWS, LineRows, amount_field, item_field
from emergencies.catalogue.services import acting_office
from emergencies.intakes.data.rows import FAULTS_SHOWN, FURTHEST, LONGEST_AGO, read, wrong
from emergencies.intakes.enums import Origin
from emergencies.purchases.enums import State as PlanState
from emergencies.purchases.models import PurchasePlan
from emergencies.purchases.permissions import VIEW as VIEW_PLANS
from emergencies.stockpiles.models import Warehouse
from governance.files.checking import check
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES, TABLES, accept_attribute
from governance.sheets.reading import SheetRefused
from governance.web.days import DayField, days_from_today
from governance.web.steps import StepForm

NOTE_LABELS = {"accept": _("验收意见"), "reject": _("拒收原因")}
NOTE_HELP = {"accept": _("核对数量、规格、包装、合格证和有效期；有不合格的，写明情况。")}


class RegisterForm(LineRows, forms.Form):
    """A delivery to a warehouse of the office acted for."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    origin = forms.ChoiceField(label=_("来源"), choices=Origin.choices)
    supplier = forms.CharField(label=_("供货、捐赠或者调出单位"), min_length=2, max_length=60, help_text=_("单位名称，不填个人姓名。"))
    needed = ("item", "lot", "quantity")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        houses = Warehouse.objects.in_use().filter(office=acting_office(user)).for_list()
        plans = PurchasePlan.objects.visible_to(user, VIEW_PLANS).filter(state=PlanState.APPROVED)
        self.fields["warehouse"] = forms.ModelChoiceField(houses, label=_("仓库"), empty_label=_("请选择"))
        self.fields["plan"] = forms.ModelChoiceField(plans, label=_("购置计划"), required=False, empty_label=_("无"))
        self.fields["plan"].label_from_instance = lambda plan: plan.title
        self.fields["sheet"] = forms.FileField(
            label=_("到货清单（Excel 或 CSV）"), required=False, widget=forms.FileInput(attrs={"accept": accept_attribute(TABLES)}),
            help_text=_("批次多的，按模板填写后上传，不用再逐行填写。"),
        )  # fmt: skip
        self.order_fields(("submission", "warehouse", "origin", "supplier", "plan", "sheet"))
        self.ask_lines()

    def columns(self):
        since = {"since": LONGEST_AGO}
        return {
            "item": item_field(_("品种")),
            "lot": forms.CharField(label=_("批号"), max_length=40),
            "quantity": amount_field(_("数量")),
            "produced_on": DayField(label=_("生产日期"), until=days_from_today(0), **since),
            "expires_on": DayField(label=_("到期日期"), until=days_from_today(FURTHEST), **since),
        }

    def clean(self):
        values, self.read = super().clean(), []
        if values.get("plan") and values.get("origin") != Origin.PURCHASE:
            self.add_error("plan", _("来源是购置的，才选择购置计划。"))
        if upload := values.get("sheet"):
            self._read(upload)
            if any(values.get(f"{name}_{number}") for number in ROWS for name in self.needed):
                self.add_error("sheet", _("清单和下面的明细只能用一种：请清空明细，或者不上传清单。"))
        elif "sheet" not in self.errors:
            self.check_lines(values)
            self._check_days(values)
        return values

    def _read(self, upload):
        try:
            check(upload, allowed=TABLES)
            self.read, faults = read(upload)
        except SheetRefused as refused:
            self.add_error("sheet", refused)
            return
        except forms.ValidationError as refused:
            self.add_error("sheet", refused)
            return
        if not self.read and not faults:
            faults = [_("表格中没有内容。")]
        for fault in faults[:FAULTS_SHOWN]:
            self.add_error("sheet", fault)

    def _check_days(self, values):
        for number in ROWS:
            item = values.get(f"item_{number}")
            days = [values.get(f"{name}_{number}") for name in ("produced_on", "expires_on")]
            wrong_name = f"expires_on_{number}"
            if item and wrong_name not in self.errors and (reason := wrong(item, *days)):
                self.add_error(wrong_name, reason)

    def facts(self):
        """What the service is told."""
        told = {name: self.cleaned_data[name] for name in ("warehouse", "origin", "supplier", "plan", "submission")}
        return {**told, "lines": self.read or self.lines()}


class IntakeStepForm(StepForm):
    """The form of a step; how much was found fit is asked line by line."""

    def __init__(self, *args, case, step, user, **kwargs):
        self.lines = [*case.lines.select_related("item")] if "accepted" in step.fields else []
        photographs = AttachmentsField(label=_("验收照片、合格证"), allowed=IMAGES, help_text=_("最多6张。"))
        builders = {"accepted": lambda case, user: forms.Field(required=False), "photographs": lambda case, user: photographs}
        words = {"note_label": NOTE_LABELS[step.name], "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, case=case, step=step, user=user, builders=builders, **words, **kwargs)
        self.fields.pop("accepted", None)
        for line in self.lines:
            label = _("%(item)s %(lot)s 合格数量（%(unit)s）") % {"item": line.item.name, "lot": line.lot, "unit": line.item.unit}
            self.fields[f"line_{line.pk}"] = amount_field(label, least=0, most=line.quantity, initial=line.quantity)
        self.order_fields([name for name in self.fields if name.startswith("line_")])

    def given(self):
        if "accepted" not in self.step.fields:
            return super().given()
        accepted = {line.pk: self.cleaned_data[f"line_{line.pk}"] for line in self.lines}
        return {"accepted": accepted, "photographs": self.cleaned_data["photographs"]}
