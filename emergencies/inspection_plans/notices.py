"""Who is told what about a plan, and when: the office that made it, and the centre above when it lapses."""

from django.utils.translation import gettext_lazy as _

from emergencies.inspection_plans import terms
from emergencies.inspection_plans.flow import FLOW
from emergencies.inspection_plans.permissions import PLAN, SETTLE, VIEW
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office

COUNTY = 6  # characters of a county's path
PLANNERS, SETTLERS = holders_at_office(PLAN), holders_at_office(SETTLE)


def centre_of(case):
    return Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path=case.place_path[:COUNTY]).values("pk")


def is_finish(event, case):
    return event.data["term"] == terms.FINISH.name


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"inspection_plans.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("drafted", "inspection_plans.draft", SETTLERS, _("检查计划待审定 %(number)s"),
          _("%(office)s的安全检查计划 %(number)s 已拟定，请拟定人以外的同事审定公布。")),
    _rule("announced", "inspection_plans.announce", PLANNERS, _("检查计划已公布 %(number)s"),
          _("安全检查计划 %(number)s 已公布，请到公布的抽取时间后填写公开数、抽取对象。")),
    _rule("warned_7", "deadline.warned_7d", PLANNERS, _("检查计划7日内到期 %(number)s"),
          _("安全检查计划 %(number)s %(due)s到期，请抓紧完成。")),
    _rule("lapsed", "deadline.lapsed", PLANNERS, _("检查计划已逾期 %(number)s"),
          _("安全检查计划 %(number)s 应于%(due)s前完成，请尽快完成。")),
    _rule("lapsed_above", "deadline.lapsed", holders_at(VIEW, centre_of), _("检查计划未按期完成 %(number)s"),
          _("%(office)s公布的安全检查计划 %(number)s 已于%(due)s逾期，请督促。"), when=is_finish),
)  # fmt: skip
