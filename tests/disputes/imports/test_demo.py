"""The demo brings in one sheet and leaves another one with its mistakes."""

from random import Random

from disputes.complaints.models import Complaint
from disputes.imports.demo.seed import MISTAKES, TAKEN, USER, WAITING, seed
from disputes.imports.models import Import
from governance.people.models import User


def test_it_tells_of_two_sheets_once(operator, at):
    User.objects.filter(pk=operator.pk).update(username=USER)
    for _ in range(2):
        seed(rng=Random(1), scale="demo", count=None, at=at, say=lambda line: None)
    waiting, done = Import.objects.order_by("-at")
    assert (done.taken, done.bad, waiting.good, waiting.bad) == (TAKEN, 0, WAITING - len(MISTAKES), len(MISTAKES))
    assert Complaint.objects.count() == TAKEN


def test_nothing_at_another_scale(operator, at):
    seed(rng=Random(1), scale="city", count=None, at=at, say=lambda line: None)
    assert not Import.objects.exists()
