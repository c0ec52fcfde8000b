"""Calls as a table: numbers of people and hours, nobody's name."""

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from governance.web.formats import cn_datetime
from grids.volunteering.enums import Standing


def sub(row):
    words = {"when": cn_datetime(row.starts_at), "taken": row.taken, "places": row.capacity}
    return _now("%(when)s · 报名 %(taken)s/%(places)s 人") % words


LINE_WORDS = {"sub": sub}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("名称"), width=30),
    Column("organisation.title", _("组织方"), width=24),
    Column("place.full_name", _("区划"), width=30),
    Column("venue", _("集合地点"), width=24),
    Column("starts_at", _("开始时间")),
    Column("ends_at", _("结束时间")),
    Column("capacity", _("招募人数")),
    Column("signed_count", _("报名人数")),
    Column("attended_count", _("到场人数")),
    _asked(_("服务时长合计（小时）"), lambda row: row.total_hours or 0),
    _asked(_("状态"), lambda row: row.get_state_display()),
)


def sheet_rows(queryset):
    attended = Q(sign_ups__standing=Standing.ATTENDED)
    counted = queryset.annotate(
        signed_count=Count("sign_ups", filter=~Q(sign_ups__standing=Standing.WITHDRAWN)), attended_count=Count("sign_ups", filter=attended),
        total_hours=Sum("sign_ups__hours", filter=attended),
    )  # fmt: skip
    return counted.select_related("place", "organisation").defer("search").iterator(chunk_size=2000)
