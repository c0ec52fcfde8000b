"""What this procedure brings to its chapter."""

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.access.scope import may
from supervision.assessment.permissions import SCORE
from supervision.scoring.services import seats_of


def desk_cards(request):
    """A card for whoever was named, with the items one has a seat for."""
    seats = seats_of(request.user).count() if may(request.user, SCORE) else 0
    if not seats:
        return []
    facts = {"label": _("待我评分的考核项目"), "hint": "", "url": reverse("scoring_seats"), "count": seats, "more": False}
    return [{**facts, "procedure": _("考核评分"), "is_overview": False, "is_alarm": False}]


PARTS = {"desk": (desk_cards,)}
