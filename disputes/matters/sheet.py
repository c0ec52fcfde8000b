"""The list as a table: for the desk, and for programs."""

from django.utils.translation import gettext_lazy as _

from disputes.matters.enums import Nature
from governance.sheets.columns import Column

LINE_WORDS = {"sub": lambda row: f"{Nature(row.nature).label} · {row.body__short_name}"}


def _asked(label, value, **more):
    return Column("", label, value=value, **more)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("事项"), width=36),
    _asked(_("纠纷性质"), lambda row: row.get_nature_display()),
    _asked(_("办理层级"), lambda row: row.levels_label),
    Column("body.name", _("实施主体"), width=30),
    Column("place.full_name", _("区域"), width=24),
    Column("remedy", _("救济途径"), width=60),
    Column("basis", _("依据"), width=60),
    Column("edition", _("版次")),
    Column("published_at", _("公布时间")),
    Column("withdrawn_at", _("撤下时间")),
    _asked(_("状态"), lambda row: row.get_state_display()),
)


def sheet_rows(queryset):
    return queryset.select_related("place", "body").defer("search").iterator(chunk_size=2000)


def as_json(matter):
    """A matter as programs read it; who revises or asks to withdraw is nobody's business but the offices'."""
    day = matter.withdrawn_at
    return {
        "number": matter.number,
        "title": matter.title,
        "nature": matter.nature,
        "levels": list(matter.levels),
        "body": {"code": matter.body.code, "name": matter.body.name},
        "area": {"code": matter.place.code12, "name": matter.place.full_name},
        "remedy": matter.remedy,
        "basis": matter.basis,
        "version": matter.edition,
        "published_at": matter.published_at.isoformat(),
        "state": "withdrawn" if day else "in_force",
        "withdrawn_at": day and day.isoformat(),
    }


def version_as_json(version):
    return {
        "version": version.edition, "title": version.title, "nature": version.nature, "levels": list(version.levels),
        "remedy": version.remedy, "basis": version.basis, "published_at": version.agreed_at.isoformat(),
        "drafted_by": version.drafted_office.name, "agreed_by": version.agreed_office.name,
    }  # fmt: skip


PUBLIC = (*COLUMNS[:-1], _asked(_("状态"), lambda row: _("已撤下") if row.withdrawn_at else _("有效")))
