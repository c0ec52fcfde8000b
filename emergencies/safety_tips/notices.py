"""Who is told what about a tip, and when."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_tips.flow import FLOW
from emergencies.safety_tips.permissions import ACT, CONFIRM
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors

HOLDERS = holders_at_office(ACT)


def office_above(case):
    """The township of a village's tip, the county's centre of a township's."""
    above = ancestors(case.place_path)[-2:-1]
    kind = OfficeType.TOWNSHIP if case.parent_id else OfficeType.CENTRE
    return Office.objects.in_use().filter(type=kind, place__path__in=above).values("pk")


ABOVE = holders_at(CONFIRM, office_above)


def _rule(name, event, to, title, body):
    return NoticeRule(f"safety_tips.{name}", event, title, body, to=to, procedure=FLOW.procedure)


NOTICES = (
    _rule("sent", "safety_tips.send", HOLDERS, _("平安提示 %(number)s"),
          _("%(place)s平安指数有分项明显上升，提示 %(number)s 请于%(due)s前签收并组织防范。")),
    _rule("reported", "safety_tips.report", ABOVE, _("平安提示待确认 %(number)s"),
          _("%(office)s已报告平安提示 %(number)s 的落实情况，请确认或者退回。")),
    _rule("sent_back", "safety_tips.send_back", HOLDERS, _("平安提示退回继续落实 %(number)s"),
          _("平安提示 %(number)s 已退回，原因见办理经过，请于%(due)s前落实并报告。")),
    _rule("warned", "deadline.warned_48", HOLDERS, _("平安提示将到期 %(number)s"),
          _("平安提示 %(number)s 的事项应于%(due)s前完成，请抓紧。")),
    _rule("lapsed", "deadline.lapsed", HOLDERS, _("平安提示已逾期 %(number)s"),
          _("平安提示 %(number)s 的事项应于%(due)s前完成，请立即办理。")),
    _rule("lapsed_above", "deadline.lapsed", ABOVE, _("平安提示没有按期落实 %(number)s"),
          _("%(office)s的平安提示 %(number)s 已于%(due)s逾期，请督促。")),
)  # fmt: skip
