"""A mediator completes a file: refused while it lacks something, edited, scanned back, filed with its number, one PDF (人民调解法 §27)."""

from io import BytesIO

import pypdfium2
import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from disputes.dossier.models import Dossier, DossierSeries, KeptPaper, Scan
from disputes.mediation.models import Party
from disputes.mediation.services import PartyFacts, open_mediation
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.browser.looking import barriers, cut_off
from tests.disputes.mediation.conftest import walk

PEOPLE = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四", "13900000000")]


@pytest.fixture
def case(town):
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
    facts = {"kind": "neighbour", "description": "楼上渗水，泡坏了我家墙面。", "parties": PEOPLE, "demand": "赔偿粉刷费。"}
    begun = timezone.now() - actors.days(12)
    opened = open_mediation(at=begun, place=actors.place(actors.VILLAGE), **facts).mediation
    yield walk(opened, actors.actor(Role.MEDIATOR, name="白玉兰"), begun, until="perform")
    for model in (Dossier, DossierSeries, KeptPaper, Scan, Party):
        model.objects.all().delete()


@pytest.fixture
def page(seat, case):
    return seat(case.mediator).page


def test_a_file_is_completed_filed_and_bound(page, case, tmp_path):
    is_refused(page, case)
    edits_the_agreement(page)
    scans_the_identity(page)
    completes(page)
    files(page, case)
    downloads(page, case, tmp_path)


def is_refused(page, case):
    """The step names what is missing, before it is pressed and after."""
    page.goto(case.get_absolute_url())
    reason = page.locator(".steps").get_by_text("卷宗缺：")
    expect(reason).to_contain_text("当事人身份证明")
    page.locator(".steps").get_by_role("link", name="归档", exact=True).click()
    page.locator("main form").get_by_role("button", name="归档", exact=True).click()
    expect(page.locator("[data-error-summary]")).to_contain_text("补齐后才能归档")
    page.get_by_role("link", name="查看卷宗").click()
    expect(page.get_by_text("必备材料 0 / 6 项")).to_be_visible()
    assert (barriers(page, 1366, 390), cut_off(page, 1366, 390)) == ([], [])
    page.set_viewport_size({"width": 1366, "height": 900})


def edits_the_agreement(page):
    page.locator("#item-agreement").get_by_role("button", name="编辑").click()
    expect(page.get_by_role("heading", name="编辑人民调解协议书")).to_be_visible()
    page.fill("#id_parties-0-work", "教师")
    page.fill("#id_duties", "一、三日内修复墙面。")
    assert (barriers(page, 1366, 390), cut_off(page, 1366, 390)) == ([], [])
    page.set_viewport_size({"width": 1366, "height": 900})
    page.get_by_role("button", name="保存入卷").click()
    expect(page.get_by_text("必备材料 1 / 6 项")).to_be_visible()
    expect(page.locator("#item-agreement")).to_contain_text("经编辑")


def scans_the_identity(page):
    page.get_by_role("link", name="上传扫描件").click()
    page.select_option("#id_target", "identity:")
    page.set_input_files("#id_files", [sheet("身份证.pdf", "application/pdf", "PDF"), sheet("背面.jpg", "image/jpeg", "JPEG")])
    page.get_by_role("button", name="上传入卷").click()
    expect(page.get_by_text("必备材料 2 / 6 项")).to_be_visible()


def sheet(name, kind, form):
    with BytesIO() as out:
        Image.new("RGB", (620, 877), "white").save(out, form)
        return {"name": name, "mimeType": kind, "buffer": out.getvalue()}


def completes(page):
    page.get_by_role("button", name="按案件内容生成必备文书").click()
    expect(page.get_by_text("必备材料 6 / 6 项")).to_be_visible()


def files(page, case):
    page.get_by_role("link", name="返回事项").click()
    page.locator(".steps").get_by_role("link", name="归档", exact=True).click()
    page.locator("main form").get_by_role("button", name="归档", exact=True).click()
    expect(page.locator("#panel")).to_contain_text("人调字第1号")
    page.goto("/dossiers/")
    page.get_by_role("link", name="人调字第1号").click()
    expect(page.get_by_role("button", name="编辑")).to_have_count(0)


def downloads(page, case, folder):
    """Cover, contents, five papers and two scanned sheets, back cover."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载整卷 PDF").click()
    waiting.value.save_as(folder / "file.pdf")
    document = pypdfium2.PdfDocument(folder / "file.pdf")
    cover, contents, *pages, back = ["".join(one.get_textpage().get_text_bounded().split()) for one in document]
    assert Dossier.objects.get(mediation=case).document in cover
    assert "当事人身份证明（扫描件）4–5" in contents
    assert [page[-3:] for page in pages if "—" in page] == [f"—{number}—" for number in range(1, len(pages) + 1)]
    assert any("教师" in page and "三日内修复墙面" in page for page in pages)
    assert f"共{len(pages)}页" in back
