"""Who is told of a nomination: who checks it, who decides, and the office that proposed it."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from supervision.honours.flow import FLOW
from supervision.honours.permissions import CHECK, GRANT, NOMINATE

CHECKERS, DECIDERS = holders_at_office(CHECK), holders_at_office(GRANT)
NOMINATORS = holders_at(NOMINATE, lambda case: case.office_ids)


def _step(step, to, title, body):
    return NoticeRule(f"honours.{step}", f"honours.{step}", title, body, to=to, procedure=FLOW.procedure)


NOTICES = (
    _step("nominate", CHECKERS, _("待核查提名 %(number)s"), _("%(place)s提名荣誉称号 %(number)s，请核查。")),
    _step("publicise", DECIDERS, _("开始公示 %(number)s"), _("荣誉提名 %(number)s 已开始公示，期满后请审定。")),
    _step("receive_objection", CHECKERS, _("公示收到异议 %(number)s"), _("荣誉提名 %(number)s 公示期间收到异议，请核实。")),
    _step("grant", NOMINATORS, _("已授予 %(number)s"), _("荣誉提名 %(number)s 已授予。")),
    _step("refuse", NOMINATORS, _("不予授予 %(number)s"), _("荣誉提名 %(number)s 不予授予，理由见办理经过。")),
    _step("withdraw", NOMINATORS, _("称号已撤销 %(number)s"), _("荣誉称号 %(number)s 已撤销，理由见办理经过。")),
)
