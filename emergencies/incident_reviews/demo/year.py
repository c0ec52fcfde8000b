"""A year of ordinary incidents, told in bulk: told in time or late, over after hours, most without a review of their own."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from emergencies.command.enums import LogKind
from emergencies.command.models import LogLine
from emergencies.incident_reports.models import IncidentReport, ReportReceipt
from emergencies.incident_reviews.demo import words
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incidents.data.drafting import casualties
from emergencies.incidents.models import Incident
from emergencies.incidents.services import grade_by_figures
from emergencies.venues.demo.telling import Chronicle
from governance.calendar.services import current_calendar
from governance.cases.rules import title_of
from governance.deadlines.models import Limit

COUNT, YEAR, LATE = 150, 365, 0.08
STILL_TO_REVIEW, TO_SIGN = timedelta(days=12), timedelta(days=2)
WINDOWS = {"supplement": 30, "supplement_traffic_fire": 7}  # days in which a change is still told
CITY_TIME, UPWARD = ZoneInfo("Asia/Shanghai"), timedelta(hours=2)


class Year:
    """The incidents and their reviews, unsaved, and the reports that go with them."""

    def __init__(self, company):
        limits, calendar = {limit.code: limit for limit in Limit.objects.valid(company.at)}, current_calendar()
        self.company, self.rng, self.at = company, company.rng, company.at
        self.incidents, self.reviews = (Chronicle(model, calendar, limits, company.at) for model in (Incident, IncidentReview))
        self.reports, self.followed = [], []

    def tell(self, opened, number):
        """One incident from the call to the file, as far as the present allows."""
        incident, outcome = self._drawn(opened, number)
        lead = self.company.at_work(incident.office)
        self.incidents.begin(incident, by=None, at=opened)
        incident.verified_at = opened + timedelta(minutes=self.rng.randrange(3, 25))
        self.incidents.take(incident, "verify", by=lead, at=incident.verified_at, note="现场已核实。", kind=incident.kind)
        self._tell_upwards(incident, lead, opened)
        self._end(incident, lead, outcome)

    def _drawn(self, opened, number):
        code, source, seen, outcome = self.rng.choice(words.ROUTINE)
        place, kind = self.company.village(self.rng.choice(self.company.lived).path[:6]), self.company.kinds[code]
        facts = {"place": place.short_name, "n": self.rng.randrange(2, 12)}
        latitude, longitude = self.company.people.near(place.path)
        incident = Incident(
            kind=kind, category=kind.category, source=source, place=place, description=seen.format(**facts),
            title=title_of(seen.format(**facts)), occurred_at=opened - timedelta(minutes=self.rng.randrange(2, 20)),
            landmark=f"{place.short_name}{self.rng.randrange(1, 60)}号", latitude=latitude, longitude=longitude,
            source_number=f"{source}-{opened:%Y%m%d}-{number:04d}" if source.isdecimal() else "",
        )  # fmt: skip
        incident.lightly_hurt = self.rng.choice((0, 0, 1, 2, 3)) if code in {"traffic", "accident"} else 0
        incident.ill = facts["n"] if code == "food_poisoning" else 0
        incident.loss = self.rng.choice((0, 0, 1, 3, 8))
        incident.computed = incident.grade = self._grade(incident)
        incident.hand_to(self.company.lead(kind, place.path))
        duty = [self.company.duty(path) for path in (place.path, place.path[:4])]
        incident.office_ids = [*dict.fromkeys([*incident.office_ids, *(one.pk for one in duty if one)])]
        ends = incident.occurred_at.astimezone(CITY_TIME).date() + timedelta(days=WINDOWS[kind.supplement] + 1)
        incident.supplement_until = datetime.combine(ends, time.min, tzinfo=CITY_TIME)
        return incident, outcome.format(**facts)

    def _grade(self, incident):
        """The figures are small: one answer for each kind and what grades it."""
        key = (incident.kind_id, min(incident.ill, 30))
        kept = self.__dict__.setdefault("_grades", {})
        return kept[key] if key in kept else kept.setdefault(key, grade_by_figures(incident))

    def _tell_upwards(self, incident, lead, opened):
        """First report to the county's duty, from there to the city's; some are late."""
        rng, late = self.rng, self.rng.random() < LATE
        told_at = max(opened + timedelta(minutes=rng.randrange(70, 150) if late else rng.randrange(26, 58)), incident.verified_at)
        met = self.incidents.take(incident, "first_report", by=lead, at=told_at)
        incident.first_report_at, incident.kept, incident.reached = told_at, not late, "county"
        county, city = self.company.duty(incident.place.path), self.company.duty(incident.place.path[:4])
        self._report(incident, lead, told_at, "first_report", county, "county", met["incidents.first_report"].due_at)
        if county and city and county.pk != city.pk:
            up = told_at + timedelta(minutes=rng.randrange(15, 100))
            self.incidents.take(incident, "report_up", by=self.company.at_work(county), at=up)
            incident.reached = "city"
            self._report(incident, self.company.at_work(county), up, "report_up", city, "city", told_at + UPWARD)

    def _report(self, incident, by, at, kind, told, level, due_at):
        points = {
            **words.SIX,
            "unit": incident.unit_name or "无固定单位。",
            "course": incident.description,
            "casualties": casualties(incident),
        }
        points["scene"] = f"{incident.place.full_name}{incident.landmark}"
        serial = sum(one.incident is incident for one in self.reports[-4:]) + 1
        self.reports.append(
            IncidentReport(
                incident=incident, serial=serial, kind=kind, office=by.acting_post.office, told=told, level=level, figures=incident.figures,
                grade=incident.grade, at=at, due_at=due_at, by=by, **points,
            )
        )  # fmt: skip

    def _end(self, incident, lead, outcome):
        ended = incident.first_report_at + timedelta(hours=self.rng.uniform(2, 9))
        final, closed = ended + timedelta(hours=self.rng.uniform(2, 40)), ended + timedelta(days=self.rng.uniform(2, 6))
        if closed >= self.at:
            ended, final, closed = (incident.first_report_at + timedelta(hours=part) for part in (2, 3, 4))
        self.incidents.take(incident, "end", by=lead, at=ended, note=outcome)
        met = self.incidents.take(incident, "final_report", by=lead, at=final)
        told = self.company.duty(incident.place.path)
        self._report(incident, lead, final, "final_report", told, "county", met["incidents.final_report"].due_at)
        self.incidents.take(incident, "close", by=lead, at=closed, note="善后已落实，归档。")
        incident.ended_at, incident.final_report_at = ended, final
        self._review(incident, ended)

    def _review(self, incident, ended):
        review = IncidentReview(incident=incident, title=incident.title, place=incident.place, office_ids=list(incident.office_ids))
        review.office = incident.office
        self.reviews.begin(review, by=None, at=ended)
        waived = ended + timedelta(days=self.rng.uniform(3, 9))
        if ended < self.at - STILL_TO_REVIEW and waived < self.at:
            self.reviews.take(review, "waive", by=self.company.centre(incident.place.path), at=waived, note=words.WAIVED)

    def _signed(self, reports):
        """Signed for within the hour by whoever was told; those of the last two days are still waiting."""
        for report in reports:
            by = self.company.people.people.get(report.told_id)
            if by is not None and report.at < self.at - TO_SIGN:
                at = report.at + timedelta(minutes=self.rng.randrange(2, 50))
                yield ReportReceipt(report=report, office=report.told, by=by, at=at)

    def write(self):
        """All of it, in a few statements."""
        self.incidents.write()
        self.reviews.write()
        ReportReceipt.objects.bulk_create(self._signed(IncidentReport.objects.bulk_create(self.reports)))
        log = [
            LogLine(
                incident_id=event.object_id, at=event.at, kind=LogKind.STEP, by=event.by, office=event.post.office if event.post else None,
                text=f"{event.label}：{event.note}" if event.note else event.label,
            )
            for event in self.incidents.events
        ]  # fmt: skip
        LogLine.objects.bulk_create(log)


def tell_year(company, *, count=COUNT):
    """Tell `count` incidents; returns how many."""
    year, rng = Year(company), company.rng
    for number, age in enumerate(sorted((rng.uniform(1, YEAR) for _ in range(count)), reverse=True)):
        year.tell(company.at - timedelta(days=age), number)
    with transaction.atomic():
        year.write()
    return count
