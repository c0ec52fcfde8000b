"""The keepers' list, and the cards of their desk."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.knowledge.enums import State
from disputes.knowledge.models import Question
from disputes.knowledge.permissions import KEEP
from governance.access.scope import may
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.casework.counting import card_of

CHECK, REVIEW = "check", "review"
VIEWS = (("", _("全部")), (CHECK, _("待核对")), (REVIEW, _("到期复核")), *((state.value, state.label) for state in State))


def listed(asked, *, day):
    """The questions of a tab; all of them for anything else."""
    rows = Question.objects.select_related("category").defer("search", "answer")
    if asked == CHECK:
        return rows.to_check()
    if asked == REVIEW:
        return rows.to_review(day)
    return rows.filter(state=asked) if asked in State.values else rows.order_by("category__code", "pk")


def keeps(user):
    """The questions are the whole city's."""
    return may(user, KEEP) and any(may(user, KEEP, city) for city in Place.objects.at(Level.CITY))


def desk_cards(request):
    if not keeps(request.user):
        return []
    waiting = ((CHECK, _("待核对")), (REVIEW, _("到期复核")))
    url, day = reverse("knowledge_list"), timezone.localdate()
    return [card_of(listed(name, day=day), label=label, url=f"{url}?state={name}", procedure=_("常见问题")) for name, label in waiting]
