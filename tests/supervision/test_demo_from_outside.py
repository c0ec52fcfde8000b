"""The demo of those who supervise from outside: every state is there, told by the engine, and the second time adds nothing."""

from random import Random

import pytest
from django.utils import timezone

from governance.people.establish import establish_offices
from governance.timeline.record import verify
from governance.web.demo.accounts import open_accounts
from supervision.oversight.models import Finding
from supervision.recommendations import enums as recommendations
from supervision.recommendations.demo.seed import seed as seed_recommendations
from supervision.recommendations.models import Recommendation
from supervision.reviews import enums as reviews
from supervision.reviews.demo.seed import seed as seed_reviews
from supervision.reviews.models import Review
from supervision.tips import enums as tips
from supervision.tips.demo.seed import seed as seed_tips
from supervision.tips.models import Tip
from tests.statistics import analyse

pytestmark = pytest.mark.django_db
SEEDS = (seed_recommendations, seed_reviews, seed_tips)


def states(model):
    return {*model.objects.values_list("state", flat=True)}


def tell(said):
    for seed in SEEDS:
        seed(rng=Random(7), scale="demo", count=None, at=timezone.now(), say=said.append)


def test_every_state_is_told_once():
    establish_offices()
    open_accounts()
    analyse()
    said = []
    tell(said)
    tell(said)
    assert len(said) == len(SEEDS)
    assert states(Recommendation) == {*recommendations.State}
    assert states(Review) == {reviews.State.ASKED, reviews.State.ANSWERED, reviews.State.FOLLOWING, reviews.State.CLOSED}
    assert states(Tip) == {*tips.State} - {tips.State.WITHDRAWN}
    assert Finding.objects.filter(subject_label__in=["监察、司法、检察建议", "监督我们"]).count() >= 3
    assert verify().broken is None
