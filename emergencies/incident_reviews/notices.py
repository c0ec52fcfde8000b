"""Who is told what about the review of an incident, and when."""

from django.utils.translation import gettext_lazy as _

from emergencies.incident_reviews import terms
from emergencies.incident_reviews.flow import FLOW
from emergencies.incident_reviews.permissions import JUDGE, WRITE
from governance.notices.recipients import holders, holders_at_office
from governance.notices.table import NoticeRule

WRITING, JUDGING = holders_at_office(WRITE), holders(JUDGE)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"incident_reviews.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("opened", "incident_reviews.open", WRITING, _("突发事件待复盘评估 %(number)s"),
          _("突发事件处置结束，请于%(due)s前完成复盘评估 %(number)s。"), term=terms.WRITE.name),
    _rule("submitted", "incident_reviews.submit", JUDGING, _("复盘评估待审定 %(number)s"),
          _("%(office)s已报送复盘评估 %(number)s，请于%(due)s前审定。"), term=terms.JUDGE.name),
    _rule("sent_back", "incident_reviews.send_back", WRITING, _("复盘评估退回修改 %(number)s"),
          _("复盘评估 %(number)s 需要修改，请于%(due)s前重新报送。"), term=terms.WRITE.name),
    _rule("approved", "incident_reviews.approve", WRITING, _("复盘评估已审定 %(number)s"),
          _("复盘评估 %(number)s 已审定，请按期落实改进措施。")),
    _rule("remind", "incident_reviews.remind", WRITING, _("复盘评估催办 %(number)s"), _("请抓紧办理复盘评估 %(number)s。")),
    *(
        _rule(f"warned_{hours}", f"deadline.warned_{hours}", WRITING, _("复盘评估将到期 %(number)s"),
              _("复盘评估 %(number)s %(label)s，%(due)s到期，请抓紧办理。"))
        for hours in (48, 24)
    ),
    _rule("lapsed", "deadline.lapsed", WRITING, _("复盘评估已逾期 %(number)s"), _("复盘评估 %(number)s %(label)s，应于%(due)s前完成。")),
)  # fmt: skip
