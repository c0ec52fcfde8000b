"""What an attribute asks for, and what a client's key opens."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Datatype(models.TextChoices):
    """The six of GeoReport v2."""

    STRING = "string", _("一行文字")
    TEXT = "text", _("多行文字")
    NUMBER = "number", _("数字")
    DATETIME = "datetime", _("日期时间")
    SINGLE = "singlevaluelist", _("单选")
    MULTI = "multivaluelist", _("多选")


LISTS = frozenset({Datatype.SINGLE, Datatype.MULTI})


class Scope(models.TextChoices):
    FILE = "file", _("提交诉求")
    UPDATE = "update", _("补充说明、申请重新办理")
    OWN = "own", _("查看本端提交的诉求")
