"""When a clock speaks up: warnings before the end, then the lapse."""

from datetime import timedelta

LAPSED = "lapsed"
DAY = timedelta(days=1)


def warning_kind(before):
    """The event a warning that long before the end is told by: warned_48 (hours), warned_60d (days from three on)."""
    return f"warned_{before // DAY}d" if before > 2 * DAY else f"warned_{before // timedelta(hours=1)}"


def alarms(started, due, *, warnings):
    """Moments at which something is to be said, in order; a warning earlier than the start is left out."""
    spoken = [(due - before, warning_kind(before)) for before in sorted(warnings, reverse=True) if due - before > started]
    return [*spoken, (due, LAPSED)]


def next_alarm(started, due, *, warnings, after):
    """The first alarm later than `after`, or None when the last one has been given."""
    return next((moment for moment, _ in alarms(started, due, warnings=warnings) if after is None or moment > after), None)


def alarm_at(started, due, *, warnings, at):
    """The latest alarm that has come by `at`: after an outage the lapse stands for the warnings that were missed."""
    come = [alarm for alarm in alarms(started, due, warnings=warnings) if alarm[0] <= at]
    return come[-1] if come else None
