"""Papers as PDF: the words of the text file, typed text that is only text, pages and contents."""

import pypdfium2
import pytest

from governance.papers.blocks import blocks
from governance.papers.filling import FORMS, made
from governance.papers.pdf import PDF, Part, filled_pdf, pdf
from tests.core.papers.test_filling import FACTS, TEXT

TYPED = '# 标题 | a | {{ x }} #let y = 1 $a$ "引号" \\ \x1e右\x1f'


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "paper.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def pages(content):
    """The text of each page, without the breaks of lines."""
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(content)]


def test_the_same_text_file_makes_the_same_paper_as_in_word(path):
    found = blocks(path, {**FACTS, "absent": ""})
    assert [block.kind for block in found] == ["title", "right", "table", "gap", "heading", "body", "body", "break", "body"]
    assert found[2].rows == [["姓名", "{{ 张三 }} <b>&"], ["甲", "A"], ["乙", "B"]]


def test_a_new_page_begins_where_the_text_file_says(path):
    first, second = pages(filled_pdf(path, {**FACTS, "absent": "有"}, name="协议书"))
    assert "协议书编号：HS-1姓名" in first
    assert "不应出现" in first
    assert second.startswith("第二页")


def test_what_people_typed_is_set_as_they_typed_it(path):
    (first, _second) = pages(filled_pdf(path, {**FACTS, "lines": [TYPED], "absent": ""}, name="协议书"))
    assert '#标题|a|{{x}}#lety=1$a$"引号"\\右' in first


def test_a_file_of_papers_has_contents_and_numbers_its_pages_through(path):
    paper = blocks(path, {**FACTS, "absent": ""})
    found = pages(pdf([Part("登记表", paper), Part("协议书", paper)], title="卷宗", contents="卷内目录"))
    assert len(found) == 5
    assert found[0].startswith("卷内目录登记表")
    assert [page[-3:] for page in found] == [f"—{number}—" for number in range(1, 6)]


def test_every_font_is_inside(path):
    content = filled_pdf(path, {**FACTS, "absent": ""}, name="协议书")
    assert content.startswith(b"%PDF-1.7")
    assert b"pdfaid:part" in content


@pytest.mark.parametrize("form", FORMS)
def test_both_forms_are_downloads_no_cache_keeps(path, form):
    answer = made(path, {**FACTS, "absent": ""}, name="协议书 1", form=form)
    assert answer["Content-Type"] == FORMS[form]
    assert answer["Content-Disposition"].endswith(f".{form}")
    assert "no-store" in answer["Cache-Control"]
    assert FORMS["pdf"] == PDF


ADDRESSED = """# 申请书
{%p for line in lines %}
{{ line }}
{%p endfor %}
此致
< 某某人民法院
> 申请人（签名）：
> 日期
"""


@pytest.mark.parametrize("count", range(14, 22))
def test_no_sheet_holds_nothing_but_names(tmp_path, count):
    file = tmp_path / "addressed.txt"
    file.write_text(ADDRESSED, encoding="utf-8")
    signed = pages(filled_pdf(file, {"lines": ["内容。"] * count}, name="申请书"))[-1]
    assert "此致某某人民法院申请人（签名）" in signed
