import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.privacy.sealing import BadKey, CannotOpen, Sealed, is_token, newest_key_name, reseal, seal, unseal
from tests.core.privacy.ring import key


@given(st.text(min_size=1, max_size=200))
def test_what_is_sealed_opens_again(text):
    assert seal(text, kind="text").open() == text


def test_a_token_names_its_key_and_shows_nothing(keys):
    sealed = seal("13800000000", kind="phone")
    assert is_token(sealed.token)
    assert sealed.token.startswith(f"{newest_key_name()}:")
    assert "138" not in repr(sealed)


def test_the_same_text_never_gives_the_same_token(keys):
    assert len({seal("张三", kind="name").token for _ in range(50)}) == 50


def test_printing_in_any_way_gives_the_mask(keys):
    sealed = seal("13800001234", kind="phone")
    assert [str(sealed), f"{sealed}", f"{sealed!s:>12}"] == ["138****1234", "138****1234", " 138****1234"]


def test_an_altered_token_does_not_open(keys):
    token = seal("13800000000", kind="phone").token
    altered = token[:-2] + ("AA" if token[-2:] != "AA" else "BB")
    with pytest.raises(CannotOpen):
        unseal(altered, kind="phone")


def test_a_token_moved_to_a_more_generous_mask_does_not_open(keys):
    token = seal("150102199001011234", kind="id").token
    with pytest.raises(CannotOpen):
        Sealed(token, "address").open()


@pytest.mark.parametrize("token", ["", "k12345678:", "plain text", "k00000000:AAAA"])
def test_what_is_no_token_does_not_open(keys, token):
    with pytest.raises(CannotOpen):
        unseal(token, kind="text")


def test_an_older_key_still_reads_and_the_first_one_writes(keys):
    old = seal("张三", kind="name")
    keys.SEAL_KEYS = [key("b"), key("a")]
    new = reseal(old)
    assert (old.open(), new.open()) == ("张三", "张三")
    assert (old.current, new.current) == (False, True)
    assert reseal(new) is new


def test_without_its_key_a_fact_is_hidden_and_cannot_be_opened(keys):
    sealed = seal("13800000000", kind="phone")
    keys.SEAL_KEYS = [key("b")]
    assert str(sealed) == "***"
    with pytest.raises(CannotOpen, match="not in SEAL_KEYS"):
        sealed.open()


@pytest.mark.parametrize("bad", ["not base64!", "c2hvcnQ=", ""])
def test_a_bad_key_is_refused_by_name(keys, bad):
    keys.SEAL_KEYS = [bad]
    with pytest.raises(BadKey, match="SEAL_KEYS"):
        seal("x", kind="text")


def test_an_unknown_kind_is_refused(keys):
    with pytest.raises(ValueError, match="unknown kind"):
        seal("x", kind="secret")


def test_a_sealed_fact_survives_a_pickle(keys):
    sealed = seal("张三", kind="name")
    assert pickle.loads(pickle.dumps(sealed)) == sealed
