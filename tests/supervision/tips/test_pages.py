"""The public form, its receipt and tracking page; the desk of the leading group's office."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.privacy.models import Opening
from governance.web.guard import challenge
from supervision.tips.models import Tip
from supervision.tips.services import file_tip
from tests import actors

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MARK = "7f0b2c1e-0000-4000-8000-000000000002"


@pytest.fixture
def chief(db):
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    actors.office(OfficeType.HOTLINE, actors.CITY)
    return actors.actor(Role.LEADING_OFFICE)


@pytest.fixture
def typed(chief):
    return {
        "matter": "hazard", "description": "楼道堆满杂物，一直没人管。", "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
        "submission": MARK, "challenge_token": challenge.proof(challenge.WORDS),
    }  # fmt: skip


@pytest.fixture
def filed(chief):
    at = timezone.now() - 3 * DAY
    place = actors.place(actors.VILLAGE)
    return file_tip(matter="hazard", description="楼道堆满杂物。", place=place, name="张三", phone="13800000000", at=at)


def text(answer):
    return answer.content.decode()


def test_a_resident_tells_without_a_name_and_gets_number_and_code(client, typed):
    answer = client.post(reverse("supervise_us"), typed, follow=True)
    tip = Tip.objects.get()
    assert (tip.place.code, tip.has_contact, tip.unit) == (actors.TOWNSHIP, False, None)
    assert tip.number in text(answer)
    assert "查询码" in text(answer)


def test_sent_twice_it_is_one(client, typed):
    for _time in range(2):
        assert client.post(reverse("supervise_us"), typed).status_code == 303
    assert Tip.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [{"description": ""}, {"matter": "none"}, {"place_county": ""}, {"unit": "没有的单位"}, {"phone": "12"}, {"challenge_token": ""}],
)
def test_a_wrong_form_keeps_what_was_typed(client, typed, wrong):
    typed["name"] = "王先生"
    answer = client.post(reverse("supervise_us"), typed | wrong)
    assert (answer.status_code, Tip.objects.count()) == (422, 0)
    assert "王先生" in text(answer)


def test_the_tracking_page_asks_for_the_code_and_then_tells_the_answer(client, chief, filed):
    url = reverse("tip_tracked", args=[filed.tip.number])
    assert client.get(url).headers["Location"].startswith(reverse("track"))
    engine.take(engine.take(filed.tip, "accept", by=chief, at=timezone.now()), "answer", by=chief, at=timezone.now(), note="杂物已清理。")
    client.post(reverse("track"), {"number": filed.tip.number, "code": filed.query_code})
    page = text(client.get(url))
    assert all(word in page for word in ("杂物已清理。", "已答复", "楼道堆满杂物"))
    assert "13800000000" not in page


def test_what_12345_answered_stands_there_too(client, chief, filed):
    engine.take(filed.tip, "pass_on", by=chief, at=timezone.now(), note="属于诉求事项。")
    client.post(reverse("track"), {"number": filed.tip.number, "code": filed.query_code})
    page = text(client.get(reverse("tip_tracked", args=[filed.tip.number])))
    assert all(word in page for word in ("12345的办理", "还没有答复", "属于诉求事项。"))


def test_the_person_withdraws_with_a_reason(client, chief, filed):
    client.post(reverse("track"), {"number": filed.tip.number, "code": filed.query_code})
    url = reverse("withdraw_tip", args=[filed.tip.number])
    assert client.post(url, {"version": filed.tip.version, "note": ""}).status_code == 422
    client.post(url, {"version": filed.tip.version, "note": "已经清理。"})
    assert Tip.objects.get().state == "withdrawn"


def test_contact_is_opened_for_a_purpose_and_on_record(signed_in, chief, filed):
    client, url = signed_in(chief), reverse("tips_contact", args=[filed.tip.number])
    assert "13800000000" not in text(client.get(filed.tip.get_absolute_url()))
    assert "13800000000" not in text(client.get(url))
    assert "13800000000" in text(client.post(url, {"purpose": "verify", "reason": ""}))
    assert Opening.objects.filter(by=chief).count() == 2


def test_another_office_does_not_open_the_contact(signed_in, chief, filed):
    city = actors.actor(Role.LEADING_OFFICE, actors.CITY)
    assert signed_in(city).get(reverse("tips_contact", args=[filed.tip.number])).status_code == 404


def test_a_finding_is_written_without_the_person_s_number(signed_in, chief, filed):
    tip = engine.take(filed.tip, "accept", by=chief, at=timezone.now())
    unit = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    given = {"version": tip.version, "unit": unit.name, "ground": 2, "note": "来信人电话13800000000。"}
    answer = signed_in(chief).post(reverse("tips_take_step", args=[tip.number, "raise"]), given)
    assert [*answer.context["form"].errors] == ["note"]


def test_the_list_costs_the_same_for_one_and_for_ten(signed_in, chief):
    client, costs = signed_in(chief), []
    for count in (1, 9):
        for _number in range(count):
            file_tip(matter="grid", description="找不到网格员。", place=actors.place(actors.VILLAGE), at=timezone.now())
        client.get(reverse("tips_list"))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("tips_list"))
        costs.append(len(caught))
    assert costs[0] == costs[1]


def test_the_desk_counts_what_waits(signed_in, chief, filed):
    assert "待受理的来信" in text(signed_in(chief).get(reverse("desk")))


def test_the_home_page_has_the_door(client, chief):
    assert reverse("supervise_us") in text(client.get(reverse("home")))
