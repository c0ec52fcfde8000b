"""Papers in Word, read back: the words of the text file, the facts, the official face."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from governance.papers.filling import WORD, filled, handed_out

TEXT = """# 协议书
> 编号：{{ number }}
| 姓名 | {{ name }} |
{%tr for one in many %}
| {{ one.side }} | {{ one.name }} |
{%tr endfor %}

## 一、内容
{%p for line in lines %}
{{ line }}
{%p endfor %}
{%p if absent %}
不应出现
{%p endif %}
---
第二页
"""
FACTS = {
    "number": "HS-1",
    "name": "{{ 张三 }} <b>&",
    "many": [{"side": "甲", "name": "A"}, {"side": "乙", "name": "B"}],
    "lines": ["一", "二"],
}


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Document(BytesIO(filled(path, {**FACTS, "absent": ""})))


def texts(paper):
    return [paragraph.text for paragraph in paper.paragraphs]


def test_every_line_is_a_paragraph_and_loops_repeat(paper):
    assert texts(paper)[:5] == ["协议书", "编号：HS-1", "一、内容", "一", "二"]
    assert texts(paper)[-1] == "第二页"
    assert "不应出现" not in texts(paper)


def test_rows_of_a_table_repeat_and_typed_text_is_only_text(paper):
    cells = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert cells == [["姓名", "{{ 张三 }} <b>&"], ["甲", "A"], ["乙", "B"]]


def test_a_column_of_numbers_is_narrow(tmp_path):
    path = tmp_path / "numbered.txt"
    path.write_text("| 序号 | 内容 | 期限 |\n| 1 | 逐件答复 | 七日 |\n", encoding="utf-8")
    rows = Document(BytesIO(filled(path, {}))).tables[0].rows
    assert [[round(cell.width.mm) for cell in row.cells] for row in rows] == [[14, 71, 71], [14, 71, 71]]


def test_the_page_follows_the_standard_of_official_papers(paper):
    section = paper.sections[0]
    assert [round(length.mm) for length in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm) for side in (section.top_margin, section.left_margin, section.right_margin)] == [37, 28, 26]
    assert paper.styles["Normal"].font.size == Pt(16)


def test_chinese_has_its_own_faces(paper):
    faces = [run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in (paper.paragraphs[0].runs[0], paper.paragraphs[2].runs[0])]
    assert faces == ["方正小标宋简体", "黑体"]
    assert paper.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"


def test_a_paper_is_kept_by_no_cache():
    answer = handed_out("协议书 1", b"x")
    assert (answer["Content-Type"], "no-store" in answer["Cache-Control"]) == (WORD, True)
    assert "%E5%8D%8F" in answer["Content-Disposition"]


SIGNED = """# 协议书
{%p for line in lines %}
{{ line }}
{%p endfor %}
{%p for one in many %}
> {{ one.side }}（签名）：
{%p endfor %}
| 送达人 | {{ name }} |
> 日期
"""


def test_the_last_words_stay_on_the_page_of_the_signatures(tmp_path):
    """And only the last ones: a long paper is not pushed to the next page as a whole."""
    path = tmp_path / "signed.txt"
    path.write_text(SIGNED, encoding="utf-8")
    paper = Document(BytesIO(filled(path, {**FACTS, "lines": ["一", "二", "三"]})))
    held = {one.text: bool(one.paragraph_format.keep_with_next) for one in paper.paragraphs if one.text != "协议书"}
    assert held == {"一": False, "二": False, "三": True, "甲（签名）：": True, "乙（签名）：": True, "日期": True}
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in paper.tables[0].rows[-1].cells)
