"""Complaints as a table: the rows of the worklist, and the columns of the exported list. Contact data stand in neither."""

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import FINAL, TONES, State
from governance.sheets.columns import Column
from governance.web.clock import running
from governance.web.drawing import icon
from governance.web.formats import SHANGHAI, cn_date

EXPORTED_AT_MOST = 100_000
YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否"), None: ""}


def lines(rows, *, at, calendar):
    """What the worklist says of each row, ready to be written: fifty rows are drawn by a template that only puts words in their places."""
    states, icons = {state: str(label) for state, label in State.choices}, {}
    base = reverse("complaints_detail", args=["-"])
    found = []
    for case in rows:
        opened = case.opened_at.astimezone(SHANGHAI)
        line = {
            "number": case.number, "url": base.replace("-", case.number), "title": case.title, "category": case.category.name,
            "marks": marks(case), "place": case.place.full_name, "office": case.office.short_name if case.office_id else "",
            "suggested": case.suggested_office.short_name if case.suggested_office_id and not case.office_id else "",
            "tone": TONES[case.state], "state": states[case.state], "opened_at": opened.isoformat(timespec="minutes"),
            "opened": cn_date(opened) if opened.year != at.year else f"{opened.month}月{opened.day}日", "clock": None, "ended": "",
        }  # fmt: skip
        if case.state in FINAL:
            line["ended"] = cn_date(case.closed_at)
        elif case.due_at:
            line["clock"] = clock = running(case.due_at, at=at, calendar=calendar)
            line["icon"] = icons.get(clock.icon) or icons.setdefault(clock.icon, icon(clock.icon))
        found.append(line)
    return found


def marks(case):
    """What a row is marked with because somebody waits for an answer: (tone, word) pairs."""
    found = []
    if case.emergency_suspected and case.state in (State.REGISTERED, State.CLASSIFIED):
        found.append(("danger", gettext("疑似紧急")))
    if case.extension_asked:
        found.append(("waiting", gettext("待审延期")))
    if case.reopening_asked:
        found.append(("waiting", gettext("申请重新办理")))
    return found


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
    Column("due_at", _("当前期限")),
    Column("replied_at", _("答复时间")),
    Column("closed_at", _("办结时间")),
    _asked(_("按时联系"), lambda row: YES_NO[row.contact_kept]),
    _asked(_("按期办理"), lambda row: YES_NO[row.handle_kept]),
    _asked(_("是否解决"), lambda row: row.get_solved_display()),
    _asked(_("满意度"), lambda row: row.get_satisfaction_display()),
)
READ = (
    "number", "kind", "category__parent__name", "category__name", "title", "description", "place__full_name", "landmark", "source",
    "urgency", "state", "office__name", "opened_at", "due_at", "replied_at", "closed_at", "contact_kept", "handle_kept", "solved",
    "satisfaction",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written: memory stays bounded, sealed columns are not even read."""
    return queryset.select_related("category__parent", "place", "office").only(*READ).iterator(chunk_size=2000)
