"""Who opened which personal fact, when and what for (personal information law art. 51, 55): for auditors and administrators."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.permissions import READ_OPENINGS
from governance.sheets.writing import stream_xlsx
from governance.web.administration.openings.filters import OpeningFilter, openings_within
from governance.web.administration.openings.lines import COLUMNS, what, who, whose
from governance.web.listing import page_of
from governance.web.page import page

EXPORTED_AT_MOST = 100_000
RELATED = ("by", "post__office", "content_type")


def wanted(request):
    """The rows the address asks for, the newest first."""
    filters = OpeningFilter(request.GET, openings_within(request.user))
    return filters, filters.qs.newest_first()


@page(READ_OPENINGS)
def openings(request):
    """The record, narrowed by case, person, office and period."""
    filters, rows = wanted(request)
    shown = page_of(rows, request.GET.get("page"), shape=lambda rows: rows.select_related(*RELATED))
    lines = [{"opening": row, "what": what(row), "who": who(row), "whose": whose(row)} for row in shown.rows]
    context = {"form": filters.form, "page": shown, "lines": lines, "breadcrumb": [(_("个人信息查看记录"), "")]}
    name = "_rows.html" if request.headers.get("HX-Request") else "list.html"
    return render(request, f"administration/openings/{name}", context)


@page(READ_OPENINGS)
def openings_export(request):
    """The same rows as a sheet, written as they are read."""
    _filters, rows = wanted(request)
    if rows.order_by().values("pk")[: EXPORTED_AT_MOST + 1].count() > EXPORTED_AT_MOST:
        messages.error(request, _("超过 %(most)s 条，请先缩小范围，再分次导出。") % {"most": f"{EXPORTED_AT_MOST:,}"})
        return redirect(f"{reverse('openings')}?{request.GET.urlencode()}")
    name = _("个人信息查看记录")
    return stream_xlsx(f"{name}_{timezone.localdate().isoformat()}.xlsx", COLUMNS, rows.select_related(*RELATED).iterator(chunk_size=2000))
