"""Files survive every page, and belong to the complaint once it is filed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.models import Complaint
from governance.files.models import Attachment, PendingUpload
from governance.files.services import hold
from tests.core.files.samples import image, photo_with_position, upload
from tests.disputes.complaints.public.resident import text

pytestmark = pytest.mark.usefixtures("folder")


def photo(name="门口.jpg"):
    return upload(photo_with_position(), name)


def held(page):
    return [one.name for one in page.context["draft"].held]


def test_a_photograph_reaches_the_complaint(resident):
    complaint, _code = resident.file(files=[photo()])
    attachment = Attachment.objects.of(complaint).get()
    assert (attachment.name, attachment.by, attachment.public_to_resident) == ("门口.jpg", None, True)
    assert not PendingUpload.objects.exists()


def test_it_is_kept_when_another_field_is_wrong(resident):
    page = resident.fill(files=[photo()], phone="12")
    assert held(page) == ["门口.jpg"]
    token = page.context["draft"].held[0].token
    assert f'name="held" value="{token}"' in text(page)


def test_a_file_kept_on_the_first_try_is_filed_on_the_second(resident):
    token = resident.fill(files=[photo()], phone="12").context["draft"].held[0].token
    complaint, _code = resident.file(held=[token], files=[photo("楼道.jpg")])
    assert [row.name for row in Attachment.objects.of(complaint)] == ["门口.jpg", "楼道.jpg"]


@pytest.mark.parametrize("button", ["choose_place", "suggest"])
def test_it_is_kept_by_every_button(resident, button):
    assert held(resident.press(button, files=[photo()])) == ["门口.jpg"]


def test_it_is_kept_over_the_page_before_sending_and_back(resident):
    page = resident.fill(files=[photo()])
    assert "门口.jpg" in text(page)
    assert held(resident.change(page, "phone")) == ["门口.jpg"]


def test_it_can_be_taken_out_again(resident):
    token = hold(photo(), at=timezone.now()).token
    complaint, _code = resident.file(held=[token], drop=[token])
    assert not Attachment.objects.of(complaint).exists()


def test_a_refused_file_is_named_and_the_good_one_is_kept(resident):
    page = resident.fill(files=[photo(), upload(b"MZ not a picture", "病毒.jpg")])
    assert held(page) == ["门口.jpg"]
    assert "病毒" in text(page)
    assert not Complaint.objects.exists()


def test_a_seventh_file_is_refused(resident):
    page = resident.fill(files=[upload(image(), f"{n}.jpg") for n in range(7)])
    assert len(held(page)) == 6
    assert "最多上传 6 个文件" in text(page)


def test_a_file_that_expired_before_sending_brings_the_form_back_with_the_rest(resident):
    page = resident.fill(files=[photo(), photo("楼道.jpg")])
    PendingUpload.objects.filter(name="门口.jpg").update(expires_at=timezone.now() - timedelta(minutes=1))
    answer = resident.submit(page)
    assert (answer.status_code, held(answer)) == (422, ["楼道.jpg"])
    assert not Complaint.objects.exists()


def test_the_person_sees_the_file_and_a_stranger_does_not(resident, stranger):
    complaint, _code = resident.file(files=[photo()])
    url = reverse("public_attachment", args=[complaint.number, Attachment.objects.get().pk])
    assert resident.client.get(url).status_code == 200
    assert resident.client.get(f"{url}?thumbnail")["Content-Type"] == "image/jpeg"
    assert stranger.client.get(url).status_code == 404


def test_a_file_of_the_staff_alone_is_not_the_person_s(resident):
    complaint, _code = resident.file(files=[photo()])
    Attachment.objects.update(public_to_resident=False)
    url = reverse("public_attachment", args=[complaint.number, Attachment.objects.get().pk])
    assert resident.client.get(url).status_code == 404


def test_the_file_of_another_complaint_is_out_of_reach(resident, filing):
    complaint, _code = resident.file(files=[photo()])
    key = Attachment.objects.get().pk
    other = filing()
    resident.track(other.complaint.number, other.query_code)
    assert resident.client.get(reverse("public_attachment", args=[other.complaint.number, key])).status_code == 404


def test_uploading_without_end_is_stopped(resident, settings):
    settings.PUBLIC_POSTS_PER_HOUR = 2
    answers = [resident.press("choose_place", files=[photo()]).status_code for _try in range(3)]
    assert answers == [200, 200, 429]


def test_a_token_nobody_gave_out_is_told_as_expired(resident):
    page = resident.fill(held=["\u2028", "unknown"])
    assert (held(page), "已过期" in text(page)) == ([], True)
