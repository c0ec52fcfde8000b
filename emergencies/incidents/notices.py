"""Who is told what about an incident, and when: who leads, whose turn it is to report, and who was told."""

from django.utils.translation import gettext_lazy as _

from emergencies.incidents import terms
from emergencies.incidents.data.routing import duty_offices
from emergencies.incidents.flow import FLOW
from emergencies.incidents.permissions import HANDLE, INFORM, REMIND
from governance.notices.recipients import SealedPhone, holders, holders_at, holders_at_office
from governance.notices.table import NoticeRule

PERSON = SealedPhone("reporter_phone")
LEAD = holders_at_office(HANDLE)
REPORTER = holders_at(INFORM, lambda case: [case.reporter_id])
ON_DUTY = holders_at(INFORM, lambda case: [office.pk for office in duty_offices(case.place_path) if office])
COMMAND = holders_at(INFORM, lambda case: [case.command_office_id])
ABOVE = holders(REMIND)
REPORTS = {term.name for term in terms.REPORTS}
UPWARDS = {terms.FIRST.name, terms.UPWARD.name}


def left_a_phone(event, case):
    return PERSON.is_known(case)


def has_next(event, case):
    return case.reporter_id is not None


def is_report(event, case):
    return event.data["term"] in REPORTS


def is_upwards(event, case):
    return event.data["term"] in UPWARDS


def is_lead_s(event, case):
    return event.data["term"] not in UPWARDS | {terms.SUPPLEMENT.name}


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"incidents.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _told(name, body):
    """A text message to who reported it."""
    facts = {"phone": PERSON, "procedure": FLOW.procedure, "when": left_a_phone}
    return NoticeRule(f"incidents.{name}_told", f"incidents.{name}", _("突发事件报告进展 %(number)s"), body, **facts)


NOTICES = (
    _rule("reported", "incidents.report", LEAD, _("突发事件待核实 %(number)s"),
          _("%(place)s发生突发事件 %(number)s，由%(office)s牵头，请立即核实，%(due)s前处置。"), term=terms.VERIFY.name),
    _rule("first_due", "incidents.report", REPORTER, _("突发事件须首报 %(number)s"),
          _("%(place)s的突发事件 %(number)s 须于%(due)s前首报。"), term=terms.FIRST.name),
    _rule("transferred", "incidents.transfer", LEAD, _("移交来的突发事件 %(number)s"),
          _("%(place)s的突发事件 %(number)s 已移交%(office)s处置，请立即办理。")),
    _rule("dutied", "incidents.verify", ON_DUTY, _("突发事件已核实 %(number)s"),
          _("%(place)s的突发事件 %(number)s 已核实，由%(office)s处置。")),
    *(
        _rule(f"{step}_next", f"incidents.{step}", REPORTER, _("突发事件须逐级上报 %(number)s"),
              _("%(place)s的突发事件 %(number)s 已报至您单位，请于%(due)s前向上一级报告。"), term=terms.UPWARD.name, when=has_next)
        for step in ("first_report", "report_up")
    ),
    *(
        _rule(f"{step}_duty", f"incidents.{step}", ON_DUTY, _("突发事件信息报告 %(number)s"), body)
        for step, body in (
            ("follow_up", _("突发事件 %(number)s 有新的续报，请签收。")),
            ("final_report", _("突发事件 %(number)s 已终报，请签收。")),
            ("supplement", _("突发事件 %(number)s 补报了伤亡变化，请签收。")),
        )
    ),
    *(
        _rule(f"{step}_lead", f"incidents.{step}", LEAD, _("应急响应变化 %(number)s"), body)
        for step, body in (
            ("raise_response", _("突发事件 %(number)s 已启动或者调整应急响应，请按预案行动。")),
            ("end_response", _("突发事件 %(number)s 的应急响应已终止。")),
        )
    ),
    *(
        _rule(f"{step}_to", f"incidents.{step}", COMMAND, _("突发事件由您单位指挥 %(number)s"),
              _("%(place)s的突发事件 %(number)s 由您单位指挥，请打开指挥板。"))
        for step in ("set_up_command", "hand_command")
    ),
    _rule("remind", "incidents.remind", LEAD, _("突发事件催办 %(number)s"), _("上级催办突发事件 %(number)s，请抓紧处置并报告。")),
    _rule("warned_1", "deadline.warned_1", REPORTER, _("突发事件报告将到期 %(number)s"),
          _("突发事件 %(number)s %(label)s，%(due)s到期，请立即报告。"), when=is_upwards),
    _rule("warned_1_lead", "deadline.warned_1", LEAD, _("突发事件报告将到期 %(number)s"),
          _("突发事件 %(number)s %(label)s，%(due)s到期，请立即报告。"), when=is_lead_s),
    _rule("lapsed", "deadline.lapsed", LEAD, _("突发事件办理已逾期 %(number)s"),
          _("突发事件 %(number)s %(label)s，应于%(due)s前完成，请立即办理。"), when=is_lead_s),
    _rule("lapsed_reporter", "deadline.lapsed", REPORTER, _("突发事件报告已逾期 %(number)s"),
          _("突发事件 %(number)s %(label)s，应于%(due)s前报告，请立即报告。"), when=is_upwards),
    _rule("lapsed_above", "deadline.lapsed", ABOVE, _("突发事件迟报 %(number)s"),
          _("%(place)s的突发事件 %(number)s 没有按时报告，请督促。"), when=is_report),
    _told("verify", _("您报告的事件（编号%(number)s）已核实，正在处置。查询：%(site)s")),
    _told("dismiss", _("您报告的事件（编号%(number)s）已核实，情况见查询页面：%(site)s")),
    _told("merge", _("您报告的事件（编号%(number)s）已有登记，正在处置。查询：%(site)s")),
    _told("end", _("您报告的事件（编号%(number)s）已处置结束。查询：%(site)s")),
)  # fmt: skip
