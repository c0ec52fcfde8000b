"""Calls are published, places taken and given back, hours confirmed; the last place goes to one person alone."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from governance.flow.facts import kept_row
from governance.people.enums import Role
from governance.privacy.models import Opening
from governance.timeline.models import Event
from grids.volunteering.enums import FINAL, Standing, State
from grids.volunteering.flow import FLOW
from grids.volunteering.models import Call, SignUp
from grids.volunteering.permissions import VIEW
from grids.volunteering.services import SignUpRefused, erase_contacts, withdraw
from tests import actors

LIST, CREATE = reverse("volunteering_list"), reverse("volunteering_create")


def after(call):
    return call.ends_at + timedelta(hours=1)


def confirmed(call, by, came, hours="2.0"):
    return engine.take(call, "confirm_hours", by=by, at=after(call), note="顺利。", attended=came, hours=Decimal(hours))


def test_an_organisation_is_chosen_by_its_name(signed_in, village_clerk, group, call):
    for page in (CREATE, f"{call.get_absolute_url()}change/"):
        content = signed_in(village_clerk).get(page).content.decode()
        assert f">{group.title}</option>" in content
        assert f">{group.number}</option>" not in content


def test_exactly_these_see_it(call, village_clerk, worker, clerk, officer, operator, handler):
    beside = actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE)
    people = {"village": village_clerk, "worker": worker, "township": clerk, "centre": officer}
    strangers = {"beside": beside, "hotline": operator, "bureau": handler}
    seen = {name for name, user in {**people, **strangers}.items() if Call.objects.visible_to(user, VIEW).exists()}
    assert seen == set(people)


def test_a_telephone_takes_one_place(call, signing):
    signing(call, phone="13800001111")
    with pytest.raises(SignUpRefused, match="已经报名"):
        signing(call, phone="138-0000-1111")


def test_the_last_place_is_the_last(call, signing):
    for _place in range(3):
        signing(call)
    with pytest.raises(SignUpRefused, match="名额已满"):
        signing(call)


def test_a_place_given_back_can_be_taken_by_the_same_telephone(call, signing):
    own = signing(call, phone="13800001111").sign_up
    withdraw(own, at=timezone.now())
    with pytest.raises(SignUpRefused, match="已经撤回"):
        withdraw(own, at=timezone.now())
    signing(call, phone="13800001111")
    assert call.sign_ups.taken().count() == 1


def test_the_same_form_sent_twice_takes_one_place(call, signing):
    mark = uuid4()
    first, second = signing(call, submission=mark), signing(call, submission=mark)
    assert (first.sign_up.pk, second.query_code) == (second.sign_up.pk, "")


def test_after_the_beginning_nobody_comes_or_goes(call, signing):
    own = signing(call).sign_up
    for late in (lambda: signing(call, at=call.starts_at), lambda: withdraw(own, at=call.starts_at)):
        with pytest.raises(SignUpRefused, match="开始"):
            late()


def test_hours_are_for_those_who_came(call, signing, village_clerk):
    came, absent = signing(call).sign_up, signing(call).sign_up
    confirmed(call, village_clerk, [came])
    rows = dict(SignUp.objects.values_list("pk", "standing"))
    assert rows == {came.pk: Standing.ATTENDED, absent.pk: Standing.ABSENT}
    assert SignUp.objects.get(pk=came.pk).hours == Decimal("2.0")


def test_hours_are_not_confirmed_before_it_begins(call, village_clerk):
    with pytest.raises(engine.StepRefused, match="还没有开始"):
        engine.take(call, "confirm_hours", by=village_clerk, at=call.starts_at - timedelta(hours=1), attended=[], hours=Decimal(2))


def test_hours_are_put_right_with_a_reason(call, signing, village_clerk):
    own = signing(call).sign_up
    done = confirmed(call, village_clerk, [])
    told = {"by": village_clerk, "at": after(call), "sign_up": own, "hours": Decimal("1.5")}
    with pytest.raises(engine.StepRefused):
        engine.take(done, "adjust_hours", **told)
    engine.take(done, "adjust_hours", note="漏记了。", **told)
    own.refresh_from_db()
    assert (own.standing, own.hours) == (Standing.ATTENDED, Decimal("1.5"))


def test_the_timeline_tells_whose_hours_were_put_right_by_number_and_of_whom_a_call_is_by_name(call, group, signing, village_clerk):
    own = signing(call).sign_up
    engine.take(confirmed(call, village_clerk, []), "adjust_hours", by=village_clerk, at=after(call), note="漏记了。", sign_up=own,
                hours=Decimal("1.5"))  # fmt: skip
    assert Event.objects.of(call).order_by("sequence").last().data["words"] == [["报名编号", own.number], ["服务时长（小时）", "1.5"]]
    assert kept_row(group) == (group.pk, group.title)


def test_places_that_are_taken_stay(call, signing, village_clerk):
    for _place in range(2):
        signing(call)
    facts = {name: getattr(call, name) for name in ("title", "description", "organisation", "venue", "starts_at", "ends_at")}
    with pytest.raises(engine.StepRefused, match="不能少于"):
        engine.take(call, "change", by=village_clerk, at=timezone.now(), capacity=1, **facts)


def test_what_is_past_is_not_called_for(calling, village_clerk):
    late = calling(publish=False)
    with pytest.raises(engine.StepRefused, match="已经过去"):
        engine.take(late, "publish", by=village_clerk, at=late.starts_at)


def test_it_is_written_down_and_published_at_once(signed_in, village_clerk, group):
    starts = timezone.localtime() + timedelta(days=5)
    typed = {
        "title": "护学岗志愿服务", "description": "放学值守。", "organisation": group.pk, "venue": "校门口", "capacity": "8",
        "publish": "on",
        "starts_at": f"{starts:%Y-%m-%dT16:00}", "ends_at": f"{starts:%Y-%m-%dT17:30}", "submission": uuid4(),
        "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE,
    }  # fmt: skip
    client = signed_in(village_clerk)
    assert client.post(CREATE, {**typed, "ends_at": typed["starts_at"]}).status_code == 422
    assert client.post(CREATE, typed).status_code == 302
    assert Call.objects.get().state == State.OPEN


def test_the_page_masks_who_signed_up_and_opens_them_on_record(signed_in, call, signing, village_clerk):
    signing(call, phone="13800001111")
    client = signed_in(village_clerk)
    page = client.get(call.get_absolute_url()).content.decode()
    assert ("赵*" in page, "13800001111" in page, "赵敏" in page) == (True, False, False)
    url = reverse("volunteering_contacts", args=[call.number])
    assert client.post(url, {}).status_code == 422
    assert "13800001111" in client.post(url, {"purpose": "contact"}).content.decode()
    assert Opening.objects.count() == 2


def test_the_list_asks_no_more_for_ten_than_for_one(signed_in, calling, signing, village_clerk):
    client, counts = signed_in(village_clerk), []
    for more in (1, 9):
        for _number in range(more):
            signing(calling())
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_the_sheet_counts_people_and_hours_and_names_nobody(signed_in, call, signing, village_clerk):
    came = [signing(call).sign_up, signing(call).sign_up]
    confirmed(call, village_clerk, came, "2.5")
    answer = signed_in(village_clerk).get(reverse("volunteering_export") + "?state=all&format=csv")
    row = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[-1]
    assert "5.0" in row
    assert "赵" not in row


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, call, village_clerk, at):
    told = Event.objects.of(call).count()
    for state in [state for state in State if state not in step.source]:
        Call.objects.filter(pk=call.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(call, step.name, by=village_clerk, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(call).count() == told


def test_people_are_forgotten_once_when_their_time_is_over(call, signing, village_clerk):
    came = [signing(call).sign_up, signing(call).sign_up]
    done = confirmed(call, village_clerk, came)
    assert erase_contacts(at=done.closed_at + timedelta(days=700)) == 0
    assert [erase_contacts(at=done.closed_at + timedelta(days=760)) for _twice in range(2)] == [1, 0]
    assert {(row.name, row.phone, row.hours) for row in SignUp.objects.filter(call=call)} == {("", "", Decimal("2.0"))}
