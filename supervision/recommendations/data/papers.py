"""The papers of a recommendation: the letter with its receipt, and the unit's answer."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.deadlines.models import Deadline
from governance.timeline.models import Event
from governance.web.formats import cn_date, cn_due
from supervision.recommendations import terms
from supervision.recommendations.enums import JUDGED, State

FOLDER = Path(__file__).parent
LETTER, RECEIPT, ANSWER = "letter", "receipt", "answer"
NAMES = {LETTER: gettext_lazy("建议书"), RECEIPT: gettext_lazy("送达回证"), ANSWER: gettext_lazy("复函")}
ANSWERED = frozenset({State.ANSWERED, *JUDGED})


def template(kind):
    return FOLDER / f"{kind}.txt"


def papers_of(case):
    """The papers there are now, in the order they came about."""
    found = [LETTER]
    if case.received_on:
        found.append(RECEIPT)
    if case.state in ANSWERED and answer_of(case):
        found.append(ANSWER)
    return [{"kind": kind, "name": name_of(kind, case)} for kind in found]


def name_of(kind, case):
    return f"{case.get_kind_display()}{_('书')}" if kind == LETTER else str(NAMES[kind])


def answer_of(case):
    """The event of the latest answer, or None."""
    return Event.objects.of(case).filter(kind="recommendations.answer").with_actors().order_by("-sequence").first()


def facts(kind, case):
    """What fills a paper; nobody's name stands in one."""
    return {LETTER: letter_facts, RECEIPT: receipt_facts, ANSWER: answer_facts}[kind](case)


def letter_facts(case):
    answer = Deadline.objects.of(case).filter(term=terms.ANSWER.name).select_related("limit").order_by("-started_at").first()
    return {
        **_both(case),
        "heading": f"{case.get_kind_display()}{_('书')}",
        "problem": _lines(case.problem),
        "advice": _lines(case.advice),
        "basis": case.basis,
        "due": cn_due(answer.due_at) if answer else (cn_date(case.answer_by) if case.answer_by else ""),
        "citation": answer.limit.source_label if answer else "",
        "issued_on": cn_date(case.issued_on),
    }


def receipt_facts(case):
    return {
        **_both(case),
        "paper": f"{case.get_kind_display()}{_('书')}",
        "way": case.get_way_display(),
        "received_on": cn_date(case.received_on),
        "receiver": case.receiver,
    }


def answer_facts(case):
    event = answer_of(case)
    return {
        **_both(case),
        "number": case.reply_number or case.number,
        "heading": _("关于%(kind)s\n“%(title)s”的复函") % {"kind": case.get_kind_display(), "title": case.title},
        "paper": f"{case.get_kind_display()}{_('书')}",
        "received_on": cn_date(case.received_on),
        "answer": _lines(event.note),
        "answered_at": cn_date(event.at),
    }


def _both(case):
    return {"sender": case.sender.name, "unit": case.unit.name, "document": case.document, "case": case.number, "title": case.title}


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]
