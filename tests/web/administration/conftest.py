"""Administrators of the city and of a county, and someone who serves in each."""

import pytest

from governance.people.enums import Role
from tests import actors


@pytest.fixture
def city_admin(db):
    return actors.actor(Role.ADMINISTRATOR)


@pytest.fixture
def county_admin(db):
    return actors.actor(Role.ADMINISTRATOR, actors.COUNTY)


@pytest.fixture
def clerk_here(db):
    return actors.actor(Role.TOWNSHIP_CLERK, name="王经办")


@pytest.fixture
def clerk_elsewhere(db):
    return actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY, name="李外县")


@pytest.fixture
def as_city(signed_in, city_admin):
    return signed_in(city_admin)


@pytest.fixture
def as_county(signed_in, county_admin):
    return signed_in(county_admin)
