"""The calendar of a place as iCalendar (RFC 5545), for any telephone's own calendar to follow."""

from datetime import timedelta

from icalendar import Calendar, Event

PRODUCT = "-//Hohhot Social Governance//Community calendar//ZH"
AGAIN = timedelta(hours=12)  # how often a telephone asks anew


def ics(entries, *, name, site, at):
    """The entries as bytes. `site` stands before their addresses; each keeps its number, so that a changed one replaces the old."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    calendar.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, site=site, at=at))
    return calendar.to_ical()


def _event(entry, *, site, at):
    event = Event()
    event.add("uid", f"{entry.uid}@{site.partition('//')[2]}")
    event.add("dtstamp", at)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends)
    event.add("summary", entry.title)
    event.add("location", f"{entry.place} {entry.venue}".strip())
    event.add("description", entry.text)
    event.add("url", f"{site}{entry.url}")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event
