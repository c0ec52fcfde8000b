"""The demo of duties, their money and the monthly books is told by the engine: every state occurs, twice tells nothing more."""

from random import Random

import pytest

from governance.people.establish import establish_offices
from governance.people.models import Post
from governance.timeline.record import verify
from governance.web.demo.accounts import open_accounts
from grids.admission.demo.seed import seed as seed_admissions
from grids.admission.enums import State
from grids.admission.models import Admission, Duty
from grids.funding.demo.seed import seed as seed_money
from grids.funding.enums import State as Money
from grids.funding.models import Allotment
from grids.performance.demo.seed import REASONS
from grids.performance.demo.seed import seed as seed_books
from grids.performance.models import Objection, Score, ScoreItem, Sheet
from tests.grids import makers
from tests.statistics import analyse

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(at):
    establish_offices()
    open_accounts()
    for township in ("150102001", "150102002", "150105001"):
        [makers.grid(f"{township}001", serial=serial) for serial in range(1, 4)]
    analyse()
    for _ in range(2):
        for seed in (seed_admissions, seed_money, seed_books):
            seed(rng=Random(7), scale="demo", count=None, at=at, say=lambda line: None)


def test_the_demo_is_whole(told):
    assert set(Admission.objects.values_list("state", flat=True)) >= set(State) - {State.LEAVING, State.TAKEN_BACK}
    assert Admission.objects.count() == 12
    assert Duty.objects.admitted().count() == 6
    assert set(Allotment.objects.values_list("state", flat=True)) >= {Money.OWED, Money.SETTLED}
    assert Sheet.objects.count() == 12
    assert Score.objects.filter(author__username="wanggeyuan").count() == 6
    assert Post.objects.filter(role="grid_worker").exists()
    assert Objection.objects.count() <= 3
    assert set(REASONS) == set(ScoreItem.objects.values_list("component", flat=True))  # an objection speaks of its own figure
    assert verify().broken is None


def test_a_city_in_bulk_tells_nothing(at):
    for seed in (seed_admissions, seed_money, seed_books):
        seed(rng=Random(7), scale="bulk", count=None, at=at, say=lambda line: None)
    assert not Admission.objects.exists()
