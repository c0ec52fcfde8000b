"""Who supervises whom; what never stands on a public page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.oversight.rules import names_a_person, one_level_up, supervising_path

PATHS = st.sampled_from(["1501", "150102", "150105", "150102001", "150102001001"])


@given(path=PATHS, territorial=st.booleans(), group=st.booleans())
def test_whoever_supervises_stands_on_the_line_above_and_is_city_or_county(path, territorial, group):
    found = supervising_path(path, territorial=territorial or group, is_leading_group=group)
    assert path.startswith(found)
    assert len(found) in {0, 4, 6}


@given(path=PATHS)
def test_a_leading_group_is_never_supervised_by_itself(path):
    assert supervising_path(path, territorial=True, is_leading_group=True) != path


@given(path=PATHS)
def test_one_level_up_is_never_lower_and_the_city_keeps_what_it_has(path):
    assert path.startswith(one_level_up(path))
    assert one_level_up(one_level_up(path)) == one_level_up(path)


@pytest.mark.parametrize(
    ("path", "territorial", "expected"),
    [
        ("150102001001", True, "150102"), ("150102001001", False, "150102"), ("150102001", True, "150102"), ("150102", False, "150102"),
        ("150102", True, "1501"), ("1501", False, "1501"),
    ],
)  # fmt: skip
def test_the_cases_article_58_names(path, territorial, expected):
    assert supervising_path(path, territorial=territorial) == expected


@pytest.mark.parametrize("text", ["联系13812345678", "身份证15010219800101123X", "电话0471-4600000"])
def test_telephones_and_identity_numbers_are_found(text):
    assert names_a_person(text)
    assert not names_a_person("新城区某街道办事处逾期未整改，限期90日。")
