"""What this procedure brings to its chapter."""

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.access.scope import may
from governance.web.casework.counting import card_of
from supervision.assessment.permissions import SCORE
from supervision.scoring.services import seats_of


def desk_cards(request):
    """A card for whoever was named, with the items one has a seat for."""
    if not may(request.user, SCORE):
        return []
    facts = {"label": _("待我评分的考核项目"), "procedure": _("考核评分")}
    return [card_of(seats_of(request.user), url=reverse("scoring_seats"), is_quiet=True, **facts)]


PARTS = {"desk": (desk_cards,)}
