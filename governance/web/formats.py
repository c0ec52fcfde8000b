"""How moments, numbers and shares are written for people in China. Pure: moments carry an offset, `at` is an argument.

Everything is shown in the time of Asia/Shanghai (GB/T 7408 order of year, month, day).
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
NO_VALUE = "—"
THIN_SPACE = "\u2009"
MANY_DAYS = 30  # beyond them nobody counts hours
ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)


def cn_date(moment):
    """2026年11月23日, of a date or of a moment."""
    day = _day(moment)
    return f"{day.year}年{day.month}月{day.day}日"


def cn_month(moment):
    """2026年11月"""
    day = _day(moment)
    return f"{day.year}年{day.month}月"


def cn_datetime(moment):
    """2026年11月23日 14:05"""
    return f"{cn_date(moment)} {moment.astimezone(SHANGHAI):%H:%M}"


def last_minute(moment):
    """The end of a limit for a sheet's cell: what ends with the day ends at 23:59, for no cell says 24:00. None stays None."""
    if moment is None:
        return None
    local = moment.astimezone(SHANGHAI)
    return moment - ONE_MINUTE if (local.hour, local.minute) == (0, 0) else moment


def cn_due(moment, *, at=None):
    """The end of a limit. Kept as the next day's 00:00 it reads 24:00 of its last day (Civil Code §203).

    With `at`, the year is left out where both lie in the same one: 11月25日 24:00.
    """
    local = moment.astimezone(SHANGHAI)
    at_midnight = (local.hour, local.minute) == (0, 0)
    day = local.date() - ONE_DAY if at_midnight else local.date()
    clock = "24:00" if at_midnight else f"{local:%H:%M}"
    same_year = at is not None and at.astimezone(SHANGHAI).year == day.year
    return f"{day.month}月{day.day}日 {clock}" if same_year else f"{cn_date(day)} {clock}"


def cn_ago(moment, *, at):
    """刚刚, 5 分钟前, 3 小时前, 2 天前; older than a week, the date."""
    passed = at - moment
    if passed < timedelta(minutes=1):
        return "刚刚"
    if passed > timedelta(days=7):
        return cn_date(moment)
    return f"{span(passed, parts=1)}前"


def span(length, *, parts=2):
    """A length of time in its largest units: 820 天, 2 天 3 小时, 1 小时 5 分钟; below a minute: 不足 1 分钟."""
    minutes = int(length.total_seconds()) // 60
    sizes = (("天", minutes // 1440), ("小时", minutes // 60 % 24), ("分钟", minutes % 60))
    return _largest(sizes, parts) or "不足 1 分钟"


def working_span(days, minutes):
    """Working time: 1 个工作日 2 小时; on its last day 3 个工作小时 5 分钟; empty when there is none."""
    sizes = (("个工作日", days), ("小时" if days else "个工作小时", minutes // 60), ("分钟", minutes % 60))
    return _largest(sizes, 2)


def thin(number):
    """5 960 000, grouped by thin spaces; a whole number or one with a decimal fraction."""
    return NO_VALUE if number is None else f"{number:,}".replace(",", THIN_SPACE)


def percent(numerator, denominator, *, digits=1):
    """87.5%; a dash where nothing was due, for a share of nothing is no figure."""
    if not denominator or numerator is None:
        return NO_VALUE
    return f"{numerator / denominator:.{digits}%}"


def file_size(size):
    """Bytes as 640 B, 12 KB or 2.4 MB."""
    if size < 1024:
        return f"{size} B"
    if size < 1024**2:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024**2:.1f} MB"


def _day(moment):
    return moment.astimezone(SHANGHAI).date() if isinstance(moment, datetime) else moment


def _largest(sizes, parts):
    """From the first unit that is not zero, as many as asked; what is zero after it is left out, and so are the hours of many days."""
    if sizes[0][1] >= MANY_DAYS:
        parts = 1
    first = next((index for index, (_, amount) in enumerate(sizes) if amount), len(sizes))
    return " ".join(f"{amount} {unit}" for unit, amount in sizes[first : first + parts] if amount)
