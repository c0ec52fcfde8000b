"""What an event keeps of what was given in a step: codes, choices and numbers, and the same in words."""

from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


def kept_facts(case, taken):
    """What was given, as the event keeps it: codes, choices and numbers, and the same in words, as they were called then.

    Text a person wrote stays with its owner.
    """
    columns = {column.name: column for column in (*case._meta.fields, *case._meta.many_to_many)}
    facts, words = {}, []
    for name, value in taken.given.items():
        column = columns.get(name)
        kept = kept_choice(column, value) or kept_number(value) or (kept_rows(value) if name in case.flow.words else None)
        if kept is None:
            continue
        facts[name], word = kept
        label = case.flow.words.get(name) or (column.verbose_name if column is not None else "")
        if label and word and name in taken.step.fields:
            words.append([str(label), word])
    return {**facts, "words": words} if words else facts


def kept_choice(column, value):
    """(what an event keeps of something chosen, how it was called then); None for what was not chosen."""
    if isinstance(value, models.Model):
        return kept_row(value)
    if column is not None and column.many_to_many:
        return kept_rows(value) or ([], "")
    if column is not None and column.choices:
        return value, str(dict(column.flatchoices).get(value, ""))
    return (value.value, str(value.label)) if isinstance(value, models.Choices) else None


def kept_number(value):
    """The same of a day, an amount, a number, or a yes or no; None for text, which stays with its owner."""
    if isinstance(value, Decimal):
        return str(value), str(value)
    if isinstance(value, (bool, int, float, date, type(None))):
        return value.isoformat() if isinstance(value, date) else value, in_words(value)
    return None


def kept_rows(value):
    """The same of several rows; None for anything else."""
    chosen = [*value] if isinstance(value, (models.QuerySet, list, tuple)) else []
    if not chosen or not all(isinstance(row, models.Model) for row in chosen):
        return None
    rows = [kept_row(row) for row in chosen]
    return [key for key, _word in rows], str(_("、")).join(word for _key, word in rows)


def kept_row(row):
    """(what an event keeps of a row that was chosen, how it was called then)."""
    return getattr(row, "code", None) or row.pk, getattr(row, "full_name", None) or str(row)


def in_words(value):
    """A day, an amount, a number, or a yes or no, as a person reads it."""
    if isinstance(value, bool):
        return str(_("是")) if value else str(_("否"))
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), str(_("Y年n月j日 H:i")))
    if isinstance(value, date):
        return date_format(value, str(_("Y年n月j日")))
    return "" if value is None else str(value)
