"""Who is told what about a plan, and when."""

from django.utils.translation import gettext_lazy as _

from emergencies.plans import terms
from emergencies.plans.flow import FLOW
from emergencies.plans.permissions import DRAFT, REVIEW
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

DAYS = (60, 30, 7)
REVIEWER = holders_at_office(REVIEW)
KEEPER = holders_at(DRAFT, lambda case: case.keeper_ids)
WATCHING = holders_at(REVIEW, lambda case: case.reviewer_ids)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"plans.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def is_assessment(event, case):
    return event.data["term"] == terms.REASSESS.name


def is_review(event, case):
    return event.data["term"] == terms.REVIEW.name


NOTICES = (
    _rule("submitted", "plans.submit", REVIEWER, _("待审查应急预案 %(number)s"),
          _("%(place)s报送应急预案 %(number)s，请于%(due)s前审查。"), term=terms.REVIEW.name),
    _rule("resubmitted", "plans.resubmit", REVIEWER, _("应急预案已修改重报 %(number)s"),
          _("%(place)s的应急预案 %(number)s 已修改重报，请于%(due)s前审查。"), term=terms.REVIEW.name),
    _rule("reviewed", "plans.review", KEEPER, _("应急预案审查通过 %(number)s"),
          _("您单位报送的应急预案 %(number)s 已审查通过，请于%(due)s前签发施行。"), term=terms.ISSUE.name),
    _rule("returned", "plans.return", KEEPER, _("应急预案退回修改 %(number)s"),
          _("您单位报送的应急预案 %(number)s 需要修改，要求见办理经过。")),
    _rule("in_force", "plans.put_in_force", WATCHING, _("应急预案已施行 %(number)s"), _("%(place)s的应急预案 %(number)s 已签发施行。")),
    _rule("repealed", "plans.repeal", WATCHING, _("应急预案已废止 %(number)s"),
          _("%(place)s的应急预案 %(number)s 已废止，请查看是否另有现行预案。")),
    _rule("reminded", "plans.remind", KEEPER, _("应急预案催办 %(number)s"), _("您单位的应急预案 %(number)s 请抓紧办理，要求见办理经过。")),
    *(_rule(f"warned_{days}", f"deadline.warned_{days}d", KEEPER, _("应急预案将到评估期 %(number)s"),
            _("您单位的应急预案 %(number)s 须在%(due)s前评估、修订，请安排。"), when=is_assessment) for days in DAYS),
    _rule("lapsed", "deadline.lapsed", KEEPER, _("应急预案逾期未评估 %(number)s"),
          _("您单位的应急预案 %(number)s 应于%(due)s前评估、修订，请立即办理。"), when=is_assessment),
    _rule("lapsed_above", "deadline.lapsed", WATCHING, _("应急预案逾期未评估 %(number)s"),
          _("%(place)s的应急预案 %(number)s 应于%(due)s前评估、修订，未见记录，请督促。"), when=is_assessment),
    _rule("review_lapsed", "deadline.lapsed", REVIEWER, _("应急预案逾期未审查 %(number)s"),
          _("%(place)s的应急预案 %(number)s 应于%(due)s前审查，请立即办理。"), when=is_review),
)  # fmt: skip
