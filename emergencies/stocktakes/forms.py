"""What is found at the shelves: batch by batch, or as the filled-in sheet. The book is not shown; a difference asks for its reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.forms import amount_field
from emergencies.stocktakes.data.rows import read
from emergencies.stocktakes.services import shelf_of
from governance.files.checking import check
from governance.files.rules import TABLES, accept_attribute
from governance.web.steps import StepForm

FAULTS_SHOWN = 20
NOTE_LABELS = {"settle": _("审核意见"), "count_again": _("退回原因"), "record": _("盘点说明")}


class StocktakeStepForm(StepForm):
    """The form of any step; that of the count asks for every batch on the shelf."""

    def __init__(self, *args, case, step, user, **kwargs):
        self.rows = [*shelf_of(case.warehouse_id)] if "counted" in step.fields else []
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明"))}
        super().__init__(
            *args, case=case, step=step, user=user, builders={"counted": lambda case, user: forms.Field(required=False)}, **words, **kwargs
        )
        if "counted" not in step.fields:
            return
        del self.fields["counted"]
        self.fields["sheet"] = forms.FileField(
            label=_("填好的盘点表"), required=False, widget=forms.FileInput(attrs={"accept": accept_attribute(TABLES)}),
            help_text=_("上传后以表格为准，不用再逐项填写。空白的盘点表在这次盘点的页面下载。"),
        )  # fmt: skip
        for row in self.rows:
            self._ask(row)
        self.order_fields(["sheet", *[name for name in self.fields if name.startswith(("count_", "reason_"))]])

    def _ask(self, row):
        """How much is there; and why, once that turned out to be something else than the book says."""
        key, named = row.batch_id, {"item": row.batch.item.name, "lot": row.batch.lot, "unit": row.batch.item.unit}
        self.fields[f"count_{key}"] = amount_field(_("%(item)s %(lot)s 实盘（%(unit)s）") % named, least=0, required=False)
        typed = self.data.get(f"count_{key}", "").strip() if self.is_bound else ""
        if typed and typed != str(row.quantity):
            self.fields[f"reason_{key}"] = forms.CharField(label=_("%(item)s %(lot)s 差异原因") % named, max_length=200, required=False)
            self.fields[f"reason_{key}"].depends = True
        self.fields[f"count_{key}"].depends = True

    def clean(self):
        values = super().clean()
        if "counted" not in self.step.fields or "sheet" in self.errors:
            return values
        sheet = values.get("sheet")  # a fault found in it takes it out of `values`
        self.found = self._of_sheet(sheet) if sheet else self._typed(values)
        for row in self.rows:
            self._check(row, in_sheet=bool(sheet))
        return values

    def _typed(self, values):
        return {row.batch_id: (values.get(f"count_{row.batch_id}"), values.get(f"reason_{row.batch_id}") or "") for row in self.rows}

    def _of_sheet(self, upload):
        try:
            check(upload, allowed=TABLES)
            found, faults = read(upload, {row.batch_id for row in self.rows})
        except forms.ValidationError as refused:
            self.add_error("sheet", refused)
            return {}
        for fault in faults[:FAULTS_SHOWN]:
            self.add_error("sheet", fault)
        return found

    def _check(self, row, *, in_sheet):
        """Every batch is counted, and a difference is explained."""
        counted, reason = self.found.get(row.batch_id, (None, ""))
        field = field_of_count = "sheet" if in_sheet else f"count_{row.batch_id}"
        named = f"{row.batch.item.name} {row.batch.lot}"
        if counted is None and field not in self.errors:
            blank = _("“%(named)s”请填写实盘数量，没有的填0。") % {"named": named} if in_sheet else _("请填写实盘数量，没有的填0。")
            self.add_error(field, blank)
        elif counted is not None and counted != row.quantity and not reason:
            field = f"reason_{row.batch_id}"
            field = field if field in self.fields and not in_sheet else field_of_count
            told = _("与账面不符（账面 %(book)s），请复核后填写差异原因。") % {"book": row.quantity}
            self.add_error(field, f"“{named}”{told}" if in_sheet else told)

    def given(self):
        return {"counted": self.found} if "counted" in self.step.fields else super().given()
