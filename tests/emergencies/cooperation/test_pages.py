"""The pages of joint meetings and of the register of partners."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.cooperation.enums import Kind, State
from emergencies.cooperation.models import CityMeeting, Partner, PartnerContact
from tests import actors
from tests.emergencies.cooperation.makers import FACTS, called, contact, partner

LIST = reverse("cooperation_list")


def moment(days):
    return timezone.localtime(timezone.now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def step_url(meeting, name):
    return reverse("cooperation_take_step", args=[meeting.number, name])


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


@pytest.fixture
def signed_in(client, caller):
    actors.sign_in(client, caller)
    return client


def typed(**facts):
    return {"kind": "special", **FACTS, "meet_at": moment(2), "partners": [partner().pk], "incident": "", **facts}


def test_a_meeting_from_its_form_to_its_last_resolution(signed_in, member):
    signed_in.post(reverse("cooperation_create"), typed())
    meeting = CityMeeting.objects.get()
    own = member.acting_post.office
    yesterday = timezone.now() - timedelta(hours=1)
    CityMeeting.objects.update(opened_at=yesterday - timedelta(days=2))
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    for name, values in (
        ("invite", {"offices": [own.pk]}),
        ("hold", {"held_at": moment(-0.01), "present": [partner().pk], "note": "形成共识。"}),
        ("decide", {"task": "互换清单", "owner": own.pk, "partner": "", "due_on": tomorrow}),
        ("issue", {}),
    ):
        answer = signed_in.post(step_url(meeting, name), values)
        assert answer.status_code == 302, (name, answer.context["form"].errors)
    meeting.refresh_from_db()
    assert meeting.state == State.CARRYING
    actors.sign_in(signed_in, member)
    signed_in.post(step_url(meeting, "finish"), {"resolution": meeting.resolutions.get().pk, "note": "已互换。"})
    meeting.refresh_from_db()
    assert meeting.state == State.CLOSED
    page = signed_in.get(meeting.get_absolute_url()).content.decode()
    assert "已落实" in page
    assert "会商纪要 PDF" in page


def test_every_step_has_its_form(signed_in, meeting, go):
    decided = go.decided(go.held(meeting))
    for name in ("invite", "decide", "withdraw", "issue"):
        assert signed_in.get(step_url(decided, name)).status_code == 200
    issued = go.issued(decided)
    for name in ("finish", "defer", "press"):
        assert signed_in.get(step_url(issued, name)).status_code == 200
    following = CityMeeting.objects.get(previous=issued)
    assert signed_in.get(step_url(following, "arrange")).context["form"]["partners"].initial == [partner().pk]


@pytest.mark.parametrize(
    "wrong", [{"meet_at": ""}, {"partners": []}, {"incident": "20260101-0001"}, {"meet_at": moment(-3)}, {"chair": ""}], ids=str
)
def test_what_is_wrong_is_told_and_nothing_is_lost(signed_in, wrong):
    answer = signed_in.post(reverse("cooperation_create"), typed(**wrong))
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, [*wrong])
    assert FACTS["purpose"] in answer.content.decode()


def test_a_resolution_of_nobody_is_told_beside_its_field(signed_in, meeting, go):
    held = go.held(meeting)
    values = {"task": "互换清单", "owner": "", "partner": "", "due_on": (timezone.localdate() + timedelta(days=1)).isoformat()}
    assert [*signed_in.post(step_url(held, "decide"), values).context["form"].errors] == ["owner"]


def test_the_list_asks_as_much_for_ten_as_for_one(signed_in, caller, at):
    called(caller, at, kind=Kind.SPECIAL)
    statements(signed_in, LIST)
    for_one = statements(signed_in, LIST)
    for _more in range(9):
        called(caller, at, kind=Kind.SPECIAL)
    assert statements(signed_in, LIST) == for_one


@pytest.mark.parametrize("query", ["", "?state=to_hold", "?owner=mine", "?kind=regular&state=all", "?q=会商"])
def test_the_list_is_asked_in_every_way(signed_in, meeting, query):
    assert signed_in.get(LIST + query).status_code == 200


def test_the_list_as_a_file_and_the_minutes_as_papers(signed_in, meeting, go):
    assert signed_in.get(reverse("cooperation_export")).status_code == 200
    papers = [reverse("cooperation_paper", args=[meeting.number, form]) for form in ("docx", "pdf")]
    assert {signed_in.get(url).status_code for url in papers} == {404}
    go.decided(go.held(meeting))
    assert {signed_in.get(url).status_code for url in papers} == {200}


def test_the_desk_tells_a_bureau_what_it_has_to_carry_out(client, meeting, member, go):
    go.issued(go.decided(go.held(meeting)))
    actors.sign_in(client, member)
    assert "区域会商议定事项待落实" in client.get(reverse("desk")).content.decode()


def test_the_register_of_partners(signed_in):
    assert [*Partner.objects.values_list("short_name", flat=True)] == ["包头", "鄂尔多斯", "乌兰察布"]
    facts = {"unit": "包头市应急管理局", "duty": "信息通报", "phone": "0472-0000000", "active": "on"}
    add = reverse("cooperation_contact_create", args=["150200"])
    assert signed_in.post(add, facts).status_code == 302
    assert signed_in.post(add, facts).status_code == 422
    kept = PartnerContact.objects.get()
    signed_in.post(reverse("cooperation_contact", args=[kept.pk]), {**facts, "phone": "0472-1111111"})
    assert PartnerContact.objects.get().phone == "0472-1111111"
    assert "0472-1111111" in signed_in.get(reverse("cooperation_partners")).content.decode()
    assert signed_in.get(partner().get_absolute_url()).status_code == 200
    signed_in.post(reverse("cooperation_partner_create"), {"code": "152500", "name": "锡林郭勒盟", "short_name": "锡林郭勒"})
    assert Partner.objects.count() == 4


def test_a_city_has_more_than_one_letter(signed_in):
    wrong = signed_in.post(reverse("cooperation_partner_create"), {"code": "152500", "name": "锡", "short_name": "锡"})
    assert [*wrong.context["form"].errors] == ["name", "short_name"]


def test_who_only_reads_the_register_cannot_change_it(client, member):
    actors.sign_in(client, member)
    assert client.get(reverse("cooperation_partners")).status_code == 200
    assert client.get(reverse("cooperation_contact", args=[contact().pk])).status_code == 403
