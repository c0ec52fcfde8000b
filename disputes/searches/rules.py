"""When the next round is due, and what an entry and a finished search must hold. No Django, no clock."""

from datetime import timedelta

ONE_DAY = timedelta(days=1)
LEVELS = ("county", "township", "village")
TOLD = ("kind", "spot", "summary", "handled")  # what is said of a dispute that was found


def limit_of(level, *, sensitive):
    """The code of the interval between two rounds of a place of this level; the city calls as its counties do."""
    code = f"searches.{level if level in LEVELS else 'county'}"
    return f"{code}_sensitive" if sensitive else code


def next_day(*, usual, sensitive, periods):
    """The day by which the next round begins: after the usual interval, or after the shorter one as soon as a sensitive period runs.

    `usual` and `sensitive` are the days on which the two intervals end, `periods` (first, last) pairs.

    >>> from datetime import date
    >>> next_day(usual=date(2027, 3, 31), sensitive=date(2027, 1, 31), periods=[(date(2027, 2, 1), date(2027, 2, 20))])
    datetime.date(2027, 2, 1)
    """
    early = [max(first, sensitive) for first, last in periods if last >= sensitive]
    return min([usual, *early])


def last_day_of(begins, *, days, following):
    """The end of a round that the calendar calls: as long as asked for, but over before the next one begins.

    >>> from datetime import date
    >>> last_day_of(date(2027, 2, 1), days=timedelta(days=9), following=date(2027, 2, 8))
    datetime.date(2027, 2, 7)
    """
    return min(begins + days, max(begins, following - ONE_DAY))


def touching(first, last, periods):
    """The periods that share a day with a stretch."""
    return [period for period in periods if period[0] <= last and period[1] >= first]


def lacking(facts):
    """What an entry that found a dispute still lacks; what was settled on the spot says how."""
    wanted = [*TOLD, "settlement"] if facts.get("handled") == "spot" else TOLD
    return [name for name in wanted if not facts.get(name)]


def grids_missing(total, done):
    """How many grids of a village nobody has searched yet."""
    return max(0, total - len(set(done)))


def tidied_grid(text):
    """The name or code of a grid as it is kept: one spelling, whatever spaces and widths were typed."""
    return "".join(text.split()).upper()
