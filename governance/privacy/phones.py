"""One spelling for one telephone, so that an earlier call of the same person is found. Pure."""

import re
import unicodedata

_COUNTRY = re.compile(r"^(?:\+|00)86")
_EXTENSION = re.compile(r"(?:转|ext\.?|分机|#|x)", re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D+")
_PHONE = re.compile(r"^(?:1[3-9]\d{9}|0[1-9]\d{8,10}(?:x\d{1,6})?|[48]00\d{7})$")


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
    """Whether one can be called back on it from anywhere: a Chinese mobile, a land line with its area code, a 400 or 800 number."""
    return bool(_PHONE.match(normalise_phone(text)))


def _without_country(number):
    if re.fullmatch(r"861\d{10}", number):
        return number[2:]
    local = _COUNTRY.sub("", number)
    if local != number and not local.startswith(("0", "1", "400")):
        local = f"0{local}"
    return local.replace("+", "")
