"""The card of the desk: where many report the same and more than one of them is still handled on its own."""

from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.complaints.models import Complaint
from disputes.complaints.permissions import DISPATCH
from disputes.following.models import Cluster
from governance.access.scope import may
from governance.web.casework.counting import card_of


def desk_cards(request):
    if not may(request.user, DISPATCH):
        return []
    found = Cluster.objects.visible_to(request.user, DISPATCH).unsettled()
    facts = {"procedure": Complaint.flow.label, "label": _("集中反映"), "hint": _("同一村（社区）多人反映同类问题")}
    return [card_of(found, url=reverse("following_clusters"), **facts)]
