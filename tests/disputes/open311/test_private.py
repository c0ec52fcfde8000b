"""What must not leave does not leave: secret cases are seeded, every address is walked, and the bytes are searched."""

import pytest
from django.urls import get_resolver
from django.utils import timezone

from disputes.complaints.models import Category, Complaint
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeType
from governance.timeline.models import Event
from tests import actors
from tests.disputes.complaints.test_flow import walk
from tests.disputes.open311.conftest import BASE, LAMP, WAGES

SECRETS = ("王某秘", "13812345678", "secret@example.org", "3号楼2单元", "绝密内容", "40.84261", "111.74923", "某店主姓名")
TEXT = "3号楼2单元 绝密内容 13812345678"
OPEN_TEXT = "路灯不亮 3号楼2单元 13812345678 secret@example.org"


@pytest.fixture
def seeded(filing, georeport, operator):
    """One case of every kind that is not listed, and one listed whose text is full of what may not be read."""
    lamp, wages = (Category.objects.get(code=code) for code in (LAMP, WAGES))
    person = {"name": "王某秘", "phone": "13812345678", "latitude": 40.84261, "longitude": 111.74923, "landmark": "3号楼2单元"}
    facts = {"description": TEXT, "category": lamp, **person}
    made = {
        "listed": filing(**{**facts, "description": OPEN_TEXT}), "secret": filing(**facts, is_secret=True),
        "private": filing(**{**facts, "category": wages}),
        "accusation": filing(**{**facts, "description": "举报某店主姓名"}, kind="report"),
        "anonymous": filing(**{**facts, "kind": "report", "name": "", "phone": ""}, is_anonymous=True),
        "withdrawn": filing(**facts), "diverted": filing(**facts), "mediated": filing(**facts),
    }  # fmt: skip
    engine.take(made["withdrawn"].complaint, "withdraw", by=RESIDENT, at=made["listed"].complaint.opened_at, note="绝密内容")
    Complaint.objects.filter(pk=made["diverted"].complaint.pk).update(state="emergency", closed_at=made["listed"].complaint.opened_at)
    Complaint.objects.filter(pk=made["mediated"].complaint.pk).update(state="mediation", closed_at=made["listed"].complaint.opened_at)
    for name, column in (("accused", {"against": clerk_office()}), ("grave", {"danger": "绝密内容"})):
        made[name] = filing(**facts)
        Complaint.objects.filter(pk=made[name].complaint.pk).update(**column)
    Complaint.objects.filter(pk=made["listed"].complaint.pk).update(state="classified")
    georeport.filed(
        description=TEXT, first_name="某秘", last_name="王", phone="13812345678", email="secret@example.org", address_string="3号楼2单元"
    )
    return {name: filed.complaint.number for name, filed in made.items()}


def clerk_office():
    return actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)


def addresses(seeded, georeport):
    """Every address of the interface in both formats, with and without the key."""
    numbers = [*seeded.values(), *Complaint.objects.values_list("number", flat=True)]
    names = [
        "discovery",
        "services",
        f"services/{LAMP}",
        "requests",
        "servicerequestupdates",
        *(f"requests/{number}" for number in numbers),
    ]
    every = "requests.json?" + "&".join(f"service_request_id={number}" for number in numbers)
    for key in ("", f"api_key={georeport.key.plain}"):
        yield from (f"{BASE}/{name}.{form}?{key}" for name in names for form in ("xml", "json"))
        yield f"{BASE}/{every}&{key}"
        yield f"{BASE}/requests.json?bbox=110.5,39.6,112.3,41.4&{key}"


def test_no_address_tells_what_is_private(seeded, georeport, client):
    walked = 0
    for address in addresses(seeded, georeport):
        body = client.get(address).content.decode()
        assert [word for word in SECRETS if word in body] == [], address
        walked += 1
    assert walked > 40


