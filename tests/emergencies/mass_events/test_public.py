"""An organiser applies without an account, puts right what is asked, reports afterwards; everyone reads what is permitted."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from emergencies.mass_events.enums import Point, State
from emergencies.mass_events.models import MassEvent
from governance.files.models import Attachment, PendingUpload
from governance.flow import engine
from tests import actors
from tests.emergencies.makers import EVENT
from tests.house.cases import PAPER
from tests.web.guard.solving import answers

APPLY = reverse("apply_mass_event")


def paper(name="安全工作方案.pdf"):
    return SimpleUploadedFile(name, PAPER, content_type="application/pdf")


def sent(client, **changed):
    """Fill the form as the page carries it, with the sum solved, and press 提交申请."""
    form = client.get(APPLY).context["form"]
    starts = timezone.localtime() + timedelta(days=25)
    own = {name: value for name, value in EVENT.items() if name != "safety_plan"}
    typed = {
        **own, **answers(form), "submission": form["submission"].value(), "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
        "starts_at": f"{starts:%Y-%m-%dT%H:%M}", "ends_at": f"{starts + timedelta(hours=3):%Y-%m-%dT%H:%M}",
        **{f"point_{point.value}": "按方案落实，专人负责。" for point in Point},
    }  # fmt: skip
    return client.post(APPLY, {**typed, **changed})


@pytest.fixture
def filed(client, police, city_police):
    """The application and its code, the pass in the client's session."""
    receipt = client.get(sent(client, files=[paper()]).url)
    return MassEvent.objects.get(), receipt.context["code"]


def page_of(client, event, name="mass_event_tracked"):
    return client.get(reverse(name, args=[event.number]))


def test_it_reaches_the_police_with_its_plan_and_its_papers(filed, police):
    event, code = filed
    assert (event.office, event.state, len(event.safety_plan)) == (police.acting_post.office, State.APPLIED, 9)
    assert [file.name for file in Attachment.objects.of(event)] == ["安全工作方案.pdf"]
    assert code


WRONG = [
    ({"expected": "800"}, "expected", "不需要申请许可"),
    ({"expected": "6000"}, "capacity", "小于预计参加人数"),
    ({"point_fire": ""}, "point_fire", "九项都要写"),
    ({"contact_phone": "12"}, "contact_phone", "电话号码不正确"),
    ({"organiser_code": "123"}, "organiser_code", "18位"),
    ({"ends_at": "2026-01-01T10:00"}, "ends_at", "须在开始时间之后"),
]


@pytest.mark.parametrize(("changed", "name", "said"), WRONG)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(changed, name, said, client, police):
    answer = sent(client, files=[paper()], **changed)
    assert answer.status_code == 422
    assert said in str(answer.context["form"].errors[name])
    assert EVENT["title"] in answer.content.decode()
    assert [held.name for held in answer.context["held"]] == ["安全工作方案.pdf"]
    assert not MassEvent.objects.exists()


def test_a_paper_of_a_refused_try_goes_along_with_the_next(client, police):
    held = sent(client, files=[paper()], expected="800").context["held"]
    again = sent(client, held=[one.token for one in held])
    assert again.status_code == 303
    assert Attachment.objects.of(MassEvent.objects.get()).count() == 1
    assert not PendingUpload.objects.exists()


def test_too_late_is_told_with_the_law_and_the_first_day_possible(client, police):
    starts = timezone.localtime() + timedelta(days=10)
    given = {"starts_at": f"{starts:%Y-%m-%dT%H:%M}", "ends_at": f"{starts + timedelta(hours=2):%Y-%m-%dT%H:%M}"}
    said = str(sent(client, **given).context["form"].errors["starts_at"])
    assert "20日前" in said
    assert "第十三条" in said


def test_the_same_form_sent_twice_applies_once(client, police):
    form = client.get(APPLY).context["form"]
    mark = form["submission"].value()
    first, second = (sent(client, submission=mark) for _ in range(2))
    assert (first.status_code, second.status_code, MassEvent.objects.count()) == (303, 303, 1)


def test_what_is_asked_for_is_put_right_on_the_web(client, filed, police):
    event, _code = filed
    engine.take(event, "ask_supplement", by=police, at=timezone.now(), note="请补场所管理者同意书。")
    assert "请补场所管理者同意书" in page_of(client, event).content.decode()
    url = reverse("supplement_mass_event", args=[event.number])
    version = client.get(url).context["form"].initial["version"]
    empty = client.post(url, {"version": version, "note": "", "files": [paper("同意书.pdf")]})
    assert (empty.status_code, [one.name for one in empty.context["held"]]) == (422, ["同意书.pdf"])
    assert client.post(url, {"version": version, "note": "已补同意书。", "files": [paper("同意书.pdf")]}).status_code == 302
    assert (MassEvent.objects.get().state, Attachment.objects.of(event).count()) == (State.APPLIED, 2)


def test_the_organiser_reads_the_permit_and_reports_afterwards(client, filed, carry):
    event, _code = filed
    carry(event, "end")
    page = page_of(client, event).content.decode()
    assert "分区入场。" in page
    assert "示例" not in page
    url = reverse("report_mass_event", args=[event.number])
    version = client.get(url).context["form"].initial["version"]
    assert client.post(url, {"version": version, "note": "太短", "actual_people": "1"}).status_code == 422
    given = {"version": version, "note": "有序进行，没有发生突发情况。", "actual_people": "2700"}
    assert client.post(url, given).status_code == 302
    assert (MassEvent.objects.get().state, MassEvent.objects.get().actual_people) == (State.REPORTED, 2700)


def test_nobody_without_the_code_sees_or_does_anything(filed):
    event, _code = filed
    stranger = Client()
    for name in ("mass_event_tracked", "supplement_mass_event", "report_mass_event"):
        assert stranger.get(reverse(name, args=[event.number])).url.startswith(reverse("track"))
    stranger.post(reverse("withdraw_mass_event", args=[event.number]), {"note": "取消。"})
    assert MassEvent.objects.get().state == State.APPLIED


def test_the_organiser_calls_it_off(client, filed):
    event, _code = filed
    version = page_of(client, event).context["form"].initial["version"]
    client.post(reverse("withdraw_mass_event", args=[event.number]), {"note": "档期调整。", "version": version})
    assert MassEvent.objects.get().state == State.WITHDRAWN


def test_everyone_reads_what_is_permitted_and_no_person(client, event, carry):
    url = reverse("mass_events_published")
    assert event.title not in client.get(url).content.decode()
    carry(event, "permit")
    page = client.get(url, {"county": actors.COUNTY}).content.decode()
    assert event.title in page
    assert EVENT["contact_name"] not in page
    assert event.title not in client.get(url, {"county": actors.OTHER_COUNTY}).content.decode()
