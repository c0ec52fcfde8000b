"""The villages' households by the sheet."""

from datetime import date

import pytest

from grids.mesh.models import HouseholdCount
from tests import actors
from tests.grids.meshfiles.sheets import counts

TODAY = date(2026, 11, 23)
GOOD = {"村（社区）代码": actors.VILLAGE, "年份": 2026, "总户数": 1500, "数据来源": "入户摸底"}


def test_a_count_is_written_and_corrected(taken):
    taken(counts(GOOD, today=TODAY), kind="households")
    kept = taken(counts({**GOOD, "总户数": 1510}, {**GOOD, "年份": 2025}, today=TODAY), kind="households")
    assert (kept.changed, kept.fresh) == (1, 1)
    assert list(HouseholdCount.objects.values_list("year", "households")) == [(2026, 1510), (2025, 1500)]


def test_a_row_without_a_number_is_passed_over(received):
    kept = received(counts({"村（社区）代码": actors.VILLAGE}, today=TODAY), kind="households")
    assert (kept.same, kept.bad) == (1, 0)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [({"年份": 2031}, "不能大于"), ({"总户数": 0}, "不能小于"), ({"数据来源": None}, "必填"), ({"村（社区）代码": None}, "请填一个")],
)
def test_a_bad_row_is_told(received, wrong, reason):
    kept = received(counts({**GOOD, **wrong}, today=TODAY), kind="households")
    assert reason in kept.faults[0][3]
