"""Counts the rows of a declared figure by place, over any stretch of time: nobody need know the chapter that declared it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Sum

from governance import registry

CITY_TIME = ZoneInfo("Asia/Shanghai")


def start_of(month):
    """The first moment of a month of the city's calendar."""
    return datetime(month.year, month.month, 1, tzinfo=CITY_TIME)


def rows_between(procedure, begins, ends):
    """The cases registered from one moment to before another."""
    return registry.case_models()[procedure].objects.order_by().filter(opened_at__gte=begins, opened_at__lt=ends)


def by_path(rows, column=None):
    """(path, how many rows there are), or what a column of them adds up to."""
    return rows.order_by().values_list("place_path").annotate(n=Sum(column) if column else Count("*"))


def declared_figure(code):
    """The figure of that code, or None where no chapter declares it."""
    return next((one for one in registry.declared("indicators") if one.code == code), None)


def counts_between(indicator, part, begins, ends):
    """{path: how many rows of a part of a figure lie at that very place}; a stock is counted as it stands now."""
    if indicator.stock:
        rows = registry.case_models()[indicator.procedure].objects.order_by()
    else:
        rows = rows_between(indicator.procedure, begins, ends)
    return dict(by_path(indicator.rows(rows, part)))
