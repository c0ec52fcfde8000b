"""The four levels of place as selects that work without JavaScript: each press of "下一级" shows the next one."""

from dataclasses import dataclass, field

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from governance.places.enums import Level
from governance.places.models import Place
from governance.places.rules import CODE_LENGTH

LEVELS = (("county", _("旗县区")), ("township", _("乡镇（街道）")), ("village", _("村（社区）")))


@dataclass
class Cascade:
    """The selects, and the place chosen so far (its pk as text, or "")."""

    levels: list = field(default_factory=list)
    place: Place | None = None
    url: str = ""
    is_cut: bool = False  # something was chosen that does not lie below what stands above it, or out of reach

    @property
    def value(self):
        return str(self.place.pk) if self.place else ""


def cascade_of(request, places, *, url="", start="", named=None):
    """Selects for county, township and village among `places`; what was chosen comes from the request, a wrong chain is cut off.

    A level of which `places` has nothing is left out: a township's clerk begins with the township. `start` is the path of the place that
    is chosen as long as the request says nothing. `named(code)` finds one of `places` where that is quicker than asking all of them.
    """
    asked = request.POST if request.method == "POST" else request.GET
    if start and not any(f"place_{level}" in asked for level, _label in LEVELS):
        asked = initial_codes(start)
    short = places.only("pk", "code", "path", "short_name", "level", "parent_id")
    if request.method == "POST" and (village := _whole(asked, named or places.by_code_or_none)):
        return Cascade(SimpleLazyObject(lambda: _selects(short, asked, url).levels), village, url)
    return _selects(short, asked, url)


def _whole(asked, named):
    """The village that was posted with all above it, where one leads to the other; the selects are then read only to be shown again."""
    chain = [asked.get(f"place_{level}") for level, _label in LEVELS]
    village = named(chain[-1]) if all(chain) else None
    return village if village and village.level == Level.VILLAGE and all(village.path.startswith(code) for code in chain) else None


def _selects(places, asked, url):
    cascade, chosen = Cascade(url=url), ""
    for level, label in LEVELS:
        options = list(_below(places, level, chosen))
        if not options:
            continue
        picked = _picked(options, asked.get(f"place_{level}", ""))
        cascade.levels.append(_select(level, label, options, picked))
        if picked is None:
            break
        cascade.place, chosen = picked, picked.path
    cascade.is_cut = not all(chosen.startswith(asked.get(f"place_{level}", "")) for level, _label in LEVELS)
    return cascade


def asks_next_level(request):
    """Whether the person only wants to see the next level of places, and has not finished the form."""
    return "choose_place" in request.POST


def with_place(request, found):
    """What was posted, with the place chosen in the selects as `place`; a broken chain is no choice."""
    data = request.POST.copy()
    data["place"] = "" if found.is_cut else found.value
    return data


def _below(places, level, chosen):
    """What can be chosen at a level: below what was chosen above it; at the top, everything of that level."""
    options = places.filter(level=level)
    return options.below(chosen) if chosen else options


def _picked(options, value):
    found = next((place for place in options if place.code == value), None)
    return found or (options[0] if len(options) == 1 else None)


def _select(level, label, options, picked):
    return {
        "name": f"place_{level}",
        "label": label,
        "options": [{"value": place.code, "label": place.short_name} for place in options],
        "value": picked.code if picked else "",
        "error": "",
    }


def initial_codes(path):
    """The form values that preselect a place: {'place_county': '150102', …}."""
    return {f"place_{level}": path[: CODE_LENGTH[level]] for level, _label in LEVELS if len(path) >= CODE_LENGTH[level]}
