"""The staff's pages: who sees which matter, what is typed, what is sealed, and what goes out as a sheet."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.people.enums import Role
from governance.privacy.models import Opening
from grids.deliberation.enums import State
from grids.deliberation.models import Deliberation
from grids.deliberation.permissions import VIEW
from grids.deliberation.services import raise_matter
from tests import actors
from tests.grids.deliberation.conftest import FACTS, walk

LIST, CREATE = reverse("deliberation_list"), reverse("deliberation_create")
TYPED = {
    "raised_by": "representative", "title": "通村路灯", "kind": "facility", "description": "晚上路黑，老人出门不安全。",
    "submission": "6f1c2f6e-5f0c-4b7e-9d7a-0d7e6a3f5b11", "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
    "place_village": actors.VILLAGE,
}  # fmt: skip


def step_url(case, step):
    return reverse("deliberation_take_step", args=[case.number, step])


def test_exactly_these_see_it(case, village_clerk, worker, clerk, officer, official, operator, handler):
    beside = actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE)
    people = {"village": village_clerk, "worker": worker, "township": clerk, "centre": officer, "leader": official}
    strangers = {"beside": beside, "hotline": operator, "bureau": handler}
    seen = {name for name, user in {**people, **strangers}.items() if Deliberation.objects.visible_to(user, VIEW).exists()}
    assert seen == set(people)


def test_it_is_raised_at_the_desk_once(signed_in, village_clerk):
    client = signed_in(village_clerk)
    for _twice in range(2):
        answer = client.post(CREATE, TYPED)
        assert answer.status_code == 302
    made = Deliberation.objects.get()
    assert (made.raised_by, made.place.code, made.office) == ("representative", actors.VILLAGE, village_clerk.acting_post.office)


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"title": "灯"}, "title"), ({"kind": ""}, "kind"), ({"phone": "12"}, "phone"), ({"raised_by": "mayor"}, "raised_by"),
     ({"place_village": "", "place_township": "", "place_county": ""}, "place")],
)  # fmt: skip
def test_each_mistake_is_told_and_nothing_typed_is_lost(signed_in, clerk, changed, wrong):
    answer = signed_in(clerk).post(CREATE, {**TYPED, **changed})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})
    assert TYPED["description"] in answer.content.decode()


def test_the_list_asks_no_more_for_ten_than_for_one(signed_in, village_clerk, case, at):
    client, counts = signed_in(village_clerk), []
    for more in (0, 9):
        for _number in range(more):
            raise_matter(at=at, place=case.place, **FACTS)
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [({"attended": "12", "way": "vote", "votes_for": "9"}, "votes_for"),
     ({"attended": "12", "way": "vote", "votes_for": "9", "votes_against": "9", "votes_abstained": "0"}, "votes_for"),
     ({"attended": "1", "way": "consensus"}, "attended"), ({"attended": "12", "way": ""}, "way")],
)  # fmt: skip
def test_a_vote_that_does_not_add_up_is_told(signed_in, case, village_clerk, at, typed, wrong):
    announced = walk(case, village_clerk, at, until="announce")
    answer = signed_in(village_clerk).post(step_url(announced, "hold"), {**typed, "version": announced.version})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})


def test_more_cannot_be_content_than_were_asked(signed_in, case, village_clerk, at):
    done = walk(case, village_clerk, at, until="carry_out")
    answer = signed_in(village_clerk).post(step_url(done, "evaluate"), {"asked": "5", "satisfied": "6", "version": done.version})
    assert set(answer.context["form"].errors) == {"satisfied"}


def test_the_page_tells_the_meeting_and_what_was_said_by_role(signed_in, case, village_clerk, at):
    walk(case, village_clerk, at, until="publish_result")
    page = signed_in(village_clerk).get(case.get_absolute_url()).content.decode()
    assert all(word in page for word in ("社区议事厅", "村（居）民代表", "东门空地离配电室近", "赞成 9，反对 2，弃权 1", "物业公司"))
    assert "张三" not in page


def test_names_are_opened_for_a_purpose_and_on_record(signed_in, case, village_clerk, at):
    walk(case, village_clerk, at, until="invite")
    client, url = signed_in(village_clerk), reverse("deliberation_names", args=[case.number])
    assert client.post(url, {"purpose": ""}).status_code == 422
    assert not Opening.objects.exists()
    page = client.post(url, {"purpose": "verify"}).content.decode()
    assert all(word in page for word in ("王芳", "13800000003", "张三、李四"))
    assert Opening.objects.count() == 3


def test_the_sheet_holds_no_name(signed_in, case, village_clerk, at):
    walk(case, village_clerk, at, until="close")
    answer = signed_in(village_clerk).get(reverse("deliberation_export") + "?state=all&format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert case.number in text
    assert not [word for word in ("王芳", "13800000003", "张三") if word in text]


def test_the_desk_shows_what_waits(signed_in, case, village_clerk):
    page = signed_in(village_clerk).get(reverse("desk")).content.decode()
    assert "议题待答复" in page


def test_what_came_to_its_day_waits_to_be_written_down(signed_in, case, village_clerk, at):
    walk(case, village_clerk, at, until="announce")
    Deliberation.objects.update(meet_at=timezone.now() - timedelta(hours=1), state=State.ANNOUNCED)
    assert case.number in signed_in(village_clerk).get(f"{LIST}?state=to_hold").content.decode()
