"""The pages of drills: list, detail, the record's forms, and what everyone may read."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from emergencies.drills.enums import State
from emergencies.drills.models import Drill
from emergencies.drills.sheet import COLUMNS
from governance.files.models import Attachment
from governance.flow import engine
from governance.people.enums import Role
from governance.web.formats import cn_due
from tests import actors
from tests.emergencies.drills.test_flow import PLAN, carry

LIST, PUBLISHED = reverse("drills_list"), reverse("drills_published")
HTMX = {"HTTP_HX_REQUEST": "true"}


def step_url(case, name):
    return reverse("drills_take_step", args=[case.number, name])


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def photograph():
    paper = BytesIO()
    Image.new("RGB", (64, 48)).save(paper, "JPEG")
    return SimpleUploadedFile("现场.jpg", paper.getvalue(), content_type="image/jpeg")


def moment(at):
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def lived(declaring, bureau):
    """A venue that was confirmed forty days ago, with its obligation."""
    at = timezone.now() - timedelta(days=40)
    return Drill.objects.get(venue=engine.take(declaring(at=at), "confirm", by=bureau, at=at))


def typed():
    """What a manager types at each step, in order."""
    now, today = timezone.now(), timezone.localdate().isoformat()
    measure = {"text_1": "增派引导员", "owner_1": "周明", "until_1": today}
    record = {"participants": 30, "course": "按预案疏散至广场。", "photographs": photograph()}
    return {
        "plan": {**PLAN, "planned_on": today},
        "announce": {"announcement": "今日组织疏散演练，请勿惊慌。"},
        "hold": {"held_at": moment(now - timedelta(hours=1)), **record},
        "evaluate": {"verdict": "partly", "findings": "整体有序，个别出口拥堵。", **measure},
        "report": {"reported_to": "区应急管理局", "reported_on": today},
        "finish_measure": {"note": "已增派并培训。"},
    }


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_ordinary_way_can_be_walked(headers, signed_in, lived, manager, fresh):
    client = signed_in(manager)
    for name, given in typed().items():
        given |= {"measure": lived.measures.get().pk} if name == "finish_measure" else {}
        assert client.get(step_url(lived, name), **headers).status_code == 200, name
        assert client.post(step_url(lived, name), given, **headers).status_code == (200 if headers else 302), name
    done = fresh(lived)
    assert (done.state, done.kept, done.measures.count(), Attachment.objects.of(done).count()) == (State.REPORTED, True, 1, 1)
    assert Drill.objects.get(previous=done).opened_at == done.held_at


def test_photographs_of_a_refused_record_are_not_lost(signed_in, lived, manager):
    client, now = signed_in(manager), timezone.now()
    engine.take(lived, "plan", by=manager, at=now, planned_on=timezone.localdate(), **PLAN)
    given = {"held_at": moment(now), "participants": 5, "photographs": photograph()}
    refused = client.post(step_url(lived, "hold"), given)
    tokens = [upload.token for upload in refused.context["held"]]
    assert (refused.status_code, len(tokens)) == (422, 1)
    assert tokens[0] in refused.content.decode()
    again = {"held_at": moment(now), "participants": 5, "course": "按预案疏散至广场。", "held": tokens}
    assert client.post(step_url(lived, "hold"), again).status_code == 302
    assert [file.name for file in Attachment.objects.of(lived)] == ["现场.jpg"]


def test_a_measure_is_whole_or_refused(signed_in, lived, manager):
    carry(lived, manager, timezone.now() - timedelta(days=2), until="hold")
    answer = signed_in(manager).post(
        step_url(lived, "evaluate"), {"verdict": "reached", "findings": "整体有序可行。", "text_2": "增派引导员"}
    )
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"owner_2", "until_2"}
    assert "增派引导员" in answer.content.decode()


WRONG = [
    ("plan", "planned_on", (timezone.localdate() - timedelta(days=3)).isoformat(), "不能早于今天"),
    ("hold", "held_at", "2031-01-01T10:00", "不晚于现在"),
    ("hold", "held_at", "昨天", ""),
    ("hold", "participants", "0", "大于0"),
]


@pytest.mark.parametrize(("step", "name", "value", "said"), WRONG)
def test_a_wrong_fact_is_told_beside_its_field(step, name, value, said, signed_in, lived, manager):
    given = {**PLAN, "planned_on": timezone.localdate().isoformat()}
    if step == "hold":
        engine.take(lived, "plan", by=manager, at=timezone.now(), **{**given, "planned_on": timezone.localdate()})
        given = {"held_at": moment(timezone.now()), "participants": 5, "course": "按预案疏散。"}
    answer = signed_in(manager).post(step_url(lived, step), {**given, name: value})
    assert answer.status_code == 422
    assert said in str(answer.context["form"].errors[name])


def test_the_page_shows_the_binding_rule_and_its_source(signed_in, lived, manager):
    page = signed_in(manager).get(reverse("drills_detail", args=[lived.number])).content.decode()
    for fact in ("每半年至少一次", "（适用）", "每年至少一次", "生产安全事故应急条例第八条", lived.venue.title, "登记以来没有记录"):
        assert fact in page


@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL])
def test_ten_rows_cost_no_more_statements_than_one(role, signed_in, drill, declaring, bureau, at):
    client = signed_in(actors.actor(role))
    statements(client, LIST)
    one = statements(client, LIST)
    for number in range(9):
        engine.take(declaring(title=f"青山百货{number}店"), "confirm", by=bureau, at=at)
    assert statements(client, LIST) == one <= 12


def test_the_page_of_a_drill_costs_few_statements(signed_in, lived, manager):
    carry(lived, manager, timezone.now() - timedelta(days=20))
    client, url = signed_in(manager), reverse("drills_detail", args=[lived.number])
    statements(client, url)
    assert statements(client, url) <= 20


def test_the_filters_say_what_they_find(signed_in, lived, manager, clerk):
    client = signed_in(clerk)
    found = {state: len(client.get(LIST, {"state": state}).context["page"].rows) for state in ("owed", "soon", "missed", "due", "held")}
    assert found == {"owed": 1, "soon": 0, "missed": 0, "due": 1, "held": 0}
    Drill.objects.update(due_at=timezone.now() + timedelta(days=9))
    assert len(client.get(LIST, {"state": "soon"}).context["page"].rows) == 1


def test_the_export_holds_the_filtered_rows(signed_in, lived, bureau):
    answer = signed_in(bureau).get(reverse("drills_export"))
    rows = [*openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)), read_only=True).active.iter_rows(values_only=True)]
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert rows[1][4] == "每半年至少一次"


def test_everyone_reads_when_a_place_drilled_last_and_no_telephone(client, lived, manager):
    held = timezone.now() - timedelta(days=20)
    carry(lived, manager, held)
    page = client.get(PUBLISHED).content.decode()
    for fact in (lived.venue.title, "大型商场", f"{timezone.localtime(held):%Y年}{timezone.localtime(held).month}月"):
        assert fact in page
    assert lived.venue.work_phone not in page
    assert lived.venue.manager not in page


def test_what_never_drilled_is_not_published(client, lived):
    assert lived.venue.title not in client.get(PUBLISHED).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [({"county": actors.COUNTY}, True), ({"county": actors.OTHER_COUNTY}, False), ({"county": "zz", "page": "x"}, True),
     ({"county": actors.COUNTY, "township": actors.TOWNSHIP}, True), ({"county": actors.COUNTY, "township": actors.OTHER_TOWNSHIP}, False)],
)  # fmt: skip
def test_the_published_list_is_narrowed_by_place(query, found, client, lived, manager):
    carry(lived, manager, timezone.now() - timedelta(days=20))
    assert (lived.venue.title in client.get(PUBLISHED, query).content.decode()) is found


def test_the_published_list_costs_the_same_for_one_and_ten(client, lived, manager, declaring, bureau):
    carry(lived, manager, timezone.now() - timedelta(days=20))
    one, at = statements(client, PUBLISHED), timezone.now() - timedelta(days=40)
    for number in range(9):
        venue = engine.take(declaring(at=at, title=f"青山百货{number}店"), "confirm", by=bureau, at=at)
        carry(Drill.objects.get(venue=venue), manager, timezone.now() - timedelta(days=20))
    assert statements(client, PUBLISHED) == one


def test_nobody_plans_to_be_late(signed_in, lived, manager):
    client, url, last = signed_in(manager), step_url(lived, "plan"), timezone.localdate(lived.due_at - timedelta(seconds=1))
    page = client.post(url, {**PLAN, "planned_on": (last + timedelta(days=1)).isoformat()})
    assert page.context["form"].errors["planned_on"] == [f"最后期限是{cn_due(lived.due_at)}，请安排在此之前。"]
    assert client.post(url, {**PLAN, "planned_on": last.isoformat()}).status_code == 302


def test_who_is_late_already_plans_for_as_soon_as_may_be(signed_in, lived, manager):
    Drill.objects.filter(pk=lived.pk).update(due_at=timezone.now() - timedelta(days=3))
    given = {**PLAN, "planned_on": (timezone.localdate() + timedelta(days=2)).isoformat()}
    assert signed_in(manager).post(step_url(lived, "plan"), given).status_code == 302
