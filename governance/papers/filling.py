"""Fills a template and hands the paper out."""

from io import BytesIO
from urllib.parse import quote

from django.http import HttpResponse
from docxtpl import DocxTemplate

from governance.papers.layout import hold_signatures
from governance.papers.pdf import PDF, filled_pdf
from governance.papers.templates import template

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {"docx": WORD, "pdf": PDF}
ENDINGS = {kind: form for form, kind in FORMS.items()}


def made(path, facts, *, name, form):
    """The paper as Word or PDF (`form`: a key of `FORMS`), as a download."""
    kind = FORMS[form]
    content = filled(path, facts) if kind == WORD else filled_pdf(path, facts, name=name)
    return handed_out(name, content, kind)


def filled(path, facts):
    """The paper as bytes: the text file's template with these facts. What people typed is escaped; its line breaks stay."""
    paper = DocxTemplate(BytesIO(template(path)))
    paper.render(facts, autoescape=True)
    hold_signatures(paper.docx)
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


def handed_out(name, content, kind=WORD):
    """The paper as a download that no cache keeps: it holds what people told in confidence."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.{ENDINGS[kind]}"
    answer["Cache-Control"] = "private, no-store"
    return answer
