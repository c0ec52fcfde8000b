"""A portal without people gets its first administrator on the command line, and only the first."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from governance.people.enums import Role
from governance.people.models import Post, User

pytestmark = pytest.mark.django_db


def appoint(username="guanli"):
    said = StringIO()
    call_command("first_administrator", username, "李管理", stdout=said)
    return said.getvalue().split(": ")[1].strip()


def test_the_password_printed_opens_the_account_and_must_be_changed():
    password = appoint()
    person = User.objects.get(username="guanli")
    assert person.check_password(password)
    assert person.must_change_password


def test_the_person_administers_the_whole_city():
    appoint()
    post = Post.objects.live(timezone.now()).get(role=Role.ADMINISTRATOR)
    assert post.office.place.parent is None
    assert post.needs_second_factor


def test_there_is_no_second_first_administrator():
    appoint()
    with pytest.raises(CommandError, match="has an administrator"):
        appoint("another")


def test_a_name_that_is_taken_is_refused():
    User.objects.create_user("guanli", name="王某")
    with pytest.raises(CommandError, match="is taken"):
        appoint()
