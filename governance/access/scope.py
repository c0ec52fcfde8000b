"""The four questions of access, asked here and nowhere else.

`may(user, capability, target)` · `Scoped.visible_to(user, capability)` · `places_for(user, capability)` · `who_may(capability, target)`

Guardian's two traps are closed here: a permission held outside the grants counts for nothing, and an inactive account has no rights.
A person acts for one post at a time (`user.acting_post`); without one (a command, a task) all live posts count.

Nobody judges his own case: a case may bar offices (`barred_ids`) and people (`barred_people`). Who serves at a barred office, by whatever
post, or is barred in person, has no right over the case at all, and none of the four questions lets them near it.

What a person writes for himself and those over him (a diary) names the roles in which only its `author` reads it: `closed_to_peers`.
What is not meant for some roles yet (a paper nobody served) names them in `withheld_from`; its queryset leaves the same rows out.
"""

from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Q
from django.utils import timezone

from governance.access.models import OfficeGrant, PlaceGrant
from governance.people.models import Post, User, is_live
from governance.places.models import Place
from governance.places.rules import ancestors, path_range
from governance.prepared import Prepared


@dataclass(frozen=True)
class Reach:
    """How far one capability carries: everything at or below the paths, and the cases handed to the offices."""

    paths: tuple = ()
    offices: tuple = ()
    own: tuple = ()  # the offices one serves at; those of a place count only for cases that reach across areas

    def __bool__(self):
        return bool(self.paths or self.offices)


NOWHERE = Reach()
CODENAMES = ArrayAgg("permission__codename")
PLACE_GRANTS = Prepared(
    lambda post: PlaceGrant.objects.filter(post=post).values_list("content_object__path").annotate(codenames=CODENAMES), post=int
)
OFFICE_GRANTS = Prepared(
    lambda post: OfficeGrant.objects.filter(post=post).values_list("content_object_id").annotate(codenames=CODENAMES), post=int
)
IN_USE = Prepared(lambda code: Place.objects.in_use().filter(code=code), code=str)


def reach(user, capability):
    """The places and offices over which the person holds the capability now; `NOWHERE` when there is none."""
    if not user.is_authenticated or not user.is_active:
        return NOWHERE
    return _reaches(user).get(capability.codename, NOWHERE)


def held_anywhere(user):
    """The names of all capabilities the person holds, wherever."""
    return sorted(_reaches(user)) if user.is_authenticated and user.is_active else []


def standing_of(user):
    """All that decides what the person sees and may do now, to keep something under: equal standings see the same."""
    post, reaches = user.acting_post, _reaches(user)
    cached = getattr(user, "_standing", None)
    if cached is None or cached[0] is not reaches:
        serving = post and (post.pk, post.role, post.office_id)
        cached = user._standing = reaches, (user.pk, serving, frozenset(reaches.items()), frozenset(offices_of(user)))
    return cached[1]


def _reaches(user):
    """All reaches of the post acted for, read once per request."""
    key = user.acting_post.pk if user.acting_post else None
    cached = getattr(user, "_reaches", None)
    if cached is None or cached[0] != key:
        cached = user._reaches = (key, _read_reaches(user))
    return cached[1]


def _read_reaches(user):
    held = {}
    for post in _posts(user):
        territorial = post.office.is_territorial
        for value, codenames in (PLACE_GRANTS if territorial else OFFICE_GRANTS).rows(post=post.pk):
            for codename in codenames:
                held.setdefault(codename, []).append((territorial, value, post.office_id))
    reaches = {grants: _reach_of(grants) for grants in {*map(tuple, held.values())}}  # few: most capabilities of a post carry equally far
    return {codename: reaches[tuple(grants)] for codename, grants in held.items()}


def _reach_of(grants):
    """What (territorial, path or office, own office) of several grants carries to."""
    paths = {value for territorial, value, _own in grants if territorial}
    offices = {value for territorial, value, _own in grants if not territorial}
    return Reach(*(tuple(sorted(values)) for values in (paths, offices, {own for *_rest, own in grants})))


def _posts(user):
    """The post acted for; without one, all live posts. What this request found live just now is not read again."""
    acting = user.acting_post
    if acting is not None and acting in getattr(user, "live_posts", ()):
        return [acting]
    live = Post.objects.live(timezone.now()).filter(user=user).select_related("office")
    return live if acting is None else live.filter(pk=acting.pk)


def may(user, capability, target=None):
    """Whether the person may do this to the target: a case, a place, an office; anywhere at all when there is no target."""
    held = reach(user, capability)
    if target is None or not held:
        return bool(held)
    if is_barred(user, target) or is_a_peers(user, target) or is_withheld(user, target):
        return False
    if any(target_path(target).startswith(path) for path in held.paths):
        return True
    return bool({*held.offices, *(held.own if is_across(target) else ())} & set(target_offices(target)))


def is_barred(user, target):
    """Whether the case keeps this person out: barred in person, or serving now at a barred office. Asks nothing where nobody is barred."""
    if user.pk in getattr(target, "barred_people", ()):
        return True
    barred = getattr(target, "barred_ids", ())
    return bool(barred) and not offices_of(user).isdisjoint(barred)


