"""What every process keeps at hand for a few seconds, because every page shows it and it hardly ever changes."""

from django.core.cache import caches

from governance.calendar.services import calendar_of, snapshot

SECONDS = 10


def shown_calendar():
    """The calendar that pages show clocks by; a change of it shows within `SECONDS`. Limits are counted on `current_calendar`."""
    return calendar_of(caches["near"].get_or_set("calendar", snapshot, SECONDS))
