"""Every page that needs nothing but its address is read by people of every kind; behind the guards nothing is
written, and no variable is missing. A page may refuse or send elsewhere, but it must not fail.
"""

import pytest
from django.urls import URLPattern, reverse

from governance.people.enums import Role
from tests import actors
from tests.house.test_gates import ALL

PLAIN = sorted(pattern.name for pattern in ALL if isinstance(pattern, URLPattern) and not pattern.pattern.regex.groupindex)
OF_A_CASE = sorted(
    pattern.name for pattern in ALL if str(pattern.name).startswith("complaints_") and set(pattern.pattern.converters) == {"number"}
)
ROLES = (Role.HOTLINE_OPERATOR, Role.TOWNSHIP_CLERK, Role.LEADING_OFFICIAL, Role.ADMINISTRATOR, Role.AUDITOR)
CALM = {200, 302, 400, 403, 404, 405}
WATCHMEN = {"readyz"}  # 503 while neither beat nor worker runs


def answers(client, signed_in, address):
    """The status codes a stranger and the roles get, in this order."""
    codes = [client.get(address).status_code]
    return codes + [signed_in(actors.actor(role)).get(address).status_code for role in ROLES]


@pytest.mark.parametrize("page", [name for name in PLAIN if name not in WATCHMEN])
def test_reading_a_page_writes_nothing(page, complaint, client, signed_in):
    assert set(answers(client, signed_in, reverse(page))) <= CALM


@pytest.mark.parametrize("page", OF_A_CASE)
def test_reading_a_case_writes_nothing(page, complaint, client, signed_in):
    codes = answers(client, signed_in, reverse(page, args=[complaint.number]))
    assert codes[0] == 302
    assert set(codes) <= CALM


def test_there_are_pages_to_read():
    assert {"inbox", "deliveries", "complaints_list"} <= set(PLAIN)
    assert "complaints_detail" in OF_A_CASE
