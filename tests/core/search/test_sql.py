import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.search.sql import FORWARD, REVERSE
from governance.search.words import normal, words


def answer(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def lexemes(text):
    return answer("SELECT tsvector_to_array(governance_bigrams(%s))", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("供热不足", ["不足", "供热", "热不"]),
        ("新城区，海拉尔", ["城区", "拉尔", "新城", "海拉"]),
        ("A座3单元", ["3", "a", "单元"]),
        ("ＷｉＦｉ 15℃", ["15", "c", "wifi"]),
        ("暖", []),
        ("，。！ 😀", []),
        ("", []),
        ("𠅤家村", ["𠅤家", "家村"]),
        ("ᠬᠥᠬᠡ Москва", ["Москва", "ᠬᠥᠬᠡ"]),
    ],
)
def test_neighbouring_characters_become_lexemes(functions, text, expected):
    assert sorted(lexemes(text)) == sorted(expected)


def test_nothing_gives_nothing(functions):
    assert answer("SELECT governance_bigrams(NULL)") is None


def test_a_word_longer_than_a_lexeme_may_be_does_not_break_the_row(functions):
    assert lexemes("http" + "x" * 5000 + " 供热") == ["http" + "x" * 60, "供热"]


def test_a_very_long_text_is_taken_as_far_as_it_is_indexed(functions):
    text = "".join(chr(0x4E00 + number % 20000) for number in range(30_000))
    assert len(lexemes(text)) == 19_999


def test_the_functions_may_stand_in_an_index_and_run_in_parallel(functions):
    here = "pronamespace = 'test_search'::regnamespace"
    kinds = f"SELECT array_agg(concat(provolatile, proparallel)) FROM pg_proc WHERE {here}"
    assert answer(kinds) == ["is", "is"]


def test_a_restore_with_an_empty_search_path_still_computes(functions):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = ''")
        cursor.execute("SELECT test_search.governance_bigrams('供热'), test_search.governance_normal('Ａ')")
        assert cursor.fetchone() == ("'供热'", "a")


def test_backwards_takes_both_functions_away(functions):
    with connection.cursor() as cursor:
        cursor.execute(REVERSE)
    assert answer("SELECT count(*) FROM pg_proc WHERE pronamespace = 'test_search'::regnamespace") == 0


def test_forwards_may_be_run_again(functions):
    with connection.cursor() as cursor:
        cursor.execute(FORWARD)
    assert lexemes("供热") == ["供热"]


@pytest.mark.django_db
@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cn"]), max_size=60))
def test_both_sides_take_any_text_apart_alike(text):
    with connection.cursor() as cursor:
        cursor.execute(FORWARD)
    known = set(lexemes(text))
    asked = words(text.replace("\n", " "))
    assert all(set(word.lexemes) <= known for word in asked)
    assert all(any(lexeme.startswith(prefix) for lexeme in known) for word in asked for prefix in word.prefixes)
    assert answer("SELECT governance_normal(%s)", text) == normal(text)
