"""Who is told what about an objection: the township that answers, and the worker who objected."""

from django.utils.translation import gettext_lazy as _

from governance.access.scope import who_may
from governance.notices.recipients import holders_at_office
from governance.notices.table import NoticeRule
from grids.performance.flow import FLOW
from grids.performance.permissions import MANAGE, OWN

TOWNSHIP = holders_at_office(MANAGE)


def worker(event, case):
    """Who objected, as long as he may."""
    return who_may(OWN, case).filter(pk=case.author_id)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"performance.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("objected", "performance.object", TOWNSHIP, _("绩效异议待答复 %(number)s"), _("有一件绩效异议 %(number)s，请在%(due)s前答复。"),
          term="performance.answer"),
    _rule("upheld", "performance.uphold", worker, _("绩效数据已更正 %(number)s"), _("您的异议 %(number)s 已采纳，数据已更正。")),
    _rule("rejected", "performance.reject", worker, _("绩效异议已答复 %(number)s"), _("您的异议 %(number)s 已答复，理由见办理经过。")),
    _rule("warned", "deadline.warned_24", TOWNSHIP, _("绩效异议将到期 %(number)s"), _("绩效异议 %(number)s，%(due)s到期。")),
    _rule("lapsed", "deadline.lapsed", TOWNSHIP, _("绩效异议已逾期 %(number)s"), _("绩效异议 %(number)s 应于%(due)s前答复，请立即办理。")),
)  # fmt: skip
