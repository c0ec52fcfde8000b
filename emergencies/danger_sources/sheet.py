"""Danger sources as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources.enums import LEVEL_TONES, Level, State
from governance.sheets.columns import Column


def marks(row):
    """The level as its colour and word, and what is still owed."""
    found = [(LEVEL_TONES[row.level], Level(row.level).label)] if row.level else []
    if row.state == State.FILED and not row.plan_filed_at:
        found.append(("neutral", gettext("预案未备案")))
    return found


LINE_WORDS = {"sub": lambda row: row.site__short_name, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("名称"), width=30),
    Column("unit", _("单元"), width=30),
    Column("site.name", _("运营单位"), width=30),
    Column("place.full_name", _("区划"), width=30),
    Column("landmark", _("详细地址"), width=30),
    _asked(_("级别"), lambda row: row.get_level_display()),
    _asked(_("与临界量比值"), lambda row: row.ratio),
    _asked(_("分级指标R"), lambda row: row.danger),
    _asked(_("厂界外500米内常住人数"), lambda row: row.exposed),
    _asked(_("安全负责人"), lambda row: row.manager),
    _asked(_("值班电话"), lambda row: row.work_phone),
    _asked(_("监管单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("filed_at", _("备案时间")),
    Column("checked_at", _("最近检查")),
    Column("assessed_on", _("安全评估日期")),
    Column("plan_on", _("预案日期")),
    Column("due_at", _("当前期限")),
)
READ = (
    "number", "title", "unit", "site__name", "place__full_name", "landmark", "level", "ratio", "danger", "exposed", "manager", "work_phone",
    "office__name", "state", "filed_at", "checked_at", "assessed_on", "plan_on", "due_at",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written."""
    return queryset.select_related("site", "place", "office").only(*READ).iterator(chunk_size=2000)
