"""How far an administrator's hand reaches.

People and offices of the own area; calendar and limits only from the city.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from governance.access.scope import may, places_for
from governance.people.models import Office, Post, User
from governance.permissions import PEOPLE
from governance.places.enums import Level
from governance.places.models import Place


def offices_within(user):
    """Offices of the places the person administers."""
    return Office.objects.filter(place__in=places_for(user, PEOPLE))


def people_within(user):
    """People who serve, served, or will serve at one of these offices."""
    posts = Post.objects.filter(user=OuterRef("pk"), office__in=offices_within(user))
    return User.objects.filter(Exists(posts))


def posts_within(user):
    return Post.objects.filter(office__in=offices_within(user))


def administers(user, person, *, at):
    """Whether the account itself is this administrator's to change.

    Every post it holds or will hold lies in the own area.
    """
    held = Post.objects.filter(Q(ends=None) | Q(ends__gt=at), user=person)
    return not held.exclude(office__in=offices_within(user)).exists()


def one(queryset, **lookup):
    """The one row of an already scoped queryset; 404 for all others, so that nobody learns what exists."""
    row = queryset.filter(**lookup).first()
    if row is None:
        raise Http404
    return row


def acts_for_city(user, capability):
    """Calendar and limits hold for the whole city.

    Only someone whose capability reaches the city itself may change them.
    """
    return any(may(user, capability, city) for city in Place.objects.at(Level.CITY))


def require_city(user, capability):
    if not acts_for_city(user, capability):
        raise PermissionDenied
