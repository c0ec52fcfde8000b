"""Assessments as a table: what the rows of the register say besides, and the columns of the exported list."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disputes.stability.enums import LEVEL_TONES, Level, Result
from governance.sheets.columns import Column
from governance.web.formats import cn_date

YES_NO = {True: _("是"), False: _("否"), None: ""}


def sub(row):
    return f"{row.kind__name} · {row.assessor__short_name} · {gettext('拟决策')} {cn_date(row.decide_on)}"


def marks(row):
    """The risk that is left, and the result."""
    found = [(LEVEL_TONES[row.level_after], Level(row.level_after).label)] if row.level_after else []
    return [*found, ("neutral", Result(row.result).label)] if row.result else found


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("项目（决策）名称"), width=40),
    Column("kind.name", _("决策类别")),
    Column("place.full_name", _("地点"), width=30),
    Column("decider.name", _("决策机关"), width=30),
    Column("assessor.name", _("评估主体"), width=30),
    Column("third_party", _("受托的第三方机构")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("立项时间")),
    Column("decide_on", _("拟决策日期")),
    Column("risk_count", _("风险点")),
    _asked(_("初始风险等级"), lambda row: row.get_level_display()),
    _asked(_("措施后风险等级"), lambda row: row.get_level_after_display()),
    Column("matrix.version", _("风险等级标准")),
    _asked(_("评估结论"), lambda row: row.get_result_display()),
    Column("submitted_at", _("报送时间")),
    _asked(_("决策前报送"), lambda row: YES_NO[row.kept]),
    Column("filed_at", _("备案时间")),
    _asked(_("备案单位"), lambda row: row.filed_with.name if row.filed_with_id else ""),
    _asked(_("决策情况"), lambda row: row.get_decision_display()),
    Column("decided_on", _("决策日期")),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    rows = queryset.select_related("kind", "place", "decider", "assessor", "matrix", "filed_with")
    return rows.defer("search", "report", "content").iterator(chunk_size=2000)