def is_a_peers(user, target):
    """Whether the row was written by somebody else in the same role, and is closed to peers."""
    peers = getattr(target, "closed_to_peers", ())
    return bool(peers) and target.author_id != user.pk and not roles_of(user).isdisjoint(peers)


def is_withheld(user, target):
    """Whether the row is not meant for the role the person acts in, as long as it is a draft."""
    withheld = getattr(target, "withheld_from", ())
    return bool(withheld) and not roles_of(user).isdisjoint(withheld)


def roles_of(user):
    """The role acted in; without a post acted for, all of them."""
    if user.acting_post:
        return {user.acting_post.role}
    return set(Post.objects.live(timezone.now()).filter(user=user).values_list("role", flat=True))


def offices_of(user):
    """Every office the person serves at now, whichever post is acted for: who changes the hat has the same head."""
    posts = getattr(user, "live_posts", None)
    if posts is None:
        posts = Post.objects.live(timezone.now()).filter(user=user)
    return {post.office_id for post in posts} | ({user.acting_post.office_id} if user.acting_post else set())


def target_path(target):
    return target.path if isinstance(target, Place) else target.place_path


def target_offices(target):
    """The offices a target was handed to; an office is its own."""
    return getattr(target, "office_ids", None) or ([target.pk] if hasattr(target, "trade") else [])


def is_across(target):
    """Whether a case is open to every office it was handed to, of another area too (Art. 43)."""
    return getattr(target, "is_across", False)


def places_for(user, capability):
    """The places the person may name when using the capability."""
    held = reach(user, capability)
    return Place.objects.in_use().within_any(held.paths)


def place_named(user, capability, code):
    """The one of `places_for` that has this code, or None."""
    place = IN_USE.first(code=code)
    return place if place and any(place.path.startswith(path) for path in reach(user, capability).paths) else None


def who_may(capability, target):
    """Active people who hold the capability over the target through a live post."""
    at, offices, granted = timezone.now(), target_offices(target), {"permission__codename": capability.codename}
    by_post = _counts_for(target, at, through="post__")
    by_place = PlaceGrant.objects.filter(by_post, content_object__path__in=ancestors(target_path(target)), **granted)
    found = [by_place, OfficeGrant.objects.filter(by_post, content_object__in=offices, **granted)]
    if is_across(target):
        found.append(Post.objects.filter(_counts_for(target, at), office__in=offices, role__in=capability.roles))
    first, *more = (rows.values("user") for rows in found)
    people = User.objects.filter(pk__in=first.union(*more))
    return people.exclude(pk__in=barred_from(target)) if is_closed_to_some(target) else people


def _counts_for(target, at, through=""):
    """Whether a post, reached `through` a join, is live, not one of those in which only the author reads the target, and not one the target
    is withheld from."""
    counts, peers, withheld = is_live(at, through), getattr(target, "closed_to_peers", ()), getattr(target, "withheld_from", ())
    if withheld:
        counts &= ~Q((f"{through}role__in", withheld))
    if peers:
        counts &= ~Q((f"{through}role__in", peers)) | Q((f"{through}user", target.author_id))
    return counts


def is_closed_to_some(target):
    """Whether the case bars anybody."""
    return bool(getattr(target, "barred_ids", ()) or getattr(target, "barred_people", ()))


def barred_from(target):
    """The people the case keeps out now."""
    serving = Post.objects.live(timezone.now()).filter(office__in=target.barred_ids)
    return User.objects.filter(Q(pk__in=target.barred_people) | Q(pk__in=serving.values("user"))).values("pk")


class Scoped(models.QuerySet):
    """Rows with a `place_path` and an `office_ids` array, cut down to what a person may see. Fails closed.

    `across` says which rows are open to offices of places elsewhere, too, once they were handed to them; the rows' own `is_across` says
    the same of each.
    """

    across: Q | None = None

    def visible_to(self, user, capability):
        held = reach(user, capability)
        if not held:
            return self.none()
        wanted = Q()
        for path in held.paths:
            start, end = path_range(path)
            wanted |= Q(place_path__gte=start, place_path__lt=end)
        if held.offices:
            wanted |= Q(office_ids__overlap=list(held.offices))
        if self.across is not None and not set(held.own) <= set(held.offices):
            wanted |= self.across & Q(office_ids__overlap=list(held.own))
        return self.filter(wanted).not_barred(user).not_of_peers(user)

    def not_barred(self, user):
        """Without the rows that keep this person out."""
        if not hasattr(self.model, "barred_ids"):
            return self
        return self.filter(~Q(barred_ids__overlap=sorted(offices_of(user))), ~Q(barred_people__contains=[user.pk]))

    def not_of_peers(self, user):
        """Of rows closed to peers the own ones alone, for who acts in such a role."""
        peers = getattr(self.model, "closed_to_peers", ())
        return self if not peers or roles_of(user).isdisjoint(peers) else self.filter(author=user)

    def open_to_all(self):
        """Rows that keep nobody out: what may stand where anyone can read it."""
        return self.filter(barred_ids=[], barred_people=[])

    def within(self, path):
        """Rows at or below a place."""
        start, end = path_range(path)
        return self.filter(place_path__gte=start, place_path__lt=end)
