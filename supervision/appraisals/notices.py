"""Who is told in the round of a unit: the unit itself, the office that reviews it, and who decides its objection."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule
from supervision.appraisals import terms
from supervision.appraisals.flow import FLOW
from supervision.appraisals.permissions import DECIDE, REPORT, REVIEW

UNIT = holders_at(REPORT, lambda case: [case.unit_id])
REVIEWERS = holders_at(REVIEW, lambda case: [case.reviewer_id])
DECIDERS = holders_at(DECIDE, lambda case: [case.reviewer_id])


def _step(step, to, title, body, term=None):
    name = f"appraisals.{step}"
    return NoticeRule(name, name, title, body, to=to, procedure=FLOW.procedure, term=term.name if term else "")


def _clock(name, kind, term, title, body):
    def speaks(event, case):
        return event.data["term"] == term.name

    return NoticeRule(f"appraisals.{name}", f"deadline.{kind}", title, body, to=UNIT, procedure=FLOW.procedure, when=speaks)


NOTICES = (
    _step("open", UNIT, _("请报送考核自评 %(number)s"), _("年度社会治理考核已布置，请于%(due)s前报送自评。"), terms.SELF_REPORT),
    _step("report", REVIEWERS, _("待审核自评 %(number)s"), _("%(place)s已报送考核自评 %(number)s，请审核。")),
    _step("send_back", UNIT, _("自评退回补正 %(number)s"), _("考核自评 %(number)s 已退回，请按要求补正后再次报送。")),
    _step("disclose", UNIT, _("考核结果已公布 %(number)s"), _("年度考核结果已内部公布，有异议的，请在异议期内提出。")),
    _step("object", DECIDERS, _("考核异议待决定 %(number)s"), _("%(place)s对考核结果提出异议，请于%(due)s前决定。"), terms.DECIDE),
    _step("uphold", UNIT, _("异议成立 %(number)s"), _("考核异议 %(number)s 经审查成立，分数已更正。")),
    _step("maintain", UNIT, _("维持原结果 %(number)s"), _("考核异议 %(number)s 经审查，维持原结果，理由见办理经过。")),
    _step("finish", UNIT, _("考核定案 %(number)s"), _("年度考核结果已定案并锁定 %(number)s。")),
    _clock("report_warned", "warned_7d", terms.SELF_REPORT, _("自评7日内到期 %(number)s"), _("考核自评 %(number)s 请于%(due)s前报送。")),
    _clock("report_lapsed", "lapsed", terms.SELF_REPORT, _("自评逾期 %(number)s"), _("考核自评 %(number)s 应于%(due)s前报送，现已逾期。")),
)
