"""Where a matter of administrative mediation stands, and at which levels it is mediated."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    WAITING = "waiting", _("待司法局会签")
    RETURNED = "returned", _("已退回修改")
    PUBLISHED = "published", _("已公布")
    REVISING = "revising", _("已公布，修订待会签")
    WITHDRAWING = "withdrawing", _("已公布，撤下待会签")
    WITHDRAWN = "withdrawn", _("已撤下")
    DROPPED = "dropped", _("已放弃")


STANDING = (State.PUBLISHED, State.REVISING, State.WITHDRAWING)  # in force and public
SHOWN = (*STANDING, State.WITHDRAWN)
FINAL = frozenset({State.WITHDRAWN, State.DROPPED})
TONES = {
    State.WAITING: "waiting",
    State.RETURNED: "waiting",
    State.PUBLISHED: "done",
    State.REVISING: "active",
    State.WITHDRAWING: "active",
    State.WITHDRAWN: "stopped",
    State.DROPPED: "stopped",
}


class Nature(models.TextChoices):
    """Art. 39: civil disputes that touch the duties of the body, and disputes with the administration."""

    CIVIL = "civil", _("民事纠纷")
    ADMINISTRATIVE = "administrative", _("行政争议")


class Level(models.TextChoices):
    """办理层级: who of the line mediates it."""

    CITY = "city", _("市级")
    COUNTY = "county", _("旗县区级")
    TOWNSHIP = "township", _("乡镇（街道）级")


class VersionState(models.TextChoices):
    WAITING = "waiting", _("待会签")
    PUBLISHED = "published", _("已公布")
    REFUSED = "refused", _("未通过")


VERSION_TONES = {VersionState.WAITING: "waiting", VersionState.PUBLISHED: "done", VersionState.REFUSED: "stopped"}
