"""What every page carries: navigation, unread notices, large type, and the address of the map's tiles."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject

from governance import registry
from governance.access.scope import held_anywhere, may
from governance.web.inbox.counting import unread_label
from governance.web.page import SIGNED_IN

DAILY, RARE = 0, 2


@dataclass(frozen=True)
class Link:
    """An entry of the left navigation, shown to whoever passes its gate."""

    label: Any
    url_name: str
    gate: Any
    turn: int = 1  # `DAILY` before the others of its chapter, `RARE` (standards, methods, counts) behind them


@dataclass(frozen=True)
class Door:
    """A door of the public home page: what a resident can do, in one step."""

    label: Any
    text: Any
    url_name: str
    icon: str
    order: int  # the first is the main one
    reads: bool = False  # only to read there: a line below, not a card


LARGE_TYPE_COOKIE = "large_type"


def furniture(request):
    """Asked for by every template; nothing is read before a page shows it."""
    return {
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "navigation_key": SimpleLazyObject(lambda: navigation_key(request)),
        "notice_count": SimpleLazyObject(lambda: unread_label(request.user)),
        "public_banners": SimpleLazyObject(lambda: [told for build in registry.declared("banners") if (told := build(request))]),
        "person_key": SimpleLazyObject(lambda: person_key(getattr(request, "user", None))),
        "large_type": request.COOKIES.get(LARGE_TYPE_COOKIE) == "1",
        "map_tiles_url": settings.MAP_TILES_URL,
        "is_demo": settings.MODE == "demo",
    }


def person_key(user):
    """What a device marks as kept for one person; it tells nothing about who that is. "" for nobody."""
    return salted_hmac("governance.person_key", str(user.pk)).hexdigest()[:32] if user and user.is_authenticated else ""


def doors(*, reads=False):
    """What residents can do, for components/services.html, the main door first; or what they can read (components/readings.html)."""
    found = sorted((door for door in registry.declared("doors") if door.reads is reads), key=lambda door: door.order)
    return [
        {"title": door.label, "text": door.text, "url": reverse(door.url_name), "icon": door.icon, "main": door.order == 1}
        for door in found
    ]


def navigation(request):
    """The chapters and their links, only what the person may open: the daily work first, and open the group one is in, or the first.

    A chapter with one link is no group: such links stand together at the end, under no label.
    """
    here, groups, single = section(request.path), [], []
    for chapter in sorted(registry.chapters(), key=lambda chapter: role_of(request.user) not in chapter.foremost):
        links = [link for link in chapter.navigation if is_open(link, request.user)]
        items = [item(link, request, here) for link in sorted(links, key=lambda link: link.turn)]
        if len(items) > 1:
            groups.append({"label": chapter.title, "items": items, "open": any(entry["active"] for entry in items)})
        else:
            single += items
    if groups and not any(group["open"] for group in groups):
        groups[0]["open"] = True
    return [*groups, {"label": "", "items": single, "open": True}] if single else groups


def navigation_key(request):
    """What the navigation depends on: whether somebody signed in, as what, what the person may do at all, which page is open."""
    here = section(request.path)
    signed_in = str(request.user.is_authenticated)
    return " ".join([signed_in, role_of(request.user), here, str(here == request.path), *held_anywhere(request.user)])


def role_of(user):
    """The role the person acts in; "" for who has no post."""
    post = getattr(user, "acting_post", None)
    return post.role if post else ""


@lru_cache(maxsize=1)
def linked_pages():
    """The addresses the navigation leads to."""
    return frozenset(reverse(link.url_name) for link in registry.declared("navigation"))


def section(path):
    """The address of the navigation under which this page lies, the nearest one; "" where none does."""
    return max((url for url in linked_pages() if path.startswith(url)), key=len, default="")


def is_open(link, user):
    return user.is_authenticated if link.gate == SIGNED_IN else may(user, link.gate)


def item(link, request, here):
    """`active` as `aria-current` says it: the page itself, or a page below it."""
    url = reverse(link.url_name)
    active = ("page" if request.path == url else "true") if url == here else ""
    return {"label": link.label, "url": url, "active": active}
