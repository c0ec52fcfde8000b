"""Who is told when a hotline says more: the office that leads the incident."""

from django.utils.translation import gettext_lazy as _

from emergencies.incidents.permissions import HANDLE
from governance.notices.recipients import holders_at_office
from governance.notices.table import NoticeRule

NOTICES = (
    NoticeRule(
        "hotlines.updated", "incidents.source_update", _("热线补充情况 %(number)s"),
        _("%(place)s突发事件 %(number)s，热线来件补充了情况，请查看并核实。"), to=holders_at_office(HANDLE),
    ),
)  # fmt: skip
