"""The demo tells a whole round: issued, scored, objected to, decided, locked; and the honours that follow from it."""

from collections import Counter
from random import Random

import pytest

from governance.people.establish import establish_offices
from governance.web.demo.accounts import open_accounts
from supervision.appraisals.demo.seed import seed
from supervision.appraisals.models import Appraisal
from supervision.assessment.models import Result, ResultItem, Scheme
from supervision.assessment.services import last_failed
from supervision.honours.demo.seed import seed as honour
from supervision.honours.models import Honour

pytestmark = pytest.mark.django_db


def test_a_year_is_told_to_its_end_and_the_next_one_begun(at, settings, tmp_path):
    settings.STORAGES = {**settings.STORAGES, "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    establish_offices()
    open_accounts()
    said = []
    for tell in (seed, honour, seed):  # told again it does nothing
        tell(rng=Random(7), scale="demo", count=None, at=at, say=said.append)
    assert Counter(Scheme.objects.values_list("state", flat=True)) == {"locked": 3, "published": 2, "draft": 1}
    assert Counter(Appraisal.objects.exclude(outcome="").values_list("outcome", flat=True)) == {"refused": 2, "upheld": 1}
    assert not ResultItem.objects.filter(result__scheme__state="locked", item__kind="manual", points=None).exists()
    failed = [result for result in last_failed() if result.responsible.count() == 2]
    assert failed or not Result.objects.locked().failed().exists()
    assert {"granted", "refused", "withdrawn", "publicised", "checked", "nominated"} == {*Honour.objects.values_list("state", flat=True)}
