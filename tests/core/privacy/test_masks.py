import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.privacy.masks import MASKS, mask


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("phone", "13800001234", "138****1234"),
        ("phone", "04711234567", "047****4567"),
        ("phone", "1234567", "****67"),
        ("name", "张三", "张**"),
        ("name", "欧阳修", "欧**"),
        ("address", "内蒙古呼和浩特市新城区某街1号", "内蒙古…**"),
        ("address", "王家院", "王…**"),
        ("id", "150102199001011234", "1501************34"),
        ("id", "12345", "***"),
        ("text", "患有高血压", "***"),
    ],
)
def test_a_mask_tells_apart_without_telling(kind, text, shown):
    assert mask(kind, text) == shown


@pytest.mark.parametrize("kind", MASKS)
def test_an_empty_fact_has_an_empty_mask(kind):
    assert mask(kind, "") == ""


@pytest.mark.parametrize("kind", MASKS)
@given(st.text(st.characters(exclude_characters="*…"), min_size=1, max_size=40))
def test_no_mask_ever_shows_the_whole(kind, text):
    assert text not in mask(kind, text)


def test_masks_of_long_names_do_not_tell_their_length():
    assert mask("name", "张三") == mask("name", "张三丰是也")
