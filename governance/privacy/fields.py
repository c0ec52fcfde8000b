"""A model column for one sealed personal fact."""

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import Exact
from django.db.models.query_utils import DeferredAttribute

from governance.privacy.blind import blind_index
from governance.privacy.masks import MASKS
from governance.privacy.phones import normalise_phone
from governance.privacy.sealing import Sealed, is_token, seal


class SealedAttribute(DeferredAttribute):
    """Seals plain text the moment it is assigned, so that no model instance ever carries it about."""

    def __set__(self, instance, value):
        field = self.field
        if field.index and isinstance(value, str):
            instance.__dict__[field.index] = field.digest(value)
        instance.__dict__[field.attname] = field.sealed(value)


class EmptyOnly(Exact):
    """`phone=""` is a fair question; any other equality would compare random tokens and silently find nothing."""

    def get_prep_lookup(self):
        if self.rhs is None or self.rhs == "":
            return self.rhs
        raise FieldError("A sealed column cannot be searched: compare its blind index.")


class SealedField(models.Field):
    """Text kept as a token; in Python a `Sealed` that shows its mask. `kind`: phone, name, address, id or text.

    Forms leave it out: a form declares a plain field of its own and a service assigns the value. None and "" stay
    empty. Lookups other than `isnull` and `= ""` raise FieldError.

    `index` names a column, declared before this one, that takes the blind index of whatever plain text is assigned, under `purpose` (its
    kind, where none is named): columns of one purpose can be counted together. A fact that comes sealed already leaves it as it is.
    """

    descriptor_class = SealedAttribute

    def __init__(self, *args, kind="text", index="", purpose="", **kwargs):
        if kind not in MASKS:
            raise ValueError(f"unknown kind of sealed fact: {kind}")
        self.kind, self.index, self.purpose = kind, index, purpose or kind
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "kind": self.kind}

    def get_internal_type(self):
        return "TextField"

    def digest(self, text):
        """The blind index of plain text; a telephone however it was typed."""
        return blind_index(normalise_phone(text) if self.kind == "phone" else text, purpose=self.purpose)

    def sealed(self, value):
        """What an instance holds for an assigned value; text that merely looks like a token is sealed like any."""
        if isinstance(value, Sealed):
            return value if value.kind == self.kind else seal(value.open(), kind=self.kind)
        if isinstance(value, str) and value:
            return seal(value, kind=self.kind)
        return value

    def from_db_value(self, value, expression, connection):
        return Sealed(value, self.kind) if value else value

    def to_python(self, value):
        """Loads a dumped token as it is; used by deserialisers and `full_clean`, never with what a person typed."""
        if isinstance(value, str) and is_token(value):
            return Sealed(value, self.kind)
        return self.sealed(value)

    def get_prep_value(self, value):
        value = self.sealed(super().get_prep_value(value))
        return value.token if isinstance(value, Sealed) else value

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def get_lookup(self, lookup_name):
        if lookup_name == "exact":
            return EmptyOnly
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"A sealed column cannot be searched with {lookup_name}: compare its blind index.")

    def get_transform(self, lookup_name):
        return None

    def formfield(self, **kwargs):
        return None
