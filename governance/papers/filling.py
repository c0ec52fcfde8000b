"""Fills a template and hands the paper out."""

from io import BytesIO
from urllib.parse import quote

from django.http import HttpResponse
from docxtpl import DocxTemplate

from governance.papers.templates import template

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def filled(path, facts):
    """The paper as bytes: the text file's template with these facts. What people typed is escaped; its line breaks stay."""
    paper = DocxTemplate(BytesIO(template(path)))
    paper.render(facts, autoescape=True)
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


def handed_out(name, content):
    """The paper as a download that no cache keeps: it holds what people told in confidence."""
    answer = HttpResponse(content, content_type=WORD)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.docx"
    answer["Cache-Control"] = "private, no-store"
    return answer
