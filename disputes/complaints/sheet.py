"""Complaints as a table: what the rows of the worklist say besides, and the columns of the exported list. Contact data stand in neither."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Outcome, State
from governance.sheets.columns import Column
from governance.web.formats import last_minute

YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否"), None: ""}


MARKS = (  # what a row is marked with: whether it holds, the tone, the word
    (lambda case: case.emergency_suspected and case.state in (State.REGISTERED, State.CLASSIFIED), "danger", _("疑似紧急")),
    (lambda case: case.danger, "danger", _("重大事项")),
    (lambda case: case.needs_place, "waiting", _("待定位")),
    (lambda case: case.against_id, "stopped", _("反映单位")),
    (lambda case: case.extension_asked, "waiting", _("待审延期")),
    (lambda case: case.reopening_asked, "waiting", _("申请重新办理")),
    (lambda case: case.question_open, "neutral", _("等待反映人答复")),
    (lambda case: case.appeal_to_id, "waiting", _("上级复核中")),
)


def marks(case):
    """What a row is marked with because somebody waits for an answer: (tone, word) pairs. Words are looked up where they stand alone."""
    found = [(tone, word) for holds, tone, word in MARKS if holds(case)]
    if case.outcome:
        found.append(("stopped", Outcome(case.outcome).label))
    if case.followers:
        found.append(("neutral", gettext("并案 %(count)s 件") % {"count": case.followers}))
    return found


LINE_WORDS = {
    "sub": lambda row: row.category__name,
    "marks": marks,
    "suggested": lambda row: row.suggested_office__short_name,
}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("受理编号")),
    _asked(_("类型"), lambda row: row.get_kind_display()),
    Column("category.parent.name", _("一级分类")),
    Column("category.name", _("二级分类")),
    Column("title", _("标题")),
    Column("description", _("反映内容"), width=60),
    Column("place.full_name", _("地点")),
    Column("landmark", _("详细位置")),
    _asked(_("来源"), lambda row: row.get_source_display()),
    _asked(_("紧急程度"), lambda row: row.get_urgency_display()),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("承办单位"), lambda row: row.office.name if row.office_id else ""),
    Column("opened_at", _("登记时间")),
    _asked(_("当前期限"), lambda row: last_minute(row.due_at)),
    Column("replied_at", _("答复时间")),
    Column("closed_at", _("办结时间")),
    _asked(_("按时联系"), lambda row: YES_NO[row.contact_kept]),
    _asked(_("按期办理"), lambda row: YES_NO[row.handle_kept]),
    _asked(_("未解决的原因"), lambda row: row.get_outcome_display()),
    _asked(_("是否解决"), lambda row: row.get_solved_display()),
    _asked(_("满意度"), lambda row: row.get_satisfaction_display()),
    _asked(_("反映的单位"), lambda row: row.against.name if row.against_id else ""),
    Column("danger", _("重大事项")),
    Column("origin", _("来件单位")),
    Column("external_number", _("原编号")),
)
READ = (
    "number", "kind", "category__parent__name", "category__name", "title", "description", "place__full_name", "landmark", "source",
    "urgency", "state", "office__name", "opened_at", "due_at", "replied_at", "closed_at", "contact_kept", "handle_kept", "outcome",
    "solved", "satisfaction", "against__name", "danger", "origin", "external_number",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written: memory stays bounded, sealed columns are not even read."""
    return queryset.select_related("category__parent", "place", "office", "against").only(*READ).iterator(chunk_size=2000)
