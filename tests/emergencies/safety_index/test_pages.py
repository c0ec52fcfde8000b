"""The pages of the index: compiling, method and inhabitants, and what everybody reads."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.safety_index.models import Edition, Method, Population
from governance.calendar.months import month_before, month_of
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.safety_index import scenes

PUBLIC = reverse("safety_index_published")


@pytest.fixture
def published(sent, approver, at):
    return engine.take(sent, "publish", by=approver, at=at)


@pytest.fixture
def administrator(offices):
    return actors.actor(Role.ADMINISTRATOR)


def text(answer):
    return answer.content.decode()


def test_nothing_is_public_before_it_is_published(sent, client):
    assert "还没有发布" in text(client.get(PUBLIC))
    assert client.get(reverse("safety_index_month", args=[f"{sent.month:%Y-%m}"])).status_code == 404
    assert client.get(reverse("safety_index_json")).status_code == 404


def test_everybody_reads_index_map_and_method(published, client):
    page = text(client.get(PUBLIC))
    assert all(words in page for words in ("95.0", "平稳", scenes.TOLD, "band-blue", "20 件"))
    assert "编制办法" in text(client.get(reverse("safety_index_how")))
    county = client.get(reverse("safety_index_county", args=[f"{published.month:%Y-%m}", actors.COUNTY]))
    assert "平稳" in text(county)


def test_a_cell_below_five_is_nowhere(city, at, month_ago, compiler, approver, client):
    scenes.Tip.objects.filter(place__code=actors.OTHER_COUNTY).delete()
    scenes.rows(actors.OTHER_COUNTY, 3, at=month_ago)
    edition = engine.take(scenes.submitted(scenes.drafted(at), compiler, at), "publish", by=approver, at=at)
    facts = json.loads(text(client.get(reverse("safety_index_json"))))
    hidden = [row for row in facts["counties"] if not row["components"]]
    assert {row["published"] for row in hidden} == {"band"}
    assert len(hidden) >= 2
    assert {row["index"] for row in hidden} == {None}
    assert ">3 件" not in text(client.get(PUBLIC))
    sheet = client.get(reverse("safety_index_data", args=[f"{edition.month:%Y-%m}"]), {"format": "csv"})
    line = next(one for one in b"".join(sheet.streaming_content).decode("utf-8-sig").splitlines() if one.startswith(actors.OTHER_COUNTY))
    assert line.rstrip(",").endswith("平稳")


def test_the_data_are_open_to_programs(published, client):
    answer = client.get(reverse("safety_index_json"), {"month": f"{published.month:%Y-%m}"})
    facts = json.loads(text(answer))
    assert (answer["Access-Control-Allow-Origin"], facts["number"], facts["city"]["index"]) == ("*", published.number, 95.0)
    assert client.get(reverse("safety_index_json"), {"month": "1999-01"}).status_code == 404
    assert client.get(reverse("safety_index_month", args=["letters"])).status_code == 404


def test_the_compiler_opens_checks_and_sends_an_edition(city, compiler, signed_in, at):
    actors.office(OfficeType.CENTRE, actors.CITY)
    client, month = signed_in(compiler), month_before(month_of(timezone.localdate()))
    made = client.post(reverse("safety_index_create"), {"month": f"{month:%Y-%m}"})
    edition = Edition.objects.get()
    assert made["Location"] == edition.get_absolute_url()
    url = reverse("safety_index_take_step", args=[edition.number, "recompute"])
    assert client.get(url).status_code == 200
    assert client.post(reverse("safety_index_create"), {"month": f"{month:%Y-%m}"}).status_code == 422


def test_what_is_compiled_is_read_whole_inside(edition, compiler, signed_in):
    client = signed_in(compiler)
    assert "20 件" in text(client.get(edition.get_absolute_url()))
    assert client.get(reverse("safety_index_area", args=[edition.number, actors.COUNTY])).status_code == 200
    assert "这是预览" in text(client.get(reverse("safety_index_preview", args=[edition.number])))
    assert edition.number in text(client.get(reverse("safety_index_list")))
    sheet = client.get(reverse("safety_index_export"), {"format": "csv"})
    assert edition.number in b"".join(sheet.streaming_content).decode("utf-8-sig")


def test_the_list_asks_as_often_for_ten_editions_as_for_one(edition, compiler, signed_in, at):
    client, url = signed_in(compiler), reverse("safety_index_list")
    client.get(url)
    from_one = statements(client, url)
    for back in range(2, 11):
        scenes.draft(month=month_before(edition.month, back), at=at)
    assert statements(client, url) == from_one


def statements(client, url):
    with CaptureQueriesContext(connection) as told:
        client.get(url)
    return len(told)


def method_form(**facts):
    base = Method.objects.get(version="2022-1")
    values = {f"{name}_{one.code}": getattr(one, name) for one in base.components.all() for name in ("weight", "best", "worst")}
    values |= {f"least_{band.tone}": band.least for band in base.bands.all() if band.least}
    values |= {name: getattr(base, name) for name in ("window", "least_people", "rise_window", "rise_least", "rise_share")}
    return {**values, "valid_from": f"{timezone.localdate():%Y-%m}", "source": "市领导小组办公室通知", **facts}


def test_a_version_of_the_method_follows_the_other(administrator, signed_in, offices):
    client, url = signed_in(administrator), reverse("safety_index_method_create")
    assert client.get(url).status_code == 200
    client.post(url, method_form(weight_venues=40))
    made = Method.objects.order_by("pk").last()
    assert made.components.get(code="venues").weight == 40
    assert made.version in text(client.get(reverse("safety_index_method")))
    assert Method.objects.get(version="2022-1").components.get(code="venues").weight == 15


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"worst_venues": "0"}, "零分下限须大于"),
        ({"least_yellow": "95"}, "依次降低"),
        ({"rise_least": "1"}, "不能小于"),
        ({"source": ""}, ""),
        ({f"weight_{code}": "0" for code in ("incidents", "hazards", "venues", "disputes", "complaints")}, "至少一个分项"),
    ],
)
def test_a_wrong_method_is_refused_beside_its_field(administrator, signed_in, offices, facts, told):
    page = signed_in(administrator).post(reverse("safety_index_method_create"), method_form(**facts))
    assert page.status_code == 422
    assert told in text(page)
    assert Method.objects.count() == 1


def test_the_summary_names_the_sub_index_of_a_fault(administrator, signed_in, offices):
    page = signed_in(administrator).post(reverse("safety_index_method_create"), method_form(weight_hazards=""))
    assert "安全隐患 · 权重：" in text(page)


def test_a_version_an_office_made_is_nobody_s_default(administrator, signed_in, offices):
    client, page = signed_in(administrator), reverse("safety_index_method")
    assert "（系统默认，可调整）" in text(client.get(page))
    client.post(reverse("safety_index_method_create"), method_form())
    assert "（系统默认，可调整）" not in text(client.get(page))


def test_the_first_month_of_a_method_says_why_it_is_not_compared(published, at, compiler, approver, client):
    words = "本期起按新的编制办法计算"
    assert words not in text(client.get(PUBLIC))
    Edition.objects.filter(pk=published.pk).update(month=month_before(published.month), method=Method.objects.get(version="2022-1"))
    engine.take(scenes.submitted(scenes.drafted(at), compiler, at), "publish", by=approver, at=at)
    assert words in text(client.get(PUBLIC))


def test_the_inhabitants_of_a_year_are_entered(administrator, signed_in, offices):
    client, url = signed_in(administrator), reverse("safety_index_population_put", args=[actors.TOWNSHIP])
    assert client.post(url, {"year": "1980", "people": "0", "source": ""}).status_code == 422
    client.post(url, {"year": "2024", "people": "31000", "source": "统计公报"})
    assert Population.objects.get(place__code=actors.TOWNSHIP).people == 31_000
    assert "31" in text(client.get(reverse("safety_index_population")))
