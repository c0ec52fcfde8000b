"""The faults of a sheet, to be mended one by one."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

FAULTS = (Column("line", _("行号")), Column("letter", _("列")), Column("label", _("栏目")), Column("reason", _("原因"), width=60))


def fault_rows(kept):
    return (dict(zip(("line", "letter", "label", "reason"), fault, strict=True)) for fault in kept.faults)
