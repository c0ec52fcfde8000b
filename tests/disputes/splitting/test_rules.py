"""The words of a gathered answer."""

import doctest

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.splitting import rules

PART = st.tuples(st.text(min_size=1), st.text(), st.sampled_from(["已办结", "已撤回"]), st.text(max_size=2000))


def test_its_examples():
    assert doctest.testmod(rules).failed == 0


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PART, min_size=2, max_size=5))
def test_every_part_is_named_and_none_runs_on(parts):
    told = rules.gathered(parts)
    assert all(f"{number}. " in told for number in range(1, len(parts) + 1))
    assert len(told) <= sum(len(title) + len(office) + rules.LONGEST_ANSWER + 20 for title, office, _outcome, _answer in parts)
