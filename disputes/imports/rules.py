"""What a row must say besides its single cells. No Django, no clock."""

from datetime import timedelta

SHORTEST, LONGEST = 5, 2000  # characters of what is reported, as on the form
OLDEST = timedelta(days=366)  # what lay longer is an archive, no demand
FEW_BYTES = 60 * 1024  # a sheet so small is checked while the person waits


def wrong_together(facts, *, at, unread=frozenset()):
    """(column, what is wrong): the words of the form's own rules. What rests on one of the cells that could not be read is left open."""
    found = []
    phone, nameless, kind = facts.get("phone"), facts.get("is_anonymous"), facts.get("kind")
    if nameless and kind != "report" and "kind" not in unread:
        found.append(("is_anonymous", "not_a_report"))
    if nameless and (phone or facts.get("name")):
        found.append(("is_anonymous", "has_contact"))
    if not nameless and not phone and unread.isdisjoint({"is_anonymous", "phone"}):
        found.append(("phone", "no_phone"))
    taken_at = facts.get("opened_at")
    if taken_at and taken_at > at:
        found.append(("opened_at", "future"))
    elif taken_at and taken_at < at - OLDEST:
        found.append(("opened_at", "too_old"))
    return found
