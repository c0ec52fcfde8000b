"""Who is told when somebody keeps out of a complaint, or is kept out: whoever must find another to handle it."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.flow import FLOW
from disputes.complaints.notices import HANDLERS, RECEIVERS
from disputes.complaints.permissions import VIEW
from governance.access.scope import who_may
from governance.notices.table import NoticeRule


def is_held(event, case):
    return case.office_id is not None


def is_nobody_s(event, case):
    return case.office_id is None


def whoever_came_back(event, case):
    return who_may(VIEW, case).filter(pk=event.data["person"])


def _on(name, step, to, title, body, **more):
    return NoticeRule(f"recusal.{name}", f"{FLOW.procedure}.{step}", title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _on("declared", "recuse", RECEIVERS, _("声明回避 %(number)s"),
        _("诉求 %(number)s 由%(office)s承办，有人员声明回避，请安排该单位其他人员办理，或者改派其他单位。"), when=is_held),
    _on("declared_early", "recuse", RECEIVERS, _("声明回避 %(number)s"),
        _("诉求 %(number)s 尚未派单，有人员声明回避，请由其他人员办理。"), when=is_nobody_s),
    _on("colleagues", "recuse", HANDLERS, _("接手办理 %(number)s"),
        _("诉求 %(number)s 有经办人员声明回避，请本单位其他人员接手办理。"), when=is_held),
    _on("lifted", "lift_recusal", whoever_came_back, _("回避已解除 %(number)s"), _("您对诉求 %(number)s 的回避已解除，可以继续办理。")),
    _on("recalled", "recall_from_accused", RECEIVERS, _("收回待派 %(number)s"),
        _("诉求 %(number)s 反映原承办单位或其工作人员，已经收回，请派给上一级单位。")),
)  # fmt: skip
