"""The bodies that supervise from outside: which roles their offices give, what works under whom, and how they are named."""

import pytest

from governance.cases.bars import kept_out_with
from governance.people.enums import OfficeType, Role
from governance.people.services import roles_at
from governance.web.offices import offices_named
from tests import actors

pytestmark = pytest.mark.django_db
BODIES = (OfficeType.COURT, OfficeType.COMMISSION)


@pytest.mark.parametrize("kind", OfficeType)
def test_only_such_an_office_gives_such_a_role(kind):
    roles = roles_at(actors.office(kind, actors.COUNTY))
    assert (Role.SUPERVISING_BODY in roles) == (kind in BODIES)
    assert (Role.CONGRESS_STAFF in roles) == (kind == OfficeType.CONGRESS)


def test_who_supervises_a_county_s_government_does_not_work_under_it():
    government = actors.office(OfficeType.GOVERNMENT, actors.COUNTY)
    bureau = actors.office(OfficeType.BUREAU, actors.COUNTY, "housing")
    independent = [actors.office(kind, actors.COUNTY, kind) for kind in (OfficeType.COMMISSION, OfficeType.CONGRESS)]
    out = kept_out_with(government)
    assert bureau.pk in out
    assert not {office.pk for office in independent} & {*out}


def test_a_venue_is_named_only_where_venues_count():
    mall = actors.office(OfficeType.SITE, actors.VILLAGE, "mall")
    assert offices_named(mall.name) == []
    assert offices_named(mall.name, venues=True) == [mall]
