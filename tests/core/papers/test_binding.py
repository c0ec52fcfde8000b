"""A whole file as one PDF: cover, contents, papers and scans numbered through, back cover."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from governance.papers import binding
from governance.papers.binding import PAGES, Bound, Leaf, Unreadable, bound, page_count
from governance.papers.blocks import Block
from governance.papers.pdf import PDF

COVER, BACK = [Block("title", "卷宗"), Block("center", f"共 {PAGES} 页")], [Block("title", "封底")]
PAPER = [Block("title", "登记表"), Block("body", "正文。")]


def scanned(form, pages=1):
    """A sheet as a scanner gives it."""
    with BytesIO() as out:
        more = {"save_all": True, "append_images": [Image.new("RGB", (80, 120), "grey")] * (pages - 1)} if form == "PDF" else {}
        Image.new("RGB", (80, 120), "white").save(out, form, **more)
        return out.getvalue()


def leaf(pages=2):
    return Leaf(scanned("PDF", pages), PDF, pages)


def texts(content):
    """The text of each page, without the breaks of lines."""
    found = pypdfium2.PdfDocument(content)
    return ["".join(found[number].get_textpage().get_text_bounded().split()) for number in range(len(found))]


def made(*parts):
    return bound(parts, cover=COVER, back=BACK, title="卷宗", contents="卷内目录")


def test_pages_are_numbered_through_between_the_covers():
    cover, contents, *pages, back = texts(made(Bound("登记表", PAPER), Bound("身份证明", leaves=[leaf()]), Bound("协议书", PAPER)))
    assert (cover, back) == ("卷宗共4页", "封底")
    assert [page[-3:] for page in pages] == ["—1—", "—2—", "—3—", "—4—"]
    assert contents == "卷内目录序号文书名称页号1登记表12身份证明2–33协议书4"


def test_a_picture_is_a_page_and_leaves_the_file_archival():
    content = made(Bound("身份证明", leaves=[Leaf(scanned("JPEG"), "image/jpeg"), Leaf(scanned("PNG"), "image/png")]))
    assert texts(content)[2:4] == ["—1—", "—2—"]
    assert b"pdfaid:part" in content


def test_a_scan_that_cannot_be_taken_in_goes_in_as_pictures(monkeypatch):
    laid_down = binding._laid_down

    def broken(part, stem, folder):
        kept = laid_down(part, stem, folder)
        for file in folder.glob("*.pdf"):
            file.write_bytes(b"%PDF-1.7 broken")
        return kept

    monkeypatch.setattr(binding, "_laid_down", broken)
    content = made(Bound("身份证明", leaves=[leaf(3)]))
    assert len(texts(content)) == 6
    assert b"pdfaid:part" in content


def test_what_is_no_pdf_is_told():
    assert page_count(leaf(3).content) == 3
    with pytest.raises(Unreadable):
        page_count(b"%PDF-1.7 nothing")


def test_what_people_typed_in_a_cover_is_only_text():
    cover = [Block("body", '#let x = 1 "引号" \\')]
    assert texts(bound([Bound("登记表", PAPER)], cover=cover, back=BACK, title="卷宗", contents="目录"))[0] == '#letx=1"引号"\\'
