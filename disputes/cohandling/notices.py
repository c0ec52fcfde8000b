"""Who is told what about a co-handling order."""

from django.utils.translation import gettext_lazy as _

from disputes.cohandling import terms
from disputes.cohandling.flow import FLOW
from disputes.cohandling.permissions import HANDLE
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

HELPERS, LEAD = holders_at_office(HANDLE), holders_at(HANDLE, lambda case: [case.complaint.office_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"cohandling.{name}", event, title, body, to=to, procedure=FLOW.procedure, term=terms.REPORT.name, **more)


def is_report(event, case):
    return event.data["term"] == terms.REPORT.name


NOTICES = (
    _rule("issued", "cohandling.issue", HELPERS, _("请协办 %(number)s"),
          _("%(place)s的一件诉求请你单位协办，协办单 %(number)s，请签收，并在%(due)s前向主办单位反馈。")),
    _rule("reported", "cohandling.report", LEAD, _("协办已反馈 %(number)s"), _("%(office)s已就协办单 %(number)s 反馈，请汇总答复。")),
    _rule("sent_back", "cohandling.send_back", HELPERS, _("请补充反馈 %(number)s"), _("协办单 %(number)s 需补充，请在%(due)s前反馈。")),
    _rule("waived", "cohandling.waive", HELPERS, _("不再等待反馈 %(number)s"), _("主办单位不再等待协办单 %(number)s 的反馈，理由见该单。")),
    _rule("warned", "deadline.warned_24", HELPERS, _("协办将到期 %(number)s"), _("协办单 %(number)s 将于%(due)s到期，请抓紧反馈。"),
          when=is_report),
    _rule("lapsed", "deadline.lapsed", HELPERS, _("协办已逾期 %(number)s"), _("协办单 %(number)s 应于%(due)s前反馈，请立即办理。"),
          when=is_report),
    _rule("lapsed_for_lead", "deadline.lapsed", LEAD, _("协办逾期未反馈 %(number)s"), _("%(office)s未在%(due)s前反馈，协办单 %(number)s。"),
          when=is_report),
)  # fmt: skip
