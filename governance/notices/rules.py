"""When a message that did not go out is tried again, and what its words say. No Django, no clock."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
MOST_ATTEMPTS = 12  # the last one about 20 hours after the first
CAPPED_AT = 99
MOBILE = re.compile(r"^1[3-9]\d{9}$")


def next_try(attempts, *, at):
    """When to try again after `attempts` failures, each wait twice the one before; None when it is enough."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return at + min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)


def capped(count):
    """An unread count as the header shows it: empty, 7, 99+."""
    if count > CAPPED_AT:
        return f"{CAPPED_AT}+"
    return str(count) if count else ""


def is_mobile(phone):
    """Whether a normalised number can receive a text message."""
    return bool(MOBILE.match(phone))


def due_words(moment):
    """The end of a limit in words; kept as the next day's 00:00 it reads 24:00 of its last day (Civil Code §203)."""
    local = moment.astimezone(SHANGHAI)
    midnight = (local.hour, local.minute) == (0, 0)
    day = local.date() - timedelta(days=1) if midnight else local.date()
    return f"{day.year}年{day.month}月{day.day}日 {'24:00' if midnight else f'{local:%H:%M}'}"
