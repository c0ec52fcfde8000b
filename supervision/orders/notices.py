"""Who is told of an order: the unit that owes it, and the leading group that watches over it."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from supervision.orders import terms
from supervision.orders.flow import FLOW
from supervision.orders.permissions import DECIDE, REPORT, SERVE

UNIT = holders_at(REPORT, lambda case: [case.unit_id])
OFFICIALS, OFFICE = holders_at_office(DECIDE), holders_at_office(SERVE)


def _step(name, step, to, title, body):
    return NoticeRule(f"orders.{name}", f"orders.{step}", title, body, to=to, procedure=FLOW.procedure, term=terms.RECTIFY.name)


ITEMS = {term.name for term in terms.ITEMS}


def is_rectify(event, case):
    return event.data["term"] == terms.RECTIFY.name


def is_units(event, case):
    """A clock the unit has to keep: the whole, or one thing of it."""
    return is_rectify(event, case) or event.data["term"] in ITEMS


def is_leaders(event, case):
    return not is_units(event, case)


def _clock(name, kind, to, title, body, when):
    return NoticeRule(f"orders.{name}", f"deadline.{kind}", title, body, to=to, procedure=FLOW.procedure, when=when)


NOTICES = (
    _step("served", "serve", UNIT, _("责令限期整改 %(number)s"),
          _("%(office)s向本单位送达责令限期整改通知书，请于%(due)s前完成整改并报告。")),
    _step("extension_asked", "ask_extension", OFFICIALS, _("待审延期 %(number)s"),
          _("责令整改事项 %(number)s 申请延期，现期限%(due)s，请审批。")),
    _step("extension_granted", "grant_extension", UNIT, _("延期已同意 %(number)s"), _("整改期限延至%(due)s。")),
    _step("extension_refused", "refuse_extension", UNIT, _("延期未同意 %(number)s"), _("请于%(due)s前完成整改。")),
    _step("reported", "report", OFFICE, _("待复查 %(number)s"), _("责任单位已报告整改完成 %(number)s，请安排复查。")),
    _step("passed", "pass_inspection", UNIT, _("复查通过 %(number)s"), _("整改事项 %(number)s 已复查通过。")),
    _step("failed", "fail_inspection", UNIT, _("复查未通过 %(number)s"), _("整改事项 %(number)s 复查未通过，请于%(due)s前继续整改。")),
    _step("escalated", "escalate", OFFICE, _("逾期提级 %(number)s"), _("%(place)s的整改事项 %(number)s 逾期，已提级到本单位督导。")),
    _step("item_missed", "miss_item", UNIT, _("整改事项逾期 %(number)s"),
          _("责令整改 %(number)s 中有事项超过完成期限，请立即完成并报告；总期限%(due)s。")),
    _step("item_missed_office", "miss_item", OFFICE, _("整改事项逾期 %(number)s"),
          _("%(place)s的责令整改 %(number)s 中有事项超过完成期限，请督促。")),
    _clock("warned_7d", "warned_7d", UNIT, _("7日内到期 %(number)s"),
          _("责令整改 %(number)s %(label)s，%(due)s到期，请抓紧整改。"), is_units),
    _clock("warned_24", "warned_24", UNIT, _("24小时内到期 %(number)s"),
          _("责令整改 %(number)s %(label)s，%(due)s到期，请立即完成并报告。"), is_units),
    _clock("lapsed", "lapsed", UNIT, _("整改逾期 %(number)s"),
          _("整改事项 %(number)s 应于%(due)s前完成，现已逾期，已报上一级督导。"), is_rectify),
    *(_clock(f"leaders_{kind}", kind, OFFICIALS, _("即将到期 %(number)s"),
             _("责令整改事项 %(number)s %(label)s，请于%(due)s前办理。"), is_leaders) for kind in ("warned_48", "warned_24")),
    _step("item_reported", "report_item", OFFICE, _("单项已报告 %(number)s"), _("责任单位报告了责令整改 %(number)s 的一项整改完成情况。")),
    _step("signed", "sign", OFFICE, _("通知书已签收 %(number)s"), _("责任单位已签收责令限期整改通知书 %(number)s。")),
    _clock("leaders_lapsed", "lapsed", OFFICE, _("已逾期 %(number)s"),
          _("整改事项 %(number)s %(label)s，应于%(due)s前完成。"), is_leaders),
)  # fmt: skip
