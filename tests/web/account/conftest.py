import pytest
from django.core.cache import cache

from governance.access.grants import appoint
from governance.people.enums import Role
from governance.people.models import User
from governance.web.account import services
from tests import actors

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # base32


@pytest.fixture(autouse=True)
def empty_cache():
    """Tries of one test are not tries of the next."""
    cache.clear()


@pytest.fixture
def resident(db):
    person = User(username="resident", name="王女士")
    person.set_password(actors.PASSWORD)
    person.save()
    return person


@pytest.fixture
def busy(clerk):
    """A person with two posts, the second at a centre."""
    centre = actors.office("centre", actors.COUNTY)
    clerk.second_post = appoint(clerk, centre, Role.CENTRE_OFFICER, begins=actors.BEGAN)
    return clerk


@pytest.fixture
def secured(settings):
    """Roles that must have a second factor are held to it."""
    settings.SECURED_ROLES_NEED_SECOND_FACTOR = True


@pytest.fixture
def sign_in(client):
    """Signs in through the page and gives its answer."""

    def post(person, password=actors.PASSWORD, **more):
        return client.post("/account/sign-in/", {"username": person.username, "password": password, **more})

    return post


@pytest.fixture
def with_device():
    """Gives a person a confirmed second factor."""
    return lambda person: services.set_up_demo_totp(person, SECRET)
