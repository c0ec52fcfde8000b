"""One matter told by several: they follow one case, hear of it, end with it, rate for themselves, and can go their own way again."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from disputes.complaints.enums import State
from disputes.complaints.indicators import CLOSED, RATED_BY_PEOPLE, RECEIVED
from disputes.complaints.models import Complaint
from disputes.following import services, tasks
from disputes.following.models import Merge
from disputes.following.sheet import report
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.models import Notice
from governance.timeline.models import Event
from governance.timeline.record import verify


def kinds(complaint):
    """What happened, of the lead's what was heard of it."""
    events = Event.objects.of(complaint).values_list("kind", "data")
    return [f"heard of {data['step']}" if "step" in data else kind.removeprefix("complaints.") for kind, data in events]


def fresh(complaint):
    return Complaint.objects.get(pk=complaint.pk)


def test_merging_stands_on_both_timelines_and_stops_the_clocks(lead, twin, merge):
    follower = merge(twin().complaint, lead)
    assert (follower.state, follower.merged_into, fresh(lead).followers) == (State.MERGED, lead, 1)
    assert set(Deadline.objects.of(follower).values_list("state", flat=True)) == {"paused"}
    assert (kinds(follower), kinds(lead)) == (["register", "merge"], ["register", "gained"])
    assert verify().broken is None


def test_a_follower_is_no_work_of_its_own(lead, twin, merge):
    follower = merge(twin().complaint, lead)
    assert set(Complaint.objects.ongoing()) == {lead}
    assert follower not in Complaint.objects.past_due(lead.due_at + timedelta(days=99))


def test_a_follower_hears_of_progress_and_once_of_the_end(lead, twin, merge, go):
    follower = merge(twin().complaint, lead)
    go(lead)
    told = [kind for kind in kinds(follower) if kind.startswith("heard") or kind == "close_with_lead"]
    assert told == ["heard of dispatch", "heard of sign", "heard of reply", "close_with_lead"]
    assert (fresh(follower).state, fresh(follower).closed_at) == (State.CLOSED, fresh(lead).closed_at)
    closing = Notice.objects.filter(rule="complaints.follower_closed", case_number=follower.number)
    assert closing.count() == 1


def test_what_was_answered_before_is_told_to_who_comes_later(lead, twin, merge, go):
    go(lead, until="reply")
    follower = merge(twin().complaint, lead)
    assert tasks.bring_along(lead.pk) == 1
    assert kinds(follower)[-1] == "heard of reply"


def test_each_rates_for_itself(lead, twin, merge, go, at):
    follower = merge(twin().complaint, lead)
    go(lead)
    engine.take(follower, "rate", by=RESIDENT, at=at + timedelta(days=1), solved="no", satisfaction="dissatisfied", note="仍然很吵。")
    assert (fresh(follower).solved, fresh(lead).solved) == ("no", "yes")


@pytest.mark.parametrize("task", [lambda lead: tasks.bring_along(lead.pk), lambda lead: tasks.bring_all_along()], ids=["quick", "sweep"])
def test_each_task_twice_tells_once(lead, twin, merge, operator, clerk, go, task):
    followers = [merge(twin(phone=f"1391111222{n}").complaint, lead) for n in range(2)]
    go(lead, until="call_back")
    engine.take(lead, "close", by=operator, at=fresh(lead).replied_at + timedelta(hours=1))
    assert [task(lead), task(lead)] == [2, 0]
    found = report()
    assert found["totals"] == {"leads": 1, "followers": 2, "closed_with_lead": 2, "wrong": 0}
    assert {row["closing_notices"] for row in found["leads"][0]["followers"]} == {1}
    assert [kinds(one).count("close_with_lead") for one in followers] == [1, 1]


def test_the_database_keeps_a_second_closing_notice_away(lead, twin, merge, go):
    merge(twin().complaint, lead)
    go(lead)
    merge = Merge.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Merge.objects.create(**copied(merge), ended_at=merge.ended_at, ending=merge.ending, closing=merge.closing)
    with pytest.raises(engine.StepRefused):
        engine.take(merge.complaint, "close_with_lead", by="system", at=merge.ended_at)


def copied(merge):
    return {"complaint": merge.complaint, "lead": merge.lead, "state_before": merge.state_before, "at": merge.at}


def test_whatever_else_ends_the_lead_lets_its_followers_go(lead, twin, merge, at):
    follower = merge(twin().complaint, lead)
    engine.take(lead, "withdraw", by=RESIDENT, at=at + timedelta(hours=1), note="已自行解决。")
    services.bring_all_along()
    assert (fresh(follower).state, fresh(follower).merged_into, fresh(lead).followers) == (State.REGISTERED, None, 0)
    assert set(Deadline.objects.of(follower).values_list("state", flat=True)) == {"running"}


def test_who_withdraws_follows_no_more(lead, twin, merge, at):
    follower = merge(twin().complaint, lead)
    engine.take(follower, "withdraw", by=RESIDENT, at=at, note="不用办了。")
    assert (fresh(follower).state, fresh(lead).followers, Merge.objects.standing().count()) == (State.WITHDRAWN, 0, 0)


def test_who_is_not_content_gets_an_answer_of_its_own(lead, twin, merge, operator, go, at):
    follower = merge(twin().complaint, lead)
    go(lead)
    engine.take(follower, "ask_reopening", by=RESIDENT, at=at + timedelta(days=1), note="我这边没有解决。")
    reopened = engine.take(follower, "reopen", by=operator, at=at + timedelta(days=1), note="请单独核实。")
    assert (reopened.state, reopened.office, reopened.merged_into) == (State.HANDLING, fresh(lead).office, None)


def test_chains_are_refused_from_both_ends(lead, twin, merge):
    follower, third = merge(twin().complaint, lead), twin(phone="13911113333").complaint
    with pytest.raises(engine.StepRefused, match="已并入其他诉求"):
        merge(third, follower)
    with pytest.raises(engine.StepRefused):
        merge(lead, third)
    with pytest.raises(engine.StepRefused, match="自身"):
        merge(third, third)


def test_an_ended_case_leads_nobody(lead, twin, merge, go):
    go(lead)
    with pytest.raises(engine.StepRefused, match="已经结束"):
        merge(twin().complaint, lead)


def test_a_matter_is_counted_once_and_every_person_s_word(lead, twin, merge, go, at):
    follower = merge(twin().complaint, lead)
    go(lead)
    engine.take(follower, "rate", by=RESIDENT, at=at + timedelta(days=1), solved="no", satisfaction="dissatisfied", note="不行。")
    rows = Complaint.objects.order_by()
    counts = [indicator.rows(rows).count() for indicator in (RECEIVED, CLOSED)]
    assert (counts, [indicator.rows(rows, "denominator").count() for indicator in RATED_BY_PEOPLE]) == ([1, 1], [2, 2])


def test_people_are_counted_once_per_telephone(lead, twin, merge):
    for phone in ("13911112222", "13911112222", "13800000000"):
        merge(twin(phone=phone).complaint, lead)
    assert services.people_of(lead) == 2
