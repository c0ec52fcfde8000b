"""The pages beside the dashboard: one sheet, exports, the report, days, what is overdue, the checks, the map."""

import io
import json
from datetime import timedelta

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from governance.deadlines.models import Deadline
from governance.people.enums import OfficeType, Role
from governance.places.models import Place
from supervision.indicators.checking import check_and_mend
from supervision.indicators.models import AreaMap, Figure, StaleMonth
from supervision.indicators.overdue import Reason
from supervision.indicators.report import reason_words, sentence
from tests import actors
from tests.conftest import MONDAY
from tests.supervision.test_dashboard import text_of

pytestmark = pytest.mark.django_db

APPROVAL = "蒙S（2026）001号"


def page(client, name, *args, **query):
    return client.get(reverse(name, args=args), query)


def sheet_of(answer):
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)), read_only=True)
    head, *rows = book.active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("code", [actors.CITY, actors.COUNTY, actors.TOWNSHIP, actors.VILLAGE])
def test_the_sheet_shows_the_same_numbers_on_either_paper(city, official, signed_in, code):
    client = signed_in(official)
    for paper in ("a4", "a3", "letter"):
        told = page(client, "dashboard_sheet", code, paper=paper)
        assert f"board-sheet-{'a3' if paper == 'a3' else 'a4'}.css" in told.content.decode()
        assert "受理量" in text_of(told)


def test_the_sheet_for_excel_holds_every_figure_of_every_place(city, official, signed_in):
    rows = sheet_of(page(signed_in(official), "dashboard_export", actors.CITY))
    received = {row["区划代码"]: row["分子（数量）"] for row in rows if row["指标"] == "受理量"}
    kept = Figure.objects.filter(indicator="complaints.received", place_path=actors.CITY).totals("place_path")[0]
    assert received[actors.CITY] == kept["numerator"] == 30
    assert actors.COUNTY in received
    on_time = next(row for row in rows if row["指标"] == "按期办结率" and row["区划代码"] == actors.CITY)
    assert on_time["95%置信下限"] < on_time["比率"] < on_time["95%置信上限"]
    assert on_time["未计入"] == 30 - on_time["分母"]
    assert on_time["不计入的理由"]


def test_the_months_for_excel_add_up_to_the_figure(city, official, signed_in):
    rows = sheet_of(page(signed_in(official), "dashboard_export", actors.CITY, table="months"))
    assert sum(row["分子（数量）"] for row in rows if row["指标"] == "受理量") == 30


def test_the_report_is_drafted_in_word_and_as_pdf(city, official, signed_in):
    client = signed_in(official)
    word = page(client, "dashboard_report", actors.CITY, "docx", month="2026-10")
    paper = docx.Document(io.BytesIO(word.content))
    words = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "呼和浩特市社会治理月度分析" in words
    assert "2026年10月" in words
    assert "受理量" in words
    assert len(paper.tables) > 3
    assert page(client, "dashboard_report", actors.VILLAGE, "pdf").content.startswith(b"%PDF")
    assert page(client, "dashboard_report", actors.CITY, "odt").status_code == 404


def test_in_the_report_names_and_numbers_stay_apart():
    clock = Reason(None, None, "督导", "oversight.stage_3", "阶段目标3", 2, None)
    assert reason_words(clock) == "督导“阶段目标3”2项"
    row = {"label": "一次复查通过率", "now": "—", "before": "100.0%", "year_ago": "—", "is_rate": True, "counts": ""}
    assert sentence(row) == "一次复查通过率无应计事项，上月100.0%"


def test_the_running_month_has_no_report_yet(city, official, signed_in):
    word = page(signed_in(official), "dashboard_report", actors.CITY, "docx", month="2026-11")
    assert "202610" in word["Content-Disposition"]


def test_every_day_opens_exactly_its_rows(city, official, signed_in):
    client = signed_in(official)
    for code in (actors.CITY, actors.TOWNSHIP):
        days = page(client, "dashboard_days", code, of="complaints.received").context["days"]
        assert sum(one["n"] for one in days) > 0
        for one in (one for one in days if one["n"]):
            assert client.get(one["url"]).context["page"].count == one["n"]


def test_days_are_kept_down_to_townships(city, official, signed_in):
    told = page(signed_in(official), "dashboard_days", actors.VILLAGE)
    assert told.context["days"] == []
    assert "每日数据统计到乡镇（街道）" in text_of(told)


@pytest.fixture
def late(complaint, official):
    """One complaint whose clocks ran out, and one right that did."""
    Deadline.objects.of(complaint).update(due_at=MONDAY - timedelta(days=1))
    Deadline.objects.of(complaint).first()
    return complaint


