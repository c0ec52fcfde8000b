"""When a clock speaks up: two warnings before the end, then the lapse."""

from datetime import timedelta

WARNINGS = {"warned_48": timedelta(hours=48), "warned_24": timedelta(hours=24)}
LAPSED = "lapsed"


def alarms(started, due):
    """Moments at which something is to be said, in order; a warning earlier than the start is left out."""
    warnings = [(due - before, kind) for kind, before in WARNINGS.items() if due - before > started]
    return [*warnings, (due, LAPSED)]


def next_alarm(started, due, *, after):
    """The first alarm later than `after`, or None when the last one has been given."""
    return next((moment for moment, _ in alarms(started, due) if after is None or moment > after), None)


def alarm_at(started, due, *, at):
    """The latest alarm that has come by `at`: after an outage the lapse stands for the warnings that were missed."""
    return next(((moment, kind) for moment, kind in reversed(alarms(started, due)) if moment <= at), None)
