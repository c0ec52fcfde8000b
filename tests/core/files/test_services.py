from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from governance.files.checking import check
from governance.files.enums import AttachmentKind
from governance.files.errors import FileRefused
from governance.files.models import Attachment, PendingUpload
from governance.files.rules import MOST_FILES
from governance.files.services import attach, claim, hold, hold_all, open_attachment, open_thumbnail
from tests.core.files import samples


def photo(name="门口.jpg"):
    return samples.upload(samples.image(), name)


def test_an_attachment_knows_its_case_its_content_and_who_brought_it(case, folder, at):
    attachment = attach(case, photo(), by=case, at=at)
    assert Attachment.objects.of(case).get() == attachment
    assert (attachment.case_number, attachment.name, attachment.kind) == (case.number, "门口.jpg", AttachmentKind.PHOTO)
    assert (attachment.width, attachment.height, attachment.by, attachment.at) == (40, 30, case, at)
    assert open_attachment(attachment).read()[:3] == b"\xff\xd8\xff"


def test_it_lies_under_a_random_name_in_the_month_of_the_city(case, folder, stored, at):
    attachment = attach(case, photo("../../身份证.jpg"), by=None, at=at)
    assert stored() == sorted([attachment.stored, attachment.thumbnail])
    assert attachment.stored.startswith("2026/12/")
    assert len(attachment.stored) == len("2026/12/") + 32 + len(".jpg")


def test_a_picture_has_a_small_copy_and_a_document_has_none(case, folder, at):
    picture = attach(case, photo(), by=None, at=at)
    paper = attach(case, samples.upload(samples.pdf(), "材料.pdf"), by=None, at=at)
    assert open_thumbnail(picture).read()[:3] == b"\xff\xd8\xff"
    assert (open_thumbnail(paper), paper.kind, paper.is_image) == (None, AttachmentKind.DOCUMENT, False)


def test_a_file_checked_by_a_form_is_kept_as_it_is(case, folder, at):
    checked = check(samples.upload(samples.mp4(), "a.mp4"))
    attachment = attach(case, checked, by=None, at=at, kind=AttachmentKind.PROOF)
    assert (attachment.sha256, attachment.kind) == (checked.sha256, AttachmentKind.PROOF)


def test_a_resident_sees_only_what_is_meant_for_them(case, folder, at):
    attach(case, photo(), by=case, at=at, public=False)
    shown = attach(case, photo(), by=case, at=at)
    assert list(Attachment.objects.of(case).shown_to_resident()) == [shown]


def test_files_that_come_together_stay_in_their_order(case, folder, at):
    sent = [f"{number}.jpg" for number in range(1, MOST_FILES + 1)]
    for name in sent:
        attach(case, photo(name), by=None, at=at)
    assert [file.name for file in Attachment.objects.of(case)] == sent


def test_a_refused_file_leaves_nothing_behind(case, folder, stored, at):
    with pytest.raises(FileRefused):
        attach(case, samples.upload(b"hello", "a.txt"), by=None, at=at)
    assert (stored(), Attachment.objects.count()) == ([], 0)


def test_the_database_refuses_an_unknown_use(case, folder, at):
    with pytest.raises(IntegrityError), transaction.atomic():
        attach(case, photo(), by=None, at=at, kind="secret")


def test_a_held_file_becomes_an_attachment_without_being_written_again(case, folder, stored, at):
    held = hold(photo(), at=at)
    before = stored()
    attachment = claim(held.token, case, by=None, at=at + timedelta(hours=1))
    assert (attachment.name, attachment.stored) == ("门口.jpg", held.stored)
    assert (stored(), PendingUpload.objects.count()) == (before, 0)


def test_a_held_file_is_claimed_once(case, folder, at):
    held = hold(photo(), at=at)
    claim(held.token, case, by=None, at=at)
    with pytest.raises(ValidationError, match="已过期"):
        claim(held.token, case, by=None, at=at)
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize(("token", "later"), [("", 0), ("unknown", 0), (None, 25)])
def test_an_unknown_or_expired_token_gives_nothing(case, folder, at, token, later):
    held = hold(photo(), at=at)
    with pytest.raises(ValidationError, match="已过期"):
        claim(held.token if token is None else token, case, by=None, at=at + timedelta(hours=later))


def test_one_bad_file_does_not_cost_the_good_ones(folder, db, at):
    held = hold_all([photo("一.jpg"), samples.upload(b"MZ", "二.exe"), photo("三.jpg")], at=at)
    assert [file.name for file in held.kept] == ["一.jpg", "三.jpg"]
    assert [message.split("的")[0] for message in held.refused] == ["“二.exe”"]


def test_no_more_files_are_held_than_a_submission_may_have(folder, db, at):
    held = hold_all([photo() for _ in range(3)], already=MOST_FILES - 2, at=at)
    assert len(held.kept) == 2
    assert held.refused == ["一次最多上传 6 个文件。"]
