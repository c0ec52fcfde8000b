"""Demands, answers and notes that read like real ones. Pure: the same generator gives the same texts. No Django."""

from functools import cache

from disputes.complaints.demo.catalogue import categories, frames, suited
from disputes.complaints.demo.notes import (
    ADVICE,
    CALL_BACKS,
    CALL_BACKS_AT_ODDS,
    DEAR,
    DONE,
    MOODS,
    NOT_YET,
    NOTES,
    RATINGS,
    RECEIVED,
    SEEN_ON_SITE,
    VISITS,
    WATCHED,
)
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.phrases import (
    CLOSINGS,
    DETAILS,
    FILLERS,
    FROM,
    GENTLE,
    HOPES,
    MANNERS,
    OF_THINGS,
    OPENINGS,
    REPAIR,
    REPORT_UNSEEN,
    THANKS,
    TRIED,
    TRIED_ELSEWISE,
    UNSEEN,
)
from disputes.complaints.demo.slots import Scene

__all__ = [
    "NoText",
    "callback_note",
    "complaint_text",
    "contact_note",
    "person_name",
    "phone_number",
    "rating_reason",
    "reply_text",
    "step_note",
]

SHORTEST, LONGEST = 40, 160  # characters, as people write on a phone
LONGEST_TITLE = 28
SHARE_WHO_TRIED, SHARE_WITH_DETAILS, SHARE_WHO_SAY_WHERE, SHARE_WITH_PLACE_IN_TITLE = 0.45, 0.5, 0.2, 0.5


class NoText(LookupError):
    """Nobody would write that at this time of the year: cold homes in July."""


def complaint_text(rng, *, category_code, place_name, kind, month):
    """(title, description, landmark) of a demand. Raises `NoText` where the month does not fit the matter."""
    choice = suited(category_code, kind, month)
    if not choice:
        raise NoText(f"no {kind} about {category_code} in month {month}")
    frame, scene = rng.choice(choice), Scene(rng, place_name)
    body = frame.text.format_map(scene)
    title = _title(rng, frame, scene, body)
    before, after = (part.format_map(scene) for part in _around(rng, frame, kind))
    return title, _fitted(rng, before, body, after), scene.landmark


def _title(rng, frame, scene, body):
    """What a clerk would put above it: for a thing to repair often with the place in front."""
    title = frame.title.format_map(scene)
    if _manner(frame.category) != REPAIR or scene.landmark not in body or rng.random() > SHARE_WITH_PLACE_IN_TITLE:
        return title
    return f"{scene.landmark}{title}" if len(scene.landmark) + len(title) <= LONGEST_TITLE else title


def _around(rng, frame, kind):
    """What is said before and after the matter itself."""
    opening = rng.choice(OPENINGS[frame.use])
    if "{place}" not in frame.text and rng.random() < SHARE_WHO_SAY_WHERE:
        opening = rng.choice(FROM)
    if frame.use == "trouble":
        return opening, _pressed(rng, frame.category, kind)
    return opening, rng.choice(THANKS if kind == "consult" else HOPES)


def _pressed(rng, category, kind):
    """Why it matters, what was tried, and what is asked for."""
    manner = _manner(category)
    detail = rng.choice(DETAILS[manner]) if rng.random() < SHARE_WITH_DETAILS else ""
    if kind == "report":
        return detail + rng.choice(REPORT_UNSEEN if category in UNSEEN else CLOSINGS[kind, manner])
    tried = rng.choice(_tried(category, manner)) if rng.random() < SHARE_WHO_TRIED else ""
    return detail + tried + rng.choice(CLOSINGS[kind, manner])


def _tried(category, manner):
    """What was tried before; nothing is said of it where it is close to the heart."""
    if manner == GENTLE:
        return ("",)
    return TRIED_ELSEWISE[manner] if manner in TRIED_ELSEWISE and category[:2] in OF_THINGS else TRIED[category[:2]]


@cache
def _manner(category):
    """The manner named for the leaf before the one named for its top."""
    named = {code: manner for manner, codes in MANNERS.items() for code in codes.split()}
    return named.get(category) or named.get(category[:2], REPAIR)


def _fitted(rng, before, body, after):
    """Joined, within the limits of length: what is said around the matter gives way first, or is added to."""
    text = next(text for text in (before + body + after, body + after, before + body, body) if len(text) <= LONGEST)
    return text if len(text) >= SHORTEST else text + rng.choice(FILLERS)


def reply_text(rng, *, category_code, place_name, office, kind, solved="yes"):
    """The office's answer. `solved`: yes, partly or no, as it will turn out; questions are answered, ideas weighed."""
    matter = categories()[category_code]["name"]
    scene = Scene(rng, place_name, office=office, matter=matter, sum=f"{rng.randint(12, 98) * 10}元")
    if kind == "suggestion":
        parts = (rng.choice(ADVICE), DONE[0])
    elif kind == "consult":
        answer = _answer(rng, category_code, "answer")
        parts = ("您咨询的{matter}问题答复如下：", answer, "如需进一步了解，请与{office}联系。")
    else:
        parts = _report_back(rng, category_code, solved)
    return (rng.choice(DEAR) + "".join(parts)).format_map(scene)


def _report_back(rng, category_code, solved):
    """What was found and done; who sees to a thing says so, and that it is watched."""
    thing = _manner(category_code) == REPAIR
    received = rng.choice((*RECEIVED, SEEN_ON_SITE) if thing else RECEIVED)
    if solved != "yes":
        return received, _answer(rng, category_code, "unsolved"), rng.choice(NOT_YET)
    return received, _answer(rng, category_code, "solved"), rng.choice(DONE + WATCHED if thing else DONE)


def _answer(rng, category_code, use):
    return rng.choice(frames()[category_code, use]).text


def step_note(rng, step):
    """The note of a step of the flow by its name (dispatch, progress, object …); `KeyError` where a step has none."""
    return rng.choice(NOTES[step]).format(visit=rng.choice(VISITS))


def contact_note(rng):
    """What the handler writes after speaking with the person."""
    return step_note(rng, "contact")


def callback_note(rng, *, office, reached=True, solved="", satisfaction=""):
    """What the operator notes of the call-back. Values as in `Solved` and `Satisfaction`."""
    if not reached:
        return rng.choice(CALL_BACKS["unreached"])
    said = CALL_BACKS_AT_ODDS.get((solved, satisfaction), CALL_BACKS[solved])
    return rng.choice(said).format(office=office, mood=MOODS[satisfaction])


def rating_reason(rng, *, solved, satisfaction):
    """The resident's own words; never empty for one who is dissatisfied, as the form asks a reason."""
    return rng.choice(RATINGS[solved, satisfaction])
