"""What can become of a confirmed finding in the demo: every measure of Art. 58, in every state."""

from governance.flow.engine import StepRefused
from supervision.oversight.demo import texts

LISTED_DAYS = 90


def noticed(story):
    story.decide("notify", note=story.say(texts.NOTICES))
    story.serve_paper()
    story.wait(10, 30)
    story.decide("close", note=story.say(texts.CLOSED))


def talked(story):
    story.summon()
    story.wait(2.5, 4)
    story.talk()
    story.wait(12, 30)
    story.decide("close", note=story.say(texts.CLOSED))


def ordered(story):
    """Served, done in time, passed; one in six sent back once."""
    story.open_order()
    published(story, 0.25)
    story.wait_until_due(late=False)
    story.report()
    if story.rng.random() < 0.17:
        story.fail_inspection()
        story.wait_until_due(late=False)
        story.report()
    story.pass_inspection()


def extended(story):
    """An extension asked at once, granted or not."""
    story.open_order()
    story.wait(0.05, 0.4)
    granted = story.rng.random() < 0.6
    try:
        story.answer("ask_extension", amount=story.say((10, 15, 20)), note=story.say(texts.ASKED))
    except StepRefused:
        granted = None  # asked too late: the unit has to keep the limit
    if granted is not None:
        story.wait(1, 5)
        note = story.say(texts.GRANTED if granted else texts.REFUSED)
        story.lead("grant_extension" if granted else "refuse_extension", note=note)
    story.wait_until_due(late=granted is False)
    story.report()
    story.pass_inspection()


def overdue(story):
    """Not done in time: one level up by itself; most are done after that."""
    story.open_order()
    published(story, 0.5)
    story.wait_until_due(late=True)
    if story.rng.random() < 0.35:
        listed(story)
        return
    story.wait(3, 15)
    story.report()
    story.pass_inspection()


def listed_at_once(story):
    listed(story)


def listed(story):
    """Listed with its stages, published, rectified, inspected, removed, and the removal published in the same place."""
    unit, duty = story.finding.addressee, story.finding.duty
    story.list_it(LISTED_DAYS)
    story.wait(0.5, 4)
    story.decide("publish", public_text=texts.public_text(unit, duty, LISTED_DAYS))
    story.report_stages()
    if story.rng.random() < 0.4:
        more_time(story)
    story.wait(15, 30)
    if story.order:
        story.report()
        story.pass_inspection()
    else:
        story.decide("rectify", note=story.say(texts.RECTIFIED))
    story.wait(2, 8)
    story.decide("pass_inspection", note=story.say(texts.INSPECTED), photos=[])
    story.wait(5, 30)
    story.decide("remove", note=story.say(texts.REMOVED))
    story.serve_paper()
    story.wait(0.5, 4)
    story.decide("publish_removal", removal_text=texts.removal_text(unit))


def more_time(story):
    """An extension of the listing, asked early enough, decided within the limit."""
    try:
        story.decide("ask_extension", amount=story.say((1, 2)), note=story.say(texts.ASKED))
    except StepRefused:
        return
    story.wait(2, 6)
    granted = story.rng.random() < 0.7
    note = story.say(texts.GRANTED if granted else texts.REFUSED)
    story.above("grant_extension" if granted else "refuse_extension", note=note)


def published(story, share):
    """Some notices are published a few days after they are served."""
    if story.rng.random() < share:
        story.wait(1, 4)
        story.lead("publish", public_text=texts.order_text(story.order.unit.name, story.finding.duty))


SHARES = ((noticed, 46), (talked, 15), (ordered, 20), (extended, 8), (overdue, 8), (listed_at_once, 3))
