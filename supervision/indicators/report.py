"""The monthly report of a place: a draft in words and tables, every number from the kept figures."""

from pathlib import Path

from django.utils.translation import gettext as _

from governance.calendar.months import month_before
from governance.cases.comparing import rate
from governance.places.models import Place
from governance.web.formats import cn_date, cn_datetime, cn_month, percent, thin
from supervision.indicators.board import board
from supervision.indicators.models import Figure
from supervision.indicators.parts import NOTHING, Period, counts_of
from supervision.indicators.rules import STOCK
from supervision.indicators.services import below_floor

TEMPLATE = Path(__file__).parent / "data" / "monthly.txt"
NUMBERS = "一二三四五六七八九"
UNKNOWN = "—"


def facts(place, month, indicators, *, office, at, running):
    """Everything the template says."""
    period = Period(month, 1, running)
    kept = kept_of(place, month)
    told = board(place, period, indicators, at=at)
    tables = [{"label": str(part.label), "rows": [row(one.indicator, kept, month) for one in part.figures]} for part in told.sections]
    floors = floors_of(place, indicators, at=at)
    first = 3 if told.units else 2
    return {
        "place": place.short_name, "month": cn_month(month), "today": cn_date(at), "office": office,
        "computed_at": cn_datetime(told.computed_at) if told.computed_at else _("（尚未计算）"),
        "summary": summaries(told, tables),
        "moves": moves_of(told), "units": units_of(told), "compared": str(told.compared.label), "compared_words": compared_words(told),
        "late": late_of(told), "late_words": late_words(told), "floors": floors or [_("没有低于下限的指标。")],
        "advice": advice(told, floors), "sections": tables,
        "number_late": NUMBERS[first], "number_floor": NUMBERS[first + 1], "number_next": NUMBERS[first + 2],
    }  # fmt: skip


def kept_of(place, month):
    """{(indicator, month): figure} of the month, the one before, the same of last year, and the stocks."""
    months = [month, month_before(month), month_before(month, 12), STOCK]
    return {(one.indicator, one.month): one for one in Figure.objects.filter(place_path=place.path, month__in=months)}


def summaries(told, tables):
    """A paragraph for each procedure that had cases."""
    found = [summary(part, table) for part, table in zip(told.sections, tables, strict=True) if has_cases(part)]
    return found or [_("本月没有登记的事项。")]


def has_cases(part):
    return any(one.numerator or one.denominator for one in part.figures)


def row(one, kept, month):
    """One line of the table: now, the month before, a year ago."""
    when = [STOCK] if one.stock else [month, month_before(month), month_before(month, 12)]
    counts = [counts_of(kept[one.code, key]) if (one.code, key) in kept else NOTHING for key in when]
    known = [(one.code, key) in kept for key in when]
    told = [
        value(one, found) if is_known or not index else UNKNOWN for index, (found, is_known) in enumerate(zip(counts, known, strict=True))
    ]
    now, before, year_ago = (told + [UNKNOWN, UNKNOWN])[:3]
    is_rate = one.denominator is not None
    return {
        "label": str(one.label), "now": now, "before": before, "year_ago": year_ago,
        "counts": f"{thin(counts[0][0])}/{thin(counts[0][1])}" if is_rate else "—",
        "left_out": thin(counts[0][2]) if one.tells_left_out else "—", "is_rate": is_rate, "is_stock": one.stock,
    }  # fmt: skip


def value(one, counts):
    return percent(*counts[:2]) if one.denominator else f"{thin(counts[0])}{one.unit}"


def summary(part, table):
    """A paragraph about one procedure; stocks are told as they stand, what is not known is left out."""
    return _("%(label)s：%(told)s。") % {"label": part.label, "told": _("；").join(map(sentence, table["rows"]))}


def sentence(row):
    counts = _("（%s）") % row["counts"] if row["is_rate"] and row["now"] != UNKNOWN else ""
    earlier = [(_("上月"), row["before"]), (_("去年同月"), row["year_ago"])]
    now = _("无应计事项") if row["now"] == UNKNOWN else f"{row['now']}{counts}"
    return _("，").join([f"{row['label']}{now}", *(f"{when}{told}" for when, told in earlier if told != UNKNOWN)])


