"""Who is told of a receipt: those who inspect it, and those who registered it."""

from django.utils.translation import gettext_lazy as _

from emergencies.intakes import terms
from emergencies.intakes.flow import FLOW
from emergencies.intakes.permissions import INSPECT
from governance.notices.recipients import holders_at_office
from governance.notices.table import NoticeRule

KEEPERS = holders_at_office(INSPECT)


def _rule(name, event, title, body, **more):
    return NoticeRule(f"intakes.{name}", event, title, body, to=KEEPERS, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("registered", "intakes.register", _("到货待验收 %(number)s"),
          _("到货 %(number)s 已登记，请登记人以外的同事于%(due)s前验收。"), term=terms.INSPECT.name),
    _rule("rejected", "intakes.reject", _("到货已拒收 %(number)s"), _("到货 %(number)s 已拒收，原因见办理经过。")),
    _rule("lapsed", "deadline.lapsed", _("到货验收已逾期 %(number)s"), _("到货 %(number)s 应于%(due)s前验收，请尽快办理。")),
)  # fmt: skip
