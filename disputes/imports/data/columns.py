"""The columns of the sheet: what the template offers, and how each cell is read."""

import re

from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import TAKEN_DOWN, Kind, Urgency
from disputes.complaints.models import Category
from disputes.imports.rules import LONGEST, SHORTEST
from governance.people.enums import OUTSIDE
from governance.people.models import Office
from governance.places.rules import trimmed
from governance.privacy.phones import is_phone
from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.web.offices import label_of

CITY = "呼和浩特市"
SPACES = re.compile(r"\s+")
SOURCES = {source.label: source.value for source in TAKEN_DOWN}
KINDS = {label: value for value, label in Kind.choices}
URGENCIES = {label: value for value, label in Urgency.choices}
YES_NO = (_("是"), _("否"))


def columns(places):
    """The columns; `places` are those the person may name."""
    leaves = list(Category.objects.leaves())
    return (
        Column("origin", _("来件单位"), True, parsing.text(most=40), width=18,
               hint=_("来件由谁受理，如：新城区信访局、市长信箱。同一单位请始终写同样的名称。")),
        Column("external_number", _("原编号"), True, parsing.text(most=60), width=18,
               hint=_("来件单位的登记编号，同一单位内不重复。据此识别是否已经导入。")),
        Column("source", _("来件渠道"), True, parsing.choice(SOURCES), choices=tuple(SOURCES)),
        Column("opened_at", _("受理时间"), parse=parsing.moment(), width=20,
               hint=_("来件单位受理的时间，如 2026-11-23 14:05；办理期限从这时起算。不填则为导入时间。")),
        Column("kind", _("类型"), True, parsing.choice(KINDS), choices=tuple(KINDS)),
        Column("category", _("分类"), parse=category_of(leaves), choices=tuple(leaf.full_name for leaf in leaves), width=32,
               hint=_("不填则按反映内容推荐，派单前由工作人员核定。")),
        Column("urgency", _("紧急程度"), parse=parsing.choice(URGENCIES), choices=tuple(URGENCIES), hint=_("不填则按分类的默认紧急程度。")),
        Column("place", _("地点"), True, place_of(places), width=36,
               hint=_("区划代码（如 150102001001），或从旗县区写起的全称（如 新城区海拉尔东路街道某某社区）。")),
        Column("landmark", _("详细位置"), parse=parsing.text(most=120), width=24),
        Column("description", _("反映内容"), True, told(), width=50, hint=_("5 至 2000 个字。")),
        Column("name", _("反映人"), parse=parsing.text(most=40)),
        Column("phone", _("联系电话"), parse=telephone(), width=18, hint=_("除匿名举报外必填。手机号，或带区号的固定电话。")),
        Column("is_secret", _("身份保密"), parse=parsing.yes_no(), choices=YES_NO, hint=_("填“是”的，承办单位看不到姓名和电话。")),
        Column("is_anonymous", _("匿名举报"), parse=parsing.yes_no(), choices=YES_NO, hint=_("只有举报可以匿名，不填姓名和电话。")),
        Column("against", _("反映的单位"), parse=office_of(), width=36,
               hint=_("反映某单位或其工作人员的，填该单位全称；重名的写成“单位（地点）”。由它的上一级办理，该单位看不到。")),
    )  # fmt: skip


def category_of(leaves):
    """A category by its full name, its own name where only one bears it, or its code."""
    known, twice = {}, set()
    for leaf in leaves:
        twice |= {leaf.name} & known.keys()
        known |= {leaf.code: leaf, tight(leaf.full_name): leaf, leaf.name: leaf}
    wanted = {key: leaf for key, leaf in known.items() if key not in twice}

    def parse(cell):
        plain = tight(parsing.text(most=60)(cell))
        if plain not in wanted:
            raise ValueError(_("没有“%(given)s”这个分类，请从模板的下拉列表中选择") % {"given": plain})
        return wanted[plain]

    return parse


def place_of(places):
    """A place by its code, or by its full name from the county down; raises ValueError where the person may not name it."""
    known = {}
    for place in places.select_related("parent"):
        above = place.parent.full_name if place.parent_id and place.parent.parent_id else ""
        known |= {place.code: place, tight(place.full_name): place, tight(above + place.name): place}

    def parse(cell):
        plain = tight(parsing.text(most=100)(cell))
        found = known.get(trimmed(plain)) or known.get(plain) or known.get(plain.removeprefix(CITY))
        if found is None:
            raise ValueError(_("“%(given)s”不是您可以登记的地点，请写区划代码或全称") % {"given": plain})
        return found

    return parse


def office_of():
    """A public body by its name, or by its name with its place as the forms write it; read once for the sheet."""
    known = {}
    for office in Office.objects.in_use().exclude(type__in=OUTSIDE).select_related("place"):
        for name in {tight(name) for name in (office.name, office.short_name, label_of(office))}:
            known.setdefault(name, []).append(office)

    def parse(cell):
        plain = tight(parsing.text(most=160)(cell))
        found = known.get(plain, ())
        if not found:
            raise ValueError(_("没有找到“%(given)s”这个单位，请写单位的全称") % {"given": plain})
        if len(found) > 1:
            raise ValueError(_("有几个单位叫“%(given)s”，请写成“%(label)s”的样子") % {"given": plain, "label": label_of(found[0])})
        return found[0]

    return parse


def told():
    """What is reported, of the same length as on the form."""
    within = parsing.text(most=LONGEST)

    def parse(cell):
        plain = within(cell)
        if len(plain) < SHORTEST:
            raise ValueError(_("至少写 %(least)s 个字") % {"least": SHORTEST})
        return plain

    return parse


def telephone():
    def parse(cell):
        plain = parsing.text(most=20)(cell)
        if not is_phone(plain):
            raise ValueError(_("电话号码不正确，请填写手机号或带区号的固定电话"))
        return plain

    return parse


def tight(text):
    """Without spaces, and with one kind of slash."""
    return SPACES.sub("", text).replace("／", "/")
