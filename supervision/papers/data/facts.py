"""What fills the papers of a supervision. Offices and positions; no private person is ever named."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.deadlines.models import Deadline, Extension
from governance.web.formats import cn_date, cn_datetime, cn_due
from supervision.oversight import terms
from supervision.papers.enums import Kind
from supervision.papers.rules import paragraphs

FOLDER = Path(__file__).parent
RECEIPT = "receipt"
SERVED_ALREADY = gettext_lazy("该文书已登记送达，不能重复登记。")
OUTSIDE = gettext_lazy("《呼和浩特市社会治理促进条例》第五十八条、第六十二条")
INSIDE = gettext_lazy("《呼和浩特市社会治理促进条例》第五十八条")
DECIDED = gettext_lazy("经研究，决定如下")


def template(kind):
    return FOLDER / f"{kind}.txt"


def about(finding, case, at):
    """What every paper says: from whom, to whom, about what, on which ground."""
    return {
        "issuer": case.office.name,
        "addressee": finding.addressee,
        "duty": finding.duty,
        "ground": str(finding.get_ground_display()),
        "article": str(OUTSIDE if finding.outside else INSIDE),
        "number": case.number,
        "matter": f"{finding.subject_label} {finding.subject_number}".strip() if finding.subject_number else "",
        "facts": paragraphs(finding.facts),
        "issued_at": cn_date(at),
    }


def notice(finding, taken):
    return about(finding, finding, taken.at) | {"text": paragraphs(taken.note)}


def invitation(finding, taken):
    given = taken.given
    when = cn_datetime(given["talk_at"])
    told = {"when": when, "where": given["where"], "host": given["host"]}
    return about(finding, finding, taken.at) | told | {"text": paragraphs(taken.note)}


def record(finding, taken):
    given, talk = taken.given, finding.talks.last()
    told = {"when": cn_datetime(given["talk_at"]), "where": talk.where, "host": talk.host, "reason": paragraphs(talk.about)}
    said = {name: paragraphs(given[name]) for name in ("statement", "promise")}
    people = {"talk_with": given["talk_with"], "recorder": given["recorder"]}
    return about(finding, finding, taken.at) | told | said | people | {"text": paragraphs(taken.note)}


def listing(finding, taken):
    until = cn_due(finding.listed_end)
    return about(finding, finding, taken.at) | {"text": paragraphs(taken.note), "until": until, "stages": []}


def stages_of(finding):
    """The stages as a listing names them."""
    return [{"position": row.position, "what": row.what, "by": cn_date(row.by)} for row in finding.stages.all()]


def removal(finding, taken):
    listed = {"listed_at": cn_date(finding.listed_at), "published_at": cn_date(finding.published_at) if finding.published_at else ""}
    return about(finding, finding, taken.at) | listed | {"text": paragraphs(taken.note)}


def extension(finding, taken):
    return about(finding, finding, taken.at) | _extension(finding, terms.LISTED_TERM.name, taken, _("挂牌督办"))


def order_extension(order, taken):
    """The same for an order to rectify."""
    return about(order.finding, order, taken.at) | _extension(order, "orders.rectify", taken, _("责令限期整改"))


def _extension(case, term, taken, what):
    """Who asked for how much and why, and what was decided."""
    clock = taken.clocks.open[term]
    asked = Extension.objects.filter(deadline=clock, decided_at=taken.at).select_related("deadline__limit").latest("pk")
    served = getattr(case, "document", "")
    return {
        "what": f"{what} {served}".strip(),
        "amount": asked.amount_label,
        "reason": paragraphs(asked.reason),
        "asked_at": cn_date(asked.asked_at),
        "granted": bool(asked.granted),
        "result": _("同意延期") if asked.granted else _("不同意延期"),
        "due": cn_due(clock.due_at),
        "text": paragraphs(taken.note),
    }


def review(order, taken):
    """复查意见书: each thing, and whether it is put right."""
    passed = taken.step.name == "pass_inspection"
    again = "" if passed else cn_due(taken.clocks.open["orders.rectify"].due_at)
    items = [
        {"position": item.position, "what": item.what, "result": _("已整改") if item.passed else _("未整改到位"), "note": item.checked}
        for item in order.items.all()
    ]
    told = {"order_document": order.document, "served_at": cn_date(order.served_at), "items": items, "passed": passed, "again": again}
    return about(order.finding, order, taken.at) | told | {"text": paragraphs(taken.note)}


WORDS = {
    Kind.NOTICE: notice,
    Kind.INVITATION: invitation,
    Kind.RECORD: record,
    Kind.LISTING: listing,
    Kind.EXTENSION: extension,
    Kind.REMOVAL: removal,
}


def service_facts(document, name, case, *, issuer, addressee):
    """送达回证 of a paper or an order: filled as far as it was served, with lines to fill in by hand where it was not."""
    served = case.served_at is not None
    return {
        "issuer": issuer,
        "document": document,
        "name": name,
        "addressee": addressee,
        "served": served,
        "served_at": cn_datetime(case.served_at) if served else "",
        "way": str(case.get_way_display()) if served else "",
        "receiver": case.receiver,
        "refused": case.refused,
        "witness": case.witness,
    }


def clock_of(order):
    """The clock of an order's rectification, with its limit; None before it is served."""
    return Deadline.objects.of(order).filter(term="orders.rectify").select_related("limit").order_by("-started_at").first()
