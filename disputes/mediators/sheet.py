"""Committees and mediators as tables, out and in."""

import re

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Kind
from disputes.mediators.enums import Background, CommitteeKind, Employment, Trade
from governance.privacy.phones import is_phone
from governance.sheets import parsing
from governance.sheets.columns import Column

BREAKS = re.compile(r"[、，,；;\s]+")


def kind_words(row):
    """The kind of a committee in a row of the worklist; of a trade's, the trade."""
    return Trade(row.trade).label if row.trade else CommitteeKind(row.kind).label


LINE_WORDS = {"sub": lambda row: f"{kind_words(row)} · {row.phone}"}


def _asked(label, value, **more):
    return Column("", label, value=value, **more)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("名称"), width=30),
    _asked(_("类型"), lambda row: row.get_kind_display()),
    _asked(_("领域"), lambda row: row.get_trade_display() if row.trade else ""),
    Column("place.full_name", _("所在地"), width=30),
    Column("venue", _("地址"), width=30),
    Column("room", _("调解室")),
    Column("hours", _("工作时间"), width=24),
    Column("phone", _("联系电话")),
    Column("seats", _("委员人数")),
    Column("founded_on", _("成立日期")),
    Column("term_from", _("本届自")),
    Column("term_until", _("本届至")),
    _asked(_("状态"), lambda row: row.get_state_display()),
)


def sheet_rows(queryset):
    return queryset.select_related("place").defer("search").iterator(chunk_size=2000)


PEOPLE = (
    Column("committee.title", _("调委会"), width=30),
    Column("committee.number", _("调委会编号")),
    Column("name", _("姓名")),
    _asked(_("专职或兼职"), lambda row: row.get_employment_display()),
    _asked(_("来源"), lambda row: row.get_background_display()),
    Column("qualification", _("资质"), width=30),
    _asked(_("擅长"), lambda row: row.kinds_label, width=30),
    Column("work_phone", _("工作电话")),
    Column("since", _("聘期自")),
    Column("until", _("聘期至")),
)


def one_of(labels):
    """A cell that holds one of the labels, as its value."""
    values = {str(label): value for value, label in labels}

    def parse(cell):
        word = str(cell).strip()
        if word not in values:
            raise ValueError(_now("应为：%(labels)s") % {"labels": "、".join(values)})
        return values[word]

    return parse


def some_of(labels):
    """A cell that holds several labels."""
    one = one_of(labels)
    return lambda cell: [one(word) for word in BREAKS.split(str(cell).strip()) if word]


def phone(cell):
    plain = parsing.text(most=20)(cell)
    if not is_phone(plain):
        raise ValueError(_now("电话号码不正确，固定电话请带区号"))
    return plain


def committee_of(committees):
    """A cell that names a committee by number or by its whole name."""
    named = {}
    for one in committees:
        named.setdefault(one.number, []).append(one)
        named.setdefault(one.title, []).append(one)

    def parse(cell):
        found = named.get(str(cell).strip(), [])
        if not found:
            raise ValueError(_now("没有找到您可以管理的这个调委会"))
        if len(found) > 1:
            raise ValueError(_now("有同名的调委会，请改填编号"))
        return found[0]

    return parse


def columns_in(committees):
    """What is filled in to bring mediators in; the labels are those of the export."""
    return (
        Column("committee", _("调委会"), required=True, parse=committee_of(committees), width=30, hint=_("名称或者编号。")),
        Column("person_name", _("姓名"), required=True, parse=parsing.text(most=40)),
        Column("employment", _("专职或兼职"), required=True, parse=one_of(Employment.choices), choices=tuple(Employment.labels)),
        Column("background", _("来源"), required=True, parse=one_of(Background.choices), choices=tuple(Background.labels)),
        Column("qualification", _("资质"), parse=parsing.text(most=100), width=30),
        Column(
            "specialities", _("擅长"), parse=some_of(Kind.choices), width=30,
            hint=_("用顿号隔开，不填表示各类纠纷：%s") % "、".join(map(str, Kind.labels)),
        ),
        Column("work_phone", _("工作电话"), parse=phone, hint=_("办公电话；手机号不对外公开。")),
        Column("since", _("聘期自"), required=True, parse=parsing.day()),
        Column("until", _("聘期至"), required=True, parse=parsing.day()),
    )  # fmt: skip
