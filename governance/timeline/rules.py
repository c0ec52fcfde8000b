"""The chain of a case's events as a pure sum."""

import hashlib
import json
from datetime import UTC

SEPARATOR = "\x1f"


def canonical(data):
    """JSON with sorted keys: the same text for the same facts."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def moment(at):
    """Microseconds since 1970 in UTC, so that no time zone changes a digest."""
    seconds = at.astimezone(UTC)
    return str(int(seconds.timestamp()) * 1_000_000 + seconds.microsecond)


def digest(previous, facts):
    """SHA-256 (hex) over the previous digest and the event's facts in their fixed order."""
    return hashlib.sha256(SEPARATOR.join([previous, *facts]).encode()).hexdigest()


def facts_of(event):
    """The facts an event is sealed with, as text. An empty string stands for nothing."""
    return [
        str(event.content_type_id),
        str(event.object_id),
        event.case_number,
        str(event.sequence),
        event.kind,
        str(event.label),
        moment(event.at),
        str(event.by_id or ""),
        str(event.post_id or ""),
        event.actor,
        event.note,
        canonical(event.data),
        "1" if event.public else "0",
    ]
