"""Turns a story may take: a question to the person, a closing without a solution, an unhappy answer and what becomes of it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from disputes.complaints import terms
from disputes.complaints.demo import texts
from disputes.complaints.enums import Outcome, State
from disputes.complaints.rules import may_ask_reopening
from governance.deadlines.ledger import open_one
from governance.flow.table import RESIDENT, SYSTEM

CITY_TIME = ZoneInfo("Asia/Shanghai")
ASKED, ASKED_LATELY, LATELY = 0.03, 0.3, timedelta(days=8)  # a live desk shows questions that wait
UNANSWERED, BY_PHONE = 0.2, 0.3
OUTCOMES = {Outcome.NO_POWER: 30, Outcome.NO_FACT: 30, Outcome.LONG_TERM: 40}
PLANS = (45, 60, 90, 120, 180)  # days until a plan is looked at again
DECLINES, DECIDED, REOPENED, INSISTS, ORDERED = 0.4, 0.85, 0.3, 0.5, 0.4


def may_be_asked(story):
    """Whether the office asks the person something."""
    return story.rng.random() < (ASKED_LATELY if story.now - story.at < LATELY else ASKED)


def asked(story, handler):
    """A question, and the answer: by the person, by telephone, or none in time. False where the present is reached."""
    rng = story.rng
    story.wait(0.5, 5)
    if not story.take("ask_person", handler, note=texts.step_note(rng, "ask_person")):
        return False
    due = open_one(story.complaint, terms.QUESTION).due_at
    if rng.random() < UNANSWERED:
        story.at = due
        return story.take("stop_waiting", SYSTEM)
    story.wait(3, 60)
    story.at = min(story.at, due)
    by_phone = rng.random() < BY_PHONE
    step, person = ("record_answer", handler) if by_phone else ("answer_question", RESIDENT)
    return story.take(step, person, note=texts.step_note(rng, step))


def closed(story):
    """Closed as solved, or with the reason why it is not."""
    if story.complaint.solved != "no":
        return story.take("close", story.cast.operator)
    rng = story.rng
    outcome = rng.choices(list(OUTCOMES), weights=OUTCOMES.values())[0]
    day = (story.at + timedelta(days=rng.choice(PLANS))).date() if outcome == Outcome.LONG_TERM else None
    note = texts.step_note(rng, f"close_unsolved.{outcome}")
    return story.take("close_unsolved", story.cast.operator, outcome=outcome, review_on=day, note=note)


def decided(story):
    """What was asked for again is reopened or refused; refused twice, the centre above has the last word."""
    rng, operator = story.rng, story.cast.operator
    if not story.complaint.reopening_asked or rng.random() > DECIDED:
        return
    story.wait(4, 40)
    if rng.random() < REOPENED:
        if story.take("reopen", operator, note=texts.step_note(rng, "reopen")):
            handled_again(story)
        return
    if not story.take("refuse_reopening", operator, note=texts.step_note(rng, "refuse_reopening")):
        return
    if rng.random() < INSISTS:
        insisted(story)


def insisted(story):
    """Asked again and refused again; the centre confirms or orders the reopening."""
    rng, operator = story.rng, story.cast.operator
    story.wait(10, 60)
    if not may_ask_reopening(story.complaint):
        return
    for step, person in (("ask_reopening", RESIDENT), ("refuse_reopening", operator)):
        if not story.take(step, person, note=texts.step_note(rng, step)):
            return
        story.wait(5, 30)
    centre = story.cast.handlers.get(story.complaint.appeal_to_id)
    step = "order_reopening" if rng.random() < ORDERED else "confirm_refusal"
    if centre and story.take(step, centre, note=texts.step_note(rng, step)) and step == "order_reopening":
        handled_again(story)


def come_back(story):
    """A plan whose day has come is looked at again, and answered better."""
    day = story.complaint.review_on
    if day is None or story.complaint.state != State.CLOSED or story.complaint.reopening_asked or story.complaint.appeal_to_id:
        return
    story.at = max(story.at, datetime.combine(day, time(9, 10), CITY_TIME))
    if story.take("come_back", SYSTEM, note="约定的回头看日期已到，请查看进展并重新答复。"):
        handled_again(story)


def handled_again(story):
    """Answered once more, called back, closed."""
    rng, operator = story.rng, story.cast.operator
    story.wait_for("complaints.handle", in_time=True)
    handler = story.cast.handlers[story.complaint.office_id]
    if not story.take("reply", handler, note=texts.step_note(rng, "reply_again")):
        return
    story.wait(2, 30)
    said = {"reached": True, "solved": "yes", "satisfaction": "fairly"}
    note = texts.callback_note(rng, office=story.complaint.office.short_name, **said)
    if story.take("call_back", operator, note=note, **said):
        story.wait(0.1, 2)
        story.take("close", operator)
