"""Who is told what about a hazard, and when: notices name those who must act."""

from django.utils.translation import gettext_lazy as _

from emergencies.hazards import terms
from emergencies.hazards.flow import FLOW
from emergencies.hazards.permissions import PRESS, REMOVE, REWARD, VERIFY
from governance.notices.recipients import SealedPhone, holders_at, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors

COUNTY = 6  # characters of a county's path
REMOVAL = {term.name for term in terms.REMOVAL}
PERSON = SealedPhone("reporter_phone")


def centre_of(case):
    """The centre of the county, the city's where there is none."""
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path__in=ancestors(case.place_path[:COUNTY]))
    return centres.exclude(pk__in=case.barred_ids).order_by("-place__path").values("pk")[:1]


SUPERVISOR = holders_at_office(VERIFY)
SITE = holders_at(REMOVE, lambda case: [case.site_id])
PRESSING = holders_at_office(PRESS)
CENTRE = holders_at(PRESS, centre_of)
ABOVE = holders_at(PRESS, lambda case: [case.raised_to_id])
REWARDING = holders_at_office(REWARD)


def is_removal(event, case):
    return event.data["term"] in REMOVAL


def left_a_phone(event, case):
    return PERSON.is_known(case)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"hazards.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _told(name, body):
    """A text message to who reported it."""
    facts = {"phone": PERSON, "procedure": FLOW.procedure, "when": left_a_phone}
    return NoticeRule(f"hazards.{name}_told", f"hazards.{name}", _("隐患举报进展 %(number)s"), body, **facts)


def _clock(name, event, to, title, body, **more):
    return _rule(name, f"deadline.{event}", to, title, body, **more)


