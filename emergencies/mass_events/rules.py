"""Who decides on a mass event (大型群众性活动安全管理条例 §2, §12). No Django, no clock."""

import re

AT_LEAST = 2  # persons who look at the place together
BETWEEN = re.compile(r"[、，,;；\s]+")  # names of a list
FROM, CITY_FROM = 1000, 5000  # expected people: from here on a permit is needed; from there on the city's police decides


def deciding_level(expected):
    """ "county" or "city"; "" where no permit is needed.

    >>> [deciding_level(people) for people in (999, 1000, 4999, 5000)]
    ['', 'county', 'county', 'city']
    """
    if expected < FROM:
        return ""
    return "city" if expected >= CITY_FROM else "county"


def is_crowded_out(people, most):
    """Whether more people came than were permitted."""
    return bool(most) and people is not None and people > most


def names_in(text):
    """The names of a list, each once.

    >>> names_in("马强、云峰、马强")
    ['马强', '云峰']
    """
    return list(dict.fromkeys(name for name in BETWEEN.split(text) if name))
