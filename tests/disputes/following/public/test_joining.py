"""我也遇到: a number, a code and a word of one's own; nothing typed is lost, and nobody learns whose the other complaint is."""

import pytest
from django.urls import reverse

from disputes.complaints.enums import Source, State
from disputes.complaints.models import Category, Complaint
from disputes.complaints.public.services import signed
from disputes.following import services
from disputes.following.models import Merge
from governance.flow import engine
from governance.flow.table import RESIDENT
from tests.disputes.complaints.public.resident import solved, text
from tests.disputes.complaints.test_flow import walk

STORY = "烧烤店夜里一直营业，油烟很大，孩子睡不着，希望按时关门。"


@pytest.fixture
def lead(filing):
    grill = Category.objects.leaves().get(code="0505")
    return filing(category=grill, description="楼下烧烤店夜里营业到两点，油烟很大。").complaint


def page_of(neighbour, lead, **typed):
    return neighbour.client.post(reverse("follow_same", args=[signed(lead)]), typed)


def join(neighbour, lead, page=None, **typed):
    """Fill in the page and press the button."""
    page = page or page_of(neighbour, lead)
    form = page.context["form"]
    kept = {name: form[name].value() or "" for name in ("answers", "submission", "words", "name", "phone")}
    return page_of(neighbour, lead, **{**kept, **solved(page), "join": "1", "phone": "13911112222", **typed})


def follower():
    return Complaint.objects.get(source=Source.JOINED)


def test_what_was_typed_on_the_way_is_filed_and_follows(neighbour, lead):
    check = neighbour.fill(description=STORY, category=lead.category_id, phone="13911112222")
    offered = check.context["similar"][0]
    assert "我也遇到" in text(check)
    page = neighbour.client.post(reverse("follow_same", args=[offered["token"]]), {"answers": check.context["answers"]})
    receipt = neighbour.client.get(join(neighbour, lead, page).url)
    own = follower()
    assert (own.description, own.state, own.merged_into, own.landmark) == (STORY, State.MERGED, lead, "北门西侧")
    assert (receipt.context["case"].number, len(receipt.context["code"])) == (own.number, 6)


def test_a_telephone_is_enough_and_is_sealed(neighbour, lead):
    join(neighbour, lead)
    own = follower()
    assert own.reporter_phone.open() == "13911112222"
    assert "13911112222" not in str(own.reporter_phone)
    assert own.description.startswith("我也遇到同样的问题")


def test_the_same_telephone_is_counted_once(neighbour, lead):
    join(neighbour, lead)
    again = join(neighbour, lead, phone="139 1111 2222")
    assert (again.status_code, "每个电话只计一次" in text(again)) == (422, True)
    assert (Complaint.objects.count(), Complaint.objects.get(pk=lead.pk).followers, services.people_of(lead)) == (2, 1, 2)


def test_sent_twice_it_is_filed_once(neighbour, lead):
    page = page_of(neighbour, lead)
    assert [join(neighbour, lead, page).status_code, join(neighbour, lead, page).status_code] == [303, 303]
    assert Complaint.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "field"), [({"phone": ""}, "phone"), ({"phone": "123"}, "phone"), ({"challenge_answer": "0"}, "challenge_answer")]
)
def test_what_is_wrong_is_told_and_the_words_stay(neighbour, lead, typed, field):
    answer = join(neighbour, lead, words="我家四楼。", **typed)
    assert (answer.status_code, field in answer.context["form"].errors, "我家四楼。" in text(answer)) == (422, True, True)
    assert Complaint.objects.count() == 1


def test_words_of_danger_are_not_put_aside(neighbour, lead):
    join(neighbour, lead, words="烧烤店起火了，浓烟很大。")
    assert (follower().state, follower().emergency_suspected, Merge.objects.exists()) == (State.REGISTERED, True, False)


def test_whoever_comes_after_a_merge_follows_the_leading_case(neighbour, lead, filing, operator, at):
    first = filing(phone="13700000000").complaint
    engine.take(lead, "merge", by=operator, at=at, note="同一件事。", merged_into=first)
    join(neighbour, lead)
    assert follower().merged_into == first


def test_what_has_ended_cannot_be_joined(neighbour, lead, at):
    engine.take(lead, "withdraw", by=RESIDENT, at=at, note="已解决。")
    assert page_of(neighbour, lead).url == reverse("file_complaint")
    assert neighbour.client.get(reverse("follow_same", args=["1:x:y"])).url == reverse("file_complaint")


@pytest.mark.parametrize("facts", [{"is_secret": True}, {"kind": "report", "is_anonymous": True}], ids=["secret", "anonymous"])
def test_whoever_wants_to_stay_unknown_is_not_offered(neighbour, lead, facts):
    Complaint.objects.filter(pk=lead.pk).update(**({"reporter_name": "", "reporter_phone": ""} if "kind" in facts else {}), **facts)
    assert neighbour.fill(description=STORY, category=lead.category_id).context["similar"] == []


def test_the_page_tells_nothing_of_the_other_person(neighbour, lead):
    page = text(page_of(neighbour, lead))
    assert all(word not in page for word in (lead.number, "张三", "138****0000", "13800000000"))


def tracked(neighbour, receipt):
    return text(neighbour.client.get(reverse("tracked", args=[receipt.context["case"].number])))


def test_the_own_page_shows_the_progress_of_the_leading_case(neighbour, lead, operator, clerk, at):
    receipt = neighbour.client.get(join(neighbour, lead).url)
    walk(lead, operator, clerk, at, until="reply")
    services.bring_along(lead.pk)
    page = tracked(neighbour, receipt)
    assert "商户承诺22时后停止经营" in page
    assert all(word not in page for word in (lead.number, "张三", "138****0000"))
    engine.take(lead, "call_back", by=operator, at=at, reached=True, solved="yes", satisfaction="fairly")
    engine.take(lead, "close", by=operator, at=at)
    services.bring_along(lead.pk)
    assert "请您评价" in tracked(neighbour, receipt)
