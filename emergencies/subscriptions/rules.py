"""Codes that confirm a subscription. No Django, no clock."""

import hashlib
import hmac
from datetime import timedelta

DIGITS = 6
TRIES = 5  # wrong codes before another one must be asked for
CODES_PER_DAY = 3  # codes sent to one address within a day, whoever asks for them
CODE_HOLDS = timedelta(hours=24)


def code_of(secret, name):
    """The six digits that go with a name; nobody tells them without the secret.

    >>> code_of("s", "1") == code_of("s", "1"), len(code_of("s", "2"))
    (True, 6)
    """
    digest = hmac.new(secret.encode(), name.encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 10**DIGITS:0{DIGITS}d}"


def shortened(text, longest):
    """Text for a short message.

    >>> shortened("大风蓝色预警", 4)
    '大风蓝…'
    """
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
