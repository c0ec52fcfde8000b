"""What is typed about an item, and the rows of items that orders and receipts are made of."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.models import StockItem
from emergencies.criteria.forms import Reasoned
from governance.web.steps import GroupedChoiceField

MOST = 100_000_000
ROWS = range(1, 7)


class ItemForm(Reasoned):
    """An item of the catalogue: its standard, its keeper, how long it keeps."""

    class Meta:
        model = StockItem
        fields = ("name", "category", "unit", "spec", "keeper", "shelf_months", "rotate_months", "citation", "active")
        help_texts = {
            "shelf_months": _("不填为不计保质期。"),
            "rotate_months": _("到轮换日期未轮换的，计为逾期。"),
            "citation": _("国家标准、储备规划或者文件的名称。"),
            "active": _("停用后不再用于入库和动用，已有的库存不受影响。"),
        }

    def clean(self):
        values = super().clean()
        shelf, ahead = values.get("shelf_months"), values.get("rotate_months")
        if shelf is not None and ahead is not None and shelf <= ahead:
            self.add_error("rotate_months", _("应当小于保质期。"))
        return values


class NewItemForm(ItemForm):
    """A new item with its code, which never changes."""

    class Meta(ItemForm.Meta):
        fields = ("code", *ItemForm.Meta.fields)
        help_texts = {**ItemForm.Meta.help_texts, "code": _("小写字母、数字和短横线，建立后不能修改。")}


def item_field(label, **kwargs):
    """A select of the items in use, by category."""
    words = {"group_of": lambda item: item.get_category_display(), "label_of": lambda item: f"{item.name}（{item.unit}）", **kwargs}
    return GroupedChoiceField(StockItem.objects.in_use(), label=label, **words)


def amount_field(label, *, least=1, most=MOST, **kwargs):
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, widget=forms.NumberInput(attrs={"inputmode": "numeric"}), **kwargs
    )


class LineRows:
    """A form with a few rows of an item and what belongs to it. `columns()` gives {name: field} of a row.

    Each label bears its row's number, in the page and where the faults are summed up.
    """

    needed = ("item", "quantity")

    def ask_lines(self):
        for number in ROWS:
            for name, field in self.columns().items():
                field.required, field.depends, field.label = False, True, f"{field.label}{number}"
                self.fields[f"{name}_{number}"] = field

    def drawn_rows(self):
        """The fields row by row, as the page draws them."""
        names = [*self.columns()]
        return [[self[f"{name}_{number}"] for name in names] for number in ROWS]

    def head_fields(self):
        """What is drawn above the rows."""
        in_rows = {f"{name}_{number}" for number in ROWS for name in self.columns()}
        return [field for field in self.visible_fields() if field.name not in in_rows]

    def lines(self):
        """The rows that were filled in."""
        rows = [{name: self.cleaned_data.get(f"{name}_{number}") for name in self.columns()} for number in ROWS]
        return [row for row in rows if all(row[name] for name in self.needed)]

    def check_lines(self, values):
        """A row is whole or not there, and at least one is."""
        for number in ROWS:
            row = {name: values.get(f"{name}_{number}") for name in self.columns()}
            if not any(row.values()):
                continue
            for name in self.needed:
                if not row[name] and f"{name}_{number}" not in self.errors:
                    self.add_error(f"{name}_{number}", _("请填写完整，或者清空这一行。"))
        if not self.lines() and not any(name.rpartition("_")[2].isdigit() for name in self.errors):
            self.add_error("item_1", _("请至少填写一行。"))
