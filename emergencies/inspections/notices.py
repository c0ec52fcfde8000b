"""Who is told what about an inspection, and when: the two inspectors; the site only once the record is there."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.inspections import terms
from emergencies.inspections.flow import FLOW
from emergencies.inspections.permissions import ARRANGE, INSPECT, OBJECT
from governance.access.scope import who_may
from governance.notices.enums import Channel
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule


def inspectors(event, case):
    """The two, as long as they may."""
    return who_may(INSPECT, case).filter(pk__in=case.inspector_ids)


def other_inspector(event, case):
    return inspectors(event, case).filter(~Q(pk=case.recorded_by_id))


def is_inspection(event, case):
    return event.data["term"] == terms.INSPECT.name


def is_confirmation(event, case):
    return event.data["term"] == terms.CONFIRM.name


SITE = holders_at(OBJECT, lambda case: [case.premises.site_id])
OFFICE = holders_at_office(ARRANGE)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"inspections.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("arranged", "inspections.arrange", inspectors, _("待检查 %(number)s"),
          _("请于%(due)s前到%(place)s完成安全检查 %(number)s；名单在检查前不告知场所。"), channels=(Channel.IN_APP,)),
    _rule("reassigned", "inspections.reassign", inspectors, _("检查人员已更换 %(number)s"),
          _("安全检查 %(number)s 的检查人员已更换，请查看。")),
    _rule("recorded", "inspections.record", other_inspector, _("检查记录待您确认 %(number)s"),
          _("您一同参加的安全检查 %(number)s 已提交记录，请于%(due)s前核对确认。"), term=terms.CONFIRM.name),
    _rule("told_site", "inspections.record", SITE, _("检查记录 %(number)s"),
          _("您单位的安全检查 %(number)s 已有记录，结果和整改期限见检查页面，可以下载检查单、陈述意见。")),
    _rule("objected", "inspections.object", OFFICE, _("场所对检查结果有意见 %(number)s"),
          _("安全检查 %(number)s 的场所陈述了意见，请核实并答复。")),
    _rule("answered", "inspections.answer", SITE, _("对检查意见的答复 %(number)s"),
          _("您单位对安全检查 %(number)s 的意见已经复核、答复，请查看检查页面。")),
    _rule("reminded", "inspections.remind", inspectors, _("催办 %(number)s"), _("安全检查 %(number)s 请抓紧办理，期限%(due)s。")),
    _rule("warned_48", "deadline.warned_48", inspectors, _("48小时内到期 %(number)s"), _("安全检查 %(number)s %(label)s，%(due)s到期。")),
    _rule("lapsed", "deadline.lapsed", OFFICE, _("安全检查已逾期 %(number)s"),
          _("安全检查 %(number)s 应于%(due)s前到场检查，请立即安排。"), when=is_inspection),
    _rule("lapsed_confirm", "deadline.lapsed", other_inspector, _("检查记录逾期未确认 %(number)s"),
          _("安全检查 %(number)s 的记录应于%(due)s前确认，请尽快核对。"), when=is_confirmation),
)  # fmt: skip
