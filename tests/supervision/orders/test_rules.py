"""Numbers, proofs of service, and when an extension is asked in time."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.orders.rules import document_number, rectify_limit
from supervision.oversight.rules import asked_in_time, service_faults

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@given(serial=st.integers(1, 9999), year=st.integers(2022, 2099))
def test_a_number_names_issuer_year_and_serial(serial, year):
    assert document_number(path="1501", place="呼和浩特市", year=year, serial=serial) == f"呼社治责改〔{year}〕{serial}号"
    assert document_number(path="150102", place="新城区", year=year, serial=serial) == f"新城区社治责改〔{year}〕{serial}号"


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({"way": "direct", "receiver": "主任", "refused": False, "witness": ""}, set()),
        ({"way": "direct", "receiver": " ", "refused": False, "witness": ""}, {"receiver"}),
        ({"way": "left", "receiver": "", "refused": True, "witness": "社区"}, set()),
        ({"way": "left", "receiver": "", "refused": True, "witness": ""}, {"witness"}),
        ({"way": "direct", "receiver": "", "refused": True, "witness": "社区"}, {"way"}),
    ],
)
def test_a_proof_of_service_is_whole(facts, faults):
    assert set(service_faults(**facts)) == faults


def test_the_second_round_has_a_limit_of_its_own():
    assert (rectify_limit(0), rectify_limit(1), rectify_limit(2)) == ("orders.rectify", "orders.rectify_again", "orders.rectify_again")


def test_without_a_row_an_extension_can_always_be_asked():
    assert asked_in_time(NOW, None)
    assert asked_in_time(NOW, NOW)
