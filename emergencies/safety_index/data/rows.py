"""The sheet of inhabitants: its columns, and what each row amounts to."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.forms import EARLIEST, MOST_PEOPLE
from governance.places.rules import FULL_LENGTH, trimmed
from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import read_table

NEEDED = ("year", "people", "source")


def place_of(places):
    """A parser: one of the places by its code, however many zeros fill it up."""
    known = {place.code: place for place in places}

    def parse(cell):
        code = parsing.text(most=40)(cell)
        found = known.get(trimmed(code.ljust(FULL_LENGTH, "0"))) if code.isdecimal() else None
        if found is None:
            raise ValueError(_("“%(given)s”不是本市、旗县区或者乡镇（街道）的区划代码") % {"given": code})
        return found

    return parse


def columns(places):
    """The columns; the labels are those of the sheet that is taken out, so that it can be brought back."""
    this_year = timezone.localdate().year
    return (
        Column("place", _("区划代码"), True, place_of(places)),
        Column("year", _("年份"), parse=parsing.whole(least=EARLIEST, most=this_year)),
        Column("people", _("常住人口（人）"), parse=parsing.whole(least=1, most=MOST_PEOPLE)),
        Column("source", _("来源"), parse=parsing.text(most=120)),
    )


def judged(file, places):
    """([facts], faults) of the sheet; a row that gives neither year, number nor source is passed over. Raises `SheetRefused`."""
    found, faults, seen = [], [], {}
    for row in read_table(file, columns(places)):
        facts = {name: value for name, value in row.values.items() if value is not None}
        if row.ok and not any(name in facts for name in NEEDED):
            continue
        faults += [*row.errors, *(row.fault(name, reason) for name, reason in wrong(row, facts, seen))]
        found.append(facts)
    return found, faults


def wrong(row, facts, seen):
    """(column, reason) of what is missing or said twice; `seen` is {(place, year): line} of the rows before."""
    found = [(name, _("必填")) for name in NEEDED if name not in facts and name not in row.unread]
    if "place" in facts and "year" in facts:
        first = seen.setdefault((facts["place"].pk, facts["year"]), row.number)
        if first != row.number:
            found.append(("place", _("与第 %(line)s 行是同一个地方、同一年份") % {"line": first}))
    return found
