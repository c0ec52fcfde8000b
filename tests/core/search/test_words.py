import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.search.words import MOST_WORDS, Word, case_number, case_number_head, words


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("供热", [Word(("供热",), (), "")]),
        ("供热不足", [Word(("供热", "热不", "不足"), (), "供热不足")]),
        ("暖", [Word((), (), "暖")]),
        ("WiFi", [Word((), ("wifi",), "")]),
        ("3单元", [Word(("单元",), ("3",), "3单元")]),
        ("供热 噪音", [Word(("供热",), (), ""), Word(("噪音",), (), "")]),
        ("，供热！", [Word(("供热",), (), "")]),
        ("ＡＢＣ", [Word((), ("abc",), "")]),
        ("？？", []),
        ("", []),
    ],
)
def test_a_question_is_taken_apart(question, expected):
    assert words(question) == expected


def test_a_rare_character_counts_as_a_character():
    assert words("𠅤家")[0].lexemes == ("𠅤家",)


@given(st.text(max_size=300))
def test_any_question_stays_small_and_its_lexemes_are_letters(question):
    found = words(question)
    assert len(found) <= MOST_WORDS
    assert all("'" not in lexeme and "\\" not in lexeme for word in found for lexeme in word.lexemes + word.prefixes)


@pytest.mark.parametrize(
    "typed",
    [
        "HS-20261123-000123-7",
        "hs-20261123-000123-7",
        " HS202611230001237 ",
        "ＨＳ－20261123－000123－7",
        "HS20261123-000123-7",
    ],
)
def test_a_case_number_is_known_in_any_spelling(typed):
    assert case_number(typed) == "HS-20261123-000123-7"


@pytest.mark.parametrize("typed", ["供热", "HS", "HS-20261123", "20261123", "HS-20261123-000123-77"])
def test_what_is_no_whole_number_is_none(typed):
    assert case_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "head"),
    [("hs-20261123", "HS-20261123"), ("HS-2026", "HS-2026"), ("HS-20261123-0001", "HS-20261123-0001"), ("hs", None)],
)
def test_the_beginning_of_a_number_is_known(typed, head):
    assert case_number_head(typed) == head
