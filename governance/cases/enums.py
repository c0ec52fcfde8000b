"""Work orders."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrderKind(models.TextChoices):
    LEAD = "lead", _("主办")
    COPY = "copy", _("抄送督办")
    JOINT = "joint", _("协办")


class OrderState(models.TextChoices):
    ISSUED = "issued", _("待签收")
    SIGNED = "signed", _("已签收")
    RETURNED = "returned", _("已退回")
    DONE = "done", _("已办结")
    WITHDRAWN = "withdrawn", _("已收回")
