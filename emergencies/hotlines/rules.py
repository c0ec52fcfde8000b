"""How a message of a hotline is signed, known again and laid over the others of the same matter. No Django, no clock.

A matter is whatever its messages say together, the higher revision over the lower, field by field: in whatever order they come, and however
often, the same is known in the end.
"""

import hashlib
import hmac
import json
import re
from datetime import UTC, datetime, timedelta

WINDOW = timedelta(minutes=5)  # by which a message's own time may differ from ours
LONGEST_BODY = 64 * 1024  # bytes
NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}\Z")
STAMP = re.compile(r"[0-9]{10}\Z")
NEEDED = ("description", "occurred_at", "place_code")  # without which nobody can be sent out
NUMBER = re.compile(r"[A-Za-z0-9._/-]+\Z")
KEY_NAME = re.compile(r"[A-Za-z0-9-]{1,40}\Z")


class Wrong(ValueError):
    """What was sent cannot be read; the argument says which part."""


def signed(stamp, nonce, content):
    """What a signature is made of: time, nonce and content, each on a line of its own; `content` in bytes."""
    return f"{stamp}\n{nonce}\n".encode() + content


def signature(secret, stamp, nonce, content):
    """HMAC-SHA256 (RFC 2104) in hexadecimal, as a hotline makes it.

    >>> signature("secret", "1700000000", "0123456789abcdef", b"{}")[:16]
    '50064e23344b73ae'
    """
    return hmac.new(secret.encode(), signed(stamp, nonce, content), hashlib.sha256).hexdigest()


def is_same(given, wanted):
    """Whether the signature is the one that is wanted; the comparison takes the same time wherever it differs."""
    return hmac.compare_digest(given.lower().encode(), wanted.encode())


def sent_at(stamp):
    """The moment of a Unix time in seconds. Raises `Wrong`."""
    if not STAMP.match(stamp):
        raise Wrong("timestamp")
    return datetime.fromtimestamp(int(stamp), UTC)


def is_in_time(moment, *, at):
    return abs(at - moment) <= WINDOW


def digest(told):
    """Of what a message says, however it was written down: the same again is the same message."""
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def merged(messages):
    """{field: value} of a matter: of each field what the highest revision says that names it. `messages` are (revision, facts) pairs.

    >>> merged([(2, {"injured": 3}), (1, {"kind": "fire", "injured": 1})]) == {"kind": "fire", "injured": 3}
    True
    """
    found = {}
    for _revision, facts in sorted(messages, key=lambda message: message[0]):
        found |= facts
    return found


def missing(facts):
    """The names of what is needed to send somebody out and is not known yet, in their order."""
    return [name for name in NEEDED if facts.get(name) in (None, "")]


def changes(before, after):
    """{field: (what it was or None, what it is)} of what differs."""
    return {name: (before.get(name), value) for name, value in after.items() if before.get(name) != value}


def is_clean(text):
    """Whether a database can keep the text: no control characters but line breaks and tabs, no half of a character.

    >>> is_clean("三楼着火\\n有浓烟"), is_clean("a\\x00"), is_clean("\\ud800")
    (True, False, False)
    """
    return not any((ord(char) < 32 and char not in "\n\r\t") or 0xD800 <= ord(char) <= 0xDFFF for char in text)


def written(told):
    """A message as its bytes."""
    return json.dumps(told, ensure_ascii=False).encode()