def test_the_listed_one_is_listed_and_no_other(seeded, georeport):
    listed = {row["service_request_id"] for row in georeport.get("requests.json").json()}
    own = Complaint.objects.get(source="open311").number
    assert listed == {seeded["listed"], own}


@pytest.mark.parametrize("name", ["secret", "private", "accusation", "anonymous", "withdrawn", "diverted", "mediated", "accused", "grave"])
def test_nobody_learns_what_exists(seeded, georeport, name):
    one, nobody = georeport.get(f"requests/{seeded[name]}.json"), georeport.get("requests/HS-20200101-000001-0.json")
    assert (one.status_code, nobody.status_code) == (404, 404)
    assert one.content.decode().replace(seeded[name], "·") == nobody.content.decode().replace("HS-20200101-000001-0", "·")


def test_updates_of_others_carry_no_text(seeded, georeport):
    rows = georeport.get("servicerequestupdates.json").json()
    assert {row["service_request_id"] for row in rows} == {seeded["listed"], Complaint.objects.get(source="open311").number}


def test_a_title_is_shown_once_a_clerk_has_read_it(complaint, georeport, operator, at):
    row = f"requests/{complaint.number}.json"
    assert georeport.get(row).json()[0]["description"] == complaint.category.name
    facts = {"kind": "complaint", "category": complaint.category, "urgency": "normal"}
    engine.take(complaint, "classify", by=operator, at=at, **facts)
    assert georeport.get(row).json()[0]["description"] == complaint.title


def test_a_client_sees_its_own_of_a_private_category(georeport, issued):
    number = georeport.filed(service_code=WAGES, description="绝密内容")
    assert georeport.get(f"requests/{number}.json").status_code == 404
    assert georeport.get(f"requests/{number}.json", api_key=issued().plain).status_code == 404
    row = georeport.get(f"requests/{number}.json", api_key=georeport.key.plain).json()[0]
    assert (row["status"], row["description"]) == ("open", "拖欠工资")


def test_a_key_without_that_right_sees_only_what_is_public(georeport, issued, client):
    key = issued(scopes=["file"])
    sent = {"api_key": key.plain, "service_code": WAGES, "lat": "40.84", "long": "111.75"}
    number = client.post(f"{BASE}/requests.json", sent).json()[0]["service_request_id"]
    assert georeport.get(f"requests/{number}.json", api_key=key.plain).status_code == 404


def test_the_answer_of_the_office_is_for_its_own_client(georeport, operator, clerk):
    number = georeport.filed(**{"attribute[place_code]": actors.VILLAGE})
    walk(Complaint.objects.get(number=number), operator, clerk, timezone.now(), until="reply")
    own = georeport.get(f"requests/{number}.json", api_key=georeport.key.plain).json()[0]
    others = georeport.get(f"requests/{number}.json").json()[0]
    assert own["status_notes"] == Event.objects.get(case_number=number, kind="complaints.reply").note
    assert (others["status_notes"], others["agency_responsible"]) == ("待回访", own["agency_responsible"])
    assert others["expected_datetime"] is not None


def test_what_waits_to_be_placed_says_so(georeport):
    number = georeport.filed()
    assert georeport.get(f"requests/{number}.json").json()[0]["status_notes"] == "待工作人员确认地点"


def test_only_the_views_of_programs_are_without_token():
    exempt = {name for name in get_resolver().reverse_dict if isinstance(name, str) and is_exempt(name)}
    assert {name for name in exempt if not name.startswith("open311")} == {
        "open_data_json", "drills_feed", "hotlines_incidents", "hotlines_incident", "end_warnings_at_once", "safety_index_json",
    }  # fmt: skip


def is_exempt(name):
    found = [pattern for pattern in every_pattern(get_resolver()) if pattern.name == name]
    return any(getattr(pattern.callback, "csrf_exempt", False) for pattern in found)


def every_pattern(resolver):
    for entry in resolver.url_patterns:
        yield from every_pattern(entry) if hasattr(entry, "url_patterns") else (entry,)
