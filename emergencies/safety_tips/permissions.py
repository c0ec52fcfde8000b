"""Who acts on a tip: the township it was sent to, the villages it was passed on to; who confirms what they report: the office above."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

ABOVE = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("safety_tips.view", _("查看平安提示"), ABOVE | {Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK})
ACT = Capability("safety_tips.act", _("签收、落实平安提示"), {Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK})
PASS_ON = Capability("safety_tips.pass_on", _("向村（社区）转发平安提示"), {Role.TOWNSHIP_CLERK})
CONFIRM = Capability("safety_tips.confirm", _("确认平安提示的落实情况"), {Role.CENTRE_OFFICER, Role.TOWNSHIP_CLERK})
EXPORT = Capability("safety_tips.export", _("导出平安提示"), ABOVE | {Role.TOWNSHIP_CLERK})

CAPABILITIES = (VIEW, ACT, PASS_ON, CONFIRM, EXPORT)
