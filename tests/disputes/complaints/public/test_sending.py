"""The sum, sending twice, the receipt, and how often one address may file."""

from datetime import timedelta

import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.models import Complaint
from disputes.complaints.public import services
from disputes.complaints.public.filing_views import FORM_POSTS_PER_HOUR
from governance.cases.tracking import find_tracked
from tests.core.files.samples import image, upload
from tests.disputes.complaints.public.resident import PHONE, STORY, carried, solved, text


def test_a_wrong_sum_keeps_every_answer_and_asks_again(resident):
    page = resident.fill()
    answer = resident.submit(page, challenge_answer="99")
    assert answer.status_code == 422
    assert answer.context["answers"] == page.context["answers"]
    assert STORY in text(answer)
    assert not Complaint.objects.exists()


def test_the_second_try_files(resident):
    again = resident.submit(resident.fill(), challenge_answer="99")
    assert resident.submit(again).status_code == 303
    assert Complaint.objects.count() == 1


def test_the_sum_can_be_had_in_words(resident):
    page = resident.client.get(resident.submit(resident.fill(), challenge_switch="words").url)
    assert (page.status_code, STORY in text(page)) == (200, True)
    assert "等于几" in text(page)


def test_what_fills_the_hidden_field_is_asked_again(resident):
    answer = resident.submit(resident.fill(), website="http://spam")
    assert answer.status_code == 422
    assert not Complaint.objects.exists()


def test_sent_twice_it_is_filed_once_and_both_get_the_same_receipt(resident):
    page = resident.fill()
    sent = {**carried(page), **solved(page)}
    first = resident.client.post(reverse("file_check"), sent)
    code = resident.client.get(first.url).context["code"]
    second = resident.client.post(reverse("file_check"), sent)
    assert resident.client.get(second.url).context["code"] == code
    assert Complaint.objects.count() == 1


def test_sent_again_much_later_the_code_is_not_told(resident):
    page = resident.fill()
    resident.submit(page)
    cache.clear()
    again = resident.client.get(resident.submit(page).url)
    assert again.context["code"] == ""
    assert "重复提交" in text(again)


def test_two_at_the_same_moment_are_one(resident, filing, monkeypatch):
    page, number = resident.fill(), filing().complaint.number
    answers = iter([None, services.Receipt(number, "ABCDEF")])
    monkeypatch.setattr(services, "filed_before", lambda submission: next(answers))
    monkeypatch.setattr(services, "file_complaint", refused_by_the_database)
    assert resident.client.get(resident.submit(page).url).context["case"].number == number


def refused_by_the_database(*_given, **_facts):
    raise IntegrityError("submission")


def test_without_the_cache_the_complaint_is_filed_all_the_same(resident, monkeypatch):
    def down(*_args, **_kwargs):
        raise ConnectionError("refused")

    for verb in ("add", "incr", "get", "set"):
        monkeypatch.setattr(cache, verb, down)
    complaint, code = resident.file()
    assert find_tracked(complaint.number, code) == complaint


def test_a_file_lost_while_sending_brings_the_form_back_and_files_nothing(resident, folder, monkeypatch):
    def lost(*_given, **_facts):
        raise ValidationError("上传的文件已过期")

    monkeypatch.setattr(services, "claim", lost)
    answer = resident.submit(resident.fill(files=[upload(image(), "门口.jpg")]))
    assert set(answer.context["form"].errors) == {"held"}
    assert not Complaint.objects.exists()


def test_the_receipt_shows_number_code_and_the_limit_that_runs(resident):
    page = resident.client.get(resident.submit(resident.fill()).url)
    complaint = Complaint.objects.get()
    assert find_tracked(complaint.number, page.context["code"]) == complaint
    assert complaint.number in text(page)
    assert str(page.context["deadline"].limit.citation_label) in text(page)


def test_the_receipt_stays_for_ten_minutes_in_the_browser_that_filed(resident, stranger):
    resident.submit(resident.fill())
    assert resident.client.get(reverse("receipt")).status_code == 200
    assert stranger.client.get(reverse("receipt")).url == reverse("track")
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert resident.client.get(reverse("receipt")).url == reverse("track")


def test_neither_code_nor_contact_stands_in_an_address_or_the_session(resident):
    answer = resident.submit(resident.fill())
    code = resident.client.get(answer.url).context["code"]
    kept = str(dict(resident.client.session))
    assert code not in answer.url + kept
    assert PHONE not in answer.url + kept


def test_the_cookie_of_the_receipt_is_out_of_reach_for_scripts(resident):
    cookie = resident.submit(resident.fill()).cookies["receipt"]
    assert (bool(cookie["httponly"]), cookie["path"], cookie["samesite"]) == (True, reverse("receipt"), "Lax")


def test_an_address_that_files_without_end_is_stopped(resident, settings):
    page = resident.fill()
    for _try in range(settings.PUBLIC_POSTS_PER_HOUR):
        resident.client.post(reverse("file_check"), {"answers": "junk"})
    assert resident.submit(page).status_code == 429
    assert not Complaint.objects.exists()


def test_turning_the_form_s_page_is_counted_more_patiently(resident, settings):
    assert FORM_POSTS_PER_HOUR > settings.PUBLIC_POSTS_PER_HOUR
    for _try in range(settings.PUBLIC_POSTS_PER_HOUR + 1):
        assert resident.press("choose_place", description=None).status_code == 200
