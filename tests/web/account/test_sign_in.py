"""Signing in and out: where it leads, who is locked out and until when."""

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.urls import reverse

from governance.people.models import User
from governance.web.account import views
from tests import actors

WRONG = "wrong-horse-battery"
AT_TEN = "2026-11-23T10:00:00+08:00"


def signed_in(client):
    return SESSION_KEY in client.session


def test_staff_land_on_the_desk(client, clerk, sign_in):
    assert sign_in(clerk).headers["Location"] == reverse("desk")
    assert signed_in(client)


def test_residents_land_on_the_home_page(client, resident, sign_in):
    assert sign_in(resident).headers["Location"] == reverse("home")
    assert signed_in(client)


def test_the_page_asked_for_is_kept(clerk, sign_in):
    assert sign_in(clerk, next="/account/").headers["Location"] == "/account/"


@pytest.mark.parametrize("foreign", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"])
def test_no_foreign_page_is_opened_afterwards(clerk, sign_in, foreign):
    assert sign_in(clerk, next=foreign).headers["Location"] == reverse("desk")


def test_several_posts_ask_which_one(busy, sign_in):
    assert sign_in(busy, next="/account/").headers["Location"] == f"{reverse('choose_post')}?next=%2Faccount%2F"


def test_an_initial_password_must_be_changed_first(clerk, sign_in):
    User.objects.filter(pk=clerk.pk).update(must_change_password=True)
    assert sign_in(clerk).headers["Location"] == reverse("change_password")


def test_the_session_gets_a_new_key(client, clerk, sign_in):
    client.post("/account/large-type/", {"large": "1"})
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key
    sign_in(clerk)
    assert client.session.session_key != session.session_key


@pytest.mark.parametrize("change", [{"username": "nobody"}, {"password": WRONG}, {"password": ""}])
def test_a_wrong_try_stays_outside(client, clerk, change):
    facts = {"username": clerk.username, "password": actors.PASSWORD, **change}
    assert client.post("/account/sign-in/", facts).status_code == 200
    assert not signed_in(client)


def test_a_wrong_name_and_a_wrong_password_get_the_same_words(client, clerk, sign_in):
    nobody = User(username="nobody")
    texts = [sign_in(person, WRONG).context["form"].non_field_errors() for person in (clerk, nobody)]
    assert texts[0] == texts[1] == ["用户名或密码不正确，请核对后再试。密码区分大小写。"]


def test_a_closed_account_gets_the_same_words(client, clerk, sign_in):
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert sign_in(clerk).context["form"].non_field_errors() == ["用户名或密码不正确，请核对后再试。密码区分大小写。"]


@time_machine.travel(AT_TEN, tick=False)
def test_the_fifth_wrong_try_locks_and_says_until_when(client, clerk, sign_in):
    answers = [sign_in(clerk, WRONG) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert "2026年11月23日 10:15" in answers[4].content.decode()
    assert answers[4]["Retry-After"] == "900"
    assert sign_in(clerk).status_code == 429
    assert not signed_in(client)


def test_the_lock_opens_by_itself(client, clerk, sign_in):
    with time_machine.travel(AT_TEN, tick=False):
        for _ in range(5):
            sign_in(clerk, WRONG)
    with time_machine.travel("2026-11-23T10:16:00+08:00", tick=False):
        assert sign_in(clerk).status_code == 302


def test_the_lock_holds_for_that_name_only(clerk, resident, sign_in):
    for _ in range(5):
        sign_in(clerk, WRONG)
    assert sign_in(resident).status_code == 302


def test_an_address_that_tries_many_names_is_stopped(monkeypatch, resident, sign_in):
    monkeypatch.setattr(views, "FAILED_PER_HOUR", 3)
    tries = [sign_in(User(username=f"name-{number}"), WRONG).status_code for number in range(4)]
    assert tries == [200, 200, 200, 429]
    assert sign_in(resident).status_code == 429


def test_whoever_is_signed_in_is_sent_on(client, signed_in, clerk):
    assert signed_in(clerk).get("/account/sign-in/?next=/account/").headers["Location"] == "/account/"


def test_signing_out_takes_a_post(signed_in, clerk):
    client = signed_in(clerk)
    client.get("/account/sign-out/")
    assert SESSION_KEY in client.session
    assert client.post("/account/sign-out/").headers["Location"] == reverse("home")
    assert SESSION_KEY not in client.session


def test_the_account_page_tells_when_one_signed_in_before(client, clerk, sign_in):
    with time_machine.travel(AT_TEN, tick=False):
        sign_in(clerk)
        client.post("/account/sign-out/")
    with time_machine.travel("2026-11-24T09:00:00+08:00", tick=False):
        sign_in(clerk)
        text = client.get("/account/").content.decode()
    assert "2026年11月23日 10:00" in text
    assert clerk.acting_post.office.name in text


@pytest.mark.parametrize("name", ["account", "change_password", "choose_post", "second_factor", "start_second_factor"])
def test_the_own_pages_ask_to_sign_in(client, db, name):
    assert client.get(reverse(name)).headers["Location"].startswith(reverse("sign_in"))