def moves_of(told):
    found = []
    for one in [*told.moves["rates"], *told.moves["counts"]]:
        way = (_("升") if one.is_up else _("降")) if one.is_rate else (_("增加") if one.is_up else _("减少"))
        words = {"place": one.place, "label": one.indicator.label, "way": way, "size": one.size}
        if one.is_rate:
            words |= {"now": percent(one.numerator, one.denominator), "before": percent(*one.before), "n": thin(one.denominator)}
            found.append(_("%(place)s%(label)s%(now)s（n=%(n)s），比上月%(before)s%(way)s%(size)s个百分点。") % words)
        else:
            words |= {"now": thin(one.numerator), "unit": one.indicator.unit}
            found.append(_("%(place)s%(label)s%(now)s%(unit)s，比上月%(way)s%(size)s%%。") % words)
    unmoved = _("与上月相比，没有超出偶然波动的变化。") if told.moves["has_earlier"] else _("没有上月的完整数据，不能比较。")
    return found or [unmoved]


def units_of(told):
    return [
        {
            "label": unit.label, "rate": percent(unit.numerator, unit.denominator),
            "counts": f"{thin(unit.numerator)}/{thin(unit.denominator)}",
            "ends": "–".join(percent(end, 1) for end in unit.ends) if unit.ends else "—",
            "rank": f"{unit.group}{_('组')} {unit.place_in_group or _('不排名')}",
        }
        for unit in told.units
    ]  # fmt: skip


def compared_words(told):
    """Who stands above and below the whole beyond chance."""
    own = percent(told.own.numerator, told.own.denominator)
    found = [_("%(place)s%(label)s总体为%(own)s。") % {"place": told.place.short_name, "label": told.compared.label, "own": own}]
    for sign, words in ((1, _("明显高于总体的有：%s。")), (-1, _("明显低于总体的有：%s。"))):
        names = [unit.short_label for unit in told.units if unit.beyond == sign and not unit.small]
        found += [words % _("、").join(names)] if names else []
    return "".join(found) + _("按受理量规模分组，组内比较；基数不足30的不排名。")


def late_of(told):
    return [
        {
            "office": one["office"].short_name if one["office"] else _("未定承办单位"), "n": one["n"],
            "reasons": _("；").join(map(reason_words, one["reasons"])),
        }
        for one in told.late["offices"]
    ]  # fmt: skip


def reason_words(reason):
    """What was not done in time, and how often; a name that ends with a figure stays apart from the number."""
    return _("%(procedure)s“%(label)s”%(n)s项") % {"procedure": reason.procedure, "label": reason.label, "n": thin(reason.n)}


def late_words(told):
    if not told.late["total"]:
        return _("现在没有逾期的事项。")
    return _("现在逾期%(n)s项，较多的单位如下。") % {"n": thin(told.late["total"])}


def floors_of(place, indicators, *, at):
    """The place and what lies below it, where a figure of the last closed month is under its floor."""
    allowed, below = {one.code for one in indicators}, list(below_floor(at=at))
    found = [row for row in below if row[0].code in allowed and row[1].startswith(place.path)]
    names = {one.path: one.short_name for one in Place.objects.filter(path__in={row[1] for row in found})}
    return [
        _("%(place)s%(month)s%(label)s%(now)s（%(counts)s），下限%(floor)s。")
        % {
            "place": names[path], "month": cn_month(month), "label": one.label, "now": percent(numerator, denominator),
            "counts": f"{numerator}/{denominator}", "floor": f"{rate(one.floor, 1):.0%}",
        }
        for one, path, month, numerator, denominator in found
    ]  # fmt: skip


def advice(told, floors):
    """What the numbers above ask for; the rest is for whoever signs."""
    found = []
    if told.late["offices"]:
        names = _("、").join(one["office"].short_name for one in told.late["offices"][:3] if one["office"])
        found.append(_("对%s的逾期事项逐件督办，限期办结。") % names if names else _("对逾期事项逐件明确承办单位，限期办结。"))
    low = [unit.short_label for unit in told.units if unit.beyond == -1 and not unit.small]
    if low and told.compared.better == "higher":
        found.append(_("请%(names)s说明%(label)s偏低的原因，提出改进措施。") % {"names": _("、").join(low), "label": told.compared.label})
    if floors:
        found.append(_("低于下限的指标，由督导部门核实后依照条例第五十八条处理。"))
    return found or [_("继续保持，关注基数较小地区的数据变化。")]
