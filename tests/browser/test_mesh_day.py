"""A township clerk's morning with the mesh: a grid grown too large is split, a sheet comes in, the notices go to the printer (Art. 48)."""

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.people.enums import Role
from grids.mesh.enums import Duty
from grids.mesh.models import Grid
from grids.mesh.services import assign
from tests import actors
from tests.browser.conftest import DESKTOP
from tests.grids import makers
from tests.grids.meshfiles.sheets import GOOD, sheet

ROWS = (GOOD, {**GOOD, "名称": "北片网格", "范围": "10号楼至12号楼", "监督电话": "电话待定"})
MENDED = (ROWS[0], {**ROWS[1], "监督电话": "0471-12345678"})


@pytest.fixture
def page(visit, town):
    worker = actors.actor(Role.GRID_WORKER, name="孙宏伟")
    assign(makers.grid(households=620), worker.acting_post, Duty.RESPONSIBLE, by=None, at=timezone.now())
    found = visit(**DESKTOP)
    town.enter(found, town.clerk)
    return found


def test_a_clerk_splits_imports_and_prints(page, tmp_path):
    splits(page)
    brings_in(page, tmp_path)
    prints(page, tmp_path)


def splits(page):
    """The list hints at too many households; the two halves have as many together."""
    page.goto("/grids/?hint=many")
    page.get_by_role("link", name="第1网格").click()
    page.get_by_role("link", name="拆分").click()
    for number, (name, households) in enumerate((("第1网格东片", "300"), ("第1网格西片", "300"))):
        page.fill(f"#id_part-{number}-name", name)
        page.fill(f"#id_part-{number}-households", households)
        page.fill(f"#id_part-{number}-area", f"{number + 1}号楼")
    page.fill("#id_reason", "二期交付入住，超过 500 户。")
    page.get_by_role("button", name="拆分").click()
    expect(page.locator(".error-summary, .errorlist").first).to_contain_text("少于原网格")
    page.fill("#id_part-1-households", "320")
    page.get_by_role("button", name="拆分").click()
    expect(page.get_by_text("由此接续")).to_be_visible()
    assert list(Grid.objects.order_by("code").values_list("households", flat=True)) == [620, 300, 320]


def brings_in(page, folder):
    """One bad row is named; the corrected sheet makes no double."""
    page.goto("/grids/")
    page.get_by_role("link", name="批量导入").click()
    upload(page, folder, ROWS)
    expect(page.get_by_text("电话号码不正确")).to_be_visible()
    expect(page.get_by_text("第 3 行")).to_be_visible()
    page.get_by_role("button", name="导入 1 条").click()
    expect(page.get_by_text("已导入：新增 1")).to_be_visible()
    page.get_by_role("link", name="继续导入").click()
    upload(page, folder, MENDED)
    page.get_by_role("button", name="导入 1 条").click()
    expect(page.get_by_text("已导入：新增 1")).to_be_visible()
    assert Grid.objects.filter(name__in=("东片网格", "北片网格")).count() == 2


def upload(page, folder, rows):
    path = folder / "网格.xlsx"
    path.write_bytes(sheet(*rows).read())
    page.set_input_files("#id_file", path)
    page.get_by_role("button", name="上传并检查").click()


def prints(page, folder):
    """The notices of the village, a page each, with the worker who took over."""
    page.goto(Grid.objects.get(name="第1网格东片").get_absolute_url())
    with page.expect_download() as waiting:
        page.get_by_role("link", name="全村（社区）公示牌").click()
    waiting.value.save_as(folder / "notices.pdf")
    pages = pypdfium2.PdfDocument(folder / "notices.pdf")
    words = ["".join(one.get_textpage().get_text_range().split()) for one in pages]
    assert len(words) == 4
    assert "孙宏伟" in words[0]
