"""The pages of inspections: the phone's page with and without script, what it takes along, the paper, and the list."""

import io
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckList
from emergencies.hazards.models import Hazard
from emergencies.inspections.data.facts import signed_words
from emergencies.inspections.enums import Signed, State
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import arrange, latest_removal
from governance.files.models import Attachment
from governance.web.furniture import person_key
from tests import actors
from tests.emergencies.makers import entered

PHONE, SENDING = reverse("inspections_phone"), reverse("inspections_sending")


@pytest.fixture
def typed(inspection):
    """What is pressed and typed on the spot: all in order, signed by name; facts can be overridden."""

    def build(**facts):
        results = {f"result_{item.pk}": "fits" for item in inspection.checks.items.all()}
        named = {"typed": "on", "signer_name": "王建国", "signer_role": "店长"}
        return {"number": inspection.number, "submission": str(uuid4()), **results, **named, **facts}

    return build


def upload(name="sign.png", shade="black"):
    with io.BytesIO() as out:
        Image.new("RGB", (720, 260), shade).save(out, "PNG")
        return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


def first_item(inspection):
    return inspection.checks.items.order_by("order").first().pk


def test_the_phone_shows_what_waits_for_the_two_alone(inspection, pair, clerk, signed_in):
    assert inspection.title in signed_in(pair[1]).get(PHONE).content.decode()
    assert inspection.title not in signed_in(clerk).get(PHONE).content.decode()


def test_without_script_the_record_is_sent_in_the_plain_way(inspection, pair, typed, signed_in):
    answer = signed_in(pair[0]).post(PHONE, typed())
    assert answer["Location"] == inspection.get_absolute_url()
    done = Inspection.objects.get()
    assert (done.state, done.recorded_by, done.signed, done.failed) == (State.RECORDED, pair[0], Signed.TYPED, 0)
    assert str(done.signer_name) == "王**"


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(inspection, pair, typed, signed_in):
    key = first_item(inspection)
    values = typed(
        **{f"result_{key}": "wrong", f"weight_{key}": "general", "findings": "写好的小结", "typed": "", f"photos_{key}": upload()}
    )
    page = signed_in(pair[0]).post(PHONE, values)
    text = page.content.decode()
    assert page.status_code == 422
    assert all(words in text for words in ("请写明哪里不符合", "请填写整改期限", "请现场人员签名", "写好的小结", "已收到："))
    assert not Inspection.objects.filter(recorded_by__isnull=False).exists()


def test_the_rest_fits_in_one_press(inspection, pair, typed, signed_in):
    key = first_item(inspection)
    values = {name: value for name, value in typed().items() if not name.startswith("result_")}
    values |= {f"result_{key}": "wrong", f"note_{key}": "报警器无反应。", f"weight_{key}": "major", "rest": "1"}
    signed_in(pair[0]).post(PHONE, values)
    assert Inspection.objects.get().failed == 1
    assert "报警器无反应" in Hazard.objects.get().description


def test_the_signature_and_the_photographs_are_kept_and_the_hazard_has_a_copy(inspection, pair, typed, signed_in):
    key = first_item(inspection)
    wrong = {f"result_{key}": "wrong", f"note_{key}": "报警器无反应。", f"weight_{key}": "major", f"photos_{key}": upload("a.png", "navy")}
    signed_in(pair[0]).post(PHONE, typed(**wrong, typed="", signature=upload()))
    done = Inspection.objects.get()
    assert done.signed == Signed.DRAWN
    assert Attachment.objects.of(done).count() == 2
    assert Attachment.objects.of(Hazard.objects.get()).get().name.startswith("第1项")


def test_no_later_day_is_set_than_the_limit_of_a_general_hazard(inspection, pair, typed, signed_in):
    key, latest = first_item(inspection), latest_removal(at=timezone.now())
    wrong = {f"result_{key}": "wrong", f"note_{key}": "报警器无反应。", f"weight_{key}": "general"}
    late = signed_in(pair[0]).post(PHONE, typed(**wrong, rectify_by=latest + actors.days(1)))
    assert late.status_code == 422
    assert "rectify_by" in late.context["form"].errors
    assert signed_in(pair[0]).post(PHONE, typed(**wrong, rectify_by=latest)).status_code == 302
    hazard = Hazard.objects.get()
    assert timezone.localdate(hazard.due_at - actors.days(1)) == hazard.rectify_by == latest


def test_who_signs_by_hand_need_not_be_named(recording, pair):
    done = recording()
    done.signer_name = ""
    assert signed_words(done) == "店长，当场输入姓名确认"


