"""Referrals as a table: what the rows say besides, and the columns of the list the bureau may export. No person stands in either."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from governance.web.formats import cn_date


def sub(row):
    return row.need__label


def marks(row):
    """How often help was given, and when it is next."""
    found = []
    if row.visits_held:
        found.append(("neutral", gettext("已帮扶 %(n)s 次") % {"n": row.visits_held}))
    if row.next_on:
        found.append(("active", gettext("下次 %(day)s") % {"day": cn_date(row.next_on)}))
    return found


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("need.label", _("帮扶服务")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("承接机构"), lambda row: row.provider.office.name if row.provider_id else ""),
    Column("opened_at", _("申请时间")),
    _asked(_("帮扶次数"), lambda row: row.visits_held),
    Column("closed_at", _("结束时间")),
    _asked(_("结果"), lambda row: row.get_result_display()),
    _asked(_("本人评价"), lambda row: row.get_satisfaction_display()),
)
READ = (
    "number", "need__label", "state", "provider__office__name", "opened_at", "visits_held", "closed_at", "result", "satisfaction",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export; sealed columns and the place are not even read."""
    return queryset.select_related("need", "provider__office").only(*READ).iterator(chunk_size=2000)
