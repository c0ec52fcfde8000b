"""Who is told what about a mediation, and when."""

from django.utils.translation import gettext_lazy as _

from disputes.mediation import terms
from disputes.mediation.enums import Colour, Source
from disputes.mediation.flow import FLOW
from disputes.mediation.models import Mediation, Session
from disputes.mediation.permissions import ASSIGN, LEAD, MEDIATE
from governance.access.scope import who_may
from governance.notices.recipients import SealedPhone, holders_at, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.web.formats import cn_datetime

COUNTY = 6  # characters of a county's path
PERSON = SealedPhone("contact_phone")
OTHER_SIDE = SealedPhone("other_phone")
COMMITTEE = holders_at_office(MEDIATE)


def centre_of_county(case):
    """The county's centre; the city's, where the case keeps that one out."""
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path__in=ancestors(case.place_path[:COUNTY]))
    return centres.exclude(pk__in=case.barred_ids).order_by("-place__path").values("pk")[:1]


def its_mediator(event, case):
    """The one who mediates, as long as that person still may."""
    return who_may(MEDIATE, case).filter(pk=Mediation.objects.filter(pk=case.pk).values("mediator")[:1])


CENTRE = holders_at(ASSIGN, centre_of_county)
LEADER = holders_at(LEAD, lambda case: [case.leader_id])


def is_grave(event, case):
    """Green disputes are led where they arise; nobody needs to be told of each."""
    return case.leader_id is not None and case.colour in {Colour.RED, Colour.YELLOW}


def has_no_committee(event, case):
    return case.office_id is None


def has_committee(event, case):
    return case.office_id is not None


def meeting(event, case):
    """§22: when and where both sides are asked to come, and whom to call if they cannot."""
    session = Session.objects.filter(mediation=case.pk).scheduled().order_by("-serial").first()
    phone = case.office.phone if case.office else ""
    return {
        "when": cn_datetime(session.scheduled_for),
        "where": f"{session.venue}{session.room}",
        "call": _("不能到场请提前致电%(phone)s。") % {"phone": phone} if phone else _("不能到场请提前告知调解员。"),
    }


def is_a_duty(event, case):
    """A right of the parties that runs out (司法确认) is nobody's omission, but is worth a word in time."""
    return event.data["term"] != terms.CONFIRM.name


def way_to_ask(event, case):
    """How an applicant hears the rest: whom a grid worker handed over was given no query code."""
    return {"way": _("凭编号向调委会") if case.source == Source.GRID else _("凭编号和查询码")}


