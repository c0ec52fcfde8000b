"""The worker's first page, reached right after signing in; and the question before a sign-out that would wipe drafts."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.people.enums import Role
from governance.registry import start_of
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from tests import actors
from tests.grids import makers

TODAY = reverse("phone_today")


def sign_in(client, user, **more):
    return client.post(reverse("sign_in"), {"username": user.username, "password": actors.PASSWORD, **more}).headers["Location"]


def test_a_grid_worker_begins_here_and_others_at_the_desk(client, worker, clerk):
    assert sign_in(client, clerk) == reverse("desk")
    client.logout()
    assert sign_in(client, worker) == TODAY
    assert start_of(Role.TOWNSHIP_CLERK) == "desk"


def test_a_page_asked_for_comes_first(client, worker):
    assert sign_in(client, worker, next="/inbox/") == "/inbox/"


def test_what_waits_and_the_own_grids_stand_there(signed_in, worker, grid, report):
    makers.grid(serial=2, name="别人的网格")
    answer = signed_in(worker).get(TODAY)
    page = answer.content.decode()
    assert [card["label"] for card in answer.context["cards"]] == ["待我处置"]
    assert grid.name in page
    assert "400 户" in page
    assert "别人的网格" not in page


def test_a_worker_without_grid_is_told(signed_in, offices):
    page = signed_in(actors.actor(Role.GRID_WORKER)).get(TODAY).content.decode()
    assert "还没有指定您负责的网格" in page
    assert "没有等您办理的事项" in page


def test_no_one_else_opens_it(signed_in, clerk):
    assert signed_in(clerk).get(TODAY).status_code == 403


def test_the_page_reads_once_for_one_grid_and_for_ten(signed_in, worker, at, django_assert_num_queries):
    client = signed_in(worker)
    client.get(TODAY)
    with CaptureQueriesContext(connection) as few:
        client.get(TODAY)
    for serial in range(2, 11):
        assign(makers.grid(serial=serial), worker.acting_post, Duty.RESPONSIBLE, by=None, at=at)
    with django_assert_num_queries(len(few)):
        assert len(client.get(TODAY).context["grids"]) == 10


def test_who_leaves_is_asked_and_the_browser_forgets_its_pages(signed_in, worker):
    client = signed_in(worker)
    page = client.get(reverse("phone_leaving")).content.decode()
    assert "取消" in page
    assert "仍要退出" in page
    answer = client.post(reverse("sign_out"))
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert client.get(TODAY).status_code == 302


def test_every_sign_out_asks_the_phone_first(signed_in, worker):
    page = signed_in(worker).get(TODAY).content.decode()
    assert f'data-signs-out="{reverse("phone_leaving")}"' in page
