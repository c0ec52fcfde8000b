"""Who is told what about an admission: who decides, who reviews, who applied."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from grids.admission import terms
from grids.admission.flow import FLOW
from grids.admission.permissions import APPLY, DECIDE, TAKE_PART

DAYS = (60, 30, 7)
OFFICE, AWAITED = holders_at_office(DECIDE), holders_at(TAKE_PART, lambda case: case.awaited_ids)
APPLICANT = holders_at(APPLY, lambda case: [case.applicant_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"admission.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _step(name, step, to, title, body, **more):
    return _rule(name, f"admission.{step}", to, title, body, **more)


def is_opinion(event, case):
    return event.data["term"] == terms.OPINION.name


def is_decision(event, case):
    return event.data["term"] == terms.DECIDE.name


def is_yearly(event, case):
    return event.data["term"] == terms.YEARLY.name


def _reminders(days):
    """The yearly look comes: to who decides, and to who has to report how it went."""
    event, title = f"deadline.warned_{days}d", _("准入事项年度评估 %(number)s")
    return (
        _rule(f"yearly_{days}", event, OFFICE, title, _("准入事项 %(number)s 须在%(due)s前完成年度评估。"), when=is_yearly),
        _rule(f"yearly_{days}_applicant", event, APPLICANT, title,
              _("您部门的准入事项 %(number)s 将在%(due)s前接受年度评估，请报送实施情况。"), when=is_yearly),
    )  # fmt: skip


NOTICES = (
    _step("applied", "apply", OFFICE, _("准入申请待组织会审 %(number)s"), _("收到一件网格事项准入申请 %(number)s，会审应在%(due)s前完成。"),
          term=terms.REVIEW.name),
    _step("resubmitted", "resubmit", OFFICE, _("准入申请已补正 %(number)s"), _("准入申请 %(number)s 已补正重报，请组织会审。")),
    _step("named", "name_reviewers", AWAITED, _("请会审准入申请 %(number)s"), _("请对准入申请 %(number)s 提出意见，%(due)s前有效。"),
          term=terms.OPINION.name),
    _step("invited", "invite", AWAITED, _("请会审准入申请 %(number)s"), _("请参加准入申请 %(number)s 的会审，在%(due)s前提出意见。"),
          term=terms.OPINION.name),
    _step("returned", "send_back", APPLICANT, _("准入申请退回补正 %(number)s"), _("准入申请 %(number)s 需要补正，请在%(due)s前重报。"),
          term=terms.SUPPLEMENT.name),
    _step("concluded", "conclude", OFFICE, _("准入申请待决定 %(number)s"), _("准入申请 %(number)s 会审结束，请在%(due)s前作出决定。"),
          term=terms.DECIDE.name),
    _step("admitted", "admit", APPLICANT, _("准予准入 %(number)s"), _("准入申请 %(number)s 已获准并公布，请落实经费和培训。")),
    _step("refused", "refuse", APPLICANT, _("不予准入 %(number)s"), _("准入申请 %(number)s 未获准，理由见办理经过。")),
    _step("renewed", "renew", APPLICANT, _("年度评估：继续实施 %(number)s"), _("准入事项 %(number)s 经评估继续实施。")),
    _step("changed", "change", APPLICANT, _("年度评估：调整 %(number)s"), _("准入事项 %(number)s 经评估作了调整，请查看。")),
    _step("withdrawn", "withdraw", APPLICANT, _("准入事项退出 %(number)s"), _("准入事项 %(number)s 已决定退出网格，退出日期见办理经过。")),
    _step("lapsed_period", "lapse", APPLICANT, _("准入事项期满 %(number)s"), _("准入事项 %(number)s 实施期满，已移出清单。")),
    _rule("opinion_24", "deadline.warned_24", AWAITED, _("会审意见将到期 %(number)s"),
          _("准入申请 %(number)s 的会审意见%(due)s到期，逾期视为没有意见。"), when=is_opinion),
    _rule("decision_late", "deadline.lapsed", OFFICE, _("准入决定已逾期 %(number)s"),
          _("准入申请 %(number)s 应于%(due)s前作出决定，请立即办理。"), when=is_decision),
    *(rule for days in DAYS for rule in _reminders(days)),
    _rule("yearly_late", "deadline.lapsed", OFFICE, _("年度评估已逾期 %(number)s"),
          _("准入事项 %(number)s 应于%(due)s前完成年度评估，请立即办理。"), when=is_yearly),
)  # fmt: skip
