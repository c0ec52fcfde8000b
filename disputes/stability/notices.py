"""Who is told of an assessment: the assessing body, whoever files it, and the offices that owe a measure."""

from django.utils.translation import gettext_lazy as _

from disputes.stability import terms
from disputes.stability.flow import FLOW
from disputes.stability.permissions import ASSESS, CARRY, FILE
from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule

ASSESSOR = holders_at(ASSESS, lambda case: [case.assessor_id])
FILERS = holders_at(FILE, lambda case: case.filing_ids)
OWING = holders_at(CARRY, lambda case: case.owed_ids)


def _step(name, step, to, title, body, term=None):
    return NoticeRule(
        f"stability.{name}", f"stability.{step}", title, body, to=to, procedure=FLOW.procedure, term=term.name if term else ""
    )


def _clock(name, kind, to, title, body, term):
    def is_it(event, case):
        return event.data["term"] == term.name

    return NoticeRule(f"stability.{name}", f"deadline.{kind}", title, body, to=to, procedure=FLOW.procedure, when=is_it)


NOTICES = (
    _step("concluded", "conclude", ASSESSOR, _("稳评结论待审定 %(number)s"), _("社会稳定风险评估 %(number)s 已提出结论，请由另一人审定。")),
    _step(
        "submitted",
        "submit",
        FILERS,
        _("稳评待备案 %(number)s"),
        _("%(place)s的社会稳定风险评估 %(number)s 已报送，请于%(due)s前备案。"),
        terms.FILE,
    ),
    _step(
        "asked_more",
        "ask_more",
        ASSESSOR,
        _("稳评退回补充 %(number)s"),
        _("社会稳定风险评估 %(number)s 被退回，请于%(due)s前补充后重新报送。"),
        terms.ASSESS,
    ),
    _step("filed", "file", ASSESSOR, _("稳评已备案 %(number)s"), _("社会稳定风险评估 %(number)s 已备案，请跟踪落实防范措施。")),
    _step("owed", "file", OWING, _("稳评防范措施 %(number)s"), _("社会稳定风险评估 %(number)s 有防范措施由贵单位落实，请查看并按期报告。")),
    _step(
        "reported",
        "report_measure",
        ASSESSOR,
        _("稳评措施待核实 %(number)s"),
        _("社会稳定风险评估 %(number)s 有防范措施报告落实，请核实。"),
    ),
    _step(
        "returned", "return_measure", OWING, _("稳评措施退回 %(number)s"), _("社会稳定风险评估 %(number)s 有防范措施被退回，请继续落实。")
    ),
    _step("reminded", "remind", ASSESSOR, _("催办 %(number)s"), _("备案单位催办社会稳定风险评估 %(number)s，%(due)s到期，请抓紧办理。")),
    _clock(
        "warned_7d", "warned_7d", ASSESSOR, _("7日内到期 %(number)s"), _("社会稳定风险评估 %(number)s，%(due)s前应当报送。"), terms.ASSESS
    ),
    _clock(
        "lapsed",
        "lapsed",
        ASSESSOR,
        _("决策前未报送 %(number)s"),
        _("社会稳定风险评估 %(number)s 应于%(due)s前报送，现仍未报送。"),
        terms.ASSESS,
    ),
    _clock(
        "filer_told",
        "lapsed",
        FILERS,
        _("决策前未报送 %(number)s"),
        _("%(place)s的社会稳定风险评估 %(number)s 应于%(due)s前报送。"),
        terms.ASSESS,
    ),
    _clock("file_lapsed", "lapsed", FILERS, _("逾期未备案 %(number)s"), _("社会稳定风险评估 %(number)s 应于%(due)s前备案。"), terms.FILE),
    _clock(
        "measure_due",
        "warned_7d",
        OWING,
        _("7日内到期 %(number)s"),
        _("社会稳定风险评估 %(number)s 的防范措施，%(due)s到期，请抓紧落实。"),
        terms.FOLLOW,
    ),
    _clock(
        "measure_late",
        "lapsed",
        OWING,
        _("措施逾期 %(number)s"),
        _("社会稳定风险评估 %(number)s 的防范措施应于%(due)s前落实。"),
        terms.FOLLOW,
    ),
    _clock(
        "measure_late_told",
        "lapsed",
        ASSESSOR,
        _("措施逾期 %(number)s"),
        _("社会稳定风险评估 %(number)s 有防范措施逾期，请督促。"),
        terms.FOLLOW,
    ),
)
