"""Who makes the list (Art. 39): the body drafts, the justice bureau of the same level agrees.

Both are departments: which of the two may act follows from who holds the matter.
"""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {Role.CENTRE_OFFICER, Role.TOWNSHIP_CLERK, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("matters.view", _("查看行政调解事项清单"), {Role.DEPARTMENT_HANDLER} | READERS)
DRAFT = Capability("matters.draft", _("拟定、修订行政调解事项"), {Role.DEPARTMENT_HANDLER})
AGREE = Capability("matters.agree", _("会签行政调解事项"), {Role.DEPARTMENT_HANDLER})
EXPORT = Capability("matters.export", _("导出行政调解事项清单"), {Role.DEPARTMENT_HANDLER} | READERS)

CAPABILITIES = (VIEW, DRAFT, AGREE, EXPORT)
