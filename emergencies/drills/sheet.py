"""Drills as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from emergencies.drills.enums import COMING, State
from governance.sheets.columns import Column
from governance.web.formats import cn_date

YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否"), None: ""}


def marks(row):
    """When it is planned, and whether it was missed."""
    found = []
    if row.state in COMING and row.planned_on:
        found.append(("active", gettext("计划 %(day)s") % {"day": cn_date(row.planned_on)}))
    if row.state == State.IMPROVING:
        found.append(("waiting", gettext("措施期限 %(day)s") % {"day": cn_date(row.measures_until)}))
    if row.kept is False:
        found.append(("danger", gettext("未按期")))
    return found


LINE_WORDS = {"sub": lambda row: " · ".join(filter(None, (row.venue__kind__name, row.rule__label))), "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("场所名称"), width=30),
    _asked(_("类型"), lambda row: row.venue.kind.name if row.venue else ""),
    Column("place.full_name", _("区划"), width=30),
    Column("rule.label", _("演练要求")),
    Column("rule.citation", _("依据"), width=30),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("义务起算")),
    Column("due_at", _("当前期限")),
    _asked(_("计划日期"), lambda row: row.planned_on or ""),
    _asked(_("演练方式"), lambda row: row.get_type_display()),
    Column("scenario", _("演练科目"), width=30),
    Column("held_at", _("演练时间")),
    _asked(_("参加人数"), lambda row: row.participants or ""),
    _asked(_("按期演练"), lambda row: YES_NO[row.kept]),
    _asked(_("演练效果"), lambda row: row.get_verdict_display()),
    Column("reported_to", _("报送单位")),
    _asked(_("报送日期"), lambda row: row.reported_on or ""),
)
READ = (
    "number", "title", "venue__kind__name", "place__full_name", "rule__label", "rule__citation", "state", "opened_at", "due_at",
    "planned_on", "type", "scenario", "held_at", "participants", "kept", "verdict", "reported_to", "reported_on",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written."""
    return queryset.select_related("venue__kind", "place", "rule").only(*READ).iterator(chunk_size=2000)
