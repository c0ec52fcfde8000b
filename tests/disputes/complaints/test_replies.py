"""The standard replies are kept by the administrator."""

import pytest
from django.urls import reverse

from disputes.complaints.models import StandardReply
from governance.people.enums import Role
from tests import actors

REPLIES = reverse("complaints_replies")


@pytest.fixture
def administrator(offices):
    return actors.actor(Role.ADMINISTRATOR)


def sent(reply, **facts):
    typed = {"title": reply.title, "text": reply.text, **facts}
    return {"code": reply.code, **{f"{reply.code}-{name}": value for name, value in typed.items()}}


def test_a_text_is_changed_in_place(signed_in, administrator):
    reply = StandardReply.objects.get(code="reply-general")
    answer = signed_in(administrator).post(REPLIES, sent(reply, text="您好，{number}已办理。"))
    assert answer.headers["Location"].endswith("#reply-reply-general")
    assert StandardReply.objects.get(code="reply-general").text == "您好，{number}已办理。"


def test_an_empty_text_is_refused_and_the_old_one_stays(signed_in, administrator):
    reply = StandardReply.objects.get(code="reply-general")
    answer = signed_in(administrator).post(REPLIES, sent(reply, text="  "))
    assert answer.status_code == 422
    assert StandardReply.objects.get(code="reply-general").text == reply.text


def test_an_unknown_text_is_not_found(signed_in, administrator):
    assert signed_in(administrator).post(REPLIES, {"code": "no-such"}).status_code == 404


def test_all_are_listed_under_their_steps(signed_in, administrator):
    groups = signed_in(administrator).get(REPLIES).context["groups"]
    assert sum(len(forms) for _step, forms in groups) == StandardReply.objects.count()
    assert "答复" in [str(step) for step, _forms in groups]


@pytest.mark.parametrize("role", [Role.HOTLINE_OPERATOR, Role.TOWNSHIP_CLERK, Role.AUDITOR])
def test_nobody_else_changes_them(signed_in, offices, role):
    assert signed_in(actors.actor(role)).get(REPLIES).status_code == 403


def test_what_is_not_known_is_left_to_the_clerk(complaint):
    text = StandardReply(text="{number}由{office}在{limit}前办理。").filled_in(complaint)
    assert text == f"{complaint.number}由（填写：单位）在（填写：期限）前办理。"