def test_the_phone_takes_the_forms_of_its_person_along(inspection, pair, clerk, signed_in):
    told = signed_in(pair[0]).get(SENDING).json()
    assert [one["number"] for one in told["inspections"]] == [inspection.number]
    assert f'name="result_{first_item(inspection)}"' in told["inspections"][0]["html"]
    assert "csrfmiddlewaretoken" not in told["inspections"][0]["html"]
    assert signed_in(clerk).get(SENDING).json()["inspections"] == []


def test_the_page_the_phone_keeps_holds_nobody_s_data(inspection, pair, client, signed_in):
    sheet = reverse("inspections_sheet")
    before = client.get(sheet).content
    assert signed_in(pair[0]).get(sheet).content == before
    assert inspection.premises.name not in before.decode()


def test_sent_ten_times_it_is_answered_alike(inspection, pair, typed, signed_in):
    client, values = signed_in(pair[0]), typed(person=person_key(pair[0]))
    answers = [client.post(SENDING, values) for _time in range(10)]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["number"] for answer in answers} == {inspection.number}


def test_what_the_server_refuses_comes_back_with_its_fields(inspection, pair, typed, signed_in):
    key = first_item(inspection)
    values = typed(person=person_key(pair[0]), **{f"result_{key}": "wrong"})
    answer = signed_in(pair[0]).post(SENDING, values)
    assert answer.status_code == 422
    assert f"note_{key}" in {one["field"] for one in answer.json()["errors"]}


@pytest.mark.parametrize(("who", "status"), [("other", 409), ("clerk", 422)])
def test_a_record_of_somebody_else_is_not_taken(inspection, pair, clerk, typed, signed_in, who, status):
    sender = clerk if who == "clerk" else pair[1]
    key = person_key(clerk) if who == "clerk" else person_key(pair[0])
    assert signed_in(sender).post(SENDING, typed(person=key)).status_code == status


def test_the_record_is_a_paper_that_proves_itself(recorded, manager, client, signed_in):
    page = client.get(reverse("inspection_proof", args=[recorded.proof_key])).content.decode()
    assert "王**" in page
    assert "王建国" not in page
    paper = client.get(reverse("inspection_proof_pdf", args=[recorded.proof_key]))
    assert paper.content.startswith(b"%PDF")
    own = signed_in(manager).get(reverse("inspections_proof", args=[recorded.number]))
    assert own["Content-Type"] == "application/pdf"
    assert client.get(reverse("inspection_proof", args=["unknown"])).status_code == 404


def test_the_page_of_an_inspection_before_and_after(inspection, pair, recording, signed_in):
    client = signed_in(pair[0])
    assert "去检查" in client.get(inspection.get_absolute_url()).content.decode()
    page = client.get(recording(item1=Weight.GENERAL).get_absolute_url()).content.decode()
    assert all(words in page for words in ("不符合", "核验地址", "王**", Hazard.objects.get().number))


def test_the_name_is_opened_for_a_purpose(recorded, pair, signed_in):
    url = reverse("inspections_signer", args=[recorded.number])
    assert "王建国" not in signed_in(pair[0]).get(url).content.decode()
    assert "王建国" in signed_in(pair[0]).post(url, {"purpose": "contact"}).content.decode()


def test_an_inspection_beside_the_plans_has_its_reason(pair, premises, signed_in):
    facts = {"submission": str(uuid4()), "premises": premises.number, "first": pair[0].pk, "second": pair[1].pk}
    facts["checklist"] = CheckList.objects.get(code="gas_restaurant").pk
    client, url = signed_in(pair[0]), reverse("inspections_create")
    assert client.post(url, facts).status_code == 422
    assert client.post(url, {**facts, "reason": "投诉举报核查"}).status_code == 302
    wrong = CheckList.objects.get(code="parcel").pk
    assert "不适用于" in client.post(url, {**facts, "reason": "投诉举报核查", "checklist": wrong}).content.decode()


def test_the_list_costs_the_same_for_one_and_for_ten(inspection, pair, at, signed_in):
    client, url = signed_in(pair[0]), reverse("inspections_list")
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        assert client.get(url).status_code == 200
    place, checklist = actors.place(actors.VILLAGE), CheckList.objects.get(code="gas_restaurant")
    for serial in range(9):
        shop = entered(place, at, name=f"面馆{serial}")
        arrange(at=at, by=pair[0], premises=shop, checklist=checklist, first=pair[0], second=pair[1], reason="专项治理")
    with CaptureQueriesContext(connection) as ten:
        client.get(url)
    assert len(one) == len(ten)


def test_the_export_names_who_and_what(recorded, pair, signed_in):
    sheet = signed_in(pair[0]).get(reverse("inspections_export") + "?format=csv&state=all")
    text = b"".join(sheet.streaming_content).decode("utf-8-sig")
    assert all(words in text for words in (recorded.number, recorded.premises.name, "当场输入姓名确认"))
    assert "王建国" not in text
