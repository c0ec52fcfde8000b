"""Venues as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from emergencies.venues.enums import Grade, State
from governance.sheets.columns import Column

YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否")}


def marks(row):
    """The grade as its colour and word, and what is still owed."""
    found = [(row.grade, Grade(row.grade).label)] if row.grade else []
    if row.state == State.REGISTERED and not row.assessed_at:
        found.append(("waiting", gettext("未评估")))
    if row.lowering:
        found.append(("waiting", gettext("下调待审核")))
    if row.state == State.REGISTERED and not row.plan_filed_at:
        found.append(("neutral", gettext("无现行预案")))
    return found


LINE_WORDS = {"sub": lambda row: row.kind__name, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("场所名称"), width=30),
    Column("kind.name", _("类型")),
    Column("place.full_name", _("区划"), width=30),
    Column("landmark", _("详细地址"), width=30),
    _asked(_("容纳人数"), lambda row: row.capacity),
    _asked(_("层数"), lambda row: row.floors),
    _asked(_("面积（平方米）"), lambda row: row.area or ""),
    _asked(_("安全负责人"), lambda row: row.manager),
    _asked(_("值班电话"), lambda row: row.work_phone),
    _asked(_("现有设施"), lambda row: "、".join(item.name for item in row.kind.required.all() if item.code in row.equipment)),
    _asked(_("监管单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("风险等级"), lambda row: row.get_grade_display()),
    Column("assessed_at", _("最近评估")),
    _asked(_("有现行预案"), lambda row: YES_NO[row.plan_filed_at is not None]),
    Column("opened_at", _("申报时间")),
    Column("due_at", _("当前期限")),
)
READ = (
    "number", "title", "kind__name", "place__full_name", "landmark", "capacity", "floors", "area", "manager", "work_phone", "equipment",
    "office__name", "state", "grade", "assessed_at", "plan_filed_at", "opened_at", "due_at",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written."""
    return queryset.select_related("kind", "place", "office").prefetch_related("kind__required").only(*READ).iterator(chunk_size=2000)
