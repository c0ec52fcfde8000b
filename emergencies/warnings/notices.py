"""Who is told of a warning: colleagues who check and issue it, and every office in the area that passes it on."""

from django.utils.translation import gettext_lazy as _

from emergencies.warnings import terms
from emergencies.warnings.flow import FLOW
from emergencies.warnings.permissions import CHECK, DRAFT, ISSUE, VIEW
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

CHECKERS, ISSUERS, DRAFTERS = holders_at_office(CHECK), holders_at_office(ISSUE), holders_at_office(DRAFT)
AREA = holders_at(VIEW, lambda case: case.office_ids)


def is_of(term):
    return lambda event, case: event.data["term"] == term.name


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"warnings.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("drafted", "warnings.draft", CHECKERS, _("待校核 %(number)s"),
          _("%(office)s有一条向社会发布的信息 %(number)s 待校核，请拟稿人以外的同事于%(due)s前校核。"), term=terms.ISSUE.name),
    _rule("rewritten", "warnings.rewrite", CHECKERS, _("修改后待校核 %(number)s"), _("信息 %(number)s 已修改，请校核。")),
    _rule("checked", "warnings.check", ISSUERS, _("待签发 %(number)s"),
          _("信息 %(number)s 已校核，请于%(due)s前签发。"), term=terms.ISSUE.name),
    _rule("returned", "warnings.send_back", DRAFTERS, _("退回修改 %(number)s"), _("信息 %(number)s 被退回，请按意见修改。")),
    _rule("issued", "warnings.issue", AREA, _("新发布 %(number)s"),
          _("%(office)s发布了涉及本地的预警、提示或者情况通报 %(number)s，请查看并落实、转告。")),
    _rule("update_drafted", "warnings.revise", CHECKERS, _("更新待校核 %(number)s"), _("信息 %(number)s 的更新待校核。")),
    _rule("update_checked", "warnings.check_update", ISSUERS, _("更新待签发 %(number)s"), _("信息 %(number)s 的更新已校核，请签发。")),
    _rule("updated", "warnings.issue_update", AREA, _("已更新 %(number)s"), _("%(office)s更新了信息 %(number)s，请以新内容为准。")),
    _rule("cancelled", "warnings.cancel", AREA, _("已解除 %(number)s"), _("%(office)s解除了 %(number)s。")),
    _rule("ending", "deadline.warned_1", ISSUERS, _("1小时后到期 %(number)s"),
          _("信息 %(number)s 于%(due)s到期，还需要的请更新延长。"), when=is_of(terms.END)),
    _rule("lapsed", "deadline.lapsed", ISSUERS, _("发布已逾期 %(number)s"),
          _("信息 %(number)s 应于%(due)s前发布，请立即办理。"), when=is_of(terms.ISSUE)),
)  # fmt: skip
