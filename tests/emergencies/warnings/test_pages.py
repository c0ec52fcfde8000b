"""The offices' pages of warnings: draft, check and issue on screen; the list, the export, the kinds."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.incidents.models import IncidentKind
from emergencies.incidents.services import report_incident
from emergencies.warnings.enums import State
from emergencies.warnings.indicators import IN_TIME, ISSUED
from emergencies.warnings.models import Warning, WarningKind
from emergencies.warnings.views import beside_incident
from governance.cases.indicators import DENOMINATOR
from governance.deadlines.sweep import sweep
from governance.people.enums import Role
from tests import actors
from tests.emergencies.warning_makers import issued, warned

LIST, CREATE = reverse("warnings_list"), reverse("warnings_create", args=["warning"])


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def step(case, name):
    return reverse("warnings_take_step", args=[case.number, name])


def typed(**facts):
    return {
        "submission": str(uuid4()), "kind": WarningKind.objects.get(code="gale").pk, "level": "yellow", "headline": "大风黄色预警",
        "text": "预计未来24小时平均风力8级。", "places": [actors.place(actors.COUNTY).pk], "certainty": "Likely",
        "until": f"{timezone.localtime() + timedelta(hours=20):%Y-%m-%dT%H:%M}", **facts,
    }  # fmt: skip


@pytest.mark.parametrize("headers", [{}, {"HTTP_HX_REQUEST": "true"}], ids=["plain", "htmx"])
def test_the_way_to_the_public_can_be_walked(headers, writer, colleague, signed_in):
    answer = signed_in(writer).post(CREATE, typed())
    case = Warning.objects.get()
    assert answer["Location"] == case.get_absolute_url()
    assert "不能校核自己" in signed_in(writer).post(step(case, "check"), {"note": "", "version": "1"}).content.decode()
    client = signed_in(colleague)
    for version, name in ((1, "check"), (2, "issue")):
        assert client.post(step(case, name), {"note": "", "version": str(version)}, **headers).status_code in {200, 302}
    page = client.get(case.get_absolute_url()).content.decode()
    assert Warning.objects.get().state == State.ISSUED
    for said in ("关好门窗", "CAP 1.2", "云峰", "高娃", "订阅者通知"):
        assert said in page


WRONG = [
    ({"kind": ""}, "请选择"),
    ({"level": "blue", "kind": "fog"}, "只有黄色、橙色、红色"),
    ({"until": "2020-01-01T10:00"}, "不能早于今天"),
    ({"places": []}, "请选择范围"),
    ({"text": "风大"}, "至少填写"),
    ({"starts_at": "later"}, "请填写正确的日期和时间"),
]


@pytest.mark.parametrize(("facts", "told"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_lost(facts, told, writer, signed_in):
    if facts.get("kind"):
        facts = {**facts, "kind": WarningKind.objects.get(code=facts["kind"]).pk}
    page = signed_in(writer).post(CREATE, typed(**facts))
    assert page.status_code == 422
    assert told in page.content.decode()
    assert "大风黄色预警" in page.content.decode()
    assert not Warning.objects.exists()


def test_a_police_office_sends_no_weather_and_a_township_no_colours(clerk, signed_in):
    police = actors.actor(Role.DEPARTMENT_HANDLER, trade="police")
    shown = signed_in(police).get(CREATE).content.decode()
    assert ("大风" in shown, "人员聚集安全" in shown) == (False, True)
    assert "电信网络诈骗" in signed_in(police).get(reverse("warnings_create", args=["tip"])).content.decode()
    assert [*signed_in(clerk).get(CREATE).context["form"].fields["kind"].queryset] == []
    other = signed_in(clerk).post(CREATE, typed())
    assert other.status_code == 422
    assert "本单位没有可以发布的种类" in other.content.decode()


def test_an_office_is_led_only_to_what_it_can_send_out(clerk, writer, signed_in):
    tip = reverse("warnings_create", args=["tip"])
    for person, shown in ((writer, True), (clerk, False)):
        page = signed_in(person).get(LIST).content.decode()
        assert (f'href="{CREATE}"' in page, f'href="{tip}"' in page) == (shown, True)


def test_an_office_names_no_place_of_others(writer, signed_in):
    page = signed_in(writer).post(CREATE, typed(places=[actors.place(actors.OTHER_COUNTY).pk]))
    assert "请从所列的选项中选择" in page.content.decode()


def test_an_update_begins_with_what_stands(writer, colleague, signed_in, now):
    case = issued(warned(now, by=writer), now, by=colleague)
    client = signed_in(writer)
    form = client.get(step(case, "revise")).context["form"]
    assert form["headline"].value() == case.title
    facts = typed(note="级别提高。", version=str(case.version), level="orange")
    assert client.post(step(case, "revise"), facts).status_code == 302
    for url in (case.get_absolute_url(), step(case, "check_update")):
        assert "与已发布的不同：标题、内容、级别、有效期至" in signed_in(colleague).get(url).content.decode()
    assert Warning.objects.get().draft.change == "级别提高。"


def test_ten_rows_cost_no_more_statements_than_one(writer, signed_in, at):
    client = signed_in(writer)
    warned(at, by=writer)
    statements(client, LIST)
    one = statements(client, LIST)
    for _ in range(9):
        warned(at, by=writer)
    assert statements(client, LIST) == one


def test_the_list_is_exported(standing, writer, signed_in):
    sheet = signed_in(writer).get(reverse("warnings_export"), {"format": "csv", "state": "in_force"})
    assert sheet.status_code == 200
    full = signed_in(writer).get(reverse("warnings_export"), {"format": "csv", "state": "all"})
    assert standing.number in b"".join(full.streaming_content).decode("utf-8-sig")


def test_a_late_draft_counts_at_once_and_once(warning, colleague, at):
    for _ in range(2):
        sweep(at=at + timedelta(minutes=40))
    assert IN_TIME.rows(Warning.objects.all(), DENOMINATOR).count() == 1
    case = issued(Warning.objects.get(), at + timedelta(minutes=41), by=colleague)
    assert case.kept is False
    assert (IN_TIME.rows(Warning.objects.all()).count(), ISSUED.rows(Warning.objects.all()).count()) == (0, 1)


def test_an_administrator_of_the_city_keeps_the_kinds(db, signed_in):
    client = signed_in(actors.actor(Role.ADMINISTRATOR))
    assert "大雾" in client.get(reverse("warnings_kinds")).content.decode()
    url, kind = reverse("warnings_kind", args=["fog"]), WarningKind.objects.get(code="fog")
    facts = {"label": "浓雾", "category": "Met", "citation": kind.citation, "advice": "减速慢行。", "active": "on"}
    assert "至少一个级别" in client.post(url, facts).content.decode()
    assert client.post(url, {**facts, "levels": ["yellow", "red"]}).status_code == 302
    kind.refresh_from_db()
    assert (kind.label, kind.levels) == ("浓雾", ["yellow", "red"])


def test_an_incident_s_board_shows_what_was_said_of_it(writer, colleague, clerk, manager, signed_in, now):
    incident = report_incident(
        at=now, by=clerk, place=actors.place(actors.VILLAGE), kind=IncidentKind.objects.first(), description="燃气泄漏。"
    )
    board = beside_incident(incident, by=clerk)
    assert board["rows"] == []
    assert beside_incident(incident, by=manager) is None
    form = signed_in(clerk).get(board["link"][1]).context["form"]
    assert form["incident"].value() == incident.pk
    case = issued(warned(now, by=writer, kind="situation", incident=incident), now, by=colleague)
    assert [row[1:] for row in beside_incident(incident, by=clerk)["rows"]] == [(case.get_absolute_url(), ("active", "已发布"))]
    assert incident.title in signed_in(writer).get(case.get_absolute_url()).content.decode()
