"""Large type is a choice of this browser; it needs no account."""

import pytest
from django.urls import reverse

from governance.web.furniture import LARGE_TYPE_COOKIE

URL = "/account/large-type/"


def test_it_is_switched_on_and_leads_back(client, db):
    answer = client.post(URL, {"large": "1", "next": "/account/register/"})
    assert answer.headers["Location"] == "/account/register/"
    assert client.cookies[LARGE_TYPE_COOKIE].value == "1"
    assert 'class=" large"' in client.get("/account/sign-in/").content.decode()


def test_it_is_switched_off(client, db):
    client.post(URL, {"large": "1"})
    client.post(URL, {"large": "0"})
    assert client.cookies[LARGE_TYPE_COOKIE].value == ""


@pytest.mark.parametrize("foreign", ["https://evil.example/", "//evil.example/"])
def test_it_leads_to_no_foreign_page(client, db, foreign):
    assert client.post(URL, {"large": "1", "next": foreign}).headers["Location"] == reverse("home")


def test_looking_changes_nothing(client, db):
    client.get(URL)
    assert LARGE_TYPE_COOKIE not in client.cookies


def test_the_cookie_is_out_of_reach_of_scripts(client, db):
    client.post(URL, {"large": "1"})
    cookie = client.cookies[LARGE_TYPE_COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
