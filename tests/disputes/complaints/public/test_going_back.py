"""Going back and forth in the browser sends nothing again, and shows nothing to anybody else."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from disputes.complaints.models import Complaint
from tests.disputes.complaints.public.resident import STORY, sent, text

CHECK, RECEIPT = reverse("file_check"), reverse("receipt")


def test_the_page_of_checking_is_read_and_not_sent(resident):
    answer = resident.client.post(reverse("file_complaint"), sent({}))
    assert (answer.status_code, answer.headers["Location"]) == (303, CHECK)
    assert STORY in text(resident.client.get(CHECK))


def test_nobody_else_reads_it_and_neither_does_the_address_tell(resident):
    resident.fill()
    assert Client().get(CHECK).headers["Location"] == reverse("file_complaint")
    assert resident.client.cookies["filing"]["path"] == CHECK


def test_back_from_the_receipt_leads_to_the_receipt(resident):
    resident.submit(resident.fill())
    back = resident.client.get(CHECK)
    assert (back.status_code, back.headers["Location"]) == (302, RECEIPT)
    assert resident.client.get(RECEIPT).context["code"]
    assert Complaint.objects.count() == 1


def test_another_question_is_an_address_of_its_own(resident):
    page = resident.fill()
    answer = resident.client.post(CHECK, {"answers": page.context["answers"], "challenge_switch": "words"})
    assert answer.status_code == 302
    words = resident.client.get(answer.headers["Location"])
    assert words.context["form"].fields["challenge_answer"].widget.challenge.kind == "words"
    assert resident.submit(words).status_code == 303


@pytest.mark.parametrize("switch", ["", "junk"])
def test_an_unknown_question_is_a_picture(resident, switch):
    resident.fill()
    page = resident.client.get(CHECK, {"challenge_switch": switch})
    assert page.context["form"].fields["challenge_answer"].widget.challenge.kind == "picture"


def test_forgotten_meanwhile_the_form_is_shown_again(resident):
    resident.fill()
    cache.clear()
    assert resident.client.get(CHECK).headers["Location"] == reverse("file_complaint")


def test_without_the_cache_the_page_comes_as_the_answer(resident, monkeypatch):
    monkeypatch.setattr("governance.web.guard.memory.keep", lambda *args, **facts: False)
    page = resident.client.post(reverse("file_complaint"), sent({}))
    assert page.status_code == 200
    assert resident.submit(page).status_code == 303
