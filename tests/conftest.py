"""The city every test stands in: real divisions, calendar, limits and catalogue, loaded once per worker."""

import gc
from datetime import datetime
from io import StringIO
from itertools import count
from time import sleep, time
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from disputes.complaints.models import Category
from disputes.complaints.services import file_complaint
from emergencies.warnings.public.services import KEY as IN_FORCE
from governance import registry
from governance.access.grants import write_permissions
from governance.cases import lines
from governance.people.enums import OfficeType, Role
from governance.places.models import Place
from governance.web import near
from governance.web.guard import memory
from governance.web.guard.limits import HOUR
from tests import actors
from tests.guards import get_never_writes, no_undefined_variables, static_files_found_once  # noqa: F401
from tests.statistics import vacuum

CITY_TIME = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=CITY_TIME)  # a working day, in office hours
TOLD = (  # what cases and people leave beside the cases' own tables
    "governance_event", "governance_deadline", "governance_pause", "governance_extension", "governance_workorder", "governance_handover",
    "governance_opening", "governance_notice", "governance_attachment", "governance_numberseries", "supervision_figure",
    "supervision_stalemonth", "supervision_scheme", "supervision_dutystate", "supervision_filing",
    "governance_auditexport", "grids_grid", "disputes_apikey", "emergencies_warningsubscription", "governance_post", "governance_user",
    "governance_office",
)  # fmt: skip
LAST_SECONDS = 10
TESTS, VACUUMED_AFTER = count(1), 250
lines.SECONDS = near.SECONDS = HOUR  # what a process keeps for seconds does not end between two counts of statements
LOADERS = ("load_divisions", "load_calendar", "load_limits", "load_tables")


def pytest_collection_finish():
    """What is loaded by now stays: at its usual pace the garbage collector would go through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_runtest_logfinish():
    if next(TESTS) % VACUUMED_AFTER == 0:
        vacuum()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        assert connection.settings_dict["NAME"].startswith("test_"), "run it together with a test that has `db`"
        for loader in LOADERS:
            call_command(loader, verbosity=0, stdout=StringIO())
        write_permissions()


@pytest.fixture(autouse=True)
def plain_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.SECURED_ROLES_NEED_SECOND_FACTOR = False
    for store in caches.all():
        store.clear()
    caches["near"].set(IN_FORCE, ())  # known to be none, as most of the time: no page is counted with looking for warnings


@pytest.fixture(autouse=True)
def within_an_hour():
    """What an address may do is counted by the hour of the clock: no test begins in the last seconds of one."""
    left = HOUR - time() % HOUR
    if left < LAST_SECONDS:
        sleep(left)


@pytest.fixture
def one_counts_as_thirty(monkeypatch):
    """Each use of a public form counts as thirty: what an address may do in an hour is soon used up."""
    count = memory.count
    monkeypatch.setattr(memory, "count", lambda key, *, seconds: [count(key, seconds=seconds) for _use in range(30)][-1])


@pytest.fixture
def at():
    """The moment of the tests: a Monday morning."""
    return MONDAY


@pytest.fixture
def offices(db):
    """The offices a complaint of the home village can meet."""
    wanted = [
        (OfficeType.HOTLINE, actors.CITY), (OfficeType.CENTRE, actors.CITY), (OfficeType.CENTRE, actors.COUNTY),
        (OfficeType.TOWNSHIP, actors.TOWNSHIP), (OfficeType.VILLAGE, actors.VILLAGE),
    ]  # fmt: skip
    return {(kind, code): actors.office(kind, code) for kind, code in wanted}


@pytest.fixture
def operator(offices):
    return actors.actor(Role.HOTLINE_OPERATOR)


@pytest.fixture
def clerk(offices):
    return actors.actor(Role.TOWNSHIP_CLERK)


@pytest.fixture
def official(offices):
    return actors.actor(Role.LEADING_OFFICIAL)


@pytest.fixture
def noise(db):
    """A category of ordinary urgency that goes to the township."""
    return Category.objects.leaves().exclude(routes__level="village").filter(urgency="normal").first()


@pytest.fixture
def filing(offices, noise):
    """Files a complaint at the home village; facts can be overridden."""

    def file(at=MONDAY, code=actors.VILLAGE, **facts):
        words = "楼下烧烤店夜里吵闹，孩子睡不着。"
        defaults = {"category": noise, "kind": "complaint", "description": words, "phone": "13800000000", "name": "张三"}
        return file_complaint(at=at, place=Place.objects.get(code=code), **{**defaults, **facts})

    return file


@pytest.fixture
def complaint(filing):
    return filing().complaint


@pytest.fixture
def signed_in(client):
    """The test client signed in as someone, acting for the given post."""

    def sign_in(user):
        actors.sign_in(client, user)
        return client

    return sign_in


@pytest.fixture
def lasting(django_db_setup, django_db_blocker):
    """A database in which transactions really commit; what the cases left is taken away afterwards."""
    with django_db_blocker.unblock():
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cases = [model._meta.db_table for model in registry.case_models().values()]
            cursor.execute(f"TRUNCATE {', '.join([*TOLD, *cases])} CASCADE")
            cursor.execute("SET session_replication_role = DEFAULT")
        call_command("load_tables", verbosity=0, stdout=StringIO())  # some rows name people or offices, and went with them


@pytest.fixture
def now():
    return timezone.now()
