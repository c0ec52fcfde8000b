"""Who acts where a maker is asked for nobody in particular, and when."""

from datetime import datetime
from zoneinfo import ZoneInfo

from governance.people.enums import Role
from tests import actors

MOMENT = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))  # a working day, in office hours


def someone():
    return actors.actor(Role.TOWNSHIP_CLERK)
