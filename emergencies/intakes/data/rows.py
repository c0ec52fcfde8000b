"""A delivery as a sheet: the columns, and its rows as lines of a receipt."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.models import StockItem
from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import SheetRefused, read_table
from governance.web.days import days_from_today
from governance.web.formats import cn_date

MOST_ROWS, MOST, FAULTS_SHOWN = 500, 100_000_000, 20
LONGEST_AGO, FURTHEST = date(1990, 1, 1), 365 * 50  # a day of a batch lies between; the second in days from today


def columns():
    """The columns of the sheet; an item is named by its code or its name."""
    items = {key: item for item in StockItem.objects.in_use() for key in (item.name, item.code)}
    names = tuple(item.name for item in StockItem.objects.in_use())
    return (
        Column("item", _("品种"), True, named(items), choices=names, width=20, hint=_("目录中的名称或者代码。")),
        Column("lot", _("批号"), True, parsing.text(most=40), width=20),
        Column("quantity", _("数量"), True, parsing.whole(least=1, most=MOST)),
        Column("produced_on", _("生产日期"), parse=parsing.day(), hint=_("如 2026-11-23")),
        Column("expires_on", _("到期日期"), parse=parsing.day(), hint=_("不填的按目录的保质期推算。")),
    )


def named(items):
    """A parser: an item of the catalogue; ValueError for what is none."""

    def parse(cell):
        plain = parsing.text(most=40)(cell)
        if plain not in items:
            raise ValueError(_("目录中没有“%(given)s”") % {"given": plain})
        return items[plain]

    return parse


def read(file):
    """(lines, faults as sentences); raises `SheetRefused` for the file as a whole."""
    lines, faults = [], []
    for row in read_table(file, columns()):
        faults += [str(error) for error in row.errors]
        if row.ok:
            facts = {"produced_on": None, "expires_on": None, **row.values}
            faults += [str(row.fault(name, reason)) for name, reason in wrong_days(facts)]
            lines.append(facts)
        if len(lines) > MOST_ROWS:
            raise SheetRefused(_("一次最多 %(most)s 行，请分成几份。"), params={"most": MOST_ROWS})
    return lines, faults


def wrong_days(facts):
    """(column, reason) of the days of a row: each within its bounds, both fitting the item."""
    latest = {"produced_on": (days_from_today(0), _("不能晚于今天")), "expires_on": (days_from_today(FURTHEST), _("过晚，请核对"))}
    found = []
    for name, (day, late) in latest.items():
        if facts[name] and facts[name] > day:
            found.append((name, late))
        if facts[name] and facts[name] < LONGEST_AGO:
            found.append((name, _("不能早于%(day)s") % {"day": cn_date(LONGEST_AGO)}))
    reason = "" if found else wrong(facts["item"], facts["produced_on"], facts["expires_on"])
    return [*found, ("expires_on", reason)] if reason else found


def wrong(item, produced_on, expires_on):
    """What does not fit of the days of a batch, or ""."""
    if item.shelf_months and not (produced_on or expires_on):
        return _("计保质期的品种，请填写生产日期或者到期日期。")
    if produced_on and expires_on and expires_on <= produced_on:
        return _("到期日期应当在生产日期之后。")
    return ""
