"""Writes the grants of posts. A post's rights follow from its role, its office, and its dates."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from governance.access.capabilities import all_capabilities, of_role
from governance.access.models import OfficeGrant, PlaceGrant
from governance.people.models import Office, Post
from governance.places.models import Place


def write_permissions():
    """Every declared capability as a Django permission on Place and on Office; safe to run again."""
    for model in (Place, Office):
        content_type = ContentType.objects.get_for_model(model)
        for capability in all_capabilities():
            Permission.objects.update_or_create(
                content_type=content_type, codename=capability.codename, defaults={"name": str(capability.label)[:255]}
            )


def sync_posts(posts):
    """Make the grants of these posts exactly what their roles give today; returns how many grants stand."""
    posts = list(posts.select_related("office"))
    with transaction.atomic():
        PlaceGrant.objects.filter(post__in=posts).delete()
        OfficeGrant.objects.filter(post__in=posts).delete()
        by_place, by_office = _grants(posts)
        PlaceGrant.objects.bulk_create(by_place, batch_size=2000)
        OfficeGrant.objects.bulk_create(by_office, batch_size=2000)
    return len(by_place) + len(by_office)


def _grants(posts):
    place_permissions, office_permissions = _permissions(Place), _permissions(Office)
    by_place, by_office = [], []
    for post in posts:
        for capability in of_role(post.role):
            if post.office.is_territorial:
                grant = PlaceGrant(permission_id=place_permissions[capability.codename], content_object_id=post.office.place_id)
            else:
                grant = OfficeGrant(permission_id=office_permissions[capability.codename], content_object_id=post.office_id)
            grant.user_id, grant.post_id = post.user_id, post.pk
            (by_place if post.office.is_territorial else by_office).append(grant)
    return by_place, by_office


def _permissions(model):
    content_type = ContentType.objects.get_for_model(model)
    return dict(Permission.objects.filter(content_type=content_type).values_list("codename", "pk"))


@transaction.atomic
def appoint(user, office, role, *, begins, ends=None):
    """Give a post; its rights hold from `begins` on."""
    post = Post.objects.create(user=user, office=office, role=role, begins=begins, ends=ends)
    sync_posts(Post.objects.filter(pk=post.pk))
    return post


def end_post(post, *, at):
    """End a post at a moment: its rights are gone then, because every question of access asks for live posts."""
    post.ends = max(at, post.begins)
    post.save(update_fields=["ends"])
    return post
