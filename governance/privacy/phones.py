"""One spelling for one telephone, so that an earlier call of the same person is found. Pure."""

import re
import unicodedata

_COUNTRY = re.compile(r"^(?:\+|00)86")
_EXTENSION = re.compile(r"(?:转|ext\.?|分机|#|x)", re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D+")
_PHONE = re.compile(r"^(?:1\d{10}|0\d{9,11}(?:x\d{1,6})?|[2-9]\d{6,7}(?:x\d{1,6})?|400\d{7}|1\d{2,4})$")


def normalise_phone(text):
    """Digits only, without the country's 86; full-width digits are levelled, an extension is kept after an `x`.

    `＋８６ 138-0000-0000` → `13800000000`, `+86 471 1234567` → `04711234567`, `0471-123转8` → `0471123x8`.
    """
    plain = unicodedata.normalize("NFKC", text or "").strip()
    main, *extension = _EXTENSION.split(plain, maxsplit=1)
    number = _without_country(re.sub(r"[^\d+]+", "", main))
    tail = _NOT_DIGIT.sub("", extension[0]) if extension else ""
    return f"{number}x{tail}" if tail and number else number


def is_phone(text):
    """Whether it is a Chinese mobile, a land line (with or without area code), a 400 number or a service number."""
    return bool(_PHONE.match(normalise_phone(text)))


def _without_country(number):
    if re.fullmatch(r"861\d{10}", number):
        return number[2:]
    local = _COUNTRY.sub("", number)
    if local != number and not local.startswith(("0", "1", "400")):
        local = f"0{local}"
    return local.replace("+", "")
