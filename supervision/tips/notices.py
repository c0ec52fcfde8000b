"""Who is told of a tip: the leading group's office, and the person where a telephone was left."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import SealedPhone, holders_at_office
from governance.notices.table import NoticeRule
from supervision.tips import terms
from supervision.tips.flow import FLOW
from supervision.tips.permissions import HANDLE

OFFICE, PERSON = holders_at_office(HANDLE), SealedPhone("reporter_phone")
TITLE = _("【监督我们】%(number)s")


def _step(name, step, to, title, body, term=terms.ANSWER):
    return NoticeRule(f"tips.{name}", f"tips.{step}", title, body, to=to, procedure=FLOW.procedure, term=term.name)


def _told(name, step, body, term=""):
    return NoticeRule(f"tips.{name}", f"tips.{step}", TITLE, body, phone=PERSON, procedure=FLOW.procedure, term=term)


def _clock(name, kind, title, body):
    return NoticeRule(f"tips.{name}", f"deadline.{kind}", title, body, to=OFFICE, procedure=FLOW.procedure)


NOTICES = (
    _step("filed", "file", OFFICE, _("待受理来信 %(number)s"), _("%(place)s收到来信 %(number)s，请于%(due)s前受理。"), terms.ACCEPT),
    _step("come_back", "come_back", OFFICE, _("督导已有结果 %(number)s"), _("来信 %(number)s 所转线索已有结果，请于%(due)s前答复。")),
    _clock("warned_48", "warned_48", _("48小时内到期 %(number)s"), _("监督来信 %(number)s %(label)s，%(due)s到期。")),
    _clock("lapsed", "lapsed", _("来信逾期 %(number)s"), _("监督来信 %(number)s %(label)s，应于%(due)s前完成。")),
    _told("accepted", "accept", _("您的监督来信 %(number)s 已受理，%(due)s前答复，可凭编号和查询码查看。"), terms.ANSWER.name),
    _told("passed_on", "pass_on", _("您的监督来信 %(number)s 属于诉求事项，已转12345办理，凭原查询码可以继续查询。")),
    _told("answered", "answer", _("您的监督来信 %(number)s 已答复，请凭编号和查询码查看。")),
    _told("not_accepted", "not_accept", _("您的监督来信 %(number)s 未予受理，理由请凭编号和查询码查看。")),
)  # fmt: skip
