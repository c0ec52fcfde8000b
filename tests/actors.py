"""The people of the tests: the same everywhere. `actor(role, office)` signs nobody in; it gives a user who acts for a live post."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from governance.access.grants import appoint
from governance.people.enums import OfficeKind, OfficeType, Role
from governance.people.models import Office, User
from governance.places.models import Place

CITY, COUNTY, TOWNSHIP, VILLAGE = "1501", "150102", "150102001", "150102001001"
OTHER_COUNTY, OTHER_TOWNSHIP, OTHER_VILLAGE = "150105", "150102002", "150102001002"
BEGAN = datetime(2022, 11, 1, tzinfo=UTC)
PASSWORD = "correct-horse-battery"
BACKEND = "governance.people.backends.PeopleBackend"

HOME = {
    Role.HOTLINE_OPERATOR: (OfficeType.HOTLINE, CITY),
    Role.CENTRE_OFFICER: (OfficeType.CENTRE, COUNTY),
    Role.TOWNSHIP_CLERK: (OfficeType.TOWNSHIP, TOWNSHIP),
    Role.VILLAGE_CLERK: (OfficeType.VILLAGE, VILLAGE),
    Role.GRID_WORKER: (OfficeType.VILLAGE, VILLAGE),
    Role.DEPARTMENT_HANDLER: (OfficeType.BUREAU, COUNTY),
    Role.MEDIATOR: (OfficeType.COMMITTEE, TOWNSHIP),
    Role.SITE_MANAGER: (OfficeType.SITE, VILLAGE),
    Role.CARE_PROVIDER: (OfficeType.PROVIDER, COUNTY),
    Role.LEADING_OFFICIAL: (OfficeType.LEADING_GROUP, CITY),
    Role.LEADING_OFFICE: (OfficeType.LEADING_GROUP, COUNTY),
    Role.SUPERVISING_BODY: (OfficeType.COURT, COUNTY),
    Role.CONGRESS_STAFF: (OfficeType.CONGRESS, COUNTY),
    Role.AUDITOR: (OfficeType.AUDIT, CITY),
    Role.ADMINISTRATOR: (OfficeType.GOVERNMENT, CITY),
}
TRADES = {Role.DEPARTMENT_HANDLER: "housing", Role.SUPERVISING_BODY: "procuratorate", Role.CONGRESS_STAFF: "congress"}
TERRITORIAL = {
    OfficeType.LEADING_GROUP, OfficeType.GOVERNMENT, OfficeType.CENTRE, OfficeType.HOTLINE, OfficeType.TOWNSHIP, OfficeType.VILLAGE,
    OfficeType.AUDIT,
}  # fmt: skip


def place(code):
    return Place.objects.get(code=code)


def office(kind, code, trade=""):
    """The office of a type at a place, made on first use."""
    found = Office.objects.filter(type=kind, place__code=code, trade=trade).first()
    if found:
        return found
    where = place(code)
    return Office.objects.create(
        code=f"{kind}-{trade}-{code}", name=f"{where.short_name}{OfficeType(kind).label}{trade}",
        short_name=f"{where.short_name}{trade or kind}",
        kind=OfficeKind.TERRITORIAL if kind in TERRITORIAL else OfficeKind.DEPARTMENTAL, type=kind, trade=trade, place=where,
    )  # fmt: skip


def actor(role, code=None, *, kind=None, trade="", name=""):
    """A person in a role at its usual office, or at the office of another place."""
    usual_kind, usual_code = HOME[role]
    at = office(kind or usual_kind, code or usual_code, trade or TRADES.get(role, ""))
    username = f"{role}-{at.pk}-{User.objects.count()}"
    user = User.objects.create_user(username, name=name or str(Role(role).label), password=PASSWORD)
    user.acting_post = appoint(user, at, role, begins=BEGAN)
    return user


def sign_in(client, user):
    """Sign a person in as the portal does, in one statement; who has posts acts for the one given by `acting_post`."""
    session = SessionStore()
    session.update({SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: BACKEND, HASH_SESSION_KEY: user.get_session_auth_hash()})
    if post := getattr(user, "acting_post", None):
        session["acting_post"] = post.pk
    session.save(must_create=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


def days(count):
    return timedelta(days=count)
