"""Who may do what with the money of duties: the procedure's own matrix (Art. 49: 费随事转)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

PAYERS, RECEIVERS, OFFICE = {Role.DEPARTMENT_HANDLER}, {Role.TOWNSHIP_CLERK}, {Role.LEADING_OFFICE}
READERS = {Role.LEADING_OFFICIAL, Role.AUDITOR, Role.CENTRE_OFFICER}

VIEW = Capability("funding.view", _("查看准入事项经费"), PAYERS | RECEIVERS | OFFICE | READERS)
PAY = Capability("funding.pay", _("登记拨付准入事项经费"), PAYERS)
CONFIRM = Capability("funding.confirm", _("确认准入事项经费到账"), RECEIVERS)
SUPERVISE = Capability("funding.supervise", _("核减、免拨准入事项经费"), OFFICE)
PRESS = Capability("funding.press", _("催办准入事项经费"), RECEIVERS | OFFICE)
EXPORT = Capability("funding.export", _("导出准入事项经费"), PAYERS | RECEIVERS | OFFICE | READERS)

CAPABILITIES = (VIEW, PAY, CONFIRM, SUPERVISE, PRESS, EXPORT)
