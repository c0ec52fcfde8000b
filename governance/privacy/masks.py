"""What of a personal fact is shown before it is opened: enough to tell two apart, too little to use. Pure.

The number of hidden characters never follows the length of the original.
"""

from collections.abc import Callable

HIDDEN = "***"
_ADDRESS_SHOWN = 3  # characters: the province, which everybody here shares
_NUMBER_WITH_HEAD = 10  # digits from which the first three are shown as well


def mask(kind, text):
    """The masked form of `text`; an unknown kind raises KeyError, an empty text stays empty."""
    return MASKS[kind](text) if text else ""


def mask_phone(text):
    """`13800000000` → `138****0000`; a short number keeps at most its last two digits."""
    if len(text) < _NUMBER_WITH_HEAD:
        return f"****{text[len(text) - min(2, len(text) // 3) :]}"
    return f"{text[:3]}****{text[-4:]}"


def mask_name(text):
    """`张三` and `张三丰` → `张**`; a name of one character shows nothing."""
    return f"{text[0]}**" if len(text) > 1 else HIDDEN


def mask_address(text):
    """`内蒙古呼和浩特市…` → `内蒙古…**`; never more than a third of the whole."""
    return f"{text[: min(_ADDRESS_SHOWN, len(text) // 3)]}…**"


def mask_id(text):
    """An identity number keeps the four digits of its city and the last two."""
    if len(text) < _NUMBER_WITH_HEAD:
        return HIDDEN
    return f"{text[:4]}************{text[-2:]}"


def mask_text(text):
    """Free text shows nothing: any piece of it may be the sensitive one."""
    return HIDDEN


MASKS: dict[str, Callable[[str], str]] = {
    "phone": mask_phone,
    "name": mask_name,
    "address": mask_address,
    "id": mask_id,
    "text": mask_text,
}
