"""Hazards as a table: what the rows of the list say besides, and the columns of the exported list. Nobody's contact."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from emergencies.hazards.enums import GRADE_TONES, Grade, Reward, State
from governance.sheets.columns import Column

YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(row):
    """The grade as its colour and word, and what waits."""
    found = [(GRADE_TONES[row.grade], Grade(row.grade).label)] if row.grade else []
    if row.raised_at:
        found.append(("danger", gettext("已上报上一级")))
    if row.extension_asked:
        found.append(("waiting", gettext("待审延期")))
    if row.reward == Reward.ASKED and row.state == State.CLOSED:
        found.append(("waiting", gettext("待决定奖励")))
    return found


def sub(row):
    return " · ".join(filter(None, (row.sector__name, row.responsible or row.site__short_name)))


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("隐患等级"), lambda row: row.get_grade_display()),
    Column("sector.name", _("行业")),
    _asked(_("来源"), lambda row: row.get_source_display()),
    Column("title", _("标题"), width=30),
    Column("description", _("隐患情况"), width=60),
    Column("place.full_name", _("区划"), width=30),
    Column("landmark", _("详细位置"), width=30),
    _asked(_("责任单位"), lambda row: row.whose),
    _asked(_("监管单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("判定标准"), lambda row: row.criterion.text if row.criterion_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("登记时间")),
    Column("rectify_by", _("整改期限")),
    Column("listed_at", _("挂牌时间")),
    Column("removed_at", _("整改完成")),
    _asked(_("按期整改"), lambda row: YES_NO[row.kept]),
    Column("closed_at", _("销号时间")),
)
READ = (
    "number", "grade", "sector__name", "source", "title", "description", "place__full_name", "landmark", "responsible", "site__name",
    "office__name", "criterion__text", "state", "opened_at", "rectify_by", "listed_at", "removed_at", "kept", "closed_at",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written: sealed columns are not even read."""
    return queryset.select_related("sector", "place", "site", "office", "criterion").only(*READ).iterator(chunk_size=2000)