def _staff(name, event, to, title, body, **more):
    return NoticeRule(f"mediation.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _step(name, step, to, title, body, *, term="", **more):
    return _staff(name, f"{FLOW.procedure}.{step}", to, title, body, term=term, **more)


def _person(name, step, body, *, phone=PERSON, **more):
    event, title = f"{FLOW.procedure}.{step}", _("【人民调解】%(number)s")
    return NoticeRule(f"mediation.{name}", event, title, body, phone=phone, procedure=FLOW.procedure, **more)


TO_STAFF = (
    _step("recused", "recuse", CENTRE, _("声明回避 %(number)s"),
          _("调解事项 %(number)s 由%(office)s承办，有人员声明回避，请督促更换调解员，或者指定其他调委会。")),
    _step("recused_colleagues", "recuse", COMMITTEE, _("接手调解 %(number)s"),
          _("调解事项 %(number)s 有人员声明回避，请本调委会其他人员接手。"), when=has_committee),
    _step("registered", "register", COMMITTEE, _("新调解申请 %(number)s"),
          _("%(place)s的调解申请 %(number)s 待受理，请于%(due)s前答复是否受理。"), term=terms.ACCEPT.name, when=has_committee),
    _step("homeless", "register", CENTRE, _("待指定调委会 %(number)s"),
          _("%(place)s的调解申请 %(number)s 尚无调委会承办，请指定。"), when=has_no_committee),
    _step("assigned", "assign", its_mediator, _("指派您调解 %(number)s"),
          _("纠纷 %(number)s 已指派您调解，调解期限%(due)s。"), term=terms.LIMIT.name),
    _step("replaced", "replace", its_mediator, _("指派您调解 %(number)s"),
          _("纠纷 %(number)s 已改由您调解，调解期限%(due)s。"), term=terms.LIMIT.name),
    _step("reassigned", "reassign", COMMITTEE, _("指定受理 %(number)s"),
          _("%(place)s的调解申请 %(number)s 已指定你委办理，请于%(due)s前答复是否受理。"), term=terms.ACCEPT.name),
    _step("taken_over", "take_over", COMMITTEE, _("改由你委调解 %(number)s"),
          _("纠纷 %(number)s 已改由%(office)s调解，请指派调解员，调解期限%(due)s。"), term=terms.LIMIT.name),
    _step("reminded", "remind", COMMITTEE, _("催办 %(number)s"), _("纠纷 %(number)s 请抓紧办理，%(due)s到期。")),
    _step("led", "grade", LEADER, _("请牵头协调 %(number)s"),
          _("%(place)s的纠纷 %(number)s 按等级标准由你单位牵头，请了解情况，及时协调。"), when=is_grave),
    _step("led_for_danger", "report_to_police", LEADER, _("请牵头协调 %(number)s"),
          _("%(place)s的纠纷 %(number)s 有激化危险，已报告公安，由你单位牵头，请立即协调。"), when=is_grave),
    _step("coordinated", "coordinate", COMMITTEE, _("牵头单位有意见 %(number)s"),
          _("纠纷 %(number)s 的牵头单位提出了协调意见，请查看并落实。")),
    _step("reported", "report_to_police", CENTRE, _("纠纷险情 %(number)s"),
          _("%(place)s的纠纷 %(number)s 有激化危险，已向公安机关报告，请关注。")),
    _step("withdrawn", "withdraw", COMMITTEE, _("申请人撤回 %(number)s"), _("申请人已撤回调解申请 %(number)s，不再办理。")),
)  # fmt: skip

OF_CLOCKS = (
    _staff("warned_48", "deadline.warned_48", COMMITTEE, _("48小时内到期 %(number)s"),
           _("纠纷 %(number)s %(label)s，%(due)s到期，请抓紧办理。")),
    _staff("warned_24", "deadline.warned_24", COMMITTEE, _("24小时内到期 %(number)s"),
           _("纠纷 %(number)s %(label)s，%(due)s到期，请优先办理。")),
    _staff("lapsed", "deadline.lapsed", COMMITTEE, _("已逾期 %(number)s"),
           _("纠纷 %(number)s %(label)s，应于%(due)s前完成，请立即办理。"), when=is_a_duty),
)  # fmt: skip

TO_THE_PERSON = (
    _person("told_accepted", "accept", _("您的调解申请 %(number)s 已由%(office)s受理，不收费，期限%(due)s。%(way)s可查进度。"),
            term=terms.LIMIT.name, facts=way_to_ask),
    _person("told_refused", "not_accept", _("您的调解申请 %(number)s 未予受理，理由和其他途径请%(way)s了解。"), facts=way_to_ask),
    _person("told_reassigned", "reassign", _("您的调解申请 %(number)s 已改由%(office)s办理，请%(way)s了解。"), facts=way_to_ask),
    _person("told_session", "schedule",
            _("您申请的调解 %(number)s 定于%(when)s在%(where)s进行，请携带证件和材料按时参加。%(call)s"), facts=meeting),
    _person("told_not_held", "note_not_held", _("您申请的调解 %(number)s 原定的一次没有进行，调解员会与您另行约定。")),
    _person("invited_other_side", "invite_other_side",
            _("与您有关的纠纷 %(number)s 由%(office)s调解，定于%(when)s在%(where)s进行。"
              "调解自愿、免费，您可以参加，也可以不同意。%(call)s"),
            phone=OTHER_SIDE, facts=meeting),
    _person("told_agreed", "agree", _("您申请调解的纠纷 %(number)s 已达成协议，协议书请向%(office)s领取。")),
    _person("told_ended", "end", _("您申请调解的纠纷 %(number)s 未达成协议，其他解决途径请%(way)s了解。"), facts=way_to_ask),
)  # fmt: skip

NOTICES = (*TO_STAFF, *OF_CLOCKS, *TO_THE_PERSON)
