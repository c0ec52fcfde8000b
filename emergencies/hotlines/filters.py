"""The card of the desk: matters that came without what is needed to send somebody out."""

from django.urls import reverse
from django.utils.translation import gettext as _

from emergencies.hotlines.enums import Outcome
from emergencies.hotlines.models import HotlineCall
from emergencies.hotlines.permissions import VIEW
from governance.web.administration.reach import acts_for_city
from governance.web.casework.counting import card_of


def desk_cards(request):
    """Somebody must ask the hotline; shown only while there is one."""
    if not acts_for_city(request.user, VIEW):
        return []
    url = f"{reverse('hotlines_messages')}?outcome={Outcome.WAITING.value}"
    words = {"label": _("热线来件要素不全"), "hint": _("请联系热线补报"), "procedure": _("热线接口")}
    return [card_of(HotlineCall.objects.waiting(), url=url, is_quiet=True, is_alarm=True, **words)]
