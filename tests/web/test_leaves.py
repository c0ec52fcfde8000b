"""离岗代管: arranged by oneself or the administrator, with a colleague who has the same rights, and over by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.permissions import VIEW
from governance.access.scope import may
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.people.models import Leave
from governance.web.leaves.services import Refused, end, register
from governance.web.models import AdministrativeAct
from tests import actors
from tests.disputes.complaints.test_flow import walk

LEAVE, DAY = reverse("leave"), reverse("day")


@pytest.fixture
def colleague(operator):
    return actors.actor(Role.HOTLINE_OPERATOR, name="云晓燕")


def day(count=0):
    return timezone.localdate() + timedelta(days=count)


def arrange(person, deputy, *, first=0, last=3, by=None):
    facts = {"first": day(first), "last": day(last), "by": by or person, "at": timezone.now()}
    return register(person.acting_post, deputy.acting_post, **facts)


def typed(person, deputy, **more):
    return {"post": person.acting_post.pk, "deputy": deputy.acting_post.pk, "first": day(), "last": day(3), **more}


def test_one_arranges_the_own_leave_and_it_is_on_record(signed_in, operator, colleague):
    answer = signed_in(operator).post(LEAVE, typed(operator, colleague))
    assert answer.headers["Location"] == LEAVE
    leave = Leave.objects.get()
    assert (leave.post.user, leave.deputy.user) == (operator, colleague)
    act = AdministrativeAct.objects.about(operator).get()
    assert (act.kind, act.by) == ("leave_registered", operator)
    assert colleague.name in act.note


def test_an_administrator_arranges_it_for_the_people_of_the_own_area(signed_in, operator, colleague):
    url = reverse("person_leave", args=[operator.pk])
    assert signed_in(actors.actor(Role.ADMINISTRATOR)).post(url, typed(operator, colleague)).status_code == 302
    assert Leave.objects.count() == 1
    away = actors.actor(Role.ADMINISTRATOR, actors.OTHER_COUNTY)
    assert signed_in(away).post(url, typed(operator, colleague)).status_code == 404


def test_who_lacks_the_role_is_refused_with_a_clear_sentence(signed_in, clerk):
    worker = actors.actor(Role.GRID_WORKER, actors.TOWNSHIP, kind="township", name="巴图")
    answer = signed_in(clerk).post(LEAVE, typed(clerk, worker))
    assert answer.status_code == 422
    assert "巴图的岗位是“网格员”，没有“乡镇（街道）经办人”的权限，不能代管" in answer.content.decode()
    assert not Leave.objects.exists()


def test_somebody_of_another_office_cannot_be_chosen(signed_in, operator, clerk):
    answer = signed_in(operator).post(LEAVE, typed(operator, clerk))
    assert "deputy" in answer.context["form"].errors


@pytest.mark.parametrize(("first", "last", "said"), [(-1, 3, "不能早于今天"), (3, 2, "不能早于开始日期"), (0, 400, "不能超过一年")])
def test_days_that_cannot_be_meant_are_refused(operator, colleague, first, last, said):
    with pytest.raises(Refused, match=said):
        arrange(operator, colleague, first=first, last=last)


def test_nobody_stands_in_who_is_away_and_nobody_leaves_who_stands_in(operator, colleague):
    third = actors.actor(Role.HOTLINE_OPERATOR)
    arrange(operator, colleague)
    for person, deputy, said in ((operator, third, "已经登记过"), (colleague, third, "已答应代管"), (third, operator, "也已登记离岗")):
        with pytest.raises(Refused, match=said):
            arrange(person, deputy)


def test_a_post_that_ends_before_is_no_use(operator, colleague):
    colleague.acting_post.ends = timezone.now() + timedelta(days=1)
    colleague.acting_post.save()
    with pytest.raises(Refused, match="岗位于"):
        arrange(operator, colleague)


def answered(case, operator, clerk):
    """A complaint the operator dispatched is answered: its notice is for the operator alone."""
    now = timezone.now()
    case = walk(case, operator, clerk, now, until="contact")
    return engine.take(case, "reply", by=clerk, at=now + timedelta(minutes=1), note="已办。")


def titles(person, case):
    return list(Notice.objects.filter(recipient=person, case_number=case.number).values_list("title", flat=True))


def test_what_is_addressed_to_the_person_also_reaches_who_stands_in(operator, colleague, clerk, complaint):
    arrange(operator, colleague)
    case = answered(complaint, operator, clerk)
    assert f"待回访 {case.number}" in titles(operator, case)
    assert f"代{operator.name}：待回访 {case.number}" in titles(colleague, case)


def test_it_ends_by_itself(operator, colleague, clerk, complaint):
    leave = arrange(operator, colleague)
    Leave.objects.filter(pk=leave.pk).update(begins=timezone.now() - timedelta(days=3), ends=timezone.now() - timedelta(minutes=1))
    assert titles(colleague, answered(complaint, operator, clerk)) == []


def test_who_stands_in_gains_no_right(clerk, complaint):
    colleague = actors.actor(Role.TOWNSHIP_CLERK)
    before = may(colleague, VIEW, complaint)
    arrange(clerk, colleague)
    assert may(colleague, VIEW, complaint) == before


def test_a_deputy_who_left_is_told_nothing(operator, colleague, clerk, complaint):
    arrange(operator, colleague)
    colleague.acting_post.ends = timezone.now()
    colleague.acting_post.save()
    assert titles(colleague, answered(complaint, operator, clerk)) == []


def test_who_is_back_ends_it_and_nobody_else_does(signed_in, operator, colleague):
    leave = arrange(operator, colleague)
    signed_in(colleague).post(LEAVE, {"end": leave.pk})
    assert Leave.objects.running(timezone.now()).exists()
    signed_in(operator).post(LEAVE, {"end": leave.pk})
    assert not Leave.objects.running(timezone.now()).exists()
    with pytest.raises(Refused):
        end(leave, by=operator, at=timezone.now())


def test_a_leave_that_has_not_begun_is_taken_back(operator, colleague):
    end(arrange(operator, colleague, first=2), by=operator, at=timezone.now())
    assert not Leave.objects.exists()
    assert AdministrativeAct.objects.about(operator).filter(kind="leave_ended").exists()


def test_the_deputy_finds_on_the_day_whose_work_lies_pending(signed_in, clerk, operator, complaint, at):
    case, colleague = walk(complaint, operator, clerk, at, until="sign"), actors.actor(Role.TOWNSHIP_CLERK)
    arrange(clerk, colleague)
    entry = signed_in(colleague).get(DAY).context["standing_in"][0]
    assert entry["leave"].post.user == clerk
    assert [row["number"] for row in entry["pending"]] == [case.number]
    assert signed_in(clerk).get(DAY).context["own_leave"].deputy.user == colleague
