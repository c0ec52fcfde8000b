"""Changing the own password."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from governance.people.models import User
from tests import actors

URL = "/account/password/"
NEW = "yellow-river-bridge-7"


def typed(**change):
    return {"old_password": actors.PASSWORD, "new_password1": NEW, "new_password2": NEW, **change}


def test_the_new_password_counts_and_the_session_goes_on(signed_in, clerk):
    client = signed_in(clerk)
    assert client.post(URL, typed()).headers["Location"] == reverse("desk")
    assert User.objects.get(pk=clerk.pk).check_password(NEW)
    assert SESSION_KEY in client.session


def test_the_duty_to_change_it_is_done(signed_in, clerk):
    User.objects.filter(pk=clerk.pk).update(must_change_password=True)
    signed_in(clerk).post(URL, typed())
    assert not User.objects.get(pk=clerk.pk).must_change_password


def test_every_other_session_ends(signed_in, clerk):
    elsewhere = Client()
    elsewhere.post("/account/sign-in/", {"username": clerk.username, "password": actors.PASSWORD})
    assert elsewhere.get("/account/").status_code == 200
    signed_in(clerk).post(URL, typed())
    assert elsewhere.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"old_password": "wrong"}, "old_password", "当前密码不正确。"),
        ({"new_password2": "other"}, "new_password2", "两次输入的新密码不一致。"),
        ({"new_password1": actors.PASSWORD}, "new_password1", "新密码不能与当前密码相同。"),
    ],
)
def test_what_is_wrong_is_said_in_chinese(signed_in, clerk, change, field, words):
    form = signed_in(clerk).post(URL, typed(**change)).context["form"]
    assert words in form.errors[field]
    assert User.objects.get(pk=clerk.pk).check_password(actors.PASSWORD)


@pytest.mark.parametrize("weak", ["short", "12345678901", "qwertyuiop"])
def test_weak_passwords_are_refused(signed_in, clerk, weak):
    signed_in(clerk).post(URL, typed(new_password1=weak, new_password2=weak))
    assert User.objects.get(pk=clerk.pk).check_password(actors.PASSWORD)


def test_the_rules_stand_beside_the_field(signed_in, clerk):
    text = signed_in(clerk).get(URL).content.decode()
    assert "10 个字符" in text


def test_the_page_says_why_it_is_shown_to_a_newcomer(signed_in, clerk):
    User.objects.filter(pk=clerk.pk).update(must_change_password=True)
    assert "初始密码" in signed_in(clerk).get(URL).content.decode()


def test_a_second_factor_comes_first(client, clerk, sign_in, with_device):
    with_device(clerk)
    sign_in(clerk)
    assert client.post(URL, typed()).headers["Location"] == f"{reverse('second_factor')}?next={URL}"
    assert User.objects.get(pk=clerk.pk).check_password(actors.PASSWORD)


def test_broken_rules_are_named_in_chinese(signed_in, clerk):
    """Sevens: the user name holds serial numbers, and "1234567" is at times too much like them."""
    form = signed_in(clerk).post(URL, typed(new_password1="7777777", new_password2="7777777")).context["form"]
    assert form.errors["new_password1"] == ["密码太短。", "这个密码太常见，容易被猜中。", "密码不能全是数字。"]
