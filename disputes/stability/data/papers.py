"""The report of an assessment, printed from what is kept: opinions as counts, nobody's name."""

from pathlib import Path

from django.utils.translation import gettext as _

from disputes.stability.enums import State
from disputes.stability.rules import paragraphs
from disputes.stability.services import opinions_of
from governance.web.formats import cn_date

REPORT = Path(__file__).parent / "report.txt"
DRAFT = (State.ASSESSING, State.CONCLUDED)


def report_facts(case):
    opinions = opinions_of(case)
    return {
        "number": case.number,
        "title": case.title,
        "assessor": case.assessor.name,
        "is_draft": case.state in DRAFT,
        "kind": case.kind.name,
        "decider": case.decider.name,
        "third_party": case.third_party or _("无"),
        "place": case.place.full_name,
        "decide_on": cn_date(case.decide_on),
        "content": paragraphs(case.content),
        "affected": paragraphs(case.affected),
        "collections": [_collection(row) for row in opinions["rows"]],
        "total": opinions["total"],
        "risks": [_risk(risk) for risk in case.risks.prefetch_related("measures__owner")],
        "matrix": case.matrix.version,
        "level": case.get_level_display() or _("未评定"),
        "level_after": case.get_level_after_display() or _("未评定"),
        "report": paragraphs(case.report),
        "result": case.get_result_display() or _("尚未提出结论"),
        "filed": _("%(day)s由%(office)s备案") % {"day": cn_date(case.filed_at), "office": case.filed_with.name} if case.filed_at else "",
        "day": cn_date(case.submitted_at or case.opened_at),
    }


def _collection(row):
    return {
        "method": row.method.name, "day": cn_date(row.held_on), "reach": row.reach, "people": row.people, "in_favour": row.in_favour,
        "conditional": row.conditional, "against": row.against, "summary": paragraphs(row.summary),
    }  # fmt: skip


def _risk(risk):
    after = f"{risk.likelihood_after} × {risk.effect_after}，{risk.get_level_after_display()}" if risk.level_after else _("未评定")
    return {
        "position": risk.position, "name": risk.name, "description": paragraphs(risk.description),
        "before": f"{risk.likelihood} × {risk.effect}，{risk.get_level_display()}", "after": after,
        "measures": [{"text": one.text, "owner": one.owner.short_name, "due": cn_date(one.due_on)} for one in risk.measures.all()],
    }  # fmt: skip
