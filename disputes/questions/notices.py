"""Who is told that something is asked, answered, or was not answered in time."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints import terms
from disputes.complaints.notices import HANDLERS, PERSON, way_to_ask
from governance.notices.table import NoticeRule


def is_question(event, case):
    return event.data["term"] == terms.QUESTION.name


NOTICES = (
    NoticeRule(
        "questions.asked", "complaints.ask_person", _("【12345】%(number)s"), phone=PERSON, term=terms.QUESTION.name,
        body=_("办理您反映的事项 %(number)s 需向您核实情况，请于%(due)s前%(way)s查看并答复。"), facts=way_to_ask,
    ),
    NoticeRule(
        "questions.reminder", "deadline.warned_48", _("【12345】%(number)s"), phone=PERSON, procedure="complaints", when=is_question,
        body=_("您反映的事项 %(number)s 有一项询问待您答复，%(due)s截止。未答复的，届时按现有情况继续办理。"),
    ),
    NoticeRule(
        "questions.answered", "complaints.answer_question", _("反映人已答复 %(number)s"), to=HANDLERS, term=terms.HANDLE.name,
        body=_("反映人已答复诉求 %(number)s 的询问，计时已恢复，办理时限%(due)s。"),
    ),
    NoticeRule(
        "questions.unanswered", "complaints.stop_waiting", _("反映人逾期未答复 %(number)s"), to=HANDLERS, term=terms.HANDLE.name,
        body=_("诉求 %(number)s 的询问逾期未获答复，计时已恢复，请按现有情况办理，办理时限%(due)s。"),
    ),
)  # fmt: skip
