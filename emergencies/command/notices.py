"""Who is told what about a task of the command, and when."""

from django.utils.translation import gettext_lazy as _

from emergencies.command import terms
from emergencies.command.flow import FLOW
from emergencies.command.permissions import ACT, ISSUE
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

ACTING = holders_at_office(ACT)
COMMANDING = holders_at(ISSUE, lambda case: [case.issued_for_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"command.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("issued", "command.issue", ACTING, _("应急处置任务 %(number)s，请立即签收"),
          _("%(place)s发生突发事件，您单位有应急处置任务 %(number)s，请于%(due)s前签收。"), term=terms.ACKNOWLEDGE.name),
    _rule("declined", "command.decline", COMMANDING, _("任务不能承担 %(number)s"), _("%(office)s不能承担任务 %(number)s，请另行安排。")),
    _rule("finished", "command.finish", COMMANDING, _("任务已完成 %(number)s"), _("%(office)s报告任务 %(number)s 已完成。")),
    _rule("sent_back", "command.send_back", ACTING, _("任务须继续执行 %(number)s"),
          _("应急处置任务 %(number)s 没有完成，请于%(due)s前完成。"), term=terms.FINISH.name),
    _rule("cancelled", "command.cancel", ACTING, _("任务已撤销 %(number)s"), _("应急处置任务 %(number)s 已撤销。")),
    _rule("remind", "command.remind", ACTING, _("任务催办 %(number)s"), _("请抓紧办理应急处置任务 %(number)s，并报告进展。")),
    _rule("lapsed", "deadline.lapsed", ACTING, _("应急任务已逾期 %(number)s"), _("应急处置任务 %(number)s %(label)s，请立即办理。")),
    _rule("lapsed_command", "deadline.lapsed", COMMANDING, _("应急任务逾期 %(number)s"),
          _("%(office)s的应急处置任务 %(number)s %(label)s，请督促或者另行安排。")),
)  # fmt: skip
