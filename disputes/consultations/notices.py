"""Who is told what about a consultation."""

from django.utils.translation import gettext_lazy as _

from disputes.consultations import terms
from disputes.consultations.enums import State
from disputes.consultations.flow import FLOW
from disputes.consultations.permissions import ORGANISE, TAKE_PART
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

AWAITED, ORGANISER = holders_at(TAKE_PART, lambda case: case.awaited_ids), holders_at_office(ORGANISE)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"consultations.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def is_designation(event, case):
    return event.data["term"] == terms.DESIGNATE.name


def before_designation(event, case):
    return case.state == State.TO_DESIGNATE


def before_agreement(event, case):
    return case.state == State.OPEN


def is_agreement(event, case):
    return event.data["term"] == terms.AGREE.name


NOTICES = (
    _rule("opened", "consultations.open", AWAITED, _("请会商 %(number)s"),
          _("%(place)s的一件诉求需会商由哪个单位主办，会商编号 %(number)s，请在%(due)s前表明意见。"), term=terms.AGREE.name),
    _rule("organises", "consultations.open", ORGANISER, _("组织会商 %(number)s"),
          _("%(place)s的一件诉求涉及几个单位，由你中心组织会商，编号 %(number)s，%(due)s前商定主办单位。"), term=terms.AGREE.name),
    _rule("invited", "consultations.invite", AWAITED, _("请会商 %(number)s"),
          _("请参加会商 %(number)s，在%(due)s前表明意见。"), term=terms.AGREE.name, when=before_agreement),
    _rule("invited_late", "consultations.invite", AWAITED, _("请会商 %(number)s"),
          _("请参加会商 %(number)s，综治中心将在%(due)s前指定主办单位，请尽快表明意见。"), term=terms.DESIGNATE.name,
          when=before_designation),
    _rule("referred", "consultations.refer", ORGANISER, _("待指定主办 %(number)s"),
          _("会商 %(number)s 未达成一致，请你中心在%(due)s前指定主办单位。"), term=terms.DESIGNATE.name),
    _rule("warned", "deadline.warned_24", AWAITED, _("会商将到期 %(number)s"),
          _("会商 %(number)s 将于%(due)s到期，请尽快表明意见；到期未商定的，由综治中心指定。"), when=is_agreement),
    _rule("designation_late", "deadline.lapsed", ORGANISER, _("指定主办已逾期 %(number)s"),
          _("会商 %(number)s 应于%(due)s前指定主办单位，请立即办理。"), when=is_designation),
)  # fmt: skip
