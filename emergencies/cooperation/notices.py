"""Who is told what about a joint meeting of cities: the office that called it, and those that take part."""

from django.utils.translation import gettext_lazy as _

from emergencies.cooperation import terms
from emergencies.cooperation.flow import FLOW
from emergencies.cooperation.permissions import CALL, CARRY_OUT
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

DAYS = (60, 30, 7)
CALLER = holders_at_office(CALL)
MEMBERS = holders_at(CARRY_OUT, lambda case: [key for key in case.office_ids if key != case.office_id])
IN_CHARGE = holders_at(CARRY_OUT, lambda case: case.resolutions.still_open().filter(owner__isnull=False).values("owner"))


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"cooperation.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def is_meeting(event, case):
    return event.data["term"] == terms.CONVENE.name


def is_resolution(event, case):
    return event.data["term"] == terms.CARRY_OUT.name


NOTICES = (
    _rule("opened", "cooperation.open", CALLER, _("区域会商待安排 %(number)s"), _("请在%(due)s前组织区域会商 %(number)s。"),
          term=terms.CONVENE.name),
    *(
        _rule(f"warned_{days}", f"deadline.warned_{days}d", CALLER, _("区域会商提醒 %(number)s"),
              _("区域会商 %(number)s 须在%(due)s前组织。"), when=is_meeting)
        for days in DAYS
    ),
    _rule("invited", "cooperation.invite", MEMBERS, _("参加区域会商 %(number)s"), _("您单位被通知参加区域会商 %(number)s，请查看安排。")),
    _rule("postponed", "cooperation.postpone", MEMBERS, _("区域会商改期 %(number)s"), _("区域会商 %(number)s 已改期，请查看。")),
    _rule("issued", "cooperation.issue", IN_CHARGE, _("区域会商议定事项 %(number)s"),
          _("区域会商 %(number)s 的议定事项由您单位落实，最近一项须在%(due)s前完成并登记。"), term=terms.CARRY_OUT.name),
    _rule("pressed", "cooperation.press", IN_CHARGE, _("催办区域会商议定事项 %(number)s"),
          _("区域会商 %(number)s 的议定事项请抓紧落实，%(due)s到期。"), term=terms.CARRY_OUT.name),
    _rule("finished", "cooperation.finish", CALLER, _("区域会商议定事项已落实 %(number)s"),
          _("区域会商 %(number)s 有一项议定事项已登记落实。")),
    _rule("late_meeting", "deadline.lapsed", CALLER, _("区域会商逾期 %(number)s"), _("区域会商 %(number)s 应在%(due)s前组织，已逾期。"),
          when=is_meeting),
    _rule("late_resolution", "deadline.lapsed", IN_CHARGE, _("区域会商议定事项逾期 %(number)s"),
          _("区域会商 %(number)s 有议定事项应在%(due)s前完成，已逾期。"), when=is_resolution),
)  # fmt: skip
