"""The demo of committees and of the list is told once, by the engine, and shows what each desk has to do."""

from random import Random

from disputes.matters.demo.seed import seed as seed_matters
from disputes.matters.models import Matter
from disputes.mediation.demo.people import gathered
from disputes.mediators.demo.seed import seed as seed_mediators
from disputes.mediators.filters import people_of
from disputes.mediators.models import Committee, Mediator, Studio
from governance.people.establish import establish_offices
from governance.people.models import Post
from governance.timeline.record import verify
from governance.web.demo.accounts import open_accounts
from tests.statistics import analyse


def told(seed, at):
    said = []
    seed(rng=Random(7), scale="demo", count=None, at=at, say=said.append)
    return said


def test_both_are_told_once(db, at):
    establish_offices()
    open_accounts()
    gathered(Random(7))
    analyse()
    for seed in (seed_mediators, seed_matters):
        assert [len(told(seed, at)), told(seed, at)] == [1, []]
    post = Post.objects.with_office().get(user__username="tiaojieyuan")
    post.user.acting_post = post
    assert set(Studio.objects.values_list("state", flat=True)) == {"approved", "proposed"}
    assert set(Matter.objects.values_list("state", flat=True)) == {"waiting", "returned", "published", "revising", "withdrawn"}
    assert set(Committee.objects.in_force().values_list("kind", flat=True)) == {"village", "township", "trade"}
    assert (people_of(post.user, "serving").exists(), Mediator.objects.exclude(account=None).exists()) == (True, True)
    assert verify().broken is None
