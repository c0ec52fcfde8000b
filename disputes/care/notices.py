"""Who is told what: the two who help, and the person in words that give nothing away on a screen."""

from django.utils.translation import gettext_lazy as _

from disputes.care import terms
from disputes.care.flow import FLOW
from disputes.care.permissions import MANAGE, SERVE
from governance.notices.recipients import SealedPhone, holders_at, holders_at_office
from governance.notices.table import NoticeRule

BUREAU = holders_at(MANAGE, lambda case: [case.supervisor_id])
PROVIDER = holders_at_office(SERVE)
PERSON = SealedPhone("phone")


def held_by_bureau(event, case):
    return case.office_id == case.supervisor_id


def held_by_provider(event, case):
    return case.office_id != case.supervisor_id


def _staff(name, event, to, title, body, **more):
    return NoticeRule(f"care.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _step(name, step, to, title, body, *, term="", **more):
    return _staff(name, f"{FLOW.procedure}.{step}", to, title, body, term=term, **more)


def _person(name, step, body):
    """A text that anybody may read over a shoulder."""
    event, title = f"{FLOW.procedure}.{step}", _("【便民服务】%(number)s")
    return NoticeRule(f"care.{name}", event, title, body, phone=PERSON, procedure=FLOW.procedure)


def _of_clock(name, event, body):
    """The same to whoever holds the matter."""
    title = _("关爱帮扶 %(number)s")
    return (
        _staff(name, event, BUREAU, title, body, when=held_by_bureau),
        _staff(f"{name}_provider", event, PROVIDER, title, body, when=held_by_provider),
    )


NOTICES = (
    _step("requested", "request", BUREAU, _("帮扶申请 %(number)s"), _("收到帮扶申请 %(number)s，请于%(due)s前安排。"),
          term=terms.ARRANGE.name),
    _step("referred", "refer", BUREAU, _("帮扶申请 %(number)s"), _("帮扶申请 %(number)s 转由你单位安排，请于%(due)s前安排。"),
          term=terms.ARRANGE.name),
    _step("assigned", "assign", PROVIDER, _("请承接 %(number)s"), _("帮扶 %(number)s 请于%(due)s前答复是否承接。"), term=terms.ACCEPT.name),
    _step("reassigned", "reassign", PROVIDER, _("请承接 %(number)s"), _("帮扶 %(number)s 请于%(due)s前答复是否承接。"),
          term=terms.ACCEPT.name),
    _step("accepted", "accept", BUREAU, _("已承接 %(number)s"), _("帮扶 %(number)s 已由承接机构接手。")),
    _step("declined", "decline", BUREAU, _("未承接 %(number)s"), _("帮扶 %(number)s 承接机构没有承接，请于%(due)s前另行安排。"),
          term=terms.ARRANGE.name),
    _step("ended", "end", BUREAU, _("帮扶结束 %(number)s"), _("帮扶 %(number)s 已结束，请回访本人。")),
    *(_step(f"{step}_{name}", step, to, _("本人撤回同意 %(number)s"), _("帮扶 %(number)s 本人已撤回同意，请立即停止，不再联系。"), **more)
      for step in ("withdraw", "stop")
      for name, to, more in (("bureau", BUREAU, {}), ("provider", PROVIDER, {"when": held_by_provider}))),
    *_of_clock("warned_48", "deadline.warned_48", _("帮扶 %(number)s %(label)s，%(due)s到期。")),
    *_of_clock("lapsed", "deadline.lapsed", _("帮扶 %(number)s %(label)s，应于%(due)s前完成，请尽快办理。")),
    _person("told_accepted", "accept", _("您的申请 %(number)s 已有人承接，会与您联系。凭编号和查询码可查看，也可以随时撤回同意。")),
    _person("told_closed", "close", _("您的申请 %(number)s 有新的答复，请凭编号和查询码查看。")),
)  # fmt: skip
