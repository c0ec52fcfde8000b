"""A resident with an account finds everything in one place, and nobody else's."""

import pytest
from django.test import Client
from django.urls import reverse

from disputes.complaints.models import Complaint
from governance.people.models import User
from tests import actors

MINE = reverse("my_complaints")


@pytest.fixture
def member(offices):
    client = Client()
    user = User.objects.create_user("jumin", name="居民", password=actors.PASSWORD)
    client.force_login(user, backend="governance.people.backends.PeopleBackend")
    client.user = user
    return client


def listed(client):
    return [row.number for row in client.get(MINE).context["page"].rows]


def test_it_needs_a_sign_in(client, offices):
    assert client.get(MINE).status_code == 302


def test_what_was_filed_with_the_account_is_found_there(member, complaint):
    assert listed(member) == []
    Complaint.objects.filter(pk=complaint.pk).update(resident=member.user)
    assert listed(member) == [complaint.number]
    assert member.get(reverse("tracked", args=[complaint.number])).status_code == 200


def test_number_and_code_add_it_to_the_account(member, filing):
    filed = filing()
    member.post(reverse("track"), {"number": filed.complaint.number, "code": filed.query_code})
    assert listed(member) == [filed.complaint.number]


def test_what_is_another_s_stays_with_them(member, filing):
    owner = User.objects.create_user("other", name="别人", password=actors.PASSWORD)
    filed = filing(resident=owner)
    member.post(reverse("track"), {"number": filed.complaint.number, "code": filed.query_code})
    assert Complaint.objects.get().resident == owner
    assert listed(member) == []


def test_another_account_sees_nothing_of_it(member, filing):
    owner = User.objects.create_user("other", name="别人", password=actors.PASSWORD)
    filed = filing(resident=owner)
    assert member.get(reverse("tracked", args=[filed.complaint.number])).status_code == 302


def test_who_serves_an_office_files_for_others_not_for_the_account(signed_in, clerk, filing):
    filed = filing()
    signed_in(clerk).post(reverse("track"), {"number": filed.complaint.number, "code": filed.query_code})
    assert Complaint.objects.get().resident is None
