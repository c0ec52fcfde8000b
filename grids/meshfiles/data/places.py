"""Finds a village by what a cell says of it."""

import re

from django.utils.translation import gettext as _

from governance.places.rules import trimmed
from governance.sheets import parsing

CITY = "呼和浩特市"
SPACES = re.compile(r"\s+")


def village_of(places):
    """A parser: a village by its code or its full name from the banner down; ValueError where the person may not name it."""
    known = {}
    for place in places.filter(level="village"):
        known |= {place.code: place, SPACES.sub("", place.full_name): place}

    def parse(cell):
        plain = SPACES.sub("", parsing.text(most=100)(cell))
        found = known.get(trimmed(plain)) or known.get(plain.removeprefix(CITY))
        if found is None:
            raise ValueError(_("“%(given)s”不是您可以维护的村（社区），请写 12 位代码或全称") % {"given": plain})
        return found

    return parse
