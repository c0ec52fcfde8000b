"""The paper of a review: its questions and answers, bound together (问答汇编)."""

from pathlib import Path

from django.utils.translation import gettext as _

from governance.web.formats import cn_date

RECORD = Path(__file__).parent / "record.txt"


def record_facts(case):
    """Questions in their order, with answers and what is followed up; units, nobody's name."""
    return {
        "office": case.office.name,
        "case": case.number,
        "heading": _("%(kind)s\n“%(title)s”问答汇编") % {"kind": case.get_kind_display(), "title": case.title},
        "session": case.session,
        "held_on": cn_date(case.held_on),
        "text": _lines(case.text),
        "questions": [_told(question) for question in case.questions.select_related("unit")],
        "satisfaction": case.get_satisfaction_display(),
        "day": cn_date(case.answered_at or case.opened_at),
    }


def _told(question):
    return {
        "text": question.text,
        "unit": question.unit.name,
        "answer": _lines(question.answer) if question.answered_at else [_("（待答复）")],
        "follow_up": question.follow_up,
        "until": cn_date(question.follow_up_on) if question.follow_up_on else "",
        "outcome": _lines(question.outcome),
        "position": question.position,
    }


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]
