"""Sums and words of the complaint procedure. No Django, no clock."""

import re
import secrets

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like another
CODE_LENGTH = 6
PAUSES = "，,、 "
EMERGENCY_WORDS = (
    "着火", "起火", "火灾", "爆炸", "煤气泄漏", "燃气泄漏", "煤气味", "有人受伤", "昏迷", "溺水", "持刀", "打架", "抢劫", "自杀", "轻生",
)  # fmt: skip
HANDLE_LIMITS = {"urgent": "complaints.handle_consult", "normal": "complaints.handle", "complex": "complaints.handle_complex"}
LIMIT_OF_CONSULTATION = "complaints.handle_consult"


def new_query_code():
    """Six characters that, with the number, open the tracking page: about 900 million, guesses are counted and refused."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def tidied_code(text):
    """A query code as typed on a phone."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def handle_limit(kind, urgency):
    """Which limit the handling runs under: a question three working days, else by urgency."""
    return LIMIT_OF_CONSULTATION if kind == "consult" and urgency != "complex" else HANDLE_LIMITS[urgency]


def contact_limit(urgency):
    return "complaints.contact_urgent" if urgency == "urgent" else "complaints.contact"


def sounds_like_emergency(text):
    """Words that 110, 119, 120 or 122 should hear first; the person decides, the operator is alerted."""
    return any(word in text for word in EMERGENCY_WORDS)


def title_of(description, *, longest=28):
    """A title from the first sentence of what was written."""
    first = re.split(r"[。！？!?\n；;]", description.strip(), maxsplit=1)[0].strip(PAUSES)
    return first if len(first) <= longest else f"{first[: longest - 1]}…"


def similar_words(text, *, most=6):
    """The two-character words of a text that say what it is about: crude, but enough to find what stands near by."""
    stop = set("我你他她它们的了在是有和就也都很到说要去会着没看好这那个一不上下里为什么请希望反映投诉小区附近")
    pairs = []
    for run in re.findall(r"[\u4e00-\u9fff]+", text):
        pairs += [run[i : i + 2] for i in range(len(run) - 1) if not set(run[i : i + 2]) & stop]
    return list(dict.fromkeys(pairs))[:most]
