"""Deliberations as a table. The raiser's contact and the names of those who came stand in neither."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from governance.web.formats import cn_date, cn_datetime
from grids.deliberation.enums import Matter, State

YES_NO = {True: _("是"), False: _("否"), None: ""}


def sub(row):
    """The kind, and the day that counts now."""
    kind = Matter(row.kind).label
    if row.state in (State.SCHEDULED, State.ANNOUNCED):
        return f"{kind} · {cn_datetime(row.meet_at)}"
    return f"{kind} · {gettext('完成日期')} {cn_date(row.carry_by)}" if row.state == State.CARRYING else kind


def marks(row):
    return [("danger", gettext("超过完成日期"))] if row.kept is False and row.state == State.CARRYING else []


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("议题"), width=30),
    _asked(_("事项类别"), lambda row: row.get_kind_display()),
    _asked(_("提议方"), lambda row: row.get_raised_by_display()),
    Column("place.full_name", _("村（社区）"), width=30),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("提出时间")),
    Column("announced_at", _("公告时间")),
    Column("meet_at", _("协商时间")),
    Column("venue", _("协商地点")),
    Column("attended", _("到会人数")),
    _asked(_("形成结果的方式"), lambda row: row.get_way_display()),
    Column("result", _("协商结果"), width=60),
    Column("responsible", _("落实责任方")),
    Column("carry_by", _("完成日期")),
    Column("carried_out_at", _("落实完成时间")),
    _asked(_("按期落实"), lambda row: YES_NO[row.kept]),
    Column("asked", _("参加评价人数")),
    Column("satisfied", _("满意和基本满意人数")),
    Column("closed_at", _("结束时间")),
)
READ = (
    "number", "title", "kind", "raised_by", "place__full_name", "state", "opened_at", "announced_at", "meet_at", "venue", "attended", "way",
    "result", "responsible", "carry_by", "carried_out_at", "kept", "asked", "satisfied", "closed_at",
)  # fmt: skip


def sheet_rows(queryset):
    """Only what is written is read: sealed columns are not."""
    return queryset.select_related("place").only(*READ).iterator(chunk_size=2000)
