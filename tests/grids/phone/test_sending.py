"""Drafts of the phone: sent in the name of who wrote them, once however often they are sent, and refused field by field."""

import pytest
from django.test import Client
from django.urls import reverse

from governance.files.models import Attachment, PendingUpload
from governance.people.enums import Role
from governance.web.furniture import person_key
from grids.reports.enums import State
from grids.reports.models import Report
from tests import actors
from tests.grids import makers
from tests.grids.phone.conftest import photograph, two_photographs

SENDING = reverse("phone_sending")


def test_who_is_signed_in_is_told_with_what_the_page_needs(signed_in, worker, grid, reporting):
    reporting(kind="order")
    other = makers.grid(serial=2)
    told = signed_in(worker).get(SENDING).json()
    assert told["person"] == person_key(worker)
    assert told["kinds"][0] == "order"
    assert told["own"] == grid.pk
    assert [group["grids"][0]["id"] for group in told["grids"]] == [grid.pk, other.pk]
    assert told["token"]
    assert worker.name not in str(told)


def test_the_key_of_a_person_is_that_person_s_alone(worker, clerk):
    assert len({person_key(worker), person_key(clerk), person_key(None)}) == 3
    assert str(worker.pk) != person_key(worker)


def test_a_draft_becomes_a_report_with_its_photographs(signed_in, worker, draft):
    answer = signed_in(worker).post(SENDING, draft(files=two_photographs()))
    report = Report.objects.get()
    assert answer.json() == {
        "number": report.number, "title": report.title, "state": "待村（社区）答复", "url": report.get_absolute_url()
    }  # fmt: skip
    assert (report.state, report.reporter) == (State.VILLAGE, worker)
    assert Attachment.objects.of(report).count() == 2


def test_ten_sendings_make_one_report_and_keep_its_photographs_once(signed_in, worker, draft):
    client, sent = signed_in(worker), draft()
    answers = [client.post(SENDING, {**sent, "files": two_photographs()}).json() for _ in range(10)]
    assert all(answer == answers[0] for answer in answers)
    assert Attachment.objects.of(Report.objects.get()).count() == 2
    assert not PendingUpload.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"kind": ""}, "kind", "请点选什么事。"),
        ({"kind": "gone"}, "kind", "请点选什么事。"),
        ({"description": ""}, "description", "请写一句情况，或拍一张照片。"),
        ({"phone": "一二三"}, "phone", "电话号码不正确，请填写手机号或带区号的固定电话。"),
        ({"submission": "x"}, "submission", None),
        ({"grid": "0"}, "grid", None),
    ],
)
def test_what_is_wrong_is_told_with_its_field(signed_in, worker, draft, wrong, field, said):
    answer = signed_in(worker).post(SENDING, draft(**wrong))
    found = {error["field"]: error["message"] for error in answer.json()["errors"]}
    assert answer.status_code == 422
    assert said in (None, found[field])
    assert not Report.objects.exists()


def test_a_refused_file_is_told_and_the_next_try_goes_through(signed_in, worker, draft):
    client, sent, bad = signed_in(worker), draft(), photograph("坏.jpg")
    bad.file.truncate(10)
    assert client.post(SENDING, {**sent, "files": [bad]}).json()["errors"][0]["field"] == "files"
    assert client.post(SENDING, {**sent, "files": two_photographs()}).status_code == 200
    assert Report.objects.count() == 1


def test_another_account_on_the_same_phone_cannot_send_it(signed_in, worker, draft):
    colleague = actors.actor(Role.GRID_WORKER)
    assert signed_in(colleague).post(SENDING, draft()).status_code == 409
    assert not Report.objects.exists()


def test_a_draft_of_one_says_nothing_to_another(signed_in, worker, draft):
    sent = draft()
    signed_in(worker).post(SENDING, sent)
    colleague = actors.actor(Role.GRID_WORKER)
    answer = signed_in(colleague).post(SENDING, {**sent, "person": person_key(colleague), "grid": "0"})
    assert answer.status_code == 422


def test_without_a_session_nothing_is_taken(client, draft):
    assert client.post(SENDING, draft()).status_code == 401
    assert client.get(SENDING).status_code == 302
    assert not Report.objects.exists()


def test_an_old_form_token_is_told_apart_from_a_missing_right(worker, draft):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(worker, backend="governance.people.backends.PeopleBackend")
    answer = strict.post(SENDING, draft(), headers={"X-CSRFToken": "old"})
    assert answer.status_code == 403
    assert answer.headers["X-Told"]
    token = strict.get(SENDING).json()["token"]
    assert strict.post(SENDING, draft(), headers={"X-CSRFToken": token}).status_code == 200


@pytest.mark.parametrize("role", [Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK])
def test_only_grid_workers_send(signed_in, offices, grid, role):
    answer = signed_in(actors.actor(role)).get(SENDING)
    assert answer.status_code == 403
    assert "X-Told" not in answer.headers
