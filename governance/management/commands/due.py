"""Counts one limit: the calculator for scripts."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.deadlines.models import Limit

CITY_TIME = ZoneInfo("Asia/Shanghai")


def moment(text):
    """A moment from ISO 8601; without an offset it is the city's time."""
    try:
        parsed = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise CommandError(f"not a moment in ISO 8601: {text}") from error
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=CITY_TIME)


def stretch(text):
    since, _, until = text.partition(",")
    if not until:
        raise CommandError(f"a pause is FROM,TO: {text}")
    pause = (moment(since), moment(until))
    if pause[1] < pause[0]:
        raise CommandError(f"the pause ends before it begins: {text}")
    return pause


class Command(BaseCommand):
    help = "Print when a limit ends, as JSON: due, citation, provisional."

    def add_arguments(self, parser):
        parser.add_argument("--limit", required=True, help="code of the limit, e.g. complaints.handle")
        parser.add_argument("--from", required=True, dest="start", help="ISO 8601")
        parser.add_argument("--pause", action="append", default=[], metavar="FROM,TO")

    def handle(self, *, limit, start, pause, **options):
        start = moment(start)
        row = Limit.objects.valid(timezone.now()).filter(code=limit).first()
        if row is None:
            raise CommandError(f"no limit in force has the code {limit}")
        pauses = [stretch(text) for text in pause]
        result = due(start, amount=row.amount, unit=row.unit, rolls=row.rolls, calendar=current_calendar(), pauses=pauses)
        answer = {
            "due": result.at.astimezone(CITY_TIME).isoformat(),
            "citation": str(row.citation_label),
            "provisional": result.provisional,
        }
        self.stdout.write(json.dumps(answer, ensure_ascii=False))
