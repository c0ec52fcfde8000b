"""Who is told what of a matter, and when."""

from django.utils.translation import gettext_lazy as _

from disputes.matters import terms
from disputes.matters.flow import FLOW
from disputes.matters.permissions import AGREE, DRAFT
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

HOLDER = holders_at_office(AGREE)
BODY = holders_at(DRAFT, lambda case: [case.body_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"matters.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _asked(name):
    return _rule(f"asked_{name}", f"matters.{name}", HOLDER, _("行政调解事项待会签 %(number)s"),
                 _("行政调解事项 %(number)s 待你单位会签，请于%(due)s前办理。"), term=terms.AGREE.name)  # fmt: skip


def _told(name, title, body):
    return _rule(f"told_{name}", f"matters.{name}", BODY, title, body)


NOTICES = (
    *(_asked(name) for name in ("draft", "amend", "revise", "ask_withdrawal")),
    _told("agree", _("行政调解事项已公布 %(number)s"), _("行政调解事项 %(number)s 已会签同意，并向社会公布。")),
    _told("send_back", _("行政调解事项退回修改 %(number)s"), _("行政调解事项 %(number)s 被退回修改，理由见办理经过。")),
    _told("reject_revision", _("修订未同意 %(number)s"), _("行政调解事项 %(number)s 的修订未同意，理由见办理经过，原文继续有效。")),
    _told("agree_withdrawal", _("行政调解事项已撤下 %(number)s"), _("行政调解事项 %(number)s 已撤下，公开页面注明已撤下。")),
    _told("reject_withdrawal", _("撤下未同意 %(number)s"), _("行政调解事项 %(number)s 未同意撤下，理由见办理经过。")),
    _rule("warned_48", "deadline.warned_48", HOLDER, _("48小时内到期 %(number)s"), _("行政调解事项 %(number)s %(label)s，%(due)s到期。")),
    _rule("warned_24", "deadline.warned_24", HOLDER, _("24小时内到期 %(number)s"), _("行政调解事项 %(number)s %(label)s，%(due)s到期。")),
    *(_rule(f"warned_{days}", f"deadline.warned_{days}d", HOLDER, _("行政调解事项待复核 %(number)s"),
            _("行政调解事项 %(number)s %(label)s，%(due)s到期，请核对依据、层级和救济途径。")) for days in (60, 30, 7)),
    _rule("lapsed", "deadline.lapsed", HOLDER, _("已逾期 %(number)s"),
          _("行政调解事项 %(number)s %(label)s，应于%(due)s前完成，请尽快办理。")),
)  # fmt: skip
