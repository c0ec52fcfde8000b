"""The number of a notice, its limit, and what is wrong with the dates of its items. No Django, no clock."""

FIRST_LIMIT, AGAIN_LIMIT = "orders.rectify", "orders.rectify_again"
CITY = 4  # characters of a path
MOST_ITEMS = 12  # things one notice can ask for, each with a clock of its own


def document_number(*, path, place, year, serial):
    """The number a notice carries: of the city plain, of a county with its name before it.

    >>> document_number(path="1501", place="呼和浩特市", year=2026, serial=3)
    '呼社治责改〔2026〕3号'
    >>> document_number(path="150102", place="新城区", year=2026, serial=1)
    '新城区社治责改〔2026〕1号'
    """
    word = "呼" if len(path) <= CITY else place
    return f"{word}社治责改〔{year}〕{serial}号"


def rectify_limit(rounds):
    """Under which limit the unit has to rectify: the first time, or after an inspection it did not pass."""
    return AGAIN_LIMIT if rounds else FIRST_LIMIT


def date_faults(days, *, today, last):
    """Which items (by position) end before they begin, and which after the whole: ([past], [too late])."""
    dated = [(position, day) for position, day in days if day is not None]
    return [position for position, day in dated if day < today], [position for position, day in dated if day > last]


def partly(total, done):
    """Whether some of it is put right, and some is not (部分完成)."""
    return 0 < done < total
