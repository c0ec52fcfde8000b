"""Who is told what about a danger source, and when: notices name those who must act."""

from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources import terms
from emergencies.danger_sources.flow import FLOW
from emergencies.danger_sources.permissions import FILE, KEEP
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

BUREAU = holders_at_office(FILE)
SITE = holders_at(KEEP, lambda case: [case.site_id])
OF_THE_SITE = {terms.PLAN.name, terms.WATCH.name, terms.ASSESS.name}


def is_the_site_s(event, case):
    return event.data["term"] in OF_THE_SITE


def is_the_bureau_s(event, case):
    return event.data["term"] not in OF_THE_SITE


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"danger_sources.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _warned(alarm, to, name, when):
    return _rule(
        f"{name}_{alarm}", f"deadline.warned_{alarm}", to, _("重大危险源事项将到期 %(number)s"),
        _("重大危险源 %(number)s %(label)s，%(due)s到期，请按时办理。"), when=when,
    )  # fmt: skip


NOTICES = (
    *(
        _rule(step, f"danger_sources.{step}", BUREAU, _("重大危险源待备案 %(number)s"),
              _("%(place)s的重大危险源 %(number)s 已申报，请于%(due)s前审核备案。"), term=terms.FILE.name)
        for step in ("declare", "resubmit", "identify")
    ),
    _rule("returned", "danger_sources.return_for_correction", SITE, _("重大危险源申报退回补正 %(number)s"),
          _("您单位申报的重大危险源 %(number)s 需要补正，原因见办理经过。")),
    _rule("filed", "danger_sources.file", SITE, _("重大危险源已备案 %(number)s"),
          _("您单位的重大危险源 %(number)s 已备案。请按期登记监测记录、备案应急预案、组织安全评估。")),
    _rule("checked", "danger_sources.check", SITE, _("重大危险源检查结果 %(number)s"),
          _("您单位的重大危险源 %(number)s 已完成年度检查，结论见页面。")),
    *(_warned(f"{days}d", BUREAU, "bureau", is_the_bureau_s) for days in (60, 30, 7)),
    *(_warned(f"{days}d", SITE, "site", is_the_site_s) for days in (60, 30, 7)),
    *(_warned(hours, BUREAU, "bureau", is_the_bureau_s) for hours in (48, 24)),
    *(_warned(hours, SITE, "site", is_the_site_s) for hours in (48, 24)),
    _rule("lapsed", "deadline.lapsed", BUREAU, _("重大危险源事项已逾期 %(number)s"),
          _("重大危险源 %(number)s %(label)s，应于%(due)s前完成，请督促办理。")),
    _rule("lapsed_site", "deadline.lapsed", SITE, _("重大危险源事项已逾期 %(number)s"),
          _("您单位的重大危险源 %(number)s %(label)s，应于%(due)s前完成，请立即办理。"), when=is_the_site_s),
)  # fmt: skip
