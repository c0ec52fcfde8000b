"""A clerk files for a caller: nothing typed is lost, nothing is filed twice, files and case stand or fall together."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disputes.complaints import services
from disputes.complaints.models import Complaint
from governance.files.models import Attachment, PendingUpload
from governance.people.enums import Role
from tests import actors

CREATE, FILED = reverse("complaints_create"), reverse("complaints_filed")
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    settings.PRIVATE_FILES_ROOT = tmp_path


@pytest.fixture
def typed(noise):
    """What a clerk typed; facts can be overridden."""

    def type_in(**facts):
        return {
            "source": "phone", "kind": "complaint", "category": noise.pk, "description": "楼下烧烤店夜里吵闹，孩子睡不着。",
            "phone": "13800000000", "name": "张三", "submission": str(uuid4()), "place_county": actors.COUNTY,
            "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE, **facts,
        }  # fmt: skip

    return type_in


def paper(name="证明.pdf"):
    return SimpleUploadedFile(name, PAPER, content_type="application/pdf")


def test_the_emergency_numbers_stand_before_the_form(signed_in, operator):
    page = signed_in(operator).get(CREATE).content.decode()
    assert page.index("110、119、120、122") < page.index('<textarea name="description"')


def test_a_filed_complaint_gets_number_code_and_limit(signed_in, operator, typed):
    client = signed_in(operator)
    answer = client.post(CREATE, typed())
    assert (answer.status_code, answer.headers["Location"]) == (303, FILED)
    answer = client.get(FILED)
    case, page = Complaint.objects.get(), answer.content.decode()
    assert (case.source, case.place.code, case.received_by) == ("phone", actors.VILLAGE, operator.acting_post.office)
    assert case.number in page
    assert len(answer.context["code"]) > 5
    assert answer.context["code"] in page
    assert "依据" in page
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_same_form_sent_twice_files_once_and_both_get_the_receipt(signed_in, operator, typed):
    client, facts = signed_in(operator), typed()
    codes = {client.post(CREATE, facts, follow=True).context["code"] for _press in range(2)}
    assert (Complaint.objects.count(), len(codes)) == (1, 1)


def test_the_same_form_much_later_tells_no_code_again(signed_in, operator, typed):
    client, facts = signed_in(operator), typed()
    client.post(CREATE, facts)
    cache.clear()
    again = client.post(CREATE, facts, follow=True)
    assert again.context["code"] == ""
    assert "没有重复登记" in again.content.decode()


def test_a_receipt_is_shown_to_nobody_else(signed_in, operator, clerk, typed):
    client = signed_in(operator)
    client.post(CREATE, typed())
    assert client.cookies["receipt"]["path"] == FILED
    assert client.cookies["receipt"]["httponly"]
    assert client.get(FILED).status_code == 200
    assert signed_in(clerk).get(FILED).headers["Location"] == reverse("complaints_list")


def test_the_telephone_is_sealed(signed_in, operator, typed):
    signed_in(operator).post(CREATE, typed())
    stored = Complaint.objects.values_list("reporter_phone", flat=True).get()
    assert str(stored) == "138****0000"


def test_earlier_complaints_of_the_caller_are_looked_up(signed_in, operator, typed, filing):
    earlier = filing(phone="13812345678").complaint
    answer = signed_in(operator).post(CREATE, typed(phone="138 1234 5678", look_up="1", description=""))
    assert answer.status_code == 200
    assert earlier.number in answer.content.decode()
    assert Complaint.objects.count() == 1


def test_a_county_never_hears_of_complaints_beyond_it(signed_in, offices, typed, filing):
    earlier = filing(phone="13812345678").complaint
    stranger = actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)
    page = signed_in(stranger).post(CREATE, typed(phone="13812345678", look_up="1")).content.decode()
    assert earlier.number not in page


def test_places_are_chosen_level_by_level_without_script(signed_in, operator, typed):
    facts = typed(place_township="", place_village="", choose_place="1", description="短")
    answer = signed_in(operator).post(CREATE, facts)
    assert answer.status_code == 200
    assert [level["name"] for level in answer.context["cascade"].levels] == ["place_county", "place_township"]
    assert not Complaint.objects.exists()
    assert "张三" in answer.content.decode()


def test_a_township_s_clerk_begins_with_the_own_township(signed_in, clerk):
    cascade = signed_in(clerk).get(CREATE).context["cascade"]
    assert [level["name"] for level in cascade.levels] == ["place_township", "place_village"]
    assert cascade.place.code == actors.TOWNSHIP


def test_a_clerk_does_not_file_for_another_township(signed_in, clerk, typed):
    elsewhere = {"place_township": actors.OTHER_TOWNSHIP, "place_village": actors.OTHER_VILLAGE}
    answer = signed_in(clerk).post(CREATE, typed(**elsewhere))
    assert set(answer.context["form"].errors) == {"place"}
    assert not Complaint.objects.exists()


def test_the_next_level_comes_alone_for_htmx(signed_in, operator):
    page = signed_in(operator).get(CREATE, {"place_county": actors.COUNTY}, **HTMX).content.decode()
    assert page.lstrip().startswith('<div class="cascade"')
    assert 'name="place_township"' in page


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"phone": ""}, {"phone"}),
        ({"phone": "12"}, {"phone"}),
        ({"description": "短"}, {"description"}),
        ({"place_county": "", "place_township": "", "place_village": ""}, {"place"}),
        ({"is_anonymous": "on"}, {"is_anonymous"}),
        ({"category": ""}, {"category"}),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(signed_in, operator, typed, facts, wrong):
    answer = signed_in(operator).post(CREATE, typed(**facts))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == wrong
    assert "张三" in answer.content.decode()
    assert not Complaint.objects.exists()


def test_an_anonymous_report_keeps_no_contact(signed_in, operator, typed):
    signed_in(operator).post(CREATE, typed(kind="report", is_anonymous="on"))
    case = Complaint.objects.get()
    assert (case.reporter_name, case.reporter_phone, case.phone_index) == ("", "", "")


def test_files_survive_a_mistake_and_come_with_the_case(signed_in, operator, typed):
    client, facts = signed_in(operator), typed(description="短")
    first = client.post(CREATE, {**facts, "files": [paper()]})
    token = PendingUpload.objects.get().token
    assert token in first.content.decode()
    client.post(CREATE, {**facts, "description": "楼下烧烤店夜里吵闹，孩子睡不着。", "held": [token]})
    assert [row.name for row in Attachment.objects.of(Complaint.objects.get())] == ["证明.pdf"]


def test_a_file_can_be_dropped_again(signed_in, operator, typed):
    client, facts = signed_in(operator), typed(description="短")
    client.post(CREATE, {**facts, "files": [paper()]})
    token = PendingUpload.objects.get().token
    client.post(CREATE, {**facts, "description": "楼下烧烤店夜里吵闹，孩子睡不着。", "held": [token], "drop": [token]})
    assert not Attachment.objects.of(Complaint.objects.get()).exists()


def test_a_file_of_the_wrong_kind_is_refused_by_name(signed_in, operator, typed):
    answer = signed_in(operator).post(CREATE, {**typed(), "files": [SimpleUploadedFile("a.exe", b"MZ" * 40)]})
    assert answer.status_code == 422
    assert "files" in answer.context["form"].errors


def test_case_and_files_stand_or_fall_together(operator, noise, at, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr(services, "claim", broken)
    facts = {"place": actors.place(actors.VILLAGE), "category": noise, "kind": "help", "description": "路灯不亮，夜里不便。"}
    held = PendingUpload(token="t")
    with pytest.raises(OSError, match="disk"):
        services.file_for_caller(at=at, by=operator, submission=uuid4(), files=[held], phone="13800000000", **facts)
    assert not Complaint.objects.exists()


def test_an_emergency_is_pointed_out_on_the_receipt(signed_in, operator, typed):
    page = signed_in(operator).post(CREATE, typed(description="楼道着火了，浓烟很大。"), follow=True).content.decode()
    assert "疑似紧急警情" in page


@pytest.mark.parametrize("role", [Role.DEPARTMENT_HANDLER, Role.AUDITOR, Role.LEADING_OFFICIAL, Role.ADMINISTRATOR])
def test_who_files_for_nobody_is_refused(signed_in, offices, role):
    assert signed_in(actors.actor(role)).get(CREATE).status_code == 403
