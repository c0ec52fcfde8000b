"""Who is told of a grave matter: the centre that must deal with it, at once, and the city's when it did not."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints import terms
from disputes.complaints.flow import FLOW
from disputes.complaints.notices import HANDLERS
from disputes.complaints.permissions import RESPOND
from disputes.grave.services import centre_of
from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office

CITY = 4  # characters of the city's path


def desk(case):
    centre = centre_of(case)
    return [centre.pk] if centre else []


def above(case):
    return (
        Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path=case.place_path[:CITY]).exclude(pk__in=desk(case)).values("pk")
    )


CENTRE, CITY_CENTRE = holders_at(RESPOND, desk), holders_at(RESPOND, above)


def is_ours(event, case):
    return event.data["term"] == terms.RESPOND.name


def _on(name, event, to, title, body, **more):
    return NoticeRule(f"grave.{name}", event, title, body, to=to, procedure=FLOW.procedure, term=terms.RESPOND.name, **more)


NOTICES = (
    _on("flagged", f"{FLOW.procedure}.flag_danger", CENTRE, _("重大事项 %(number)s"),
        _("%(place)s的诉求 %(number)s 可能危及安全或者扩大，已标记为重大事项，请于%(due)s前组织处置。")),
    _on("answered", f"{FLOW.procedure}.respond_danger", HANDLERS, _("综治中心已处置 %(number)s"),
        _("重大事项 %(number)s 综治中心已记录处置措施，请继续办理。")),
    _on("warned", "deadline.warned_1", CENTRE, _("重大事项1小时内到期 %(number)s"),
        _("重大事项 %(number)s 应于%(due)s前处置，请立即办理。"), when=is_ours),
    _on("lapsed", "deadline.lapsed", CENTRE, _("重大事项逾期 %(number)s"),
        _("重大事项 %(number)s 未在时限内处置，请立即办理。"), when=is_ours),
    _on("lapsed_above", "deadline.lapsed", CITY_CENTRE, _("重大事项逾期 %(number)s"),
        _("%(place)s的重大事项 %(number)s 未在时限内处置，请督促。"), when=is_ours),
)  # fmt: skip
