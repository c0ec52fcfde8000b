"""What is typed about a warehouse and a card."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.forms import MOST, amount_field, item_field
from emergencies.catalogue.services import acting_office
from emergencies.stockpiles import services
from emergencies.stockpiles.models import Warehouse
from governance.places.enums import Level
from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.steps import StepForm

NOTE_LABELS = {"set_need": _("核定依据"), "end": _("撤销原因")}
NOTE_HELP = {"set_need": _("储备规划、标准或者文件的名称。低于定额的，开始计算补足期限。")}


class WarehouseForm(forms.ModelForm):
    """A warehouse of the office acted for."""

    class Meta:
        model = Warehouse
        fields = ("name", "address", "work_phone", "active")
        help_texts = {"work_phone": _("办公或者值班电话，不填个人手机号。"), "active": _("停用前须先清空库存。")}

    def __init__(self, *args, office, **kwargs):
        super().__init__(*args, **kwargs)
        self.office = office
        if self.instance.pk:
            return
        del self.fields["active"]
        places = Place.objects.in_use().below(office.place.path).exclude(level=Level.VILLAGE).order_by("path")
        self.fields["place"] = forms.ModelChoiceField(places, label=_("区划"), empty_label=_("请选择"), initial=office.place_id)
        self.fields["place"].label_from_instance = lambda place: place.full_name

    def clean_work_phone(self):
        phone = self.cleaned_data["work_phone"]
        if not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone

    def clean_name(self):
        name = self.cleaned_data["name"]
        if Warehouse.objects.filter(office=self.instance.office_id or self.office.pk, name=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("本单位已有同名仓库。"))
        return name

    def clean_active(self):
        if not self.cleaned_data["active"] and self.instance.cards.ongoing().filter(on_hand__gt=0).exists():
            raise forms.ValidationError(_("仓库还有库存，不能停用。"))
        return self.cleaned_data["active"]


class CardForm(forms.Form):
    """A card for an item at a warehouse; whoever commands what lies there sets its need."""

    def __init__(self, *args, user, warehouses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["warehouse"] = forms.ModelChoiceField(warehouses, label=_("仓库"), empty_label=_("请选择"))
        self.fields["item"] = item_field(_("品种"))
        self.user = user

    def clean(self):
        values = super().clean()
        warehouse, item = values.get("warehouse"), values.get("item")
        if warehouse and item and warehouse.cards.ongoing().filter(item=item).exists():
            self.add_error("item", _("该仓库已有这一品种的储备卡。"))
        return values


def _need(case, user):
    return amount_field(_("储备定额（%(unit)s）") % {"unit": case.item.unit}, least=0, most=MOST, initial=case.need)


class CardStepForm(StepForm):
    """The form of a step of a card; a new need brings the card in step at once."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders={"need": _need}, **words, **kwargs)

    @transaction.atomic
    def take(self, *, by, at):
        moved = super().take(by=by, at=at)
        return services.refresh(moved, at=at) if moved and self.step.name == "set_need" else moved


def own_warehouses(user):
    """The warehouses of the office acted for, for a select."""
    return Warehouse.objects.in_use().filter(office=acting_office(user)).for_list()
