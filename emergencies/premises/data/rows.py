"""The sheet of the register: its columns, and what each row amounts to beside what stands there."""

from django.utils.translation import gettext_lazy as _

from emergencies.checklists.models import PremisesKind
from emergencies.premises.models import SHORTEST
from emergencies.venuefiles.data.rows import place_of, telephone
from emergencies.venuefiles.rules import MOST, first_of
from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import SheetRefused, read_table

UNSAID = {"work_phone": "", "is_key": False}  # of a new object; a blank cell leaves a registered one as it stands
YES_NO = {"是": True, "否": False}
TOO_MANY = _("一次最多 %(most)s 行，请分成几份。")


def columns(places):
    """The columns; `places` are those the person may name. The labels are those of the export, so that it can be brought back."""
    kinds = {kind.label: kind for kind in PremisesKind.objects.filter(active=True)}
    return (
        Column(
            "number",
            _("名录编号"),
            parse=parsing.text(most=20),
            width=20,
            hint=_("新登记的不填；填了的，更正该检查对象。留空的单元格不改原登记。"),
        ),
        Column("name", _("名称"), True, parsing.text(most=60), width=30, hint=_("单位、场所或者楼栋的名称，不登记个人。")),
        Column("kind", _("类型"), True, parsing.choice(kinds), width=24, choices=tuple(kinds)),
        Column(
            "place", _("区划"), True, place_of(places), width=36, hint=_("12 位代码，或从旗县区写起的全称，到乡镇（街道）或村（社区）。")
        ),
        Column("address", _("详细地址"), True, parsing.text(most=120), width=30),
        Column("work_phone", _("值班电话"), parse=telephone, width=18, hint=_("值班电话或办公电话，不填个人手机号。")),
        Column("is_key", _("重点检查对象"), parse=parsing.choice(YES_NO), choices=tuple(YES_NO)),
    )


def judged(file, places, standing):
    """([(the object it corrects or None, facts)], faults) of the sheet; raises `SheetRefused`. `standing`: what may be corrected."""
    by_number = {row.number: row for row in standing}
    by_name = {(row.place_id, row.name, row.kind_id): row for row in standing}
    found, faults, seen = [], [], {}
    for row in read_table(file, columns(places)):
        if len(found) >= MOST:
            raise SheetRefused(TOO_MANY, params={"most": MOST})
        facts = {name: value for name, value in row.values.items() if value is not None}
        number, name = facts.pop("number", ""), _name_of(facts)
        target = by_number.get(number) if number else by_name.get(name)
        if target is None:
            facts = UNSAID | facts
        first = first_of(seen, target.pk if target else name, row.number) if target or name else None
        faults += [*row.errors, *(row.fault(column, reason) for column, reason in wrong(facts, number, target, by_name.get(name), first))]
        found.append((target, facts))
    return found, faults


def _name_of(facts):
    """What tells one object from another, or None where a part is missing."""
    if not all(facts.get(part) for part in ("place", "name", "kind")):
        return None
    return facts["place"].pk, facts["name"], facts["kind"].pk


def wrong(facts, number, target, namesake, first):
    """(column, reason) of what does not fit together; `first` is an earlier row about the same object."""
    found = []
    if len(facts.get("name", " " * SHORTEST)) < SHORTEST:
        found.append(("name", _("至少 %(least)s 个字") % {"least": SHORTEST}))
    if first:
        found.append(("name", _("与第 %(line)s 行是同一个检查对象") % {"line": first}))
    if number and target is None:
        found.append(("number", _("没有这个编号的检查对象，或不在您的辖区内；新登记的请不填编号")))
    if target and facts.get("place") and target.place_id != facts["place"].pk:
        found.append(("place", _("与该检查对象登记的区划不符")))
    if target and target.venue_id and facts.get("kind") and target.kind_id != facts["kind"].pk:
        found.append(("kind", _("人员密集场所的类型不能在这里改")))
    if target and namesake and namesake.pk != target.pk:
        found.append(("name", _("该地点已有同名同类的检查对象，名录编号 %(number)s") % {"number": namesake.number}))
    return found
