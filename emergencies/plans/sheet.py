"""Plans as a table: what the rows of the list say besides, the columns of the exported list, and of the list of who has none."""

from django.utils.translation import gettext_lazy as _

from emergencies.plans.enums import Kind
from governance.sheets.columns import Column
from governance.web.formats import cn_date

KINDS = dict(Kind.choices)


def sub(row):
    """Whose plan it is, of what kind, which edition."""
    edition = _("第%(edition)s版") % {"edition": row.edition}
    until = _("评估至%(day)s") % {"day": cn_date(row.review_on)} if row.review_on else ""
    return " · ".join(str(part) for part in (row.owner__short_name, KINDS[row.kind], edition, until) if part)


LINE_WORDS = {"sub": sub}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("预案名称"), width=30),
    _asked(_("预案类型"), lambda row: row.get_kind_display()),
    _asked(_("版次"), lambda row: row.edition),
    _asked(_("编制单位"), lambda row: row.owner.name),
    Column("place.full_name", _("区划"), width=30),
    _asked(_("适用情形"), lambda row: row.scenarios_label),
    _asked(_("总指挥"), lambda row: row.commander),
    _asked(_("应急值班电话"), lambda row: row.duty_phone),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("签发日期"), lambda row: row.issued_on or ""),
    _asked(_("下次评估"), lambda row: row.review_on or ""),
    Column("opened_at", _("报送时间")),
    Column("due_at", _("当前期限")),
)
READ = (
    "number", "title", "kind", "edition", "owner__name", "place__full_name", "scenarios", "commander", "duty_phone", "state", "issued_on",
    "review_on", "opened_at", "due_at",
)  # fmt: skip
MISSING = (
    Column("kind", _("类别")),
    Column("name", _("单位（场所）"), width=36),
    Column("place", _("区划"), width=30),
    Column("supervisor", _("监管单位"), width=24),
    Column("on_the_way", _("正在办理的预案")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written."""
    return queryset.select_related("place", "owner").only(*READ).iterator(chunk_size=2000)


def missing_rows(venues, offices, way):
    """Venues and offices without a plan in force; `way` is {(office, venue or None): the number of a plan on the way}."""
    for venue in venues.select_related("kind", "place", "office").iterator(chunk_size=2000):
        supervisor = venue.office.name if venue.office_id else ""
        facts = {"kind": venue.kind.name, "name": venue.title, "place": venue.place.full_name, "supervisor": supervisor}
        yield {**facts, "on_the_way": way.get((venue.site_id, venue.pk), "")}
    for office in offices:
        facts = {"kind": office.get_type_display(), "name": office.name, "place": office.place.full_name, "supervisor": ""}
        yield {**facts, "on_the_way": way.get((office.pk, None), "")}
