"""The sheet of the villages' households: its columns, and what each row amounts to."""

from django.utils.translation import gettext_lazy as _

from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import read_table
from grids.households.rules import OLDEST
from grids.mesh.models import HouseholdCount
from grids.meshfiles.data.judging import Judged
from grids.meshfiles.data.places import village_of

COUNTED = ("year", "households", "source")


def columns(places, *, today):
    """The labels are those of the villages' export, so that it can be filled in and brought back."""
    find = village_of(places)
    return (
        Column("code", _("村（社区）代码"), parse=find, width=18, hint=_("12 位代码；与名称填一个即可。")),
        Column("place", _("村（社区）"), parse=find, width=36, hint=_("从旗县区写起的全称。")),
        Column("year", _("年份"), parse=parsing.whole(least=OLDEST, most=today.year), hint=_("如 2026。")),
        Column("households", _("总户数"), parse=parsing.whole(least=1, most=100_000)),
        Column("source", _("数据来源"), parse=parsing.text(most=120), width=30, hint=_("如：派出所户籍登记、年度入户摸底。")),
    )  # fmt: skip


def judged(file, places, *, today):
    """Every row; a row that says no number is passed over. Raises `SheetRefused` for the file as a whole."""
    rows = HouseholdCount.objects.filter(village__in=places).values_list("village", "year", "households", "source")
    known, seen = {(village, year): (households, source) for village, year, households, source in rows}, {}
    for row in read_table(file, columns(places, today=today)):
        yield judge(row, known, seen)


def judge(row, known, seen):
    facts = {name: value for name, value in row.values.items() if value is not None}
    place = facts.get("code") or facts.get("place")
    faults = [*row.errors]
    if not faults and not {"year", "households"} & facts.keys():
        return Judged(row.number, facts)
    if place is None and not {"code", "place"} & row.unread:
        faults.append(row.fault("code", _("代码或名称请填一个")))
    if facts.get("code") and facts.get("place") and facts["code"] != facts["place"]:
        faults.append(row.fault("place", _("与代码不是同一个村（社区）")))
    faults += [row.fault(name, _("必填")) for name in COUNTED if name not in facts and name not in row.unread]
    key = (place.pk, facts["year"]) if place and "year" in facts else None
    if key and seen.setdefault(key, row.number) != row.number:
        faults.append(row.fault("year", _("与第 %(line)s 行重复") % {"line": seen[key]}))
    if faults:
        return Judged(row.number, facts, tuple(faults))
    told = facts["households"], facts["source"]
    kept = {"village": place, **{name: facts[name] for name in COUNTED}}
    if key in known:
        return Judged(row.number, kept, changed=() if known[key] == told else ("households",))
    return Judged(row.number, kept, is_fresh=True)
