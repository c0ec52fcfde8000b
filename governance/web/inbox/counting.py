"""The number on the bell."""

from governance.notices.rules import capped
from governance.notices.services import unread_count


def unread_label(user):
    """How many notices the person has not read, as the header shows it: empty, 7, 99+. One query."""
    return capped(unread_count(user)) if user.is_authenticated else ""
