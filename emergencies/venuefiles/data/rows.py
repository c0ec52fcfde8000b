"""The sheet of venues: its columns, and what each row amounts to beside the register."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from emergencies.venuefiles.rules import first_of
from emergencies.venues.enums import State
from emergencies.venues.flow import FACTS
from emergencies.venues.models import RequiredItem, VenueKind
from governance.places.rules import trimmed
from governance.privacy.phones import is_phone
from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import read_table

CITY = "呼和浩特市"
SPACES = re.compile(r"\s+")
SEPARATORS = re.compile(r"[、,，;；]")
OPEN = (State.DECLARED, State.REGISTERED)  # in which a register can be corrected


def columns(places):
    """The columns; `places` are those the person may name. The labels are those of the export, so that it can be brought back."""
    kinds = {kind.name: kind for kind in VenueKind.objects.in_use()}
    items = {item.name: item.code for item in RequiredItem.objects.order_by("-pk")}
    return (
        Column("number", _("编号"), parse=parsing.text(most=40), width=20, hint=_("新申报的不填；填了的，更正该场所。")),
        Column("title", _("场所名称"), True, parsing.text(most=60), width=30),
        Column("kind", _("类型"), True, parsing.choice(kinds), choices=tuple(kinds), hint=_("已登记场所的类型不能在这里改。")),
        Column("place", _("区划"), True, place_of(places), width=36,
               hint=_("12 位代码，或从旗县区写起的全称，到乡镇（街道）或村（社区）。")),
        Column("landmark", _("详细地址"), True, parsing.text(most=120), width=30),
        Column("capacity", _("容纳人数"), True, parsing.whole(least=1, most=500_000)),
        Column("floors", _("层数"), True, parsing.whole(least=1, most=200)),
        Column("area", _("面积（平方米）"), parse=parsing.whole(least=1, most=10_000_000)),
        Column("manager", _("安全负责人"), True, parsing.text(most=40)),
        Column("work_phone", _("值班电话"), True, telephone, width=18, hint=_("值班电话或办公电话，不填个人手机号。")),
        Column("equipment", _("现有设施"), parse=several(items), width=40, hint="、".join(items)),
    )  # fmt: skip


def telephone(cell):
    plain = parsing.text(most=20)(cell)
    if not is_phone(plain):
        raise ValueError(_("电话号码不正确，请填写手机号或带区号的固定电话"))
    return plain


def several(items):
    """Names of equipment in one cell; ValueError names what is on no list."""

    def parse(cell):
        names = [name.strip() for name in SEPARATORS.split(parsing.text(most=500)(cell)) if name.strip()]
        if strange := [name for name in names if name not in items]:
            raise ValueError(_("“%(given)s”不在设施清单内") % {"given": "、".join(strange)})
        return [items[name] for name in names]

    return parse


def place_of(places):
    """A parser: a township or village by its code or full name; ValueError where the person may not name it."""
    known = {}
    for place in places.filter(level__in=["township", "village"]):
        known |= {place.code: place, SPACES.sub("", place.full_name).removeprefix(CITY): place}

    def parse(cell):
        plain = SPACES.sub("", parsing.text(most=100)(cell))
        found = known.get(trimmed(plain)) or known.get(plain) or known.get(plain.removeprefix(CITY))
        if found is None:
            raise ValueError(_("“%(given)s”不在您的辖区内，请写 12 位代码或全称") % {"given": plain})
        return found

    return parse


@dataclass
class Judged:
    """A row of the sheet. `target` is the venue it corrects, None for a new one."""

    line: int
    facts: dict = field(default_factory=dict)
    faults: tuple = ()
    target: Any = None
    is_fresh: bool = False
    is_changed: bool = False

    @property
    def is_good(self):
        return not self.faults and (self.is_fresh or self.is_changed)


def judged(file, places, venues):
    """Every row; raises `SheetRefused` for the file as a whole. `venues`: those the person may correct."""
    standing = venues.ongoing().select_related("kind", "place", "office")
    by_number, by_name, seen = {}, {}, {}
    for venue in standing:
        by_number[venue.number] = by_name[venue.place_id, venue.title] = venue
    for row in read_table(file, columns(places)):
        yield judge(row, by_number, by_name, seen)


def judge(row, by_number, by_name, seen):
    """The row beside the register and beside the rows before it; `seen` remembers it."""
    facts = dict(row.values)
    number, place = facts.pop("number", None), facts.get("place")
    name = (place.pk, facts.get("title")) if place else None
    target = by_number.get(number) if number else by_name.get(name)
    faults = [*row.errors, *(row.fault(column, reason) for column, reason in wrong(facts, number, target, by_name.get(name)))]
    first = first_of(seen, target.pk if target else name, row.number) if target or name else None
    if first:
        faults.append(row.fault("title", _("与第 %(line)s 行是同一个场所") % {"line": first}))
    if faults:
        return Judged(row.number, facts, tuple(faults))
    facts |= {"area": facts.get("area"), "equipment": facts.get("equipment") or []}
    if target is None:
        return Judged(row.number, facts, is_fresh=True)
    written = {name: facts[name] for name in FACTS}
    return Judged(row.number, written, target=target, is_changed=any(written[name] != kept(target, name, written) for name in FACTS))


def kept(venue, name, written):
    """What the register holds; equipment in whatever order is the same."""
    value = getattr(venue, name)
    return written[name] if name == "equipment" and sorted(value) == sorted(written[name]) else value


def wrong(facts, number, target, namesake):
    """(column, reason) of what does not fit together."""
    found = []
    if number and target is None:
        found.append(("number", _("没有这个编号的场所，或已关停，或不在您的辖区内；新申报的请不填编号")))
    if target and facts.get("place") and target.place_id != facts["place"].pk:
        found.append(("place", _("与该场所登记的区划不符")))
    if target and facts.get("kind") and target.kind_id != facts["kind"].pk:
        found.append(("kind", _("已登记场所的类型不能改，请用“调整类型”")))
    if target and target.state not in OPEN:
        found.append(("number", _("该场所待补正，请在场所页面补正后重报")))
    if number and target and namesake and namesake.pk != target.pk:
        found.append(("title", _("该地点已有同名场所 %(number)s") % {"number": namesake.number}))
    return found
