"""Who is told what about a search, and when."""

from django.utils.translation import gettext_lazy as _

from disputes.searches import terms
from disputes.searches.flow import FLOW
from disputes.searches.permissions import SEARCH, STEER
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

VILLAGE = holders_at_office(SEARCH)
CALLER = holders_at(STEER, lambda case: [case.round.office_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"searches.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("called", "searches.call", VILLAGE, _("矛盾纠纷排查 %(number)s"),
          _("请在%(due)s前完成%(place)s的矛盾纠纷排查，逐个网格记录。"), term=terms.FINISH.name),
    _rule("reminded", "searches.remind", VILLAGE, _("排查催办 %(number)s"), _("%(place)s的排查还没有完成，%(due)s到期，请抓紧。"),
          term=terms.FINISH.name),
    _rule("cancelled", "searches.cancel", VILLAGE, _("排查已取消 %(number)s"), _("%(place)s的这次排查已取消，不用再做。")),
    _rule("warned_48", "deadline.warned_48", VILLAGE, _("排查48小时内到期 %(number)s"), _("%(place)s的排查%(due)s到期，请抓紧完成。")),
    _rule("warned_24", "deadline.warned_24", VILLAGE, _("排查24小时内到期 %(number)s"), _("%(place)s的排查%(due)s到期，请尽快完成。")),
    _rule("lapsed", "deadline.lapsed", VILLAGE, _("排查已逾期 %(number)s"), _("%(place)s的排查应于%(due)s前完成，请立即完成。")),
    _rule("lapsed_above", "deadline.lapsed", CALLER, _("排查逾期 %(number)s"), _("%(place)s的排查应于%(due)s前完成，没有完成，请督促。")),
)  # fmt: skip
