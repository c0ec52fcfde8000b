"""Loads the working calendar, and counts open limits anew where it changed."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from governance.calendar.models import CalendarYear, OfficePeriod
from governance.calendar.services import load_arrangement, set_office_hours
from governance.calendar.source import FIRST_YEAR, known_years
from governance.calendar.workdays import DEFAULT_OFFICE_HOURS
from governance.deadlines.sweep import recount_open


class Command(BaseCommand):
    help = "Load holidays and make-up days, and estimates for later years; safe to run again, says what changed."

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, action="append", help="only this year, even if it was loaded by hand")
        parser.add_argument("--recount", action="store_true", help="count open limits anew even if nothing changed")

    def handle(self, *, year, recount, **options):
        at = timezone.now()
        years = year or known_years()
        reports = [self.load(one, at=at, again=bool(year)) for one in years]
        self.set_default_hours()
        touched = [report.recount_from for report in reports if report.recount_from] + [min(years)] * recount
        if touched:
            self.count_anew(min(touched), at=at)

    def load(self, year, *, at, again):
        try:
            report = load_arrangement(year, at=at, again=again)
        except ValueError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{year}: {told(report)}")
        for word in ("changed", "removed"):
            for day in getattr(report, word):
                self.stdout.write(f"  {word}: {day}")
        return report

    def set_default_hours(self):
        if not OfficePeriod.objects.exists():
            periods = set_office_hours(DEFAULT_OFFICE_HOURS.periods, valid_from=date(FIRST_YEAR, 1, 1))
            self.stdout.write("office hours: " + ", ".join(str(period) for period in periods))

    def count_anew(self, year, *, at):
        """A run that is broken off here is taken up again with `--recount`: what was counted already stays as it is."""
        for number in recount_open(at=at, year=year):
            self.stdout.write(f"counted anew: {number}")


def told(report):
    """What happened to a year, in one line."""
    row = CalendarYear.objects.get(year=report.year)
    kind = "official" if row.official else "provisional"
    if report.refused:
        return f"{kind}, left as loaded by hand: {row.source}"
    return (
        f"{kind}, {len(report.added)} added, {len(report.changed)} changed, {len(report.removed)} removed, "
        f"{len(report.kept)} local kept: {row.source}"
    )
