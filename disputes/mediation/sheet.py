"""Mediations as a table: what the rows of the worklist say besides, and the columns of the exported list. No party stands in either."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import COLOUR_TONES, Colour, Kind
from governance.sheets.columns import Column
from governance.web.formats import cn_datetime, cn_due

YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(case):
    """What a row is marked with: (tone, word) pairs."""
    found = [(COLOUR_TONES[case.colour], Colour(case.colour).label)] if case.colour else []
    return [*found, ("danger", gettext("已报告公安"))] if case.police_reported_at else found


def sub(row):
    words = [str(Kind(row.kind).label), row.mediator__name]
    if row.next_session_at:
        words.append(gettext("%(at)s调解") % {"at": cn_datetime(row.next_session_at)})
    return " · ".join(word for word in words if word)


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("纠纷类型"), lambda row: row.get_kind_display()),
    Column("title", _("标题")),
    Column("description", _("纠纷事实"), width=60),
    Column("place.full_name", _("地点")),
    _asked(_("来源"), lambda row: row.get_source_display()),
    Column("source_unit", _("移交单位")),
    Column("source_ref", _("来源编号")),
    _asked(_("纠纷等级"), lambda row: row.get_colour_display()),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("调解委员会"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("调解员"), lambda row: row.mediator.name if row.mediator_id else ""),
    Column("opened_at", _("登记时间")),
    Column("accepted_at", _("受理时间")),
    _asked(_("当前期限"), lambda row: cn_due(row.due_at) if row.due_at else ""),
    Column("settled_at", _("终结时间")),
    _asked(_("调解结果"), lambda row: row.get_outcome_display()),
    _asked(_("终止原因"), lambda row: row.get_end_reason_display()),
    _asked(_("按期"), lambda row: YES_NO[row.limit_kept]),
    _asked(_("书面协议"), lambda row: YES_NO[row.is_written]),
    _asked(_("已履行"), lambda row: YES_NO[row.performed]),
    _asked(_("司法确认"), lambda row: row.get_confirmation_display()),
    Column("diverted_at", _("分流时间")),
    Column("closed_at", _("归档时间")),
)
READ = (
    "number", "kind", "title", "description", "place__full_name", "source", "state", "office__name", "mediator__name", "opened_at",
    "accepted_at", "due_at", "settled_at", "outcome", "end_reason", "limit_kept", "is_written", "performed", "confirmation", "closed_at",
    "source_unit", "source_ref", "colour", "diverted_at",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written; sealed columns are not even read."""
    return queryset.select_related("place", "office", "mediator").only(*READ).iterator(chunk_size=2000)
