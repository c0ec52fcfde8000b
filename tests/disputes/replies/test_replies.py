"""The standard replies: kept by the city's administrator, offered by step, category and state, seen before they are used."""

import pytest
from django.urls import reverse

from disputes.complaints.models import Category, StandardReply
from disputes.complaints.rules import PLACEHOLDERS, filled, unknown_placeholders
from governance.people.enums import OfficeType, Role
from tests import actors

LIST, CREATE = reverse("replies_list"), reverse("replies_create")
TYPED = {"title": "到场查看", "step": "progress", "state": "handling", "category": "", "text": "{office}已到{place}查看。"}


@pytest.fixture
def administrator(offices):
    return actors.actor(Role.ADMINISTRATOR)


def page_of(reply):
    return reverse("replies_edit", args=[reply.code])


def general():
    return StandardReply.objects.get(code="reply-general")


def as_kept(client, reply, **changes):
    """What the form of a reply sends, opened now."""
    form = client.get(page_of(reply)).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | changes


def test_a_text_is_added_and_listed_under_its_step(signed_in, administrator):
    client = signed_in(administrator)
    assert client.post(CREATE, TYPED).headers["Location"] == LIST
    made = StandardReply.objects.get(title="到场查看")
    groups = dict(client.get(LIST).context["groups"])
    assert made in groups["记录进展"]
    assert made.state == "handling"


def test_a_preview_shows_the_text_filled_in_and_saves_nothing(signed_in, administrator):
    page = signed_in(administrator).post(CREATE, {**TYPED, "preview": "1"})
    assert "{" not in page.context["sample"]
    assert administrator.acting_post.office.short_name in page.context["sample"]
    assert not StandardReply.objects.filter(title="到场查看").exists()
    assert page.context["form"]["text"].value() == TYPED["text"]


@pytest.mark.parametrize(
    ("wrong", "field"), [({"text": "{nummer}"}, "text"), ({"state": "closed"}, "state"), ({"step": ""}, "step"), ({"text": " "}, "text")]
)
def test_what_is_wrong_is_told_beside_its_field(signed_in, administrator, wrong, field):
    answer = signed_in(administrator).post(CREATE, {**TYPED, **wrong})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_a_deleted_text_is_offered_no_more_and_can_be_taken_back(signed_in, administrator, complaint):
    client, reply = signed_in(administrator), general()
    client.post(page_of(reply), {"delete": "1"})
    offered = StandardReply.objects.fitting("reply", complaint.category, "handling", administrator)
    assert reply not in offered
    assert client.get(LIST).context["deleted"] == [reply]
    client.post(page_of(reply), {"restore": "1"})
    assert reply in offered.all()


def test_a_text_fits_its_state_and_its_category(complaint, operator):
    other = Category.objects.tops().exclude(pk=complaint.category.parent_id).first()
    facts = {"step": "progress", "title": "x", "text": "y"}
    made = {
        name: StandardReply.objects.create(code=name, **facts, **more)
        for name, more in {"any": {}, "right": {"state": "handling"}, "wrong": {"state": "signed"}, "other": {"category": other}}.items()
    }
    offered = set(StandardReply.objects.fitting("progress", complaint.category, "handling", operator))
    assert offered & set(made.values()) == {made["any"], made["right"]}


def test_two_who_change_one_text_see_both(signed_in, administrator):
    client, reply = signed_in(administrator), general()
    opened = as_kept(client, reply)
    StandardReply.objects.filter(pk=reply.pk).update(text="别人的话。")
    answer = client.post(page_of(reply), {**opened, "text": "我的话。"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "别人的话。" in page
    assert "我的话。" in page
    assert general().text == "别人的话。"
    again = {name: answer.context["form"][name].value() or "" for name in answer.context["form"].fields}
    client.post(page_of(reply), again)
    assert general().text == "我的话。"


def test_a_county_reads_them_and_changes_none(signed_in, offices):
    client = signed_in(actors.actor(Role.ADMINISTRATOR, actors.COUNTY, kind=OfficeType.LEADING_GROUP))
    assert client.get(LIST).status_code == 200
    assert client.get(CREATE).status_code == 403
    assert client.post(page_of(general()), {"delete": "1"}).status_code == 403
    assert general().active


@pytest.mark.parametrize("role", [Role.HOTLINE_OPERATOR, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER])
def test_whoever_uses_them_reads_them_and_changes_none(signed_in, offices, role):
    client = signed_in(actors.actor(role))
    page = client.get(LIST).content.decode()
    assert general().text in page
    assert page_of(general()) not in page
    assert {client.get(CREATE).status_code, client.get(page_of(general())).status_code} == {403}


def test_an_auditor_has_no_use_for_them(signed_in, offices):
    assert signed_in(actors.actor(Role.AUDITOR)).get(LIST).status_code == 403


def test_a_text_of_one_s_own_is_offered_to_nobody_else(signed_in, operator, clerk, complaint):
    client = signed_in(operator)
    assert client.post(reverse("replies_own_create"), {**TYPED, "step": "reply"}).headers["Location"] == LIST
    made = StandardReply.objects.get(owner=operator)
    fitting = [StandardReply.objects.fitting("reply", complaint.category, "handling", user) for user in (operator, clerk)]
    assert (fitting[0][0], made in fitting[1]) == (made, False)
    assert "本人范本" in client.get(LIST).content.decode()
    other = signed_in(clerk)
    assert other.get(reverse("replies_own", args=[made.code])).status_code == 404
    assert made.title not in other.get(LIST).content.decode()


def test_one_s_own_text_is_changed_and_deleted(signed_in, operator):
    client = signed_in(operator)
    client.post(reverse("replies_own_create"), TYPED)
    address = reverse("replies_own", args=[StandardReply.objects.get(owner=operator).code])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert client.post(address, {**sent, "text": "另一段话。"}).status_code == 302
    assert StandardReply.objects.get(owner=operator).text == "另一段话。"
    client.post(address, {"delete": "1"})
    assert not StandardReply.objects.filter(owner=operator).exists()


def test_an_unknown_text_is_not_found(signed_in, administrator):
    assert signed_in(administrator).get(reverse("replies_edit", args=["no-such"])).status_code == 404


def test_what_is_not_known_is_left_to_the_clerk(complaint, at):
    text = StandardReply(text="{number}由{office}在{limit}前办理，电话{phone}。").filled_in(complaint, at=at)
    assert text == f"{complaint.number}由（填写：单位）在（填写：期限）前办理，电话（填写：联系电话）。"


def test_every_placeholder_is_filled_in():
    text = "".join(f"{{{name}}}" for name in PLACEHOLDERS)
    assert filled(text, dict.fromkeys(PLACEHOLDERS, "字")) == "字" * len(PLACEHOLDERS)
    assert unknown_placeholders(text + "{nummer}{nummer}") == ["nummer"]
