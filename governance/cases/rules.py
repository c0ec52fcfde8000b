"""Case numbers: HS-20261123-000123-7, its last character checks the others (ISO 7064, MOD 11,10); query codes, titles; who judges whom."""

import re
import secrets

from governance.places.rules import ancestors

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


CITY_PATH, TOWNSHIP_PATH = 4, 9  # characters


def directs(path, *, territorial):
    """Whether what lies below a place works under this office's direction: so it is from the county down. The city's offices are too many
    people's superiors to keep all of them out.

    >>> directs("150102001", territorial=True), directs("1501", territorial=True)
    (True, False)
    """
    return territorial and len(path) > CITY_PATH


def stands_above(path, accused):
    """Whether an office at `path` may judge one at `accused`: it stands on the same line and higher; the city's are judged at the city.

    >>> stands_above("150102", "150102001"), stands_above("150102001", "150102001"), stands_above("150105", "150102001")
    (True, False, False)
    """
    return path in ancestors(accused) and (len(path) < len(accused) or len(accused) == CITY_PATH)


def judges_of(path, *, territorial, trade):
    """(type, trade, path) of the offices that should handle what is said of an office there, the nearest first: the superior bureau of its
    trade, or who is in charge one level up; a township for its villages, else the centre."""
    found = []
    for above in sorted((one for one in ancestors(path) if stands_above(one, path)), key=len, reverse=True):
        if not territorial and trade:
            found.append(("bureau", trade, above))
        found.append(("township" if len(above) == TOWNSHIP_PATH else "centre", "", above))
    return found
