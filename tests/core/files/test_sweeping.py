import os
from datetime import timedelta

import pytest
from django.db import transaction

from governance.files.models import PendingUpload, StoredFile
from governance.files.services import attach, hold
from governance.files.sweeping import clean_orphans, sweep_pending
from tests.core.files import samples
from tests.core.files.test_services import photo


@pytest.fixture
def age(folder):
    """Make every stored file as old as the given moment."""

    def make(moment):
        for path in folder.rglob("*.*"):
            os.utime(path, (moment.timestamp(), moment.timestamp()))

    return make


def rolled_back(case, at):
    with transaction.atomic():
        attach(case, photo(), by=None, at=at)
        transaction.set_rollback(True)


def test_a_file_whose_row_was_rolled_back_is_removed_a_day_later(case, folder, stored, age, at):
    rolled_back(case, at)
    age(at)
    assert len(stored()) == 2
    assert clean_orphans(at=at + timedelta(hours=23)) == 0
    assert clean_orphans(at=at + timedelta(hours=25)) == 2
    assert stored() == []


def test_files_with_a_row_stay(case, folder, stored, age, at):
    attach(case, photo(), by=None, at=at)
    attach(case, samples.upload(samples.pdf(), "a.pdf"), by=None, at=at)
    hold(photo(), at=at)
    age(at)
    assert clean_orphans(at=at + timedelta(days=2)) == 0
    assert len(stored()) == 5


def test_the_sweep_reaches_over_the_turn_of_the_month_and_no_further(case, folder, stored, age, at):
    rolled_back(case, at)
    age(at)
    assert clean_orphans(at=at + timedelta(days=70)) == 0
    assert clean_orphans(at=at + timedelta(days=32)) == 2


def test_an_empty_storage_is_clean(db, folder, at):
    assert clean_orphans(at=at) == 0


def test_held_files_go_when_their_time_is_over(db, folder, stored, at):
    hold(photo(), at=at)
    kept = hold(photo(), at=at + timedelta(hours=10))
    assert sweep_pending(at=at + timedelta(hours=30)) == 1
    assert PendingUpload.objects.get() == kept
    assert stored() == sorted([kept.stored, kept.thumbnail])


def test_sweeping_twice_and_in_batches_does_no_harm(db, folder, stored, at):
    for _ in range(5):
        hold(photo(), at=at)
    later = at + timedelta(days=2)
    assert [sweep_pending(at=later, limit=2) for _ in range(4)] == [2, 2, 1, 0]
    assert stored() == []


def test_a_large_storage_is_asked_about_in_batches(case, folder, age, at, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("governance.files.sweeping.BATCH", 4)
    for _ in range(4):
        rolled_back(case, at)
    age(at)
    with django_assert_num_queries(2 * len(StoredFile.__subclasses__())):
        assert clean_orphans(at=at + timedelta(days=2)) == 8
