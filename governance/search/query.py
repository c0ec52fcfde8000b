"""Asking for the rows whose text has certain words."""

from functools import reduce

from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, F, Func, GeneratedField, Q, TextField, Value
from django.db.models.functions import Coalesce, Concat
from django.db.models.lookups import Contains

from governance.search.words import case_number, case_number_head, words


class StoredVector(GeneratedField):
    """A generated column that an INSERT does not send back: nobody reads it, PostgreSQL alone compares it."""

    db_returning = False

    @property
    def sources(self):
        """The names of the columns it is made of."""
        return tuple(part.name for part in self.expression.flatten() if isinstance(part, F))


def generated_vector_field(*fields):
    """The search column of a model over some of its own text columns; index it with `GinIndex(fields=["search"],
    fastupdate=False)`.

    Sealed columns must not be named: their tokens would be indexed. Lists should `.defer("search")`.
    """
    written = TextField()
    space = Value(" ", output_field=written)
    parts = [part for name in fields for part in (Coalesce(F(name), Value(""), output_field=written), space)]
    text = Concat(*parts, output_field=written)
    vector = Func(text, function="governance_bigrams", output_field=SearchVectorField())
    return StoredVector(expression=vector, output_field=SearchVectorField(), db_persist=True)


def matching(queryset, text, *, vector="search", recheck=None, number="number"):
    """The rows of an already scoped queryset that hold every word of `text`; a blank question changes nothing.

    A case number, whole or from its beginning, is looked up as such (`number=None` for models without one). Two
    Chinese characters are answered by the index alone; longer words are rechecked in the columns `recheck` (all of
    the vector); a single character has no index and reads the scope row by row. Letters and digits match from the
    beginning of a word. Punctuation alone finds no rows.
    """
    if not text.strip():
        return queryset
    if number and (found := _by_number(text, number)):
        return queryset.filter(found)
    asked = words(text)
    if not asked:
        return queryset.none()
    if query := _tsquery(asked):
        queryset = queryset.filter(_Match(F(vector), Value(query)))
    columns = recheck or queryset.model._meta.get_field(vector).sources
    return reduce(lambda rows, word: rows.filter(_contains(word.text, columns)), _to_recheck(asked), queryset)


class _Match(Func):
    """`search @@ '…'::tsquery`: the cast keeps PostgreSQL's parser out of it."""

    template = "(%(expressions)s::tsquery)"
    arg_joiner = " @@ "
    output_field = BooleanField()


def _by_number(text, number):
    if whole := case_number(text):
        return Q(**{number: whole})
    if head := case_number_head(text):
        return Q(**{f"{number}__startswith": head})
    return None


def _tsquery(asked):
    """Every lexeme in quotes, joined by &; words consist of letters only, so nothing needs escaping."""
    lexemes = [f"'{lexeme}'" for word in asked for lexeme in word.lexemes]
    prefixes = [f"'{prefix}':*" for word in asked for prefix in word.prefixes]
    return " & ".join(dict.fromkeys(lexemes + prefixes))


def _to_recheck(asked):
    return [word for word in asked if word.text]


def _contains(text, columns):
    """Some column holds the text, both in the normal spelling."""
    wanted = [Q(Contains(Func(F(name), function="governance_normal", output_field=TextField()), text)) for name in columns]
    return reduce(Q.__or__, wanted)
