"""Writes the grants of posts. A post's rights follow from its role, its office, and its dates."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from governance.access.capabilities import all_capabilities
from governance.access.models import OfficeGrant, PlaceGrant
from governance.people.enums import OfficeKind, Role
from governance.people.models import Office, Post
from governance.places.models import Place

DUE = """
    SELECT post.user_id, post.id AS post_id, permission.id AS permission_id, office.{target} AS content_object_id
    FROM governance_post post
    JOIN governance_office office ON office.id = post.office_id AND office.kind = '{kind}'
    JOIN unnest(string_to_array(%s, ','), string_to_array(%s, ',')) held (codename, role) ON held.role = post.role
    JOIN auth_permission permission ON permission.codename = held.codename AND permission.content_type_id = %s
    WHERE post.id = ANY (%s)
"""
GRANT = "user_id, post_id, permission_id, content_object_id"
GIVE = f"INSERT INTO {{grants}} ({GRANT}) {{due}} EXCEPT SELECT {GRANT} FROM {{grants}} WHERE post_id = ANY (%s)"
TAKE_BACK = """
    DELETE FROM {grants} stands WHERE post_id = ANY (%s) AND NOT EXISTS (
        SELECT FROM ({due}) due WHERE (due.user_id, due.post_id, due.permission_id, due.content_object_id)
        = (stands.user_id, stands.post_id, stands.permission_id, stands.content_object_id)
    )
"""
KINDS = (  # whose table, over what, which column of the office that is, which offices
    (PlaceGrant, Place, "place_id", OfficeKind.TERRITORIAL),
    (OfficeGrant, Office, "id", OfficeKind.DEPARTMENTAL),
)


def write_permissions():
    """Every declared capability as a Django permission on Place and on Office; safe to run again."""
    for model in (Place, Office):
        content_type = ContentType.objects.get_for_model(model)
        rows = [Permission(content_type=content_type, codename=one.codename, name=str(one.label)[:255]) for one in all_capabilities()]
        Permission.objects.bulk_create(rows, update_conflicts=True, unique_fields=["content_type", "codename"], update_fields=["name"])


@transaction.atomic
def sync_posts(posts):
    """Make the grants of these posts exactly what their roles give today, writing the difference; returns how many stand."""
    posts = list(posts.values_list("pk", flat=True))
    for grants, due, params in _due(posts):
        _execute(TAKE_BACK.format(grants=grants._meta.db_table, due=due), [posts, *params])
    _give(posts)
    return sum(grants.objects.filter(post__in=posts).count() for grants, *_ in KINDS)


def _give(posts, roles=frozenset(Role)):
    """Write the grants these posts lack: over the place of a territorial office, over the cases of a departmental one."""
    for grants, due, params in _due(posts, roles):
        _execute(GIVE.format(grants=grants._meta.db_table, due=due), [*params, posts])


def _due(posts, roles=frozenset(Role)):
    """For each table of grants: the statement that tells what the posts' roles give, and its values."""
    held = [(capability.codename, role) for capability in all_capabilities() for role in roles & capability.roles]
    held = [",".join(column) for column in zip(*held, strict=True)] or ["", ""]  # one literal each: a long ARRAY[…] is slow to read
    for grants, target, column, kind in KINDS:
        yield grants, DUE.format(target=column, kind=kind.value), [*held, ContentType.objects.get_for_model(target).pk, posts]


def _execute(statement, params):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


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
