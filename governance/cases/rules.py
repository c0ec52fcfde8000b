"""Case numbers: HS-20261123-000123-7. The last character checks the others (ISO 7064, MOD 11,10). Query codes and titles."""

import re
import secrets

PREFIX = "HS"
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like another
CODE_LENGTH = 6
PAUSES = "，,、 "
PATTERN = re.compile(r"^HS-(\d{8})-(\d{6})-(\d)$")


def check_digit(digits):
    """ISO 7064 MOD 11,10 over a string of digits: catches every single wrong digit and most swaps.

    >>> check_digit("0794")
    '5'
    """
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = (2 * total) % 11
    return str((11 - product) % 10)


def compose(day, serial):
    """The number of the day's `serial`-th case."""
    body = f"{day:%Y%m%d}", f"{serial:06d}"
    return f"{PREFIX}-{body[0]}-{body[1]}-{check_digit(''.join(body))}"


def tidied(text):
    """A number as typed on a phone, brought into form: small letters, full-width signs and missing hyphens are forgiven."""
    digits = re.sub(r"\D", "", text.translate({0xFF10 + n: str(n) for n in range(10)}))
    if len(digits) != 15:
        return text.strip().upper()
    return f"{PREFIX}-{digits[:8]}-{digits[8:14]}-{digits[14]}"


def is_number(text):
    """Whether it is well formed and its check character holds."""
    match = PATTERN.match(text)
    return bool(match) and check_digit(match[1] + match[2]) == match[3]


def new_query_code():
    """Six characters that, with the number, open the tracking page: about 900 million, guesses are counted and refused."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def tidied_code(text):
    """A query code as typed on a phone."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def title_of(description, *, longest=28):
    """A title from the first sentence of what was written."""
    first = re.split(r"[。！？!?\n；;]", description.strip(), maxsplit=1)[0].strip(PAUSES)
    return first if len(first) <= longest else f"{first[: longest - 1]}…"
