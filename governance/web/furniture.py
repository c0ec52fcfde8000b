"""What every page carries: navigation, large type, and the address of the map's tiles."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from governance import registry
from governance.access.scope import may
from governance.web.page import SIGNED_IN


@dataclass(frozen=True)
class Link:
    """An entry of the left navigation, shown to whoever passes its gate."""

    label: Any
    url_name: str
    gate: Any


LARGE_TYPE_COOKIE = "large_type"


def furniture(request):
    return {
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "large_type": request.COOKIES.get(LARGE_TYPE_COOKIE) == "1",
        "map_tiles_url": settings.MAP_TILES_URL,
        "is_demo": settings.MODE == "demo",
    }


def navigation(request):
    """The chapters and their links, only what the person may open."""
    groups = []
    for chapter in registry.chapters():
        items = [
            {"label": link.label, "url": reverse(link.url_name), "active": request.path == reverse(link.url_name)}
            for link in chapter.navigation
            if link.gate == SIGNED_IN or may(request.user, link.gate)
        ]
        if items:
            groups.append({"label": chapter.title, "items": items})
    return groups
