from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from governance.people.enums import Role
from governance.privacy.enums import Purpose
from governance.privacy.models import Opening
from governance.privacy.sealing import CannotOpen
from governance.privacy.services import open_sealed
from tests import actors
from tests.core.privacy.ring import key


@pytest.fixture
def acting_clerk(db):
    return actors.actor(Role.TOWNSHIP_CLERK)


def test_opening_gives_the_text_and_writes_down_who_and_why(letter, acting_clerk, at):
    text = open_sealed(letter, "phone", by=acting_clerk, purpose=Purpose.CONTACT, reason="核对时间", at=at)
    opening = Opening.objects.of(letter).get()
    assert text == "13800000000"
    assert (opening.by, opening.post, opening.field) == (acting_clerk, acting_clerk.acting_post, "phone")
    assert (opening.purpose, opening.reason, opening.at) == ("contact", "核对时间", at)
    assert opening.case_number == letter.number


def test_each_opening_is_a_row_of_its_own(letter, clerk, at):
    for minute in range(3):
        open_sealed(letter, "phone", by=clerk, purpose=Purpose.CONTACT, at=at + timedelta(minutes=minute))
    assert [row.at.minute for row in Opening.objects.of(letter).newest_first()] == [2, 1, 0]


@pytest.mark.parametrize("purpose", ["", None, "curiosity"])
def test_without_a_purpose_nothing_opens(letter, clerk, at, purpose):
    with pytest.raises(ValidationError, match="查看目的"):
        open_sealed(letter, "phone", by=clerk, purpose=purpose, at=at)
    assert not Opening.objects.exists()


def test_opening_by_law_needs_its_document(letter, clerk, at):
    with pytest.raises(ValidationError, match="文书编号"):
        open_sealed(letter, "phone", by=clerk, purpose=Purpose.LEGAL, reason="  ", at=at)


def test_a_reason_too_long_to_keep_is_refused_politely(letter, clerk, at):
    with pytest.raises(ValidationError, match="最多 500 个字"):
        open_sealed(letter, "phone", by=clerk, purpose=Purpose.CONTACT, reason="字" * 501, at=at)


def test_without_an_account_only_oneself_may_ask(letter, at):
    assert open_sealed(letter, "phone", by=None, purpose=Purpose.SELF, at=at) == "13800000000"
    with pytest.raises(ValidationError, match="本人"):
        open_sealed(letter, "phone", by=None, purpose=Purpose.CONTACT, at=at)


def test_an_empty_fact_opens_to_nothing_and_leaves_no_record(letter, clerk, at):
    letter.phone = ""
    assert open_sealed(letter, "phone", by=clerk, purpose=Purpose.CONTACT, at=at) == ""
    assert not Opening.objects.exists()


def test_a_fact_that_does_not_open_leaves_no_record(letter, clerk, at, settings):
    settings.SEAL_KEYS = [key("z")]
    with pytest.raises(CannotOpen):
        open_sealed(letter, "phone", by=clerk, purpose=Purpose.CONTACT, at=at)
    assert not Opening.objects.exists()


def test_an_ordinary_column_is_not_opened_this_way(letter, clerk, at):
    with pytest.raises(TypeError, match="not sealed"):
        open_sealed(letter, "note", by=clerk, purpose=Purpose.CONTACT, at=at)


@pytest.mark.parametrize(
    ("purpose", "reason"),
    [("curiosity", "x"), (Purpose.LEGAL, ""), (Purpose.CONTACT, "x")],
    ids=["purpose", "law", "nobody"],
)
def test_the_database_itself_refuses_a_record_that_says_too_little(letter, clerk, at, purpose, reason):
    open_sealed(letter, "phone", by=clerk, purpose=Purpose.CONTACT, at=at)
    row = Opening.objects.get()
    by = None if purpose == Purpose.CONTACT else clerk
    with pytest.raises(IntegrityError), transaction.atomic():
        Opening.objects.create(
            content_type=row.content_type,
            object_id=1,
            case_number="1",
            field="phone",
            by=by,
            purpose=purpose,
            reason=reason,
            at=at,
        )
