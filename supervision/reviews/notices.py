"""Who is told of a review: the units that owe an answer or a report, and the standing committee."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from supervision.reviews import terms
from supervision.reviews.flow import FLOW
from supervision.reviews.permissions import ANSWER, ASK

COMMITTEE = holders_at_office(ASK)
AWAITED, FOLLOWED = holders_at(ANSWER, lambda case: case.awaited_ids), holders_at(ANSWER, lambda case: case.followed_ids)


def _step(name, step, to, title, body, term=terms.ANSWER):
    return NoticeRule(f"reviews.{name}", f"reviews.{step}", title, body, to=to, procedure=FLOW.procedure, term=term.name)


def _clock(name, kind, to, title, body, term):
    def is_it(event, case):
        return event.data["term"] == term.name

    return NoticeRule(f"reviews.{name}", f"deadline.{kind}", title, body, to=to, procedure=FLOW.procedure, when=is_it)


NOTICES = (
    _step("asked", "ask", AWAITED, _("人大询问待答复 %(number)s"), _("%(office)s提出询问 %(number)s，请于%(due)s前答复。")),
    _step("returned", "return", AWAITED, _("须重新答复 %(number)s"), _("人大询问 %(number)s 的答复被退回，请于%(due)s前重新答复。")),
    _step("complete", "complete", COMMITTEE, _("待评议 %(number)s"), _("询问 %(number)s 已全部答复，请于%(due)s前评议。"), terms.ASSESS),
    _step("follow", "follow", FOLLOWED, _("人大跟踪事项 %(number)s"), _("%(office)s对 %(number)s 确定了跟踪事项，请按期报告落实情况。")),
    _step("report", "report", COMMITTEE, _("落实报告待核实 %(number)s"), _("跟踪事项 %(number)s 已报告落实情况，请核实。")),
    _step("miss", "miss", FOLLOWED, _("跟踪事项逾期 %(number)s"), _("人大监督事项 %(number)s 有跟踪事项超过日期未报告，请立即报告。")),
    _step("miss_committee", "miss", COMMITTEE, _("跟踪事项逾期 %(number)s"), _("监督事项 %(number)s 有跟踪事项超过日期未报告，请督促。")),
    _clock("warned_7d", "warned_7d", AWAITED, _("7日内到期 %(number)s"), _("人大询问 %(number)s，%(due)s到期，请抓紧答复。"), terms.ANSWER),
    _clock("warned_48", "warned_48", AWAITED, _("48小时内到期 %(number)s"), _("人大询问 %(number)s，%(due)s到期，请答复。"), terms.ANSWER),
    _clock("lapsed", "lapsed", AWAITED, _("逾期未答复 %(number)s"), _("人大询问 %(number)s 应于%(due)s前答复。"), terms.ANSWER),
    _clock("late", "lapsed", COMMITTEE, _("逾期未答复 %(number)s"), _("询问 %(number)s 应于%(due)s前全部答复，现已逾期。"), terms.ANSWER),
    _clock("assess", "lapsed", COMMITTEE, _("逾期未评议 %(number)s"), _("询问 %(number)s 应于%(due)s前评议。"), terms.ASSESS),
)  # fmt: skip
