"""Who is told: people by the capability they hold over a case, and the person concerned by a number that stays
sealed.
"""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.access.scope import who_may
from governance.cases.enums import OrderKind
from governance.cases.models import WorkOrder
from governance.people.models import Post
from governance.privacy.enums import Purpose
from governance.privacy.phones import normalise_phone
from governance.privacy.services import open_sealed


def holders(capability):
    """Everyone who holds the capability over the case, at whatever level."""
    return lambda event, case: who_may(capability, case)


def holders_at_office(capability):
    """Those of them who serve now, in a role that holds the capability, at the office that holds the case."""
    return lambda event, case: _serving(capability, case, [case.office_id])


def holders_at(capability, offices_of):
    """Those of them who serve now at the offices that `offices_of(case)` names, as keys or as a queryset."""
    return lambda event, case: _serving(capability, case, offices_of(case))


def holders_at_copies(capability):
    """Those who serve at the offices that got the standing work order as a copy to supervise (北京接诉即办条例 §12)."""
    return lambda event, case: _serving(
        capability, case, WorkOrder.objects.of(case).standing().filter(kind=OrderKind.COPY).values("office")
    )


def _serving(capability, case, offices):
    posts = Post.objects.live(timezone.now()).filter(office__in=offices, role__in=capability.roles)
    return who_may(capability, case).filter(pk__in=posts.values("user"))


@dataclass(frozen=True)
class SealedPhone:
    """The number of the person concerned, in a sealed field of the case. Opened when a message leaves, each opening
    on record.
    """

    field: str

    def is_known(self, case):
        """Whether there is one, without opening it."""
        return bool(getattr(case, self.field))

    def open(self, event, case, *, at):
        """The plain number. The portal opens it by itself: nobody who works on the case reads it."""
        phone = open_sealed(case, self.field, by=None, purpose=Purpose.NOTIFY, reason=_("发送办理进度短信"), at=at)
        return normalise_phone(phone)
