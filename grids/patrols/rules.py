"""When a patrol is due, and what is looked at in which month. No Django, no clock."""

from calendar import monthrange
from datetime import date, timedelta

WEEK = timedelta(days=6)
PARTS = {"monthly": 1, "twice": 2, "thrice": 3}  # rhythm → how often in a month
SEASON_FORMAT = 5  # characters of MM-DD
YEAR = 366  # days in which every season comes


def period_of(rhythm, day, *, begins):
    """(first day, last day) of the stretch a day lies in: a week from Monday, a month, half a month, or a third of one.

    What is done once has one stretch, from the day it begins on.
    """
    if rhythm == "once":
        return begins, begins
    if rhythm == "weekly":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + WEEK
    parts, length = PARTS[rhythm], monthrange(day.year, day.month)[1]
    step = length // parts
    part = min((day.day - 1) // step, parts - 1)
    last = length if part == parts - 1 else (part + 1) * step
    return day.replace(day=part * step + 1), day.replace(day=last)


def due_period(rhythm, day, *, begins, ends=None, season=("", "")):
    """The stretch for which a patrol is owed on a day, or None: not begun, over, or out of season.

    The first one is cut off at the day the plan begins on, the last one at the day it ends on.
    """
    if day < begins or (ends is not None and day > ends) or not in_season(season, day):
        return None
    first, last = period_of(rhythm, day, begins=begins)
    if rhythm == "once":
        return first, last
    return max(first, begins), last if ends is None else min(last, ends)


def in_season(season, day):
    """Whether a day lies between two days of the year (MM-DD), over the year's end too; always where none are named.

    >>> in_season(("10-15", "04-15"), date(2026, 1, 1)), in_season(("06-01", "09-30"), date(2026, 1, 1))
    (True, False)
    """
    first, last = season
    if not first or not last:
        return True
    today = day.strftime("%m-%d")
    return first <= today <= last if first <= last else today >= first or today <= last


def touches(season, first, last):
    """Whether any day from the first to the last lies in a season.

    >>> [touches(("06-01", "09-30"), date(2026, 11, 27), last) for last in (date(2027, 5, 31), date(2027, 6, 1))]
    [False, True]
    """
    days = min((last - first).days, YEAR)
    return any(in_season(season, first + timedelta(days=count)) for count in range(days + 1))


def is_day_of_year(text):
    """Whether a text names a day that every year has, as MM-DD."""
    try:
        return len(text) == SEASON_FORMAT and bool(date(2023, int(text[:2]), int(text[3:]))) and text[2] == "-"
    except ValueError:
        return False


def months_of(text):
    """Months written as 6-9, 11-3 or 1,4,7; empty means all year. Raises `ValueError`.

    >>> months_of("11-2"), months_of("1,4"), months_of("")
    ([1, 2, 11, 12], [1, 4], [])
    """
    found = set()
    for part in text.replace("，", ",").replace("、", ",").replace("–", "-").split(","):
        if not part.strip():
            continue
        first, _dash, last = part.partition("-")
        first, last = int(first), int(last or first)
        if not (1 <= first <= 12 and 1 <= last <= 12):
            raise ValueError(f"no such month: {part}")
        found.update(range(first, last + 1) if first <= last else (*range(first, 13), *range(1, last + 1)))
    return [] if len(found) == 12 else sorted(found)


def position_of(text):
    """(latitude, longitude) from two numbers with a comma; (None, None) for an empty text. Raises `ValueError`."""
    if not text.strip():
        return None, None
    latitude, longitude = (float(part) for part in text.replace("，", ",").split(","))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("not on earth")
    return latitude, longitude


def report_words(item, words, *, point, address):
    """What the report of a finding says: the thing looked at, what was seen, and where.

    >>> report_words("消防通道", "被三轮车占用。", point="3号楼", address="")
    '消防通道：被三轮车占用。（巡查点位：3号楼）'
    """
    where = f"{point}，{address}" if address else point
    return f"{item}：{words.strip() or '见照片。'}（巡查点位：{where}）"


def chosen_point(points, asked):
    """The point asked for, else the first without an answer; None where all have one."""
    named = next((point for point in points if str(point.order) == str(asked)), None)
    return named or next((point for point in points if point.answered_at is None), None)


def first_answers(point):
    """What was answered before, so that it can be put right."""
    return {"order": point.order, "note": point.note, **{f"item_{one.item_id}": one.result for one in point.seen}}
