"""What the demo tells of the files: settled cases get their papers and are filed, each on a day of the past, once."""

from datetime import timedelta
from random import Random

import pytest

from disputes.dossier.data.survey import survey
from disputes.dossier.demo.seed import seed
from disputes.dossier.models import Dossier
from governance.people.models import User
from governance.privacy.models import Opening
from tests.disputes.mediation.conftest import walk


@pytest.fixture
def told(opening, mediator, at):
    User.objects.filter(pk=mediator.pk).update(is_demo=True)
    cases = [
        walk(opening(at=at - timedelta(days=days)).mediation, mediator, at - timedelta(days=days), until="perform") for days in (60, 5)
    ]
    said = []
    for _time in range(2):
        seed(rng=Random(3), scale="demo", count=None, at=at, say=said.append)
    return cases, said


def test_it_is_told_once(told, mediator):
    (old, fresh), said = told
    filed = Dossier.objects.get(mediation=old)
    assert (said, filed.serial, filed.filed_by, survey(old).is_whole) == (["dossiers: 1 filed"], 1, mediator, True)
    assert Opening.objects.filter(case_number=old.number, by=mediator, at=filed.filed_at).exists()
    assert not Dossier.objects.filter(mediation=fresh).exists()


def test_a_city_s_bulk_needs_none_of_it(db, at):
    seed(rng=Random(3), scale="city", count=10, at=at, say=print)
    assert not Dossier.objects.exists()
