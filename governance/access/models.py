"""Guardian's grants in tables of our own: one row per post, capability and place or office."""

from django.db import models
from guardian.models import UserObjectPermissionBase

from governance.people.models import Office, Post
from governance.places.models import Place


class PlaceGrant(UserObjectPermissionBase):
    """A capability over a place and everything below it (territorial office, 块)."""

    content_object = models.ForeignKey(Place, models.CASCADE, related_name="grants")
    post = models.ForeignKey(Post, models.CASCADE, related_name="place_grants")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "permission", "content_object"], name="place_grant_once_per_post"),
        ]


class OfficeGrant(UserObjectPermissionBase):
    """A capability over the cases handed to an office (departmental office, 条)."""

    content_object = models.ForeignKey(Office, models.CASCADE, related_name="grants")
    post = models.ForeignKey(Post, models.CASCADE, related_name="office_grants")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "permission", "content_object"], name="office_grant_once_per_post"),
        ]
