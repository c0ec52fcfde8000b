"""The notices to put up: one page for each grid, with a code that leads to its card."""

from datetime import date

import pypdfium2
from django.urls import reverse

from tests import actors
from tests.grids import makers


def words(answer):
    assert answer["Content-Type"] == "application/pdf"
    pages = pypdfium2.PdfDocument(answer.content)
    return ["".join(page.get_textpage().get_text_range().split()) for page in pages]


def test_the_notice_says_all_that_is_public(signed_in, clerk, worker, grid, settings):
    settings.SITE_URL = "https://grid.example.cn/"
    worker.work_phone = "0471-0123456"
    worker.save(update_fields=["work_phone"])
    (page,) = words(signed_in(clerk).get(reverse("posters_grid", args=[grid.code])))
    told = (grid.name, grid.area, "孙宏伟", "0471-0123456", grid.supervision_phone, f"grid.example.cn/my-grid/{grid.code}/")
    assert [word for word in told if word not in page] == []


def test_a_village_s_notices_are_in_one_file(signed_in, clerk, grid):
    makers.grid(serial=2)
    makers.grid(serial=3, active_until=date(2024, 1, 1))
    pages = words(signed_in(clerk).get(reverse("posters_village", args=[actors.VILLAGE])))
    assert ["第1网格" in pages[0], "第2网格" in pages[1], len(pages)] == [True, True, 2]


def test_without_a_grid_in_use_there_is_none(signed_in, clerk, db):
    closed = makers.grid(serial=3, active_until=date(2024, 1, 1))
    for address in (reverse("posters_grid", args=[closed.code]), reverse("posters_village", args=[actors.OTHER_VILLAGE])):
        assert signed_in(clerk).get(address).status_code == 302
