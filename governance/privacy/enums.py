"""Why a sealed value may be opened."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """Stated before every opening (personal information law art. 6: a clear and reasonable purpose)."""

    CONTACT = "contact", _("联系群众")
    VERIFY = "verify", _("核实情况")
    CALL_BACK = "call_back", _("回访")
    LEGAL = "legal", _("依法调取")
    SELF = "self", _("本人查询")
    NOTIFY = "notify", _("发送短信")  # the portal's own text message to the person
    BIND = "bind", _("装订卷宗")  # a command of the operator puts a whole file together


UNATTENDED = (Purpose.SELF, Purpose.NOTIFY, Purpose.BIND)  # opened by no member of staff; offered on no form
