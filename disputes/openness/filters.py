"""What the address asks for, and the same as fields of the form above the list and the map."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.openness import rules
from disputes.openness.enums import Phase
from disputes.openness.services import Question, public_groups
from governance.places.models import Place
from governance.web.cascade import cascade_of
from governance.web.formats import cn_month


@dataclass
class Asked:
    """The question, the place it names, and the fields that show it."""

    question: Question
    place: Any
    cascade: Any
    fields: list
    query: QueryDict

    @property
    def address(self):
        """The filter without the page, to carry from the list to the map and back."""
        return self.query.urlencode()

    def at(self, place):
        """The filter's address for another place: its code lets the selects above it follow."""
        query = self.query.copy()
        for name in [name for name in query if name.startswith("place_")]:
            del query[name]
        for level, length in (("county", 6), ("township", 9), ("village", 12)):
            if len(place.path) >= length:
                query[f"place_{level}"] = place.path[:length]
        return query.urlencode()


def asked(request, *, today):
    """Whatever the address says that is not offered counts as not said."""
    given = request.GET
    groups = public_groups()
    category = given.get("category") if given.get("category") in dict(groups) else ""
    phase = given.get("state") if given.get("state") in Phase.values else ""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    first, end = rules.window(given.get("period", rules.USUAL), today=today)
    question = Question(first, end, category, phase, cascade.place.path if cascade.place else "")
    query = given.copy()
    for name in ("page", "choose_place"):
        query.pop(name, None)
    fields = [
        select("category", _("分类"), [("", _("全部")), *groups], category),
        select("state", _("进展"), [("", _("全部")), *Phase.choices], phase),
        select("period", _("登记时间"), periods(today), given.get("period", rules.USUAL)),
    ]
    return Asked(question, cascade.place, cascade, fields, query)


def periods(today):
    spans = [(str(days), _("近一年") if days == rules.SPANS[-1] else _("近%(days)s天") % {"days": days}) for days in rules.SPANS]
    return [*spans, *((f"{month:%Y-%m}", cn_month(month)) for month in rules.months(today))]


def select(name, label, options, chosen):
    known = [value for value, _label in options]
    value = chosen if chosen in known else rules.USUAL if name == "period" else ""
    return {"name": name, "label": label, "options": [{"value": key, "label": word, "chosen": key == value} for key, word in options]}