def test_what_is_overdue_is_told_by_office_and_reason_and_opens_its_clocks(late, official, signed_in):
    client = signed_in(official)
    told = page(client, "dashboard_overdue", actors.CITY)
    assert told.context["page"].count == sum(reason.n for reason in told.context["reasons"]) > 0
    for reason in told.context["reasons"]:
        opened = client.get(f"{reverse('dashboard_overdue', args=[actors.CITY])}?{reason.query}")
        assert opened.context["page"].count == reason.n
        assert late.number in text_of(opened)
    assert page(client, "dashboard_overdue", actors.OTHER_COUNTY).context["page"].count == 0


def test_a_right_that_lapsed_is_not_overdue(late, official, signed_in):
    Deadline.objects.of(late).update(term="complaints.object")
    assert page(signed_in(official), "dashboard_overdue", actors.CITY).context["page"].count == 0


@pytest.mark.parametrize("query", [{"office": "x"}, {"office": "9" * 30}, {"term": "'"}, {"page": "0"}, {"office": "none"}])
def test_a_nonsense_choice_of_overdue_is_no_failure(late, official, signed_in, query):
    assert page(signed_in(official), "dashboard_overdue", actors.CITY, **query).status_code == 200


def test_who_is_barred_from_a_case_is_not_shown_its_clocks(late, official, signed_in):
    type(late).objects.filter(pk=late.pk).update(barred_people=[official.pk])
    assert page(signed_in(official), "dashboard_overdue", actors.CITY).context["page"].count == 0


def test_the_dashboard_says_that_figures_agree_with_their_rows_or_not(city, official, signed_in):
    client = signed_in(official)
    StaleMonth.objects.all().delete()
    check_and_mend(at=MONDAY)
    assert "与明细一致" in text_of(page(client, "dashboard"))
    Figure.objects.filter(indicator="complaints.received", place_path=actors.CITY).update(numerator=999)
    check_and_mend(at=MONDAY)
    assert "有数据与明细不一致" in text_of(client.get("/dashboard/?span=3"))
    told = text_of(page(client, "dashboard_checks"))
    assert "不一致，已重新统计" in told
    assert "保存的 999/0" in told


def square(code, west, south):
    ring = [[west, south], [west + 0.5, south], [west + 0.5, south + 0.4], [west, south + 0.4], [west, south]]
    return {"type": "Feature", "properties": {"adcode": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def counties():
    return [place.code for place in Place.objects.in_use().filter(parent__code=actors.CITY).order_by("code")]


def collection(codes):
    found = [square(code, 110 + index % 4, 40 + index // 4) for index, code in enumerate(codes)]
    return json.dumps({"type": "FeatureCollection", "features": found}).encode()


def upload(client, content, **facts):
    place = Place.objects.get(code=actors.CITY).pk
    file = SimpleUploadedFile("counties.geojson", content, content_type="application/geo+json")
    return client.post(reverse("dashboard_map"), {"place": place, "file": file, "approval": APPROVAL, "source": "市自然资源局", **facts})


@pytest.fixture
def chief(db):
    return actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP)


def test_an_authorised_map_takes_the_place_of_the_tiles_and_names_what_it_lacks(city, chief, signed_in):
    client, codes = signed_in(chief), counties()
    assert upload(client, collection(codes[:-1])).status_code == 302
    told = page(client, "dashboard").content.decode()
    assert told.count("board-map-outlined") == 1
    assert told.count('<path class="tile') == len(codes) - 1
    assert APPROVAL in told
    assert "图上没有：" in told
    client.post(reverse("dashboard_map"), {"remove": actors.CITY})
    assert not AreaMap.objects.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "有效"),
        (b'{"type": "FeatureCollection", "features": []}', "没有要素"),
        (collection(["150199"]), "区划代码"),
    ],
)
def test_what_is_no_map_of_the_place_is_refused_with_the_reason(chief, signed_in, content, reason):
    answer = upload(signed_in(chief), content)
    assert answer.status_code == 422
    assert reason in text_of(answer)
    assert APPROVAL in answer.content.decode()


def test_a_map_without_the_number_of_its_review_is_refused(chief, signed_in):
    assert upload(signed_in(chief), collection(counties()), approval="").status_code == 422


def test_the_command_brings_a_map_in_or_says_why_not(db, tmp_path, capsys):
    file = tmp_path / "map.geojson"
    file.write_bytes(collection(counties()))
    call_command("import_map", str(file), "--approval", APPROVAL, "--source", "测绘院")
    assert "10 places" in capsys.readouterr().out
    file.write_bytes(b"[]")
    with pytest.raises(CommandError):
        call_command("import_map", str(file), "--approval", APPROVAL, "--source", "测绘院")
