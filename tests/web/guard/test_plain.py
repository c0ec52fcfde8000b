"""NUL is no character of a text: refused before anything reads it."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/track/%00/", "/?page=%00", "/complaints/%00/", "/dashboard/%00/"])
def test_an_address_with_nul_is_refused(client, offices, address):
    assert client.get(address).status_code == 400


def test_a_field_with_nul_is_refused(client, offices):
    assert client.post("/track/", {"number": "HS\x00", "code": "x"}).status_code == 400


def test_everything_else_passes(client, offices):
    assert client.get("/?page=呼和浩特").status_code == 200
