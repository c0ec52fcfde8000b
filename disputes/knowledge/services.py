"""The only writer of common questions, and the finder of those a text may already be answered by."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from disputes.knowledge import rules
from disputes.knowledge.enums import RevisionState, State
from disputes.knowledge.models import TEXTS, Question, Revision
from governance.calendar.services import current_calendar
from governance.calendar.workdays import Unit, due, last_day
from governance.deadlines.models import Limit
from governance.search.query import matching

REVIEW = "knowledge.review"
MOST_FITTING, SEARCHED = 3, 20


class KnowledgeRefused(ValueError):
    """Why something cannot be done with a question; the sentence is shown to the person."""


@transaction.atomic
def write(*, by, at, **texts):
    """A new question, not public until a second person has checked it."""
    question = Question.objects.create(**texts)
    Revision.objects.create(question=question, written_by=by, written_at=at, **texts)
    return question


@transaction.atomic
def revise(question, *, by, at, **texts):
    """Propose another text; what is public stays until it is approved."""
    row = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if row.revisions.filter(state=RevisionState.WAITING).exists():
        raise KnowledgeRefused(_("已有一份修订等待核对，请先处理。"))
    return Revision.objects.create(question=row, written_by=by, written_at=at, **texts)


@transaction.atomic
def check(question, *, approved, by, at, note=""):
    """The second person's word. Approved, the revision becomes the public text and the next review is due in a year (limit row)."""
    row = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    revision = row.revisions.filter(state=RevisionState.WAITING).first()
    if revision is None:
        raise KnowledgeRefused(_("没有等待核对的修订。"))
    if revision.written_by_id == by.pk:
        raise KnowledgeRefused(_("自己编写的，要由另一个人核对。"))
    if not approved and not note.strip():
        raise KnowledgeRefused(_("请写明不通过的原因。"))
    revision.state = RevisionState.APPROVED if approved else RevisionState.REFUSED
    revision.checked_by, revision.checked_at, revision.note = by, at, note
    revision.save(update_fields=["state", "checked_by", "checked_at", "note"])
    return published(row, revision, at=at) if approved else row


def published(question, revision, *, at):
    for name in TEXTS:
        setattr(question, name, getattr(revision, name))
    question.state, question.published_at, question.review_on = State.PUBLISHED, at, next_review(at=at)
    question.save(update_fields=[*TEXTS, "state", "published_at", "review_on"])
    return question


@transaction.atomic
def withdraw(question, *, by, at, note):
    """Take it off the public pages; approving a new revision brings it back."""
    return _noted(question, by=by, at=at, note=note, state=State.WITHDRAWN)


@transaction.atomic
def confirm(question, *, by, at):
    """It was looked at and still holds: the next review is a year on."""
    return _noted(question, by=by, at=at, note=_("复核无误"), review_on=next_review(at=at))


def _noted(question, *, by, at, note, **changes):
    row = Question.objects.select_for_update(of=("self",)).filter(pk=question.pk).published().first()
    if row is None:
        raise KnowledgeRefused(_("这条问题没有公布，不能这样处理。"))
    Question.objects.filter(pk=row.pk).update(note=note, noted_by=by, noted_at=at, **changes)
    return row


def next_review(*, at):
    """The day a text is to be looked at again."""
    limit = Limit.objects.current([REVIEW], at=at)[REVIEW]
    found = due(at, amount=limit.amount, unit=Unit(limit.unit), rolls=limit.rolls, calendar=current_calendar())
    return last_day(found.at)


def fitting(text, *, at, category=None):
    """Published questions a text may already be answered by, answers filled in; at most three."""
    rows = Question.objects.published().select_related("category").only("title", "keywords", "category__parent_id")
    entries = [rules.Entry(row.pk, row.title, rules.keywords_of(row.keywords), groups_of(row.category)) for row in rows]
    keys = rules.fitting(text, entries, categories=groups_of(category), most=MOST_FITTING)
    return in_order(keys, at=at)


def groups_of(category):
    return frozenset({category.pk, category.parent_id} - {None}) if category else frozenset()


def searched(text, *, at):
    """(questions, whether they hold every word): those with all the words, else those that speak of something like it."""
    found = matching(Question.objects.published().defer("search"), text, number=None)[:SEARCHED] if text.strip() else []
    rows = list(found)
    return (answered(rows, at=at), True) if rows else (fitting(text, at=at), False)


def in_order(keys, *, at):
    rows = {row.pk: row for row in Question.objects.published().filter(pk__in=keys).defer("search")} if keys else {}
    return answered([rows[key] for key in keys if key in rows], at=at)


def answered(questions, *, at):
    """The same questions, each with `text`: its answer with the limits in force in words. One query for all."""
    codes = {code for question in questions for code in rules.limits_in(question.answer)}
    limits = Limit.objects.valid(at).filter(code__in=codes) if codes else ()
    lengths = {limit.code: str(limit.amount_label) for limit in limits}
    for question in questions:
        question.text = rules.filled_in(question.answer, lengths, otherwise=_("规定的期限"))
    return questions


def count_shown(questions):
    """They stood beside somebody's filing."""
    Question.objects.filter(pk__in=[question.pk for question in questions]).update(shown=F("shown") + 1)


def count_helped(pk):
    """Somebody says it answered the matter; False for what is not public."""
    return bool(Question.objects.published().filter(pk=pk).update(helped=F("helped") + 1))
