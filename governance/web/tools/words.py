"""The calculator's answer in words."""

from datetime import timedelta

from django.utils.translation import gettext as _

from governance.calendar.explain import Verdict
from governance.calendar.workdays import Unit
from governance.deadlines.models import UNIT_LABELS
from governance.web.formats import cn_date

WEEKDAYS = "一二三四五六日"
EXACT = (Unit.MINUTES, Unit.HOURS)


def days_of(stretch):
    """2026年11月24日(星期二)至11月27日(星期五)"""
    first = f"{cn_date(stretch.first)}{weekday(stretch.first)}"
    if stretch.first == stretch.last:
        return first
    return _("%(first)s至%(last)s") % {"first": first, "last": f"{cn_date(stretch.last)}{weekday(stretch.last)}"}


def weekday(day):
    return _("（星期%s）") % WEEKDAYS[day.weekday()]


def meaning_of(stretch, *, unit, amount):
    """What the stretch means for the limit."""
    if stretch.verdict == Verdict.START:
        return _("开始的当日，不计入") if amount > 0 else _("事件当日，不计入")
    if stretch.verdict == Verdict.COUNTED:
        return counted(stretch, unit=unit)
    if stretch.verdict == Verdict.PAUSED:
        return _("中止计时，不计入")
    if stretch.verdict == Verdict.MOVED:
        return _("最后一日是休息日，顺延至下一个工作日")
    return _("%s，不计入") % stretch.name if stretch.name else _("休息日，不计入")


def counted(stretch, *, unit):
    if stretch.minutes:
        return _("计 %s") % length(timedelta(minutes=stretch.minutes))
    first, last = stretch.numbers
    number = f"{first}" if first == last else f"{first}—{last}"
    return (_("第 %s 个工作日") if unit == Unit.WORKING_DAYS else _("第 %s 日")) % number


def length(delta):
    """6 小时 30 分"""
    hours, minutes = divmod(delta // timedelta(minutes=1), 60)
    parts = [_("%s 小时") % hours if hours else "", _("%s 分") % minutes if minutes or not hours else ""]
    return " ".join(part for part in parts if part)


def rule_of(limit):
    """The rule that counted, with its article."""
    if limit.unit in EXACT:
        return _("自开始时刻起连续计算，节假日和夜间照计。")
    if limit.unit == Unit.WORKING_HOURS:
        return _("只计工作日的办公时间；在办公时间以外开始的，自下一次上班时起算。")
    if limit.amount < 0:
        return _("自事件当日向前推算，当日不计入，不顺延；所得之日为最后一日，至当日 24:00 止。")
    if limit.unit == Unit.WORKING_DAYS:
        return _("开始的当日不计入（民法典第二百零一条）；只计工作日；至最后一日 24:00 止（第二百零三条）。")
    if limit.unit == Unit.DAYS:
        return _("开始的当日不计入（民法典第二百零一条）；休息日计入；至最后一日 24:00 止（第二百零三条）。")
    return _("到期月的对应日为最后一日，没有对应日的为该月末日（民法典第二百零二条）；至当日 24:00 止（第二百零三条）。")


def amount_of(limit):
    return f"{_('事前') if limit.amount < 0 else ''}{abs(limit.amount)}{UNIT_LABELS[Unit(limit.unit)]}"
