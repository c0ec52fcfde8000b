"""Sums and words of the complaint procedure. No Django, no clock."""

import re
from dataclasses import dataclass

EMERGENCY_WORDS = (
    "着火", "起火", "火灾", "爆炸", "煤气泄漏", "燃气泄漏", "煤气味", "有人受伤", "昏迷", "溺水", "持刀", "打架", "抢劫", "自杀", "轻生",
)  # fmt: skip
HANDLE_LIMITS = {"urgent": "complaints.handle_urgent", "normal": "complaints.handle", "complex": "complaints.handle_complex"}
LIMIT_OF_CONSULTATION = "complaints.handle_consult"
REFUSED_TWICE = 2  # a reopening refused so often is looked at by the centre above, whose word is the last

INCIDENTS = "incidents"  # the procedure that takes over what breaks out
HAZARDS = "hazards"  # the procedure that takes over what endangers people
TAKEN_IN_AT = "taken_in_at"  # said by the first event of a matter a sheet brought in after the fact


def handle_limit(kind, urgency):
    """Which limit the handling runs under: that of its urgency; an ordinary question has its own."""
    return LIMIT_OF_CONSULTATION if kind == "consult" and urgency == "normal" else HANDLE_LIMITS[urgency]


def contact_limit(urgency):
    return "complaints.contact_urgent" if urgency == "urgent" else "complaints.contact"


def may_ask_reopening(case):
    """Whether the person may still ask: nothing they asked waits for a word, and the centre above has not spoken the last one."""
    return not case.reopening_asked and case.times_refused < REFUSED_TWICE


def sounds_like_emergency(text):
    """Words that 110, 119, 120 or 122 should hear first; the person decides, the operator is alerted."""
    return any(word in text for word in EMERGENCY_WORDS)


def similar_words(text, *, most=6):
    """The two-character words of a text that say what it is about: crude, but enough to find what stands near by."""
    stop = set("我你他她它们的了在是有和就也都很到说要去会着没看好这那个一不上下里为什么请希望反映投诉小区附近")
    pairs = []
    for run in re.findall(r"[\u4e00-\u9fff]+", text):
        pairs += [run[i : i + 2] for i in range(len(run) - 1) if not set(run[i : i + 2]) & stop]
    return list(dict.fromkeys(pairs))[:most]


@dataclass(frozen=True)
class Entry:
    """A category as its words: those of the matter itself, and those of the group it stands in."""

    key: int
    words: tuple
    group_words: tuple


def suggested(text, entries, *, most=3):
    """Keys of the categories a text speaks of, the likeliest first; empty where no word is known."""
    scored = [(score(text, entry), entry.key) for entry in entries]
    found = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1]))
    return [key for _score, key in found[:most]]


def score(text, entry):
    """Longer words say more, those of the matter itself count twice. 0 without one of its own."""
    own = sum(len(word) for word in entry.words if word in text)
    return own and 2 * own + sum(len(word) for word in entry.group_words if word in text)


PLACEHOLDERS = ("number", "place", "category", "office", "phone", "limit", "today")


def filled(text, values):
    """A standard reply with its placeholders replaced."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def unknown_placeholders(text):
    """What stands in braces and is none of `PLACEHOLDERS`, in order of appearance."""
    return [name for name in dict.fromkeys(re.findall(r"\{([^{}]*)\}", text)) if name not in PLACEHOLDERS]
