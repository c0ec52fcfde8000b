"""Activities: written down, published, held and reported on, or cancelled with the reason."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.community.enums import FINAL, State
from grids.community.flow import FLOW
from grids.community.models import Activity
from grids.community.permissions import VIEW
from tests import actors

LIST, CREATE = reverse("community_list"), reverse("community_create")


def typed(**changed):
    starts = timezone.localtime() + timedelta(days=5)
    facts = {
        "kind": "law", "title": "民法典讲座", "description": "律师讲相邻关系。", "organiser": "司法所", "venue": "活动室", "publish": "on",
        "starts_at": f"{starts:%Y-%m-%dT09:00}", "ends_at": f"{starts:%Y-%m-%dT11:00}", "submission": uuid4(),
        "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE,
    }  # fmt: skip
    return {**facts, **changed}


def photograph():
    with BytesIO() as out:
        Image.new("RGB", (40, 30)).save(out, "JPEG")
        return SimpleUploadedFile("现场.jpg", out.getvalue(), content_type="image/jpeg")


def test_exactly_these_see_it(activity, village_clerk, worker, clerk, officer, operator, handler):
    beside = actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE)
    people = {"village": village_clerk, "worker": worker, "township": clerk, "centre": officer}
    strangers = {"beside": beside, "hotline": operator, "bureau": handler}
    seen = {name for name, user in {**people, **strangers}.items() if Activity.objects.visible_to(user, VIEW).exists()}
    assert seen == set(people)


def test_it_is_written_down_and_published_once(signed_in, village_clerk):
    client, sent = signed_in(village_clerk), typed()
    assert [client.post(CREATE, sent).status_code for _twice in range(2)] == [302, 302]
    assert (Activity.objects.get().state, Activity.objects.get().office) == (State.PUBLISHED, village_clerk.acting_post.office)


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"title": "讲"}, "title"), ({"kind": ""}, "kind"), ({"starts_at": "2001-01-01T09:00"}, "starts_at"), ({"capacity": "0"}, "capacity")],
)
def test_each_mistake_is_told_and_nothing_typed_is_lost(signed_in, village_clerk, changed, wrong):
    answer = signed_in(village_clerk).post(CREATE, typed(**changed))
    assert answer.status_code == 422
    assert wrong in answer.context["form"].errors
    assert "律师讲相邻关系。" in answer.content.decode()


def test_it_cannot_end_before_it_begins(signed_in, village_clerk):
    sent = typed()
    answer = signed_in(village_clerk).post(CREATE, {**sent, "ends_at": sent["starts_at"]})
    assert set(answer.context["form"].errors) == {"ends_at"}


def test_many_are_published_at_once(signed_in, village_clerk, planning):
    waiting = [planning(publish=False) for _two in range(2)]
    signed_in(village_clerk).post(reverse("community_bulk"), {"action": "publish", "selected": [one.number for one in waiting]})
    assert set(Activity.objects.values_list("state", flat=True)) == {State.PUBLISHED}


def test_it_is_reported_on_after_it_began_with_photographs(signed_in, activity, village_clerk, client):
    facts = {"by": village_clerk, "people": 40, "photos": [], "note": "反响很好。"}
    with pytest.raises(engine.StepRefused, match="还没有开始"):
        engine.take(activity, "report", at=timezone.now(), **facts)
    engine.take(activity, "report", at=activity.ends_at, **{**facts, "photos": [photograph()]})
    page = client.get(activity.public_url)
    assert all(word in page.content.decode() for word in ("反响很好。", "40 人参加"))
    assert client.get(page.context["photos"][0]["url"]).status_code == 200


def test_it_is_cancelled_with_a_reason_everyone_reads(activity, village_clerk, client):
    with pytest.raises(engine.StepRefused):
        engine.take(activity, "cancel", by=village_clerk, at=timezone.now())
    engine.take(activity, "cancel", by=village_clerk, at=timezone.now(), note="大风沙尘预警。")
    assert "大风沙尘预警。" in client.get(activity.public_url).content.decode()


def test_what_is_not_published_is_read_by_nobody(client, planning):
    assert client.get(planning(publish=False).public_url).status_code == 404


def test_the_desk_asks_for_the_report(signed_in, activity, village_clerk):
    late = timezone.now() - timedelta(days=1)
    Activity.objects.update(starts_at=late, ends_at=late + timedelta(hours=2))
    page = signed_in(village_clerk).get(reverse("desk")).content.decode()
    assert "社区活动待小结" in page
    assert activity.number in signed_in(village_clerk).get(f"{LIST}?state=to_report").content.decode()


def test_the_list_asks_no_more_for_ten_than_for_one(signed_in, planning, village_clerk):
    client, counts = signed_in(village_clerk), []
    for more in (1, 9):
        for _number in range(more):
            planning()
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_the_sheet_goes_out(signed_in, activity, village_clerk):
    answer = signed_in(village_clerk).get(reverse("community_export") + "?format=csv")
    assert activity.number in b"".join(answer.streaming_content).decode("utf-8-sig")


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, activity, village_clerk, at):
    told = Event.objects.of(activity).count()
    for state in [state for state in State if state not in step.source]:
        ended = {"closed_at": at if state in FINAL else None, "people": 1, "report": "好。"}
        Activity.objects.filter(pk=activity.pk).update(state=state, **ended)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(activity, step.name, by=village_clerk, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(activity).count() == told
