"""Two people at one case at the same moment, with real transactions: one wins, the other is told, and nothing is done twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from disputes.complaints.models import Category, Complaint
from disputes.complaints.services import file_complaint
from disputes.consultations.models import Consultation
from disputes.consultations.services import refer_overdue
from governance.cases.models import WorkOrder
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.conftest import MONDAY
from tests.disputes.consultations.conftest import speak


@pytest.fixture
def town(lasting):
    """A classified complaint, and those who may act on it."""
    for kind, code in ((OfficeType.HOTLINE, actors.CITY), (OfficeType.CENTRE, actors.CITY), (OfficeType.CENTRE, actors.COUNTY)):
        actors.office(kind, code)
    clerks = [actors.actor(Role.HOTLINE_OPERATOR), actors.actor(Role.CENTRE_OFFICER)]
    bureaus = [actors.actor(Role.DEPARTMENT_HANDLER, trade=trade) for trade in ("housing", "health")]
    category = Category.objects.leaves().first()
    facts = {
        "place": actors.place(actors.VILLAGE),
        "category": category,
        "kind": "help",
        "description": "渣土扬尘",
        "phone": "13800000000",
    }
    case = file_complaint(at=MONDAY, **facts).complaint
    return engine.take(case, "classify", by=clerks[0], at=MONDAY, kind="help", category=category, urgency="normal"), clerks, bureaus


@pytest.fixture
def consultation(town):
    case, clerks, bureaus = town
    offices = [person.acting_post.office for person in bureaus]
    engine.take(case, "consult", by=clerks[0], at=MONDAY, note="职责有交叉。", offices=offices, areas=[])
    return Consultation.objects.get()


def at_once(*works):
    """What each of them got: a result, or why it was refused."""
    start = Barrier(len(works))

    def tried(work):
        try:
            start.wait(timeout=10)
            return work()
        except engine.StepRefused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        return [future.result(timeout=60) for future in [pool.submit(tried, work) for work in works]]


def test_two_clerks_dispatch_one_case_and_exactly_one_wins(town):
    case, clerks, bureaus = town

    def dispatching(clerk, bureau):
        return lambda: engine.take(case, "dispatch", by=clerk, at=MONDAY, version=case.version, office=bureau.acting_post.office)

    answers = at_once(*(dispatching(*pair) for pair in zip(clerks, bureaus, strict=True)))
    assert sorted(type(answer).__name__ for answer in answers) == ["Complaint", "StaleCase"]
    assert (WorkOrder.objects.of(case).count(), verify().broken) == (1, None)


def test_the_last_two_speak_at_once_and_the_lead_is_appointed_once(consultation, town):
    case, _clerks, (housing, health) = town

    def speaking(person, stance):
        def speak_up():
            with transaction.atomic():
                engine.lock(case)
                return speak(consultation, person, stance, MONDAY)

        return speak_up

    answers = at_once(speaking(housing, "ours"), speaking(health, "not_ours"))
    assert [type(answer) for answer in answers] == [Consultation, Consultation]
    assert Complaint.objects.get().office == housing.acting_post.office
    assert Event.objects.of(case).filter(kind="complaints.appoint").count() == 1


def test_a_word_and_a_withdrawal_at_once_end_it_one_way(consultation, town):
    case, _clerks, (housing, _health) = town

    def speak_up():
        with transaction.atomic():
            engine.lock(case)
            return speak(consultation, housing, "ours", MONDAY)

    at_once(speak_up, lambda: engine.take(case, "withdraw", by=RESIDENT, at=MONDAY, note="已解决。"))
    assert (Consultation.objects.get().state, Complaint.objects.get().state) == ("called_off", "withdrawn")
    assert verify().broken is None


def test_two_sweeps_at_once_refer_it_once(consultation):
    Consultation.objects.update(due_at=MONDAY)
    counts = at_once(*[lambda: refer_overdue(at=MONDAY)] * 2)
    assert sum(counts) == 1
    assert Event.objects.of(consultation).filter(kind="consultations.refer").count() == 1
