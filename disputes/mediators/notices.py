"""Who is told what of a committee, and when: the committee itself, and the justice bureaus over it."""

from django.utils.translation import gettext_lazy as _

from disputes.mediators.flow import FLOW
from disputes.mediators.permissions import KEEP, OVERSEE
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

COMMITTEE = holders_at_office(KEEP)
JUSTICE = holders_at(OVERSEE, lambda case: case.office_ids)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"mediators.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _warned(days):
    return _rule(
        f"warned_{days}", f"deadline.warned_{days}d", COMMITTEE, _("%(label)s %(number)s"),
        _("%(office)s（%(number)s）%(label)s，%(due)s到期，请及时办理。"),
    )  # fmt: skip


NOTICES = (
    _rule("registered", "mediators.register", COMMITTEE, _("调委会已登记 %(number)s"),
          _("%(office)s已登记在册，编号 %(number)s，请登记在聘的调解员。")),
    _rule("studio_proposed", "mediators.propose_studio", JUSTICE, _("个人调解工作室待同意 %(number)s"),
          _("%(office)s（%(number)s）申请设立个人调解工作室，请审核。")),
    _rule("studio_approved", "mediators.approve_studio", COMMITTEE, _("个人调解工作室已同意 %(number)s"),
          _("%(office)s（%(number)s）申请的个人调解工作室已同意设立，并在公开页面公布。")),
    _rule("studio_refused", "mediators.refuse_studio", COMMITTEE, _("个人调解工作室未同意 %(number)s"),
          _("%(office)s（%(number)s）申请的个人调解工作室未同意，原因见办理经过。")),
    *(_warned(days) for days in (60, 30, 7)),
    _rule("lapsed", "deadline.lapsed", COMMITTEE, _("已逾期 %(number)s"),
          _("%(office)s（%(number)s）%(label)s，应于%(due)s前完成，请尽快办理。")),
    _rule("lapsed_above", "deadline.lapsed", JUSTICE, _("调委会事项逾期 %(number)s"),
          _("%(office)s（%(number)s）%(label)s，已于%(due)s逾期，请督促。")),
)  # fmt: skip
