"""Whatever is pasted together as GeoJSON gets an answer."""

from hypothesis import given
from hypothesis import strategies as st

from grids.meshfiles.rules import code_in, collection_fault, is_drawn, source_in

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.sampled_from(["type", "features", "crs", "properties", "code"]), part),
    max_leaves=10,
)


@given(JUNK)
def test_junk_is_told_apart(junk):
    assert collection_fault(junk) in {"kind", "system", "empty", "many", ""}
    assert isinstance(code_in(junk), str)
    assert isinstance(source_in(junk), str)
    assert is_drawn(junk) in {True, False}


@given(st.integers(150102001001001, 150199999999999))
def test_a_code_may_be_a_number(code):
    assert {code_in({"properties": {"code": form}}) for form in (code, float(code), str(code), f" {code} ")} == {str(code)}
