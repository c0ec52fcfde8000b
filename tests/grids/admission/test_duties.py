"""The list of duties (Art. 49, 51): what stands on it, and until when."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from grids.admission.data.load import load_duties
from grids.admission.enums import Source
from grids.admission.models import Duty
from grids.reports.data.load import load_kinds
from grids.reports.models import ReportKind
from tests import actors

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def admitted(**facts):
    defaults = {
        "code": "gas", "label": "协助燃气安全入户检查", "source": Source.ADMITTED, "basis": "城镇燃气管理条例",
        "office": actors.office("bureau", actors.COUNTY, "housing"), "place": actors.place(actors.COUNTY), "rate": 300,
        "in_force_from": FIRST, "in_force_until": date(2027, 1, 1),
    }  # fmt: skip
    return Duty.objects.create(**{**defaults, **facts})


def test_the_worker_s_own_duties_are_loaded_once():
    assert load_duties() == {"grid_duties": 0}
    assert Duty.objects.statutory().count() == 10


@pytest.mark.parametrize(("day", "stands"), [(date(2025, 12, 31), False), (FIRST, True), (LAST, True), (date(2027, 1, 1), False)])
def test_a_duty_stands_within_its_period(day, stands):
    duty = admitted()
    assert duty.is_in_force(day) is stands
    assert Duty.objects.in_force(day).filter(pk=duty.pk).exists() is stands


def test_a_county_s_duty_holds_in_that_county_alone():
    duty = admitted()
    assert duty in Duty.objects.covering(actors.VILLAGE)
    assert duty not in Duty.objects.covering(actors.OTHER_COUNTY)
    assert Duty.objects.covering(actors.OTHER_COUNTY).statutory().count() == 10


def test_every_loaded_kind_serves_a_statutory_duty():
    assert set(ReportKind.objects.values_list("duty__source", flat=True)) == {Source.REGULATION}


def test_a_kind_without_duty_gets_the_one_of_the_list_and_an_edited_one_stays():
    ReportKind.objects.filter(code="environment").update(duty=None)
    ReportKind.objects.filter(code="fire").update(duty=admitted())
    load_kinds()
    assert ReportKind.objects.get(code="environment").duty.code == "matters"
    assert ReportKind.objects.get(code="fire").duty.code == "gas"


def test_a_duty_with_kinds_is_not_deleted():
    with pytest.raises(ProtectedError):
        Duty.objects.get(code="matters").delete()


def test_an_admitted_duty_names_its_office():
    with pytest.raises(IntegrityError, match="duty_admitted_has_office_and_money"):
        admitted(office=None)
