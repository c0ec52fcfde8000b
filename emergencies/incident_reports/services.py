"""Keeps each report as it was sent, and who signed for it."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from emergencies.incident_reports.enums import Kind
from emergencies.incident_reports.models import IncidentReport, ReportReceipt
from emergencies.incidents.data.drafting import drafted_by
from emergencies.incidents.data.routing import told_next
from emergencies.incidents.enums import Reached
from emergencies.incidents.flow import SIX_POINTS
from emergencies.incidents.services import let_in
from governance.flow import engine
from governance.timeline.record import record


@engine.after("incidents", *Kind.values)
def keep_report(incident, taken):
    """Which office tells which, in what words, and whether it was in time; of the row that the step holds locked."""
    told, level = _addressee(incident, taken)
    clock = next(iter(taken.clocks.met.values()), None)
    taken.given["report"] = IncidentReport.objects.create(
        incident=incident, serial=incident.reports.count() + 1, kind=taken.step.name, office=taken.by.acting_post.office, told=told,
        level=level, figures=incident.figures, grade=incident.grade, at=taken.at, by=taken.by, due_at=clock.due_at if clock else None,
        **{name: taken.given[name] for name in SIX_POINTS},
    )  # fmt: skip


def _addressee(incident, taken):
    """Who was told by a report that goes up; a later one goes to the same desk as the first."""
    if "level" in taken.given:
        return taken.given["told"], taken.given["level"]
    told, level = told_next(incident, incident.office)
    let_in(incident, told)
    return told, level or Reached.REGION


@drafted_by
def last_words(incident):
    """The six points of the last report, to go on from."""
    return incident.reports.order_by("-serial").values(*SIX_POINTS).first()


class NotYours(Exception):
    """Somebody else signs for it; the message tells the person why."""


def sign(report, *, by, at):
    """The office that was told signs for the report, once; signed again it stays as it is. Raises `NotYours` for any other office."""
    if report.told_id is None or by.acting_post is None or by.acting_post.office_id != report.told_id:
        raise NotYours(_("该报告由接收单位签收。"))
    try:
        with transaction.atomic():
            incident = engine.lock(report.incident)
            receipt = ReportReceipt.objects.create(report=report, office=by.acting_post.office, by=by, at=at)
            told = _("签收%(kind)s第%(serial)s号") % {"kind": report.get_kind_display(), "serial": report.serial}
            record(incident, "incident_reports.sign", told, by=by, at=at, data={"serial": report.serial})
            incident.save(update_fields=["version"])
    except IntegrityError:
        return ReportReceipt.objects.get(report=report)
    return receipt
