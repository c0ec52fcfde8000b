"""The papers of a supervision."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Each form Art. 58 leads to; how they look is common practice of administrative papers."""

    NOTICE = "notice", _("督导通报")
    INVITATION = "invitation", _("约谈通知书")
    RECORD = "record", _("约谈记录")
    LISTING = "listing", _("挂牌督办通知书")
    EXTENSION = "extension", _("延期审批决定书")
    REMOVAL = "removal", _("解除挂牌督办通知书")
    REVIEW = "review", _("复查意见书")


SIGNED = frozenset({Kind.RECORD})  # signed by both sides, not served
