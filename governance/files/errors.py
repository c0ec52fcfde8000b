"""Why a file is not taken, said to the person who sent it."""

from django.core.exceptions import ValidationError


class FileRefused(ValidationError):
    """Carries a Chinese sentence that names the file; `code` says which check failed."""


def refuse(reason, *, name, code, **values):
    """The exception to raise: `reason` holds %(name)s and further named values."""
    return FileRefused(reason, code=code, params={"name": name, **values})
