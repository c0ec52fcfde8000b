from io import StringIO

import pytest
from django.core.management import call_command

from governance.people.models import User
from governance.privacy.rotation import keys_in_use, rotate, sealed_models
from governance.privacy.sealing import newest_key_name
from tests.core.privacy.ring import key

NAMES = ["phone", "name"]


@pytest.fixture
def seven(letters, letter_model):
    letters.bulk_create(letter_model(number=str(n), phone=f"1380000000{n}", name="张三" if n % 2 else None) for n in range(7))
    return letters


@pytest.fixture
def newer(seven, keys):
    keys.SEAL_KEYS = [key("b"), key("a")]
    return keys


def test_every_fact_moves_to_the_newest_key(letter_model, seven, newer):
    assert list(rotate(letter_model, NAMES, batch=3)) == [3, 3, 1]
    newer.SEAL_KEYS = [key("b")]
    assert [row.phone.open()[-1] for row in seven.order_by("pk")] == list("0123456")
    assert seven.filter(name=None).count() == 4


def test_a_broken_off_run_goes_on_where_it_stopped(letter_model, seven, newer):
    next(rotate(letter_model, NAMES, batch=3))
    assert keys_in_use(letter_model, ["phone"])[newest_key_name()] == 3
    assert sum(rotate(letter_model, NAMES, batch=3)) == 4


def test_a_second_run_has_nothing_to_do(letter_model, seven, newer):
    list(rotate(letter_model, NAMES))
    before = list(seven.order_by("pk").values_list("phone", "name"))
    assert list(rotate(letter_model, NAMES)) == []
    assert list(seven.order_by("pk").values_list("phone", "name")) == before


def test_one_stale_fact_of_a_row_is_enough_and_other_columns_are_left_alone(letter_model, seven, newer):
    row = seven.last()
    row.phone, row.note = "13911111111", "unchanged"
    row.save()
    list(rotate(letter_model, NAMES))
    row.refresh_from_db()
    assert (row.phone.open(), row.note) == ("13911111111", "unchanged")
    assert list(keys_in_use(letter_model, NAMES)) == [newest_key_name()]


def test_the_count_tells_which_keys_are_still_needed(letter_model, seven):
    assert keys_in_use(letter_model, NAMES) == {newest_key_name(): 7 + 3}


def test_a_batch_takes_the_same_number_of_queries_for_few_rows_and_many(letter_model, seven, newer, django_assert_num_queries):
    with django_assert_num_queries(7):  # savepoint, select, update, release; at the end savepoint, select, release
        list(rotate(letter_model, NAMES, batch=100))


@pytest.fixture
def known(letter_model, monkeypatch):
    """Let the letters be among the portal's models."""
    monkeypatch.setattr("governance.privacy.rotation.apps.get_models", lambda **_: [User, letter_model])


def test_models_with_sealed_columns_are_found(known, letter_model):
    assert list(sealed_models()) == [(letter_model, NAMES)]


def test_the_command_seals_anew_and_tells_what_it_did(known, seven, newer):
    out = StringIO()
    call_command("rotate_seals", batch=5, stdout=out)
    said = [line.split(": ")[1] for line in out.getvalue().splitlines()]
    assert said == ["5 rows sealed anew", "7 rows sealed anew", f"10 facts under {newest_key_name()} (newest)"]


def test_counting_alone_changes_nothing(known, seven, newer):
    before, out = list(seven.values_list("phone", flat=True)), StringIO()
    call_command("rotate_seals", count=True, stdout=out)
    assert "10 facts under" in out.getvalue()
    assert "(older)" in out.getvalue()
    assert list(seven.values_list("phone", flat=True)) == before
