"""The card of the desk: drafts that wait to be published."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from disputes.bulletins.models import Bulletin
from disputes.bulletins.permissions import PUBLISH
from governance.access.scope import may
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.casework.counting import card_of


def desk_cards(request):
    if not may(request.user, PUBLISH) or not any(may(request.user, PUBLISH, city) for city in Place.objects.at(Level.CITY)):
        return []
    facts = {"label": _("待公布的通报"), "hint": _("每月 1 日至 5 日自动生成"), "procedure": _("每月通报")}
    return [card_of(Bulletin.objects.drafts(), url=reverse("bulletins_manage"), **facts)]
