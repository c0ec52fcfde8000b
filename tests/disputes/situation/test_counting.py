"""Counts kept by month are the rows', whenever they are counted; the numbers open onto exactly their rows; nobody is listed."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.models import Category, Complaint
from disputes.complaints.services import file_complaint
from disputes.mediation.models import Mediation
from disputes.mediation.services import PartyFacts, open_mediation
from disputes.situation import services
from disputes.situation.data import telling
from disputes.situation.models import MonthCount, RepeatCount, WarningMethod
from disputes.situation.tasks import recount as recount_task
from governance.calendar.months import month_before
from governance.people.enums import OfficeType, Role
from tests import actors

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def centre(db):
    actors.office(OfficeType.CENTRE, actors.CITY)
    return actors.actor(Role.CENTRE_OFFICER)


def complaints(count, at, *, code=actors.VILLAGE, phones=(), category=None):
    place, leaf = actors.place(code), category or Category.objects.leaves().first()
    for number in range(count):
        phone = phones[number % len(phones)] if phones else f"138{number:08d}"
        file_complaint(at=at, place=place, category=leaf, kind="complaint", description="暖气不热，请处理。", phone=phone, name="张三")


def dispute(at, code=actors.VILLAGE):
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    return open_mediation(at=at, place=actors.place(code), kind="property", description="物业费纠纷。", parties=parties)


def kept():
    return set(MonthCount.objects.values_list("month", "place_path", "source", "matter", "count"))


def test_a_month_is_counted_up_to_the_city(at):
    complaints(3, at)
    dispute(at)
    services.recount(at=at)
    rows = {(path, source): count for _month, path, source, _matter, count in kept()}
    for path in (actors.CITY, actors.COUNTY, actors.TOWNSHIP, actors.VILLAGE):
        assert (rows[path, "complaints"], rows[path, "mediation"]) == (3, 1)


def test_counted_twice_nothing_changes_and_anew_it_is_the_same(at):
    complaints(3, at)
    complaints(2, at - 40 * DAY, code=actors.OTHER_VILLAGE)
    assert services.recount(at=at) > 0
    first = kept()
    assert services.recount(at=at) == 0
    MonthCount.objects.all().delete()
    services.recount_all(at=at)
    assert kept() == first


def test_what_moved_or_was_sorted_anew_is_counted_where_it_is_now(at):
    complaints(2, at)
    services.recount(at=at)
    other, place = Category.objects.leaves().last(), actors.place(actors.OTHER_VILLAGE)
    Complaint.objects.filter(pk=Complaint.objects.first().pk).update(category=other, place=place, place_path=place.path)
    services.recount(at=at)
    assert MonthCount.objects.get(place_path=actors.VILLAGE).count == 1
    assert MonthCount.objects.get(place_path=actors.OTHER_VILLAGE).matter == other.parent.code


def test_the_task_and_the_command_are_safe_to_run_twice(at):
    complaints(1, timezone.now())
    assert [recount_task() > 0, recount_task()] == [True, 0]
    out = StringIO()
    call_command("recount_situation", stdout=out)
    assert out.getvalue().startswith("0 ")


def test_repeated_parties_are_two_numbers_and_none_below_five(at):
    phones = [f"139{number:08d}" for number in range(6)]
    complaints(12, at, phones=phones)
    complaints(4, at - DAY, phones=phones[:4])
    services.recount(at=at)
    row = RepeatCount.objects.get(place_path=actors.COUNTY)
    assert (row.twice, row.thrice) == (6, None)
    assert RepeatCount.objects.get(place_path=actors.CITY).twice == 6


def test_parties_are_counted_across_the_places_below(at):
    phones = [f"137{number:08d}" for number in range(5)]
    complaints(5, at, phones=phones)
    complaints(5, at, code=actors.OTHER_VILLAGE, phones=phones)
    complaints(5, at, code=actors.CITY, phones=[f"136{number:08d}" for number in range(5)])
    services.recount(at=at)
    found = dict(RepeatCount.objects.values_list("place_path", "twice"))
    assert found == {actors.CITY: 5, actors.COUNTY: 5, actors.TOWNSHIP: 5}


def test_a_party_of_a_mediation_is_known_again_and_counted_once_for_each(at):
    for number in range(5):
        complaints(1, at, phones=[f"135{number:08d}"])
        parties = [PartyFacts(side, "张三", f"135{number:08d}") for side in ("applicant", "respondent")]
        open_mediation(at=at, place=actors.place(actors.VILLAGE), kind="property", description="物业费纠纷。", parties=parties)
    services.recount(at=at)
    row = RepeatCount.objects.get(place_path=actors.VILLAGE[:9])
    assert (row.twice, row.thrice) == (5, None)


def rising_heat(at):
    """Two a month for half a year, then twenty."""
    first = services.local_month(at)
    for back in range(1, 7):
        complaints(2, services.start_of(month_before(first, back)) + 3 * DAY)
    complaints(20, at)
    services.recount(at=at)


def test_rising_numbers_are_told_with_their_inputs_and_open_onto_their_rows(signed_in, centre, at):
    rising_heat(at)
    found = telling.warnings(actors.place(actors.COUNTY), services.local_month(at), WarningMethod.objects.in_force(at), at=at)
    one = next(row for row in found if row["place"].endswith(actors.place(actors.VILLAGE).short_name))
    assert (one["count"], one["before"], one["mean"], one["expected"] < 2) == (20, (2,) * 6, 2.0, True)
    page = signed_in(centre).get(one["url"]).content.decode()
    assert "20" in page
    assert Complaint.objects.count() == 32


def test_every_number_of_the_page_opens_exactly_its_rows(signed_in, centre, at):
    rising_heat(at)
    dispute(at)
    services.recount(at=at)
    told = telling.told(actors.place(actors.COUNTY), services.local_month(at))
    for row in (told["total"], *told["kinds"], *told["places"], *told["months"]):
        for cell in (row.complaints, row.mediation):
            if cell.url:
                assert signed_in(centre).get(cell.url).context["page"].count == cell.count


def test_the_page_tells_method_version_and_no_phone(signed_in, centre, at):
    rising_heat(timezone.now())
    page = signed_in(centre).get(reverse("situation")).content.decode()
    assert all(word in page for word in ("方法 2022-1", "泊松", "提示线", "不足 5 人", "供热供暖"))
    assert "138" not in page


def test_before_the_first_count_the_page_says_so(signed_in, centre):
    assert "还没有统计" in signed_in(centre).get(reverse("situation")).content.decode()


@pytest.mark.parametrize("what", ["counts", "warnings"])
def test_it_is_exported(signed_in, centre, what):
    rising_heat(timezone.now())
    answer = signed_in(centre).get(reverse("situation_export"), {"what": what, "format": "csv"})
    assert "供热供暖" in b"".join(answer.streaming_content).decode("utf-8-sig")


def test_a_place_out_of_reach_shows_the_own_one(signed_in, at):
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    answer = signed_in(clerk).get(reverse("situation"), {"place": actors.COUNTY, "month": "nothing"})
    assert answer.context["place"].code == actors.TOWNSHIP


def test_another_version_follows_and_wrong_numbers_are_told(signed_in, at):
    keeper = actors.actor(Role.LEADING_OFFICE, actors.CITY)
    url, typed = reverse("situation_method_create"), {"months": 6, "least": 15, "ratio": 2, "percent": 0.5, "source": "市平安办调整"}
    assert signed_in(keeper).post(url, {**typed, "percent": 0}).status_code == 422
    signed_in(keeper).post(url, typed)
    assert (WarningMethod.objects.count(), WarningMethod.objects.first().chance) == (2, 0.005)
    assert "市平安办调整" in signed_in(keeper).get(reverse("situation_methods")).content.decode()
    assert signed_in(actors.actor(Role.LEADING_OFFICE)).get(url).status_code in {403, 404}


def test_the_page_asks_as_much_for_one_case_as_for_many(signed_in, centre):
    client, costs, now = signed_in(centre), [], timezone.now()
    for count in (1, 30):
        complaints(count, now)
        dispute(now)
        services.recount(at=now)
        client.get(reverse("situation"))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("situation"))
        costs.append(len(caught))
    assert costs[1] <= costs[0] + 1  # the names of places are asked for once something warns
    assert Mediation.objects.count() == 2
