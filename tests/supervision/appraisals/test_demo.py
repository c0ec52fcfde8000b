"""The demo tells a whole round: issued, scored, objected to, decided, locked; and the honours that follow from it."""

from collections import Counter
from random import Random

import pytest

from governance.people.establish import establish_offices
from governance.places.models import Place
from governance.web.demo.accounts import open_accounts
from supervision.appraisals.demo.seed import WRONG, seed
from supervision.appraisals.models import Appraisal
from supervision.assessment.models import ResultItem, Scheme
from supervision.assessment.services import last_failed
from supervision.honours.demo.seed import seed as honour
from supervision.honours.models import Honour
from supervision.indicators.models import Figure
from tests.statistics import analyse

pytestmark = pytest.mark.django_db
CODES = ("complaints.on_time", "complaints.solved", "complaints.satisfied", "reports.on_time", "mediation.success")


def kept_figures(at):
    """What the year's cases would have left: good everywhere, poor in the one that is to fail."""
    rng, poor = Random(3), WRONG.removeprefix("township-")
    for place in Place.objects.in_use().filter(level__in=["county", "township"]):
        for code in CODES:
            reached = 30 if place.code == poor else rng.randrange(70, 99)
            facts = {"numerator": reached, "denominator": 100, "computed_at": at, "month": "2025-12-01"}
            yield Figure(indicator=code, place_path=place.path, parent_path=place.path[:4], **facts)


def test_a_year_is_told_to_its_end_and_the_next_one_begun(at, settings):
    settings.STORAGES = {**settings.STORAGES, "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    establish_offices()
    open_accounts()
    Figure.objects.bulk_create(kept_figures(at))
    analyse()
    said = []
    for tell in (seed, honour, seed):  # told again it does nothing
        tell(rng=Random(7), scale="demo", count=None, at=at, say=said.append)
    assert Counter(Scheme.objects.values_list("state", flat=True)) == {"locked": 3, "published": 2, "draft": 1}
    assert Counter(Appraisal.objects.exclude(outcome="").values_list("outcome", flat=True)) == {"refused": 2, "upheld": 1}
    assert not ResultItem.objects.filter(result__scheme__state="locked", item__kind="manual", points=None).exists()
    assert {(result.code, result.responsible.count()) for result in last_failed()} >= {(WRONG.removeprefix("township-"), 2)}
    townships = [result for result in last_failed() if len(result.code) == len("150102001")]
    assert said[-1].endswith(f"{len(townships)} barred")
    assert {"granted", "refused", "withdrawn", "publicised", "checked", "nominated"} == {*Honour.objects.values_list("state", flat=True)}
