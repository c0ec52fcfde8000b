"""Numbers that name a person or an organisation, checked by their own check character. Pure."""

import re

_PERSON, _WEIGHTS, _CHECKS = re.compile(r"^\d{17}[\dX]$"), (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
_ORGANISATION = re.compile(r"^[0-9A-HJ-NPQRTUWXY]{18}$")


def is_id_number(text):
    """A citizen's number of 18 characters whose last one checks the others (GB 11643-1999).

    >>> is_id_number("11010519491231002X")
    True
    """
    number = text.strip().upper()
    if not _PERSON.match(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1]


def is_credit_code(text):
    """An organisation's unified social credit code, by its form alone (GB 32100-2015)."""
    return bool(_ORGANISATION.match(text.strip().upper()))
