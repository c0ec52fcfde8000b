"""The pages of searches: worklist, a village's search, rounds with progress, sensitive periods."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from disputes.mediation.models import Mediation
from disputes.searches.enums import State
from disputes.searches.models import Entry, Round, Search, SensitivePeriod
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.disputes.searches.conftest import FOUND, NOTHING

LIST, ROUNDS, CALL = reverse("searches_list"), reverse("searches_rounds"), reverse("searches_create")
HTMX = {"HTTP_HX_REQUEST": "true"}
SEERS = {
    Role.GRID_WORKER, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE,
    Role.AUDITOR,
}  # fmt: skip


def step_url(search, name):
    return reverse("searches_take_step", args=[search.number, name])


def typed(**changed):
    return {**NOTHING, "searched_on": f"{timezone.localdate()}", **changed}


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_grid_worker_records_and_finishes(signed_in, worker, search, headers):
    client = signed_in(worker)
    form = client.get(step_url(search, "record"), **headers).context["form"]
    assert "note" not in form.fields
    client.post(step_url(search, "record"), typed(), **headers)
    client.post(step_url(search, "record"), typed(grid="A-02"), **headers)
    answer = client.post(step_url(search, "finish"), {"grids_total": "2"}, **headers)
    assert answer.status_code == (200 if headers else 302)
    assert Search.objects.get().state == State.DONE


def test_the_grid_searched_last_is_filled_in(signed_in, worker, search):
    client = signed_in(worker)
    client.post(step_url(search, "record"), typed(grid="第七网格"))
    assert client.get(step_url(search, "record")).context["form"].fields["grid"].initial == "第七网格"


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"grid": ""}, {"grid"}), ({"grid": "<b>网格</b>"}, {"grid"}), ({"outcome": ""}, {"outcome"}),
        ({"outcome": "found"}, {"kind", "spot", "summary", "handled"}), ({"searched_on": "2030-01-01"}, {"searched_on"}),
        ({**FOUND, "searched_on": f"{timezone.localdate()}", "handled": "spot"}, {"settlement"}),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_beside_its_field_and_nothing_is_lost(signed_in, worker, search, changed, wrong):
    answer = signed_in(worker).post(step_url(search, "record"), typed(**changed))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, wrong)
    assert not Entry.objects.exists()


def test_the_page_links_what_a_finding_became(signed_in, worker, search):
    client = signed_in(worker)
    client.post(step_url(search, "record"), typed(**{**FOUND, "searched_on": f"{timezone.localdate()}"}))
    page = client.get(search.get_absolute_url()).content.decode()
    assert reverse("mediation_detail", args=[Mediation.objects.get().number]) in page


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_the_worklist_is_for_those_of_the_line(signed_in, search, role):
    answer = signed_in(actors.actor(role)).get(LIST)
    found = [row.number for row in answer.context["page"].rows] if answer.status_code == 200 else answer.status_code
    assert found == ([search.number] if role in SEERS else 403)


def test_another_village_sees_nothing_of_it(signed_in, search):
    client = signed_in(actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE))
    assert list(client.get(LIST).context["page"].rows) == []
    assert client.get(search.get_absolute_url()).status_code == 404


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_ten_rows_cost_no_more_statements_than_one(signed_in, clerk, calling):
    client, first = signed_in(clerk), calling()
    statements(client, LIST)
    one = [statements(client, url) for url in (LIST, first.get_absolute_url())]
    wide = calling(actors.TOWNSHIP)
    few = statements(client, ROUNDS)
    for _number in range(8):
        calling()
    assert Search.objects.filter(round=wide).count() > 1
    assert [statements(client, url) for url in (LIST, wide.get_absolute_url())] == one
    assert statements(client, ROUNDS) == few


def test_the_filters_say_what_they_find(signed_in, clerk, calling, worker, at):
    called, _other = calling(), calling(title="另一轮")
    search = Search.objects.get(round=called)
    engine.take(search, "record", by=worker, at=at, **{**FOUND, "handled": "spot", "settlement": "说和。"})
    client = signed_in(clerk)
    pairs = [("round", called.number, "HS-1"), ("found", "yes", "handed"), ("state", "searching", "done")]
    for name, right, wrong in pairs:
        assert [row.number for row in client.get(LIST, {name: right}).context["page"].rows] == [search.number], name
        assert list(client.get(LIST, {name: wrong}).context["page"].rows) == [], name
    assert len(client.get(LIST, {"state": "owed"}).context["page"].rows) == 2


def test_a_round_is_called_from_its_form_once(signed_in, clerk):
    client = signed_in(clerk)
    mark = client.get(CALL).context["form"].initial["submission"]
    day = timezone.localdate()
    facts = {"title": "每月排查", "begins": f"{day}", "ends": f"{day + actors.days(6)}", "submission": mark, "place_county": actors.COUNTY,
             "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}  # fmt: skip
    first, again = client.post(CALL, facts), client.post(CALL, facts)
    assert first.url == again.url == Round.objects.get().get_absolute_url()
    assert Search.objects.get().place.code == actors.VILLAGE


def test_a_round_that_ends_before_it_begins_is_told_so(signed_in, clerk):
    day = timezone.localdate()
    facts = {"title": "", "begins": f"{day + actors.days(9)}", "ends": f"{day}", "place_township": actors.TOWNSHIP}
    answer = signed_in(clerk).post(CALL, facts)
    assert (answer.status_code, {"title", "ends"} <= set(answer.context["form"].errors)) == (422, True)


def test_the_round_shows_who_still_owes_and_presses_them(signed_in, clerk, village, calling):
    called = calling()
    client = signed_in(clerk)
    page = client.get(called.get_absolute_url())
    assert page.context["round"].n_owed == 1
    client.post(reverse("searches_remind", args=[called.number]))
    assert set(Notice.objects.filter(rule="searches.reminded").values_list("recipient", flat=True)) == {village.pk}


def test_the_next_round_is_announced_where_it_is_called(signed_in, clerk, calling):
    calling(actors.TOWNSHIP)
    assert "下一轮由系统于" in signed_in(clerk).get(ROUNDS).content.decode()


def test_the_village_hears_of_a_round(calling, village, worker):
    calling()
    assert set(Notice.objects.filter(rule="searches.called").values_list("recipient", flat=True)) == {village.pk, worker.pk}


def test_the_list_comes_as_a_sheet(signed_in, clerk, search):
    answer = signed_in(clerk).get(reverse("searches_export"))
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert rows[1][0] == search.number
    assert len(rows) == 2


def test_many_are_pressed_at_once(signed_in, clerk, search):
    chosen = {"action": "remind", "selected": [search.number], "confirmed": "1", "note": ""}
    assert signed_in(clerk).post(reverse("searches_bulk"), chosen).context["done"] == 1


def test_the_city_s_centre_alone_keeps_the_periods(signed_in, offices):
    facts = {"name": "两会", "begins": "2027-03-01", "ends": "2027-03-12", "note": "", "active": "on"}
    create = reverse("searches_period_create")
    assert signed_in(actors.actor(Role.CENTRE_OFFICER)).post(create, facts).status_code == 403
    client = signed_in(actors.actor(Role.CENTRE_OFFICER, actors.CITY))
    assert client.post(create, {**facts, "ends": "2027-02-01"}).status_code == 422
    client.post(create, facts)
    kept = SensitivePeriod.objects.get(name="两会")
    client.post(reverse("searches_period_edit", args=[kept.pk]), {**facts, "ends": "2027-03-15"})
    assert f"{SensitivePeriod.objects.get(pk=kept.pk).ends}" == "2027-03-15"
    assert "两会" in client.get(reverse("searches_periods")).content.decode()


def test_the_desk_counts_what_is_owed(signed_in, worker, search):
    assert "待排查" in signed_in(worker).get(reverse("desk")).content.decode()
