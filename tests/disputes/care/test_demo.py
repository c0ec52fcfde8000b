"""The demo tells of help as the engine does: an unbroken chain, nothing of the future, and old facts erased."""

from random import Random

from disputes.care.demo.seed import BUREAU, PROVIDER, seed
from disputes.care.models import Care, Visit
from governance.access.grants import appoint
from governance.people.enums import OfficeKind, OfficeType, Role
from governance.people.models import Office, User
from governance.timeline.record import verify
from tests import actors


def serves(code, kind, role, trade):
    facts = {"name": code, "short_name": code, "kind": OfficeKind.DEPARTMENTAL, "type": kind, "trade": trade}
    office = Office.objects.create(code=code, place=actors.place(actors.COUNTY), **facts)
    appoint(User.objects.create_user(code, name=code, is_demo=True), office, role, begins=actors.BEGAN)


def test_a_year_of_help_is_told_once(offices, at):
    serves(BUREAU, OfficeType.BUREAU, Role.DEPARTMENT_HANDLER, "civil")
    serves(PROVIDER, OfficeType.PROVIDER, Role.CARE_PROVIDER, "care")
    for _time in range(2):
        seed(rng=Random(7), scale="demo", count=None, at=at, say=lambda words: None)
    assert Care.objects.count() == 18
    assert {"ended", "revoked", "serving"} <= set(Care.objects.values_list("state", flat=True))
    assert Care.objects.exclude(erased_at=None).exists()
    assert not Visit.objects.filter(visited_on__gt=at.date()).exists()
    assert verify().broken is None
