"""Who is told what of a deliberation: the village that leads it, its township when a day is missed, and whoever raised it."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import SealedPhone, holders_at, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office
from grids.deliberation.flow import FLOW
from grids.deliberation.permissions import LEAD, VIEW

TOWNSHIP = 9  # characters of a path


def township_of(case):
    office = Office.objects.named(OfficeType.TOWNSHIP, case.place_path[:TOWNSHIP])
    return [office.pk] if office else []


VILLAGE = holders_at_office(LEAD)
ABOVE = holders_at(VIEW, township_of)
RAISER = SealedPhone("contact_phone")


def _text(step, body):
    return NoticeRule(f"deliberation.{step}_text", f"deliberation.{step}", _("议题进展 %(number)s"), body, phone=RAISER)


def _clock(name, event, to, title, body):
    return NoticeRule(f"deliberation.{name}", f"deadline.{event}", title, body, to=to, procedure=FLOW.procedure)


NOTICES = (
    NoticeRule("deliberation.raised", "deliberation.raise", _("新议题待答复 %(number)s"),
               _("%(place)s有新议题 %(number)s，请于%(due)s前答复是否受理。"), to=VILLAGE),
    _text("accept", _("您提出的议题 %(number)s 已由%(place)s受理，会安排协商。凭编号和查询码可查看进展：%(site)s")),
    _text("decline", _("您提出的议题 %(number)s 未予受理，理由请凭编号和查询码查看：%(site)s")),
    _text("announce", _("您提出的议题 %(number)s 已发布协商公告，时间、地点请查看：%(site)s")),
    _text("publish_result", _("您提出的议题 %(number)s 已公布协商结果，请查看：%(site)s")),
    _text("publish_no_result", _("您提出的议题 %(number)s 协商未达成一致，情况请查看：%(site)s")),
    _text("carry_out", _("您提出的议题 %(number)s 已落实，情况请查看：%(site)s")),
    _clock("warned_48", "warned_48", VILLAGE, _("48小时内到期 %(number)s"), _("议事协商 %(number)s %(label)s，%(due)s到期。")),
    _clock("lapsed", "lapsed", VILLAGE, _("已逾期 %(number)s"), _("议事协商 %(number)s %(label)s，应于%(due)s前完成，请抓紧办理。")),
    _clock("lapsed_above", "lapsed", ABOVE, _("辖区议事协商逾期 %(number)s"),
           _("%(place)s的议事协商 %(number)s %(label)s，应于%(due)s前完成，请指导督促。")),
)  # fmt: skip
