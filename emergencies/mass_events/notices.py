"""Who is told of a mass event: the police that decides, the county's centre of a lapse, and who speaks for the organiser."""

from django.utils.translation import gettext_lazy as _

from emergencies.mass_events import terms
from emergencies.mass_events.flow import FLOW
from emergencies.mass_events.permissions import HANDLE
from governance.notices.recipients import SealedPhone, holders_at_office
from governance.notices.table import NoticeRule

POLICE, ORGANISER = holders_at_office(HANDLE), SealedPhone("contact_phone")
TITLE = _("【大型活动】%(number)s")


def _police(name, step, title, body, term=""):
    return NoticeRule(f"mass_events.{name}", f"mass_events.{step}", title, body, to=POLICE, procedure=FLOW.procedure, term=term)


def _told(name, step, body, term=""):
    return NoticeRule(f"mass_events.{name}", f"mass_events.{step}", TITLE, body, phone=ORGANISER, procedure=FLOW.procedure, term=term)


def _clock(name, kind, title, body):
    return NoticeRule(f"mass_events.{name}", f"deadline.{kind}", title, body, to=POLICE, procedure=FLOW.procedure)


NOTICES = (
    _police("applied", "apply", _("大型活动申请 %(number)s"),
            _("%(place)s有大型群众性活动申请 %(number)s，请于%(due)s前答复是否受理。"), terms.ACCEPT.name),
    _police("supplemented", "supplement", _("大型活动已补正 %(number)s"),
            _("申请 %(number)s 已补正材料，请于%(due)s前答复是否受理。"), terms.ACCEPT.name),
    _police("referred", "refer", _("大型活动移送 %(number)s"), _("大型群众性活动申请 %(number)s 移送本机关办理。")),
    _police("withdrawn", "withdraw", _("大型活动撤回 %(number)s"), _("承办者已撤回申请或者取消活动 %(number)s。")),
    _police("reported", "report", _("大型活动总结 %(number)s"), _("承办者已报送活动 %(number)s 的总结，请评价归档。")),
    _clock("warned_48", "warned_48", _("48小时内到期 %(number)s"), _("大型活动 %(number)s %(label)s，%(due)s到期。")),
    _clock("lapsed", "lapsed", _("大型活动逾期 %(number)s"), _("大型活动 %(number)s %(label)s，应于%(due)s前完成。")),
    _told("accepted", "accept", _("您的申请 %(number)s 已受理，%(due)s前作出决定，可凭编号和查询码查看。"), terms.DECIDE.name),
    _told("to_supplement", "ask_supplement", _("您的申请 %(number)s 需要补正，请凭编号和查询码查看内容并在线补正。")),
    _told("not_accepted", "not_accept", _("您的申请 %(number)s 未予受理，理由请凭编号和查询码查看。")),
    _told("permitted", "permit", _("您的申请 %(number)s 已准予许可，许可条件请凭编号和查询码查看。")),
    _told("refused", "refuse", _("您的申请 %(number)s 未予许可，理由请凭编号和查询码查看。")),
    _told("revoked", "revoke", _("您的活动 %(number)s 的许可已撤销，不得举办，理由请凭编号和查询码查看。")),
    _told("to_report", "end", _("活动 %(number)s 已结束，请于%(due)s前凭编号和查询码报送活动总结。"), terms.REPORT.name),
)  # fmt: skip
