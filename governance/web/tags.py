"""Template tags and filters of the house, built into every template (docs/style.md shows each)."""

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from governance.web import clock as clocks
from governance.web import drawing, formats
from governance.web.near import shown_calendar

register = template.Library()

register.filter("cn_month", formats.cn_month)
register.filter("file_size", formats.file_size)
register.filter("percent", formats.percent)
register.filter("thin", formats.thin)
register.simple_tag(drawing.icon, name="icon")
register.simple_tag(drawing.sparkline, name="sparkline")
register.simple_tag(drawing.bar, name="bar")
register.simple_tag(drawing.ranged, name="ranged_bar")


@register.filter
def cn_date(moment):
    return formats.cn_date(moment) if moment else ""


@register.filter
def cn_datetime(moment):
    return formats.cn_datetime(moment) if moment else ""


@register.filter
def cn_due(moment):
    return formats.cn_due(moment) if moment else ""


@register.filter
def cn_ago(moment):
    return formats.cn_ago(moment, at=timezone.now()) if moment else ""


@register.filter
def iso(moment):
    """For `<time datetime="…">`, in the zone of the portal."""
    return timezone.localtime(moment).isoformat(timespec="minutes")


@register.filter
def beside(row, columns):
    """Pairs of column and cell, for tables that name the column in every cell of a card."""
    return list(zip(columns, row["cells"] if isinstance(row, dict) else row.cells, strict=True))


@register.filter
def time_left(deadline):
    """剩 1 个工作日 2 小时 – of one deadline; in a list use `{% clock %}`: one calendar per page."""
    return clocks.clock_of(deadline, at=timezone.now(), calendar=shown_calendar()).headline


@register.simple_tag(takes_context=True)
def clock(context, deadline):
    """The `Clock` of a deadline row, as the page's calendar counts it."""
    return clocks.clock_of(deadline, at=timezone.now(), calendar=_calendar(context))


@register.simple_tag(takes_context=True)
def due_clock(context, due_at, unit=None):
    """The `Clock` of a bare moment that is still ahead or missed, for rows that carry only `due_at`, and the unit of its limit if known."""
    return clocks.running(due_at, at=timezone.now(), calendar=_calendar(context), unit=unit or clocks.UNKNOWN)


@register.simple_tag(takes_context=True)
def sort_header(context, name, label, param="order", numeric=False):
    """A column heading that sorts by `name`, backwards at the second press. The filter in the address stays."""
    current = context["request"].GET.get(param, "")
    direction = {name: "ascending", f"-{name}": "descending"}.get(current)
    query = context["request"].GET.copy()
    query.pop("page", None)
    query[param] = f"-{name}" if direction == "ascending" else name
    return format_html(
        '<th scope="col"{}{}><a href="?{}">{}{}</a></th>',
        format_html(' class="is-numeric"') if numeric else "",
        format_html(' aria-sort="{}"', direction) if direction else "",
        query.urlencode(),
        label,
        drawing.icon("up" if direction == "ascending" else "down") if direction else "",
    )


@register.simple_tag
def change(current, earlier):
    """Percentage points against an earlier share, in words (升 2.1 个百分点). Empty where one is unknown."""
    if current is None or earlier is None:
        return ""
    points = round(100 * (current - earlier), 1)
    if points == 0:
        return _("持平")
    return (_("升 %s 个百分点") if points > 0 else _("降 %s 个百分点")) % abs(points)


def _calendar(context):
    """The calendar, asked for once per page."""
    request = context.get("request") or getattr(context, "request", None)
    if request is None:
        return shown_calendar()
    if not hasattr(request, "calendar"):
        request.calendar = shown_calendar()
    return request.calendar
