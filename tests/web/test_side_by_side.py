"""Two clerks, one case, the same moment, real transactions: one wins; the other keeps what was typed and reads what happened."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from disputes.complaints.models import Category, Complaint, StandardReply
from disputes.complaints.services import file_complaint
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from tests import actors
from tests.conftest import MONDAY
from tests.disputes.complaints.test_flow import walk

WORDS = ("甲的答复：已经修好。", "乙的答复：尚待配件。")


@pytest.fixture
def clerks(lasting):
    for kind, code in ((OfficeType.HOTLINE, actors.CITY), (OfficeType.CENTRE, actors.COUNTY), (OfficeType.VILLAGE, actors.VILLAGE)):
        actors.office(kind, code)
    return [actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.TOWNSHIP_CLERK)]


@pytest.fixture
def handled(clerks):
    """A complaint their office is handling."""
    category = Category.objects.leaves().exclude(routes__level="village").filter(urgency="normal").first()
    facts = {"category": category, "kind": "help", "description": "路灯不亮，请维修。", "phone": "13800000000"}
    filed = file_complaint(at=MONDAY, place=actors.place(actors.VILLAGE), **facts)
    return walk(filed.complaint, actors.actor(Role.HOTLINE_OPERATOR), clerks[0], MONDAY, until="contact")


def entered(user):
    client = Client()
    client.force_login(user, backend="governance.people.backends.PeopleBackend")
    return client


def at_once(*works):
    """Do these at the same moment, each on a connection of its own."""
    start = Barrier(len(works))

    def run(work):
        try:
            start.wait(timeout=10)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(run, work) for work in works]]


def test_of_two_replies_at_once_exactly_one_is_sent(clerks, handled):
    url, version = reverse("complaints_take_step", args=[handled.number, "reply"]), handled.version
    clients = [entered(clerk) for clerk in clerks]
    answers = at_once(*(
        lambda client=client, words=words: client.post(url, {"note": words, "version": version})
        for client, words in zip(clients, WORDS, strict=True)
    ))  # fmt: skip
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    lost = next(index for index, answer in enumerate(answers) if answer.status_code == 422)
    page, told = answers[lost].content.decode(), Event.objects.of(handled).filter(kind="complaints.reply").get()
    assert told.note == WORDS[1 - lost]
    assert WORDS[lost] in page
    assert WORDS[1 - lost] in page
    assert Complaint.objects.get(pk=handled.pk).state == "replied"


def test_of_two_changes_of_one_text_the_second_reads_the_first(clerks):
    reply = StandardReply.objects.get(code="reply-general")
    kept, url = reply.text, reverse("replies_edit", args=[reply.code])
    clients = [entered(actors.actor(Role.ADMINISTRATOR)) for _person in range(2)]
    form = clients[0].get(url).context["form"]
    opened = {name: form[name].value() or "" for name in form.fields}
    answers = at_once(*(
        lambda client=client, words=words: client.post(url, {**opened, "text": words})
        for client, words in zip(clients, WORDS, strict=True)
    ))  # fmt: skip
    written = StandardReply.objects.get(pk=reply.pk).text
    StandardReply.objects.filter(pk=reply.pk).update(text=kept)
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    refused = next(answer for answer in answers if answer.status_code == 422)
    assert refused.context["form"].theirs[0]["theirs"] == written in WORDS
