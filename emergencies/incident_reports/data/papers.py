"""What fills the printed report: everything as it was when it was sent."""

from pathlib import Path

from django.utils.translation import gettext as _

from emergencies.incidents.enums import Figure
from emergencies.incidents.flow import SIX_POINTS
from governance.web.formats import cn_datetime

TEMPLATE = Path(__file__).parent / "report.txt"


def facts_of(report):
    incident = report.incident
    kind = " · ".join(filter(None, (incident.get_category_display(), incident.kind.name, report.get_grade_display())))
    return {
        "issuer": report.office.name if report.office_id else "",
        "number": report.number,
        "kind": report.get_kind_display(),
        "addressee": str(report.addressee),
        "title": incident.title,
        "incident": incident.number,
        "kind_of_incident": kind,
        "occurred_at": cn_datetime(incident.occurred_at),
        "place": f"{incident.place.full_name} {incident.landmark}".strip(),
        **{name: getattr(report, name) for name in SIX_POINTS},
        "figures": [{"label": str(Figure(name).label), "value": value} for name, value in report.figures.items()],
        "reporter": report.by.name,
        "at": cn_datetime(report.at),
        "receipt": signed(report),
    }


def signed(report):
    if not report.is_signed:
        return _("（待签收）")
    return f"{report.receipt.office.name} {cn_datetime(report.receipt.at)}"
