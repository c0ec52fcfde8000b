"""Writes the grants of posts. A post's rights follow from its role, its office, and its dates."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from governance.access.capabilities import all_capabilities
from governance.access.models import OfficeGrant, PlaceGrant
from governance.people.enums import OfficeKind, Role
from governance.people.models import Office, Post
from governance.places.models import Place

GIVE = """
    INSERT INTO {grants} (user_id, post_id, permission_id, content_object_id)
    SELECT post.user_id, post.id, permission.id, office.{target}
    FROM governance_post post
    JOIN governance_office office ON office.id = post.office_id AND office.kind = '{kind}'
    JOIN unnest(string_to_array(%s, ','), string_to_array(%s, ',')) held (codename, role) ON held.role = post.role
    JOIN auth_permission permission ON permission.codename = held.codename AND permission.content_type_id = %s
    WHERE post.id = ANY (%s)
"""
GIVE_PLACE = GIVE.format(grants=PlaceGrant._meta.db_table, target="place_id", kind=OfficeKind.TERRITORIAL.value)
GIVE_OFFICE = GIVE.format(grants=OfficeGrant._meta.db_table, target="id", kind=OfficeKind.DEPARTMENTAL.value)


def write_permissions():
    """Every declared capability as a Django permission on Place and on Office; safe to run again."""
    for model in (Place, Office):
        content_type = ContentType.objects.get_for_model(model)
        rows = [Permission(content_type=content_type, codename=one.codename, name=str(one.label)[:255]) for one in all_capabilities()]
        Permission.objects.bulk_create(rows, update_conflicts=True, unique_fields=["content_type", "codename"], update_fields=["name"])


@transaction.atomic
def sync_posts(posts):
    """Make the grants of these posts exactly what their roles give today; returns how many grants stand."""
    posts = list(posts.values_list("pk", flat=True))
    for grants in (PlaceGrant, OfficeGrant):
        grants.objects.filter(post__in=posts).delete()
    return _give(posts)


def _give(posts, roles=frozenset(Role)):
    """Write the grants of posts that have none: over the place of a territorial office, over the cases of a departmental one."""
    held = [(capability.codename, role) for capability in all_capabilities() for role in roles & capability.roles]
    held = [",".join(column) for column in zip(*held, strict=True)] or ["", ""]  # one literal each: a long ARRAY[…] is slow to read
    with connection.cursor() as cursor:
        written = 0
        for statement, target in (GIVE_PLACE, Place), (GIVE_OFFICE, Office):
            cursor.execute(statement, [*held, ContentType.objects.get_for_model(target).pk, posts])
            written += cursor.rowcount
    return written


@transaction.atomic
def appoint(user, office, role, *, begins, ends=None):
    """Give a post; its rights hold from `begins` on."""
    post = Post.objects.create(user=user, office=office, role=role, begins=begins, ends=ends)
    _give([post.pk], frozenset([role]))
    return post


def end_post(post, *, at):
    """End a post at a moment: its rights are gone then, because every question of access asks for live posts."""
    post.ends = max(at, post.begins)
    post.save(update_fields=["ends"])
    return post
