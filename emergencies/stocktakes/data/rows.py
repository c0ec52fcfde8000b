"""The sheet of a count: filled in at the shelves, and read back. The book stays out of it: what is there is counted, not copied."""

from django.utils.translation import gettext_lazy as _

from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import read_table

MOST = 100_000_000


def columns():
    """The columns of the sheet; a batch is named by its key."""
    return (
        Column("batch_id", _("批次编号"), True, parsing.whole(least=1)),
        Column("batch.item.name", _("品种"), width=20),
        Column("batch.lot", _("批号"), width=20),
        Column("batch.item.unit", _("计量单位")),
        Column("batch.expires_on", _("到期日期")),
        Column("counted", _("实盘数量"), parse=parsing.whole(least=0, most=MOST), value=lambda row: ""),
        Column("reason", _("差异原因"), parse=parsing.text(most=200), value=lambda row: "", width=40),
    )


def read(file, known):
    """({batch's key: (quantity or None, reason)}, faults as sentences); `known` are the keys of this count's batches.

    Raises `SheetRefused` for the file as a whole.
    """
    wanted = [column for column in columns() if column.name in {"batch_id", "counted", "reason"}]
    found, faults = {}, []
    for row in read_table(file, wanted):
        faults += [str(error) for error in row.errors]
        key = row.values.get("batch_id")
        if key is not None and key not in known:
            faults.append(str(row.fault("batch_id", _("这个仓库没有这个批次"))))
        elif key in found:
            faults.append(str(row.fault("batch_id", _("这个批次在表中出现了两次"))))
        elif key is not None:
            found[key] = (row.values.get("counted"), row.values.get("reason") or "")
    return found, faults
