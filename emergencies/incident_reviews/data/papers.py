"""What fills the printed review, and the facts of the incident that nobody has to type."""

from pathlib import Path

from django.utils.translation import gettext as _

from emergencies.command.services import signing_time
from emergencies.incident_reports.models import IncidentReport
from governance.web.formats import cn_date, cn_datetime

TEMPLATE = Path(__file__).parent / "review.txt"


def known(incident):
    """[(label, sentence)]: reports and tasks as they are on record."""
    reports = [*IncidentReport.objects.filter(incident=incident).only("at", "due_at")]
    tasks = [*incident.tasks.only("minutes", "state", "kept")]
    late, mean = sum(one.was_late for one in reports), signing_time(tasks)
    ended = cn_datetime(incident.ended_at) if incident.ended_at else _("处置中")
    signed = _("，平均签收用时 %(minutes)s 分钟") % {"minutes": mean} if mean is not None else ""
    slow = sum(task.kept is False for task in tasks)
    return [
        (_("发生和结束"), _("%(from)s 至 %(to)s") % {"from": cn_datetime(incident.occurred_at), "to": ended}),
        (_("信息报告"), _("共 %(count)s 份，其中超时 %(late)s 份") % {"count": len(reports), "late": late}),
        (_("任务"), _("共 %(count)s 项，其中签收超时 %(slow)s 项%(signed)s") % {"count": len(tasks), "slow": slow, "signed": signed}),
    ]


def facts_of(review):
    incident = review.incident
    span, reports, tasks = (text for _label, text in known(incident))
    measures = [
        {"text": one.text, "owner": one.owner, "until": cn_date(one.until), "result": one.result}
        for one in review.measures.order_by("until", "pk")
    ]
    return {
        "issuer": review.office.name if review.office_id else "",
        "number": review.number,
        "title": review.title,
        "incident": incident.number,
        "span": span,
        "reports": reports,
        "tasks": tasks,
        "strengths": review.strengths,
        "shortfalls": review.shortfalls,
        "lessons": review.lessons,
        "measures": measures,
        "at": cn_date(review.closed_at or review.opened_at),
    }
