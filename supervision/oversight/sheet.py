"""Findings as a table: what the rows of the worklist say besides, and the columns of the exported list."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from supervision.oversight.enums import Measure


def marks(row):
    """What a leading group should see before it opens the row."""
    found = []
    if row.escalated_at:
        found.append(("danger", gettext("已提级")))
    if row.proposed:
        found.append(("waiting", gettext("建议%(measure)s") % {"measure": Measure(row.proposed).label}))
    if row.extension_asked:
        found.append(("waiting", gettext("待审延期")))
    if row.unserved:
        found.append(("waiting", gettext("文书待送达")))
    return found


LINE_WORDS = {"sub": lambda row: row.subject_label or gettext("登记"), "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("线索编号")),
    Column("unit.name", _("责任单位")),
    Column("outside", _("政府以外的单位")),
    Column("duty", _("未履行的职责"), width=40),
    _asked(_("情形"), lambda row: row.get_ground_display()),
    Column("subject_label", _("所涉程序")),
    Column("subject_number", _("所涉事项")),
    Column("place.full_name", _("区划")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("情节"), lambda row: row.get_gravity_display()),
    _asked(_("督导形式"), lambda row: row.get_measure_display()),
    _asked(_("督导单位"), lambda row: row.office.name),
    Column("opened_at", _("形成时间")),
    Column("fulfilled_at", _("履行时间")),
    Column("confirmed_at", _("确认时间")),
    Column("published_at", _("挂牌公开时间")),
    Column("closed_at", _("结束时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("unit", "place", "office").defer("search").iterator(chunk_size=2000)
