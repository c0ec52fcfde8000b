"""A resident's account: small, guarded, without any right of staff."""

import pytest
from django.conf import settings as configured
from django.contrib.auth import SESSION_KEY
from django.urls import reverse

from governance.people.models import User
from tests import actors
from tests.web.guard.solving import answers

URL = "/account/register/"


@pytest.fixture
def register(client, db):
    """Fills in the page as a person does."""

    def post(**change):
        guard = answers(client.get(URL).context["form"])
        facts = {"username": "wang", "name": "王女士", "password1": actors.PASSWORD, "password2": actors.PASSWORD}
        return client.post(URL, {**facts, **guard, **change})

    return post


def test_the_account_stands_and_is_signed_in(client, register):
    assert register().headers["Location"] == reverse("home")
    person = User.objects.get(username="wang")
    assert person.check_password(actors.PASSWORD)
    assert client.session[SESSION_KEY] == str(person.pk)


def test_it_has_no_post_and_reaches_no_desk(client, register):
    register()
    assert not User.objects.get(username="wang").posts.exists()
    assert client.get(reverse("desk")).headers["Location"] == reverse("home")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"username": "13800000000"}, "username"),
        ({"username": "15010219800101123X"}, "username"),
        ({"username": "bad name!"}, "username"),
        ({"password2": "other-horse-battery"}, "password2"),
        ({"password1": "12345678901", "password2": "12345678901"}, "password1"),
        ({"name": ""}, "name"),
        ({"challenge_answer": "99"}, "challenge_answer"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field(register, change, field):
    assert field in register(**change).context["form"].errors
    assert not User.objects.filter(name="王女士").exists()


@pytest.mark.parametrize("name", ["resident", "RESIDENT"])
def test_a_name_in_use_cannot_be_taken_in_other_letters(register, resident, name):
    assert "这个用户名已有人使用，请换一个。" in register(username=name).context["form"].errors["username"]


def test_a_machine_that_fills_everything_is_stopped(register):
    register(website="http://spam.example")
    assert not User.objects.filter(username="wang").exists()


def test_an_address_that_registers_on_and_on_is_stopped(client, db):
    codes = [client.post(URL, {}).status_code for _ in range(configured.PUBLIC_POSTS_PER_HOUR + 1)]
    assert codes == [200] * configured.PUBLIC_POSTS_PER_HOUR + [429]


def test_whoever_has_an_account_is_sent_on(signed_in, clerk):
    assert signed_in(clerk).get(URL).headers["Location"] == reverse("desk")
