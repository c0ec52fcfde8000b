"""Who is told what about an edition, and when."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.flow import FLOW
from emergencies.safety_index.permissions import APPROVE, COMPILE
from governance.notices.recipients import holders, holders_at_office
from governance.notices.table import NoticeRule

COMPILERS, APPROVERS = holders_at_office(COMPILE), holders(APPROVE)


def _rule(name, event, to, title, body):
    return NoticeRule(f"safety_index.{name}", event, title, body, to=to, procedure=FLOW.procedure)


NOTICES = (
    _rule("computed", "safety_index.compute", COMPILERS, _("平安指数已取数计算 %(number)s"),
          _("%(place)s上月平安指数 %(number)s 已计算，请核对、写明变化说明后送审。")),
    _rule("submitted", "safety_index.submit", APPROVERS, _("平安指数待审定 %(number)s"),
          _("%(place)s平安指数 %(number)s 已送审，请预览后审定发布或者退回。")),
    _rule("sent_back", "safety_index.send_back", COMPILERS, _("平安指数退回修改 %(number)s"),
          _("平安指数 %(number)s 已退回，原因见办理经过。")),
    _rule("published", "safety_index.publish", COMPILERS, _("平安指数已发布 %(number)s"),
          _("平安指数 %(number)s 已公开发布，上升分项的提示已发往有关乡镇（街道）。")),
    _rule("warned", "deadline.warned_48", COMPILERS, _("平安指数发布期限将到 %(number)s"),
          _("平安指数 %(number)s 应于%(due)s前公开发布，请抓紧。")),
    _rule("lapsed", "deadline.lapsed", COMPILERS, _("平安指数未按期发布 %(number)s"),
          _("平安指数 %(number)s 应于%(due)s前公开发布，请尽快办理。")),
)  # fmt: skip
