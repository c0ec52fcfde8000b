"""A complaint about the township, and the offices that stand above and beside it."""

import pytest

from governance.people.enums import OfficeType, Role
from tests import actors


@pytest.fixture
def town(offices):
    """The accused township office."""
    return offices[OfficeType.TOWNSHIP, actors.TOWNSHIP]


@pytest.fixture
def centre(offices):
    """Somebody of the county's centre."""
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def accusation(filing, town):
    return filing(against=town, description="街道平安办工作人员收了材料一个月不办，还推诿。").complaint