NOTICES = (
    _rule("reported", "hazards.report", SUPERVISOR, _("待核查隐患 %(number)s"),
          _("%(place)s新登记安全隐患 %(number)s，请于%(due)s前核查定级。"), term=terms.VERIFY.name),
    _rule("passed_on", "hazards.pass_on", SUPERVISOR, _("转来待核查隐患 %(number)s"),
          _("%(place)s的安全隐患 %(number)s 转由%(office)s核查，请于%(due)s前办理。"), term=terms.VERIFY.name),
    _rule("to_remove", "hazards.grade_general", SITE, _("请限期整改隐患 %(number)s"),
          _("您单位的安全隐患 %(number)s 已核实为一般隐患，请于%(due)s前整改并上传照片。"), term=terms.GENERAL.name),
    *(
        _rule(f"{step}_site", f"hazards.{step}", SITE, _("重大隐患须立即采取措施 %(number)s"),
              _("您单位的安全隐患 %(number)s 已判定为重大隐患，请立即采取临时防护措施，并于%(due)s前报送治理方案。"),
              term=terms.PLAN.name)
        for step in ("grade_major", "raise_grade")
    ),
    *(
        _rule(f"{step}_bureau", f"hazards.{step}", SUPERVISOR, _("新增重大隐患 %(number)s"),
              _("%(place)s的安全隐患 %(number)s 已判定为重大隐患，由%(office)s负责督促治理。"))
        for step in ("grade_major", "raise_grade")
    ),
    _rule("planned", "hazards.submit_plan", PRESSING, _("重大隐患待挂牌 %(number)s"),
          _("%(place)s的重大隐患 %(number)s 已报送治理方案，请于%(due)s前审核，决定挂牌督办。"), term=terms.LIST.name),
    _rule("plan_returned", "hazards.return_plan", SITE, _("治理方案退回修改 %(number)s"),
          _("重大隐患 %(number)s 的治理方案需要修改，请于%(due)s前重新报送。"), term=terms.PLAN.name),
    _rule("listed", "hazards.list", SITE, _("重大隐患已挂牌督办 %(number)s"),
          _("您单位的重大隐患 %(number)s 已挂牌督办，请于%(due)s前治理到位。"), term=terms.MAJOR.name),
    _rule("listed_centre", "hazards.list", CENTRE, _("辖区重大隐患挂牌督办 %(number)s"),
          _("%(place)s的重大隐患 %(number)s 已挂牌督办，由%(office)s负责，治理期限%(due)s。"), term=terms.MAJOR.name),
    _rule("extension", "hazards.ask_extension", PRESSING, _("重大隐患治理申请延期 %(number)s"),
          _("重大隐患 %(number)s 申请延长治理期限，请审批。")),
    _rule("removed", "hazards.report_removed", SUPERVISOR, _("隐患待复查 %(number)s"),
          _("%(place)s的安全隐患 %(number)s 已报告整改完成，请于%(due)s前到现场复查。"), term=terms.RECHECK.name),
    _rule("governed", "hazards.report_governed", SUPERVISOR, _("重大隐患待验收 %(number)s"),
          _("%(place)s的重大隐患 %(number)s 已报告治理完成，请于%(due)s前到现场验收。"), term=terms.ACCEPT.name),
    *(
        _rule(step, f"hazards.{step}", SITE, _("隐患整改不合格 %(number)s"),
              _("您单位的安全隐患 %(number)s 复查验收没有通过，请于%(due)s前重新整改。"), term=term.name)
        for step, term in (("fail", terms.GENERAL), ("fail_major", terms.MAJOR), ("refuse_strike", terms.MAJOR))
    ),
    _rule("accepted", "hazards.accept", PRESSING, _("重大隐患待销号 %(number)s"),
          _("重大隐患 %(number)s 已验收合格，请由第二人审核，于%(due)s前决定是否销号。"), term=terms.STRIKE.name),
    *(
        _rule(step, f"hazards.{step}", SITE, _("隐患已销号 %(number)s"), _("您单位的安全隐患 %(number)s 已销号。"))
        for step in ("verify", "strike")
    ),
    *(
        _rule(f"reward_{step}", f"hazards.{step}", REWARDING, _("待决定举报奖励 %(number)s"),
              _("群众举报的隐患 %(number)s 已销号，举报人申请奖励，请按标准决定。"),
              when=lambda event, case: case.reward == "asked")
        for step in ("verify", "strike", "remove_on_spot")
    ),
    _rule("remind", "hazards.remind", SUPERVISOR, _("隐患催办 %(number)s"), _("上级催办安全隐患 %(number)s，请抓紧办理，并记录进展。")),
    _rule("raised", "hazards.raise_overdue", ABOVE, _("下级逾期隐患 %(number)s"),
          _("%(place)s的安全隐患 %(number)s 由%(office)s负责，已逾期，现上报您单位，请督促。")),
    *(
        _clock(f"warned_{days}", f"warned_{days}d", SITE, _("重大隐患治理将到期 %(number)s"),
               _("您单位的重大隐患 %(number)s %(label)s，%(due)s到期。"), when=is_removal)
        for days in (60, 30, 7)
    ),
    *(
        _clock(f"warned_{hours}", f"warned_{hours}", SUPERVISOR, _("隐患办理将到期 %(number)s"),
               _("%(place)s的安全隐患 %(number)s %(label)s，%(due)s到期，请抓紧办理。"))
        for hours in (48, 24)
    ),
    _clock("lapsed", "lapsed", SUPERVISOR, _("隐患已逾期 %(number)s"),
           _("%(place)s的安全隐患 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
    _clock("lapsed_site", "lapsed", SITE, _("隐患整改已逾期 %(number)s"),
           _("您单位的安全隐患 %(number)s 应于%(due)s前整改完成，已逾期。"), when=is_removal),
    *(
        _told(step, body)
        for step, body in (
            ("dismiss", _("您举报的隐患（编号%(number)s）已核查，没有发现隐患，情况见查询页面：%(site)s")),
            ("grade_general", _("您举报的隐患（编号%(number)s）已核实，正在限期整改。查询：%(site)s")),
            ("grade_major", _("您举报的隐患（编号%(number)s）已核实为重大隐患，正在治理。查询：%(site)s")),
            ("verify", _("您举报的隐患（编号%(number)s）已整改销号，感谢您。查询：%(site)s")),
            ("strike", _("您举报的重大隐患（编号%(number)s）已治理销号，感谢您。查询：%(site)s")),
            ("remove_on_spot", _("您举报的隐患（编号%(number)s）已当场整改，感谢您。查询：%(site)s")),
            ("grant_reward", _("您举报的隐患（编号%(number)s）已决定奖励，金额和领取办法见查询页面：%(site)s")),
            ("refuse_reward", _("您举报的隐患（编号%(number)s）不符合奖励条件，理由见查询页面：%(site)s")),
        )
    ),
)  # fmt: skip
