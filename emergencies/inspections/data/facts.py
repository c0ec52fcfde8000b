"""What the record of an inspection says on paper, and the template it is set by."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.checklists.enums import Weight
from emergencies.inspections.enums import Result, Signed
from emergencies.inspections.rules import order_words
from governance.files.services import open_attachment
from governance.web.formats import cn_date, cn_datetime

RECORD = Path(__file__).parent / "record.txt"
NOTHING = "—"


def record_facts(inspection, answers, *, address):
    """The paper the site gets. Who answered for the site is shown by the first character of the name and the post alone."""
    signature = ""
    if inspection.signature_id:
        with open_attachment(inspection.signature) as content:
            signature = content.read().hex()
    return {
        "issuer": inspection.office.name,
        "number": inspection.number,
        "name": inspection.premises.name,
        "where": f"{inspection.place.full_name} {inspection.premises.address}",
        "checklist": _("%(label)s（第%(number)s版）") % {"label": inspection.checks.checklist.label, "number": inspection.checks.number},
        "citation": inspection.checks.checklist.citation,
        "ground": inspection.plan.title if inspection.plan_id else inspection.reason,
        "when": cn_datetime(inspection.checked_at),
        "inspectors": f"{inspection.first.name}、{inspection.second.name}",
        "answers": [answer_facts(answer) for answer in answers],
        "order": order_words(inspection.failed, inspection.rectify_by),
        "findings": inspection.findings or NOTHING,
        "signed": signed_words(inspection),
        "signature": signature,
        "confirmed": _("已由两名检查人员确认") if inspection.closed_at else _("待第二名检查人员确认"),
        "address": address,
        "day": cn_date(timezone.localtime(inspection.checked_at)),
    }


def answer_facts(answer):
    """One row of the table."""
    told = str(answer.get_result_display())
    if answer.result == Result.WRONG:
        hazard = _("%(weight)s，隐患编号 %(number)s") % {"weight": Weight(answer.weight).label, "number": answer.hazard.number}
        told = f"{told}：{answer.note}（{hazard}）"
    return {"order": answer.item.order, "label": answer.item.label, "told": told}


def signed_words(inspection):
    """How the site answered for it, in words."""
    if inspection.signed == Signed.REFUSED:
        return _("现场人员拒绝签名：%(why)s。两名检查人员在场见证。") % {"why": inspection.refusal.rstrip("。")}
    who = f"{inspection.signer_role} {inspection.signer_name}".strip()  # whoever signs by hand need not be named besides
    return _("%(who)s，%(way)s") % {"who": who, "way": inspection.get_signed_display()}
