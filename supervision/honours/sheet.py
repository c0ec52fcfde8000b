"""Honours as a table, and the list of those whom Art. 58 bars."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column


def _marks(row):
    return [("danger", gettext("有异议"))] if row.open_objections else []


LINE_WORDS = {"sub": lambda row: gettext("%(year)s年度") % {"year": row.year}, "marks": _marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("表彰项目"), lambda row: row.programme.title if row.programme else ""),
    _asked(_("称号"), lambda row: row.get_award_display()),
    Column("year", _("年度")),
    Column("unit.name", _("单位")),
    _asked(_("人员"), lambda row: row.shown_person),
    Column("person_duty", _("职务")),
    Column("place.full_name", _("区划")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("publicised_at", _("公示时间")),
    Column("publicity_until", _("公示截止")),
    Column("decision", _("授予文件")),
    Column("opened_at", _("提名时间")),
    Column("closed_at", _("审定时间")),
)
BARRED_COLUMNS = (
    Column("full_name", _("单位")),
    _asked(_("考核"), lambda row: str(row.scheme)),
    Column("total", _("总分")),
    _asked(_("主管人员和直接责任人员"), lambda row: "；".join(f"{one.shown_name}（{one.duty}）" for one in row.responsible.all())),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("unit", "place", "programme", "person").defer("search").iterator(chunk_size=2000)
