"""Word templates from plain text, so that whoever answers for a paper's words reads them without Word.

A line is a paragraph. `# ` the title, `## ` a heading, `> ` at the right (signature, date), `< ` whom it is for, `= ` the red name of who
sends it, `^ ` its number above the red line, `~ ` a line in the middle, `| a | b |` the row of a table, `---` a new page, `...` two lines
of room; an empty line separates. Facts stand in `{{ … }}`; `{%p … %}` and `{%tr … %}` alone on a line repeat or leave out what follows.
"""

from functools import lru_cache
from io import BytesIO

from docx import Document
from docx.shared import Mm

from governance.papers import layout

MARKS = {"# ": "title", "## ": "heading", "> ": "right", "< ": "left", "= ": "head", "^ ": "number", "~ ": "center"}
TEXT_WIDTH, LABELS, NUMBERS = Mm(156), Mm(40), Mm(14)
ROOM = "..."
NUMBER = "序号"  # heads a column of numbers


@lru_cache
def template(path):
    """The Word template of a text file, as bytes; made once per process."""
    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    layout.lay_out(document)
    table = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            table = _row(document, table, [part.strip() for part in line.strip("|").split("|")])
            continue
        if line.startswith("{%tr"):
            _loop(table, line)
            continue
        table = None
        _paragraph(document, line)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _paragraph(document, line):
    if not line:
        return
    if line == "---":
        document.add_page_break()
        return
    if line == ROOM:
        document.add_paragraph()
        document.add_paragraph()
        return
    mark = next((mark for mark in MARKS if line.startswith(mark)), "")
    shape = getattr(layout, MARKS.get(mark, "body"))
    shape(document.add_paragraph(line.removeprefix(mark)))


def _row(document, table, cells):
    """One more row; the first row of a table says how many columns it has, and a shorter row spans the rest."""
    if table is None:
        table = document.add_table(rows=0, cols=len(cells), style="Table Grid")
        table.autofit = False
    row = table.add_row().cells
    for place, text in zip(row, cells, strict=False):
        place.width = _width(len(table.columns), text is cells[0], is_numbered=(table.rows[0].cells[0].text or cells[0]) == NUMBER)
        place.paragraphs[0].add_run(text)
        layout.cell(place.paragraphs[0])
    if len(cells) < len(row):
        row[len(cells) - 1].merge(row[-1])
    return table


def _width(columns, is_first, *, is_numbered):
    """The first column names, or numbers; the others tell, and share the rest."""
    first = NUMBERS if is_numbered else LABELS if columns == 2 else int(TEXT_WIDTH / columns)
    return first if is_first else int((TEXT_WIDTH - first) / (columns - 1))


def _loop(table, line):
    """A row that only carries the tag; docxtpl takes it away."""
    table.add_row().cells[0].text = line
