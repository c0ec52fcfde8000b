"""Hands parts of a complaint to co-handling offices, takes their reports, and keeps the lead from answering before they came."""

from django.utils.translation import gettext as _

from disputes.cohandling import terms
from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Complaint
from disputes.complaints.services import let_in  # its effects come first: the lead's order, then those of its helpers
from governance.cases.enums import OrderKind, OrderState
from governance.cases.models import WorkOrder
from governance.cases.services import issue_order, next_number
from governance.deadlines.ledger import open_one
from governance.flow import engine
from governance.flow.table import RESIDENT, SYSTEM

GIVEN = ("dispatch", "appoint", "add_joint_offices")
ANOTHER_LEAD = ("uphold_objection", "recall", "recall_from_accused", "recall_for_recusal", "consult", "ask_consultation", "appoint")
GONE = ("close", "close_unsolved", "close_part", "close_with_lead", "merge", "withdraw", "divert", "hand_to_mediation", "pass_to_mediation")


@engine.after("complaints", *ANOTHER_LEAD, *GONE)
def end_with_the_complaint(complaint, taken):
    """Another office leads, or nobody: what was asked of co-handlers is asked no longer. Reports that came stay."""
    if complaint.is_joint:
        for part in CoHandling.objects.of(complaint).outstanding().order_by("pk"):
            engine.take(part, "end", by=SYSTEM, at=taken.at)


@engine.after("complaints", *GIVEN)
def issue_to_co_handlers(complaint, taken):
    """协办: each gets a work order and a limit of its own, and reports to the lead."""
    offices = [office for office in taken.given.get("joint_offices") or () if office.pk != complaint.office_id]
    if not offices:
        return
    already = set(CoHandling.objects.of(complaint).outstanding().values_list("office", flat=True))
    fresh = [office for office in offices if office.pk not in already]
    if not fresh:
        raise engine.StepRefused(_("所选单位已经在协办。"))
    let_in(complaint, fresh)
    complaint.is_joint = True
    for office in fresh:
        issue(complaint, office, by=taken.by, at=taken.at, instruction=taken.note)


def issue(complaint, office, *, by, at, instruction):
    """One order on the complaint, and the case in which its office works it off."""
    staff = by if by not in (RESIDENT, SYSTEM) else None
    order = issue_order(complaint, office, by=staff, at=at, kind=OrderKind.JOINT, instruction=instruction)
    part = CoHandling(
        complaint=complaint,
        order=order,
        number=next_number(at=at),
        title=complaint.title,
        place=complaint.place,
        instruction=instruction,
        **complaint.bars,
    )
    part.hand_to(office)
    part.office_ids = [*part.office_ids, complaint.office_id]
    engine.begin(part, by=by, at=at, note=instruction)
    deadline = open_one(part, terms.REPORT)
    order.due_at, order.citation = deadline.due_at, deadline.limit.citation
    order.save(update_fields=["due_at", "citation"])
    return part


def hanging_on(case):
    """The co-handling orders of a complaint; no other case has any."""
    return CoHandling.objects.of(case) if isinstance(case, Complaint) else ()


@engine.after("cohandling", "sign")
def sign_order(part, taken):
    _mark(part, state=OrderState.SIGNED, signed_by=taken.by, signed_at=taken.at)


@engine.after("cohandling", "report")
def keep_report(part, taken):
    part.report, part.reported_at = taken.note, taken.at
    _mark(part, state=OrderState.DONE, ended_at=taken.at)


@engine.after("cohandling", "send_back")
def ask_again(part, taken):
    """The same order stands again, with a new limit."""
    due = taken.clocks.open[terms.REPORT.name].due_at
    _mark(part, state=OrderState.SIGNED, ended_at=None, due_at=due)


@engine.after("cohandling", "waive", "end")
def end_order(part, taken):
    _mark(part, state=OrderState.WITHDRAWN, ended_at=taken.at)


def parts_of(complaint):
    """Every co-handling office of a complaint, in the order they were asked."""
    return CoHandling.objects.of(complaint).select_related("office", "place").order_by("pk")


def _mark(part, **facts):
    WorkOrder.objects.filter(pk=part.order_id).update(**facts)


@engine.after("complaints", "reply")
def wait_for_reports(complaint, taken):
    """主办汇总答复: the lead answers for all, so it has heard all, or has said of each why not."""
    if not complaint.is_joint:
        return
    silent = CoHandling.objects.of(complaint).outstanding().order_by("pk").values_list("office__short_name", flat=True)
    if silent:
        names = "、".join(silent)
        raise engine.StepRefused(_("%(names)s尚未反馈。请先催办，或者在其协办单上选“不再等待反馈”并说明理由，再答复。") % {"names": names})
