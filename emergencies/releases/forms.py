"""What is typed in a release order, and what arrived or came back batch by batch."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.forms import ROWS, LineRows, amount_field, item_field
from emergencies.catalogue.services import acting_office
from emergencies.incidents.models import Incident
from emergencies.incidents.permissions import VIEW as VIEW_INCIDENTS
from emergencies.releases.enums import OUTWARD, Purpose
from emergencies.releases.services import good_on
from emergencies.stockpiles.models import Warehouse
from emergencies.stockpiles.permissions import VIEW as VIEW_STOCK
from emergencies.stockpiles.services import held_at
from governance.web.formats import thin
from governance.web.offices import UNKNOWN, OfficeField, offices_of
from governance.web.steps import StepForm

NOTE_LABELS = {
    "pick": _("备货说明"), "send": _("运输方式、承运单位"), "receive": _("签收说明"), "give_back": _("归还情况"), "close": _("使用情况"),
    "withdraw": _("撤销原因"),
}  # fmt: skip
NOTE_HELP = {
    "pick": _("按先到期先出自动备货。库存不足的，请与下达单位联系。"),
    "receive": _("数量短少、损坏的，写明情况。"),
    "give_back": _("查验完好的才登记归还。"),
    "close": _("未归还的核销为已消耗。"),
}


class OrderForm(LineRows, forms.Form):
    """A release order of the department of emergency management."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    purpose = forms.ChoiceField(label=_("用途"), choices=Purpose.choices)
    basis = forms.CharField(label=_("下达依据"), min_length=2, max_length=120, help_text=_("应急预案、响应级别、请示批件的名称或者文号。"))
    reason = forms.CharField(label=_("事由和要求"), min_length=4, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        office = acting_office(user)
        houses = Warehouse.objects.visible_to(user, VIEW_STOCK).in_use().filter(command_ids__contains=[office.pk]).for_list()
        self.fields["warehouse"] = forms.ModelChoiceField(houses, label=_("发货仓库"), empty_label=_("请选择"))
        self.fields["destination"] = forms.ModelChoiceField(
            houses, label=_("调入仓库"), required=False, empty_label=_("无"), help_text=_("仓库间调拨时填写。")
        )
        self.fields["receiver"] = OfficeField(
            label=_("接收单位"),
            required=False,
            offered=offices_of(office.place.path),
            help_text=_("应急动用时填写，由其签收。"),
            unknown=UNKNOWN,
        )
        incidents = Incident.objects.visible_to(user, VIEW_INCIDENTS).ongoing().order_by("-opened_at")
        self.fields["incident"] = forms.ModelChoiceField(
            incidents,
            label=_("突发事件"),
            required=False,
            empty_label=_("无"),
            to_field_name="number",
            help_text=_("为处置突发事件动用的，选择该事件。"),
        )
        self.fields["incident"].label_from_instance = lambda incident: f"{incident.title}（{incident.number}）"
        self.fields["destination"].depends = self.fields["receiver"].depends = True
        self.order_fields(("submission", "purpose", "incident", "warehouse", "receiver", "destination", "basis", "reason"))
        self.ask_lines()

    def columns(self):
        return {"item": item_field(_("品种")), "quantity": amount_field(_("数量"))}

    def clean(self):
        values = super().clean()
        purpose, source, target = (values.get(name) for name in ("purpose", "warehouse", "destination"))
        if purpose == Purpose.USE and not values.get("receiver") and "receiver" not in self.errors:
            self.add_error("receiver", _("请填写接收单位。"))
        if purpose == Purpose.TRANSFER and not target and "destination" not in self.errors:
            self.add_error("destination", _("请选择调入仓库。"))
        if target and target == source:
            self.add_error("destination", _("调入仓库与发货仓库不能相同。"))
        self.check_lines(values)
        if source:
            self._check_stock(values, source)
        return values

    def _check_stock(self, values, warehouse):
        """Told at once where less lies there that is good; what others order meanwhile shows at the picking."""
        rows = {number: values.get(f"item_{number}") for number in ROWS}
        day = good_on(values.get("purpose"), at=timezone.now())
        told = _("该仓库现有未过期库存 %(held)s。") if day else _("该仓库现有库存 %(held)s。")
        held = held_at(warehouse, [item for item in rows.values() if item], good_on=day)
        wanted = {}
        for number, item in rows.items():
            if item and values.get(f"quantity_{number}"):
                wanted[item.pk] = wanted.get(item.pk, 0) + values[f"quantity_{number}"]
                if wanted[item.pk] > held.get(item.pk, 0):
                    self.add_error(f"quantity_{number}", told % {"held": thin(held.get(item.pk, 0))})

    def facts(self):
        """What the service is told; what does not belong to the purpose is left out."""
        told = {name: self.cleaned_data[name] for name in ("purpose", "warehouse", "basis", "reason", "incident", "submission")}
        purpose = told["purpose"]
        told["destination"] = self.cleaned_data["destination"] if purpose == Purpose.TRANSFER else None
        told["receiver"] = None if purpose in OUTWARD else self.cleaned_data["receiver"]
        return {**told, "lines": self.lines()}


class ReleaseStepForm(StepForm):
    """The form of any step; quantities are asked batch by batch."""

    def __init__(self, *args, case, step, user, **kwargs):
        self.picks = [*case.picks.select_related("batch__item")] if "amounts" in step.fields else []
        words = {"note_label": NOTE_LABELS[step.name], "note_help": NOTE_HELP.get(step.name, "")}
        builders = {"amounts": lambda case, user: forms.Field(required=False)}
        super().__init__(*args, case=case, step=step, user=user, builders=builders, **words, **kwargs)
        self.fields.pop("amounts", None)
        for one in self.picks:
            self.fields[f"pick_{one.pk}"] = self._amount(one)
        self.order_fields([name for name in self.fields if name.startswith("pick_")])

    def _amount(self, one):
        named = {"item": one.batch.item.name, "lot": one.batch.lot, "unit": one.batch.item.unit}
        if self.step.name == "receive":
            return amount_field(_("%(item)s %(lot)s 签收数量（%(unit)s）") % named, least=0, most=one.quantity, initial=one.quantity)
        label = _("%(item)s %(lot)s 归还数量（%(unit)s）") % named
        return amount_field(label, least=0, most=one.out, initial=0, help_text=_("尚未归还 %(out)s") % {"out": one.out})

    def given(self):
        if "amounts" not in self.step.fields:
            return super().given()
        return {"amounts": {one.pk: self.cleaned_data[f"pick_{one.pk}"] for one in self.picks}}
