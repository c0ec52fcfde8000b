"""The page of an official paper (GB/T 9704-2012): A4, its margins, its type faces, 22 lines of 28 characters."""

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table

PAGE = {"page_width": Mm(210), "page_height": Mm(297)}
MARGINS = {"top_margin": Mm(37), "bottom_margin": Mm(35), "left_margin": Mm(28), "right_margin": Mm(26)}
BODY, HEADING, TITLE = "仿宋_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
SIZE, TITLE_SIZE, TABLE_SIZE = Pt(16), Pt(22), Pt(14)  # 三号, 二号, 四号
HEAD_SIZE, RED = Pt(30), RGBColor(0xC8, 0x10, 0x2E)
LINE = Pt(28)
INDENT = Pt(32)  # two characters of the body


def lay_out(document):
    """Give a new document the page and the face of its running text."""
    section = document.sections[0]
    for name, length in {**PAGE, **MARGINS}.items():
        setattr(section, name, length)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, SIZE
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY)
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, LINE


def title(paragraph):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(14), Pt(36)
    _face(paragraph, TITLE, TITLE_SIZE)


def heading(paragraph):
    paragraph.paragraph_format.first_line_indent = INDENT
    paragraph.paragraph_format.keep_with_next = True
    _face(paragraph, HEADING, SIZE)


def body(paragraph):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = INDENT


def right(paragraph):
    """Signature and date: kept together at the right."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.right_indent = INDENT
    paragraph.paragraph_format.keep_together = paragraph.paragraph_format.keep_with_next = True


def hold_signatures(document):
    """What is signed stands on one page with its signatures, as in the PDF: no sheet holds nothing but names.

    Done when the paper is filled: only then is it known which line of a loop is the last one above them.
    """
    above = None
    for below in document.iter_inner_content():
        if above is not None and not isinstance(below, Table) and below.alignment == WD_ALIGN_PARAGRAPH.RIGHT:
            for paragraph in _last_lines(above):
                paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.widow_control = True
        above = below


def _last_lines(part):
    """The paragraph itself; of a table those of its last row."""
    return [line for cell in part.rows[-1].cells for line in cell.paragraphs] if isinstance(part, Table) else [part]


def left(paragraph):
    """Whom the paper is for: it begins at the margin, and is followed by something on its page."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.keep_with_next = True


def center(paragraph):
    """A line in the middle, as on a cover."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def head(paragraph):
    """The red name of the office that sends it."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = Pt(44)
    _face(paragraph, TITLE, HEAD_SIZE)
    for run in paragraph.runs:
        run.font.color.rgb = RED


def number(paragraph):
    """The paper's number, and the red line below it."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(16)
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": "12", "space": "8", "color": str(RED)}.items():
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def cell(paragraph):
    paragraph.paragraph_format.line_spacing = Pt(22)
    _face(paragraph, BODY, TABLE_SIZE)


def _face(paragraph, face, size):
    for run in paragraph.runs:
        run.font.name, run.font.size = LATIN, size
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
