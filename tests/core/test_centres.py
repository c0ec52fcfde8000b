"""Art. 43: who organises across areas."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from governance.people.enums import OfficeType
from governance.people.services import NoCentre, centre_for
from tests import actors

pytestmark = pytest.mark.django_db


def organiser(*codes):
    out = StringIO()
    call_command("which_centre", *codes, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize(
    ("codes", "level", "place"),
    [
        ([actors.VILLAGE], "county", actors.COUNTY),
        ([actors.COUNTY], "county", actors.COUNTY),
        ([actors.VILLAGE, actors.OTHER_VILLAGE], "county", actors.COUNTY),
        ([actors.TOWNSHIP, actors.OTHER_TOWNSHIP], "county", actors.COUNTY),
        ([actors.COUNTY, actors.OTHER_COUNTY], "city", actors.CITY),
        ([actors.VILLAGE, actors.OTHER_COUNTY], "city", actors.CITY),
        ([actors.CITY], "city", actors.CITY),
    ],
)
def test_the_lowest_common_superior_with_a_centre_organises(offices, codes, level, place):
    centre = offices[OfficeType.CENTRE, place]
    assert organiser(*codes) == {"office": centre.name, "place_code": place, "level": level}


def test_codes_filled_with_zeros_are_understood(offices):
    assert organiser("150102001000", "150102002000")["place_code"] == "150102"


def test_an_unknown_code_is_named(offices):
    with pytest.raises(CommandError, match="999999") as error:
        organiser(actors.VILLAGE, "999999")
    assert error.value.returncode == 1


def test_a_closed_centre_organises_nothing(offices):
    offices[OfficeType.CENTRE, actors.COUNTY].__class__.objects.filter(place__code=actors.COUNTY).update(active=False)
    assert centre_for([actors.VILLAGE]) == offices[OfficeType.CENTRE, actors.CITY]


def test_without_any_centre_there_is_no_answer():
    with pytest.raises(NoCentre):
        centre_for([actors.VILLAGE])
