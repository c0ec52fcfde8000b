"""Venues brought in by sheet: told row by row what is wrong, declared and corrected once, never twice."""

import pytest
from django.urls import reverse

from emergencies.venuefiles.models import VenueFile
from emergencies.venues.models import Venue
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.makers import sheet

pytestmark = pytest.mark.django_db
LIST = reverse("venuefiles_list")
ROW = {
    "编号": "", "场所名称": "青城宾馆", "类型": "宾馆、饭店", "区划": "150102001001", "详细地址": "新华路9号", "容纳人数": 300,
    "层数": 6, "面积（平方米）": "", "安全负责人": "李强", "值班电话": "0471-1234567", "现有设施": "灭火器、急救箱",
}  # fmt: skip


@pytest.fixture
def client_of(signed_in, clerk):
    return signed_in(clerk)


def uploaded(client, *rows):
    assert client.post(LIST, {"file": sheet([{**ROW, **row} for row in rows])}).status_code == 302
    return VenueFile.objects.latest("pk")


def taken(client, *rows):
    kept = uploaded(client, *rows)
    client.post(reverse("venuefiles_take", args=[kept.pk]))
    kept.refresh_from_db()
    return kept


def test_a_check_writes_nothing_and_the_taking_declares_once(client_of):
    kept = uploaded(client_of, {})
    assert (kept.fresh, kept.bad, Venue.objects.count()) == (1, 0, 0)
    for _again in range(2):
        client_of.post(reverse("venuefiles_take", args=[kept.pk]))
    venue = Venue.objects.get()
    assert (venue.title, venue.state, venue.capacity, sorted(venue.equipment)) == (
        "青城宾馆",
        "declared",
        300,
        ["extinguishers", "first_aid"],
    )
    assert venue.place.code == actors.VILLAGE


def test_the_same_sheet_again_changes_nothing_and_a_changed_row_corrects(client_of):
    taken(client_of, {})
    again = uploaded(client_of, {})
    assert (again.same, again.good, again.state) == (1, 0, "nothing")
    number = Venue.objects.get().number
    kept = taken(client_of, {"编号": number, "容纳人数": 500})
    assert (kept.changed, Venue.objects.get().capacity) == (1, 500)
    assert kept.number in Event.objects.get(kind="venues.correct").note


WRONG = [
    ({"类型": "月球基地"}, "不在可选范围内"), ({"区划": "150105001001"}, "不在您的辖区内"), ({"容纳人数": "很多"}, "应为数字"),
    ({"值班电话": "12"}, "电话号码不正确"), ({"现有设施": "大炮"}, "不在设施清单内"), ({"编号": "20260101-9"}, "没有这个编号"),
    ({"场所名称": ""}, "必填"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "said"), WRONG, ids=[next(iter(wrong)) for wrong, _said in WRONG])
def test_a_wrong_cell_is_told_with_row_column_and_reason(client_of, wrong, said):
    kept = uploaded(client_of, wrong, {"场所名称": "另一家"})
    assert (kept.bad, kept.fresh) == (1, 1)
    [[line, letter, label, reason]] = kept.faults
    assert (line, label, bool(letter)) == (2, next(iter(wrong)), True)
    assert said in reason
    assert said in client_of.get(kept.get_absolute_url()).content.decode()


def test_one_venue_twice_in_a_sheet_is_told(client_of):
    assert "第 2 行是同一个场所" in uploaded(client_of, {}, {}).faults[0][3]


def test_what_is_no_sheet_is_refused_beside_its_field(client_of):
    answer = client_of.post(LIST, {})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["file"]


def test_template_faults_and_original_come_back(client_of):
    kept = uploaded(client_of, {"容纳人数": "很多"})
    for url in (reverse("venuefiles_template"), *(reverse(f"venuefiles_{name}", args=[kept.pk]) for name in ("faults", "original"))):
        assert client_of.get(url).status_code == 200


def test_sheets_are_for_the_township_alone(client_of, signed_in, manager, bureau):
    kept = uploaded(client_of, {})
    assert signed_in(actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)).get(kept.get_absolute_url()).status_code == 404
    assert {signed_in(person).get(LIST).status_code for person in (manager, bureau)} == {403}
