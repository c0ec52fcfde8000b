"""Which body recommends, where a recommendation stands, and how it reached the unit."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Art. 59: each body its own kind."""

    SUPERVISORY = "supervisory", _("监察建议")
    JUDICIAL = "judicial", _("司法建议")
    PROCURATORIAL = "procuratorial", _("检察建议")


class State(models.TextChoices):
    SENT = "sent", _("待签收")
    RECEIVED = "received", _("办理中")
    ANSWERED = "answered", _("待评价")
    ADOPTED = "adopted", _("已采纳")
    PARTLY = "partly", _("部分采纳")
    REFERRED = "referred", _("已转督导")
    WITHDRAWN = "withdrawn", _("已撤回")


JUDGED = frozenset({State.ADOPTED, State.PARTLY, State.REFERRED})
FINAL = frozenset({*JUDGED, State.WITHDRAWN})

TONES = {
    State.SENT: "waiting",
    State.RECEIVED: "active",
    State.ANSWERED: "waiting",
    State.ADOPTED: "done",
    State.PARTLY: "done",
    State.REFERRED: "danger",
    State.WITHDRAWN: "stopped",
}


class Way(models.TextChoices):
    """How it reached the unit."""

    PORTAL = "portal", _("平台送达")
    DIRECT = "direct", _("直接送达")
    POST = "post", _("邮寄送达")
    LEFT = "left", _("留置送达")
