import pytest

from governance.privacy.blind import blind_index
from governance.privacy.phones import is_phone, normalise_phone


@pytest.mark.parametrize(
    "spelling",
    [
        "13800000000",
        "138 0000 0000",
        "138-0000-0000",
        "+86 13800000000",
        "0086-13800000000",
        "8613800000000",
        "１３８００００００００",
        "＋８６１３８００００００００",
    ],
)
def test_one_mobile_has_one_spelling(spelling):
    assert normalise_phone(spelling) == "13800000000"


@pytest.mark.parametrize(
    ("spelling", "normal"),
    [
        ("(0471) 123-4567", "04711234567"),
        ("+86 471 1234567", "04711234567"),
        ("0471-1234567转801", "04711234567x801"),
        ("400-123-4567", "4001234567"),
        ("+1 650 555 0100", "16505550100"),
        ("没有电话", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_other_numbers_are_levelled_too(spelling, normal):
    assert normalise_phone(spelling) == normal


@pytest.mark.parametrize("number", ["13800000000", "0471-1234567", "010-12345678", "4001234567", "0471 1234567转8"])
def test_a_number_one_can_call_is_a_phone(number):
    assert is_phone(number)


@pytest.mark.parametrize("number", ["1380000", "138000000001", "abc", "", "0", "99", "1234", "110", "12345", "10000000000", "6234567"])
def test_a_slip_of_the_finger_is_no_phone(number):
    assert not is_phone(number)


def test_the_digest_finds_the_same_phone_in_another_spelling(settings):
    settings.BLIND_INDEX_KEY = "k" * 40
    assert blind_index("+86 138-0000-0000", purpose="phone") == blind_index("13800000000", purpose="phone")


def test_the_digest_of_one_text_differs_by_purpose_and_key(settings):
    settings.BLIND_INDEX_KEY = "k" * 40
    first = {blind_index("13800000000", purpose=purpose) for purpose in ("phone", "name")}
    settings.BLIND_INDEX_KEY = "m" * 40
    assert len(first | {blind_index("13800000000", purpose="phone")}) == 3


def test_names_are_compared_without_case_width_and_spaces():
    assert blind_index(" ＬＩ  Ming ", purpose="name") == blind_index("li ming", purpose="name")


@pytest.mark.parametrize("nothing", ["", None, "  ", "无"])
def test_nothing_has_no_digest(nothing):
    assert blind_index(nothing, purpose="phone") == ""
