"""The demo's year of documents."""

from random import Random

from governance.people.establish import establish_offices
from governance.timeline.models import Event
from governance.timeline.record import verify
from governance.web.demo.accounts import open_accounts
from supervision.duties.demo.seed import seed
from supervision.duties.models import DutyState, Filing
from supervision.oversight.models import Finding
from tests.statistics import analyse


def test_the_demo_tells_once_of_gaps_papers_and_findings(db, at, time_machine):
    time_machine.move_to(at, tick=False)
    establish_offices()
    open_accounts()
    analyse()
    for _time in range(2):
        seed(rng=Random(7), scale="demo", count=None, at=at, say=lambda line: None)
    assert set(DutyState.objects.values_list("state", flat=True)) >= {"fulfilled", "missing", "not_due"}
    assert Filing.objects.exclude(returned_at=None).count() == 2
    assert Finding.objects.count() == DutyState.objects.filter(finding__isnull=False).count() == 2
    assert verify(Event.objects.filter(kind__startswith="duties.")).broken is None
    assert DutyState.objects.filter(office__type="audit").count() == 0
