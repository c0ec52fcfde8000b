"""Art. 49: what is not on the list is not carried. A kind of report comes into use with its duty, and goes with it."""

from datetime import date, timedelta

import pytest

from grids.admission.models import Duty
from grids.admission.services import end_what_is_over
from grids.kinds.services import KindRefused, switch
from grids.reports.models import KindChange, ReportKind
from tests.grids.admission.conftest import FACTS

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def kind(db):
    return ReportKind.objects.create(code="gas", label="燃气隐患", order=50, active=False)


@pytest.fixture
def switching(kind, clerk, at):
    def turn(on, at=at):
        return switch(ReportKind.objects.get(pk=kind.pk), on=on, by=clerk, at=at).active

    return turn


@pytest.fixture
def carried(kind, admitted, switching):
    """The kind of an admitted duty, in use."""
    ReportKind.objects.filter(pk=kind.pk).update(duty=admitted.duty)
    assert switching(True)
    return admitted


def in_use():
    return ReportKind.objects.in_use().filter(code="gas").exists()


def test_a_kind_without_duty_is_not_taken_into_use(switching):
    with pytest.raises(KindRefused, match="没有对应的职责事项"):
        switching(True)


def test_nor_is_one_whose_duty_was_only_applied_for_or_has_not_begun(kind, reviewed, moving, switching):
    given = {**{name: FACTS[name] for name in ("rate", "ends")}, "begins": TODAY + 30 * DAY, "conditions": ""}
    duty = moving(reviewed, "admit", **given).duty
    ReportKind.objects.filter(pk=kind.pk).update(duty=duty)
    with pytest.raises(KindRefused, match="不在网格职责事项清单上"):
        switching(True)


def test_what_was_admitted_is_carried(carried):
    assert in_use()


def test_a_duty_withdrawn_takes_its_kinds_with_it(carried, moving, switching):
    moving(carried, "withdraw", ends_on=TODAY)
    assert not in_use()
    assert KindChange.objects.filter(kind__code="gas", label__contains="自动停用").exists()
    with pytest.raises(KindRefused, match="不在网格职责事项清单上"):
        switching(True)


def test_one_withdrawn_later_takes_them_on_its_day(carried, moving, at):
    moving(carried, "withdraw", ends_on=TODAY + 10 * DAY)
    assert in_use()
    end_what_is_over(at=at + 10 * DAY)
    assert not in_use()


def test_and_so_does_a_period_that_ends(carried, at):
    end_what_is_over(at=at + 400 * DAY)
    assert not in_use()


def test_the_worker_s_own_kinds_stay(carried, moving):
    before = ReportKind.objects.in_use().filter(duty__in=Duty.objects.statutory()).count()
    moving(carried, "withdraw", ends_on=TODAY)
    assert ReportKind.objects.in_use().count() == before > 5
