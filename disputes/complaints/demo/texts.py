"""Demands, answers and notes that read like real ones. Pure: the same random generator gives the same texts. No Django."""

from disputes.complaints.demo.catalogue import TROUBLE, categories, frames, suited
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.phrases import (
    ADVICE,
    CALL_BACKS,
    CLOSINGS,
    DEAR,
    DONE,
    HOPES,
    MOODS,
    NOT_YET,
    NOTES,
    OPENINGS,
    PAPER,
    RATINGS,
    RECEIVED,
    THANKS,
    TRIED,
    VISITS,
)
from disputes.complaints.demo.slots import Scene

__all__ = [
    "NoText", "callback_note", "complaint_text", "contact_note", "person_name", "phone_number", "rating_reason", "reply_text", "step_note",
]  # fmt: skip

SHORTEST, LONGEST = 40, 160  # characters, as people write on a phone
SHARE_WHO_TRIED = 0.45


class NoText(LookupError):
    """Nobody would write that at this time of the year: cold homes in July."""


def complaint_text(rng, *, category_code, place_name, kind, month):
    """(title, description, landmark) of a demand. Raises `NoText` where the month does not fit the matter."""
    choice = suited(category_code, kind, month)
    if not choice:
        raise NoText(f"no {kind} about {category_code} in month {month}")
    frame, scene = rng.choice(choice), Scene(rng, place_name)
    body = frame.text.format_map(scene)
    before, after = (part.format_map(scene) for part in _around(rng, category_code[:2], kind))
    return frame.title.format_map(scene), _fitted(rng, before, body, after), scene.landmark


def _around(rng, top, kind):
    """What is said before and after the matter itself."""
    opening = rng.choice(OPENINGS)
    if kind == "consult":
        return opening, rng.choice(THANKS)
    if kind == "suggestion":
        return opening, rng.choice(HOPES)
    tried = rng.choice(TRIED[top]) if kind != "report" and rng.random() < SHARE_WHO_TRIED else ""
    return opening, tried + rng.choice(CLOSINGS[kind, top in PAPER])


def _fitted(rng, before, body, after):
    """Joined, within the limits of length: what is said around the matter gives way first, or is added to."""
    for text in (before + body + after, body + after, before + body, body):
        if len(text) <= LONGEST:
            break
    if len(text) < SHORTEST:
        text += rng.choice(("占用你们时间了，方便的时候请给回个电话，谢谢。", "不急，但希望能有个回音，电话短信都可以，谢谢。"))
    return text


def reply_text(rng, *, category_code, place_name, office, kind, solved="yes"):
    """The office's answer. `solved` is what will turn out: yes, partly, no; a question is answered, a proposal weighed."""
    scene = Scene(rng, place_name, office=office, matter=categories()[category_code]["name"])
    if kind == "suggestion":
        parts = (rng.choice(DEAR), rng.choice(ADVICE), rng.choice(DONE[:1] + DONE[3:4]))
    elif kind == "consult":
        parts = (rng.choice(DEAR), "您咨询的{matter}问题答复如下：", _answer(rng, category_code, "answer"), "如需进一步了解，请与{office}联系。")
    else:
        use, ending = ("solved", DONE) if solved == "yes" else ("unsolved", NOT_YET)
        parts = (rng.choice(DEAR), rng.choice(RECEIVED), _answer(rng, category_code, use), rng.choice(ending))
    return "".join(parts).format_map(scene)


def _answer(rng, category_code, use):
    return rng.choice(frames()[category_code, use]).text


def step_note(rng, step):
    """The note of a step of the flow by its name (dispatch, progress, object, ask_extension …); raises `KeyError` for one without."""
    return rng.choice(NOTES[step]).format(visit=rng.choice(VISITS))


def contact_note(rng):
    """What the handler writes after speaking with the person."""
    return step_note(rng, "contact")


def callback_note(rng, *, office, reached=True, solved="", satisfaction=""):
    """What the operator notes of the call-back. Values as in `Solved` and `Satisfaction`."""
    if not reached:
        return rng.choice(CALL_BACKS["unreached"])
    return rng.choice(CALL_BACKS[solved]).format(office=office, mood=MOODS[satisfaction])


def rating_reason(rng, *, solved, satisfaction):
    """The resident's own words; never empty for one who is dissatisfied, as the form asks a reason."""
    return rng.choice(RATINGS[solved, satisfaction])


def is_trouble(kind):
    """Whether the demand tells of something wrong, rather than asking or proposing."""
    return kind in TROUBLE
