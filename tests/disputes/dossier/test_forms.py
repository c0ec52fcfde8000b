"""Every form of the set, filled from a case and left empty, as Word and as PDF."""

import pytest

from disputes.dossier.data.facts import filled, printed, whole
from disputes.dossier.data.forms import ALL, STORY
from disputes.dossier.data.whole import opened_story
from disputes.dossier.forms import PaperForm
from governance.papers.filling import filled as as_word
from governance.papers.pdf import filled_pdf
from tests.core.papers.test_binding import texts

MARKS = "{{ x }} | a # 标题"


@pytest.fixture
def story(agreed, opened_by):
    return opened_story(agreed, opening=opened_by)


def key_of(form):
    return f"{form.code}-1" if form.many else form.code


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.code)
def test_each_is_filled_from_the_case_and_printed_both_ways(story, form):
    facts = filled(key_of(form), story)
    assert facts == whole(form.code, facts)
    page = "".join(texts(filled_pdf(form.template, printed(form.code, facts), name=str(form.label))))
    assert facts.get("number", "") in page
    assert as_word(form.template, printed(form.code, facts)).startswith(b"PK")


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.code)
def test_what_is_typed_is_what_is_kept_and_printed(form):
    rows = {group.name: [{column.name: f"{MARKS}{column.name}" for column in group.columns}] for group in form.groups}
    facts = whole(form.code, {**rows, **{field.name: f"{MARKS}\n二" if field.shape == STORY else MARKS for field in form.fields}})
    opened = PaperForm(paper=form, facts=facts)
    sent = {name: opened[name].value() for name in opened.fields if opened[name].value() is not None}
    typed = PaperForm({**sent, "base": 0, "purpose": "verify"}, paper=form)
    assert typed.is_valid(), typed.errors
    assert whole(form.code, typed.facts()) == facts
    assert "{{x}}|a#标题" in "".join(texts(filled_pdf(form.template, printed(form.code, facts), name="x")))


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.code)
def test_an_empty_one_leaves_room_for_the_hand(form):
    assert filled_pdf(form.template, printed(form.code, whole(form.code, {})), name="x").startswith(b"%PDF-")
