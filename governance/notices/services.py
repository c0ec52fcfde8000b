"""Writes the outbox, and what readers and administrators do with its rows."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection
from django.utils.translation import gettext as _

from governance import registry
from governance.access.scope import barred_from, is_closed_to_some
from governance.cases.bars import changes_bars
from governance.notices.enums import Channel, NoticeState
from governance.notices.models import Notice
from governance.notices.rules import CAPPED_AT
from governance.notices.standing_in import StandingIn
from governance.notices.tasks import deliver_due, deliver_event
from governance.notices.texts import LONGEST_TITLE, Facts, Text
from governance.queue import queue
from governance.writing import insert

UNREAD = f"""SELECT count(*) FROM (
    SELECT FROM {Notice._meta.db_table} WHERE recipient_id = %s AND channel = '{Channel.IN_APP}' AND read_at IS NULL LIMIT %s
) AS few"""  # on every page of everyone who signed in

_loading_history = ContextVar("loading_history", default=None)
_without_text_messages = ContextVar("without_text_messages", default=False)


@contextmanager
def loading_history(*, since):
    """While cases of the past are loaded nothing leaves the portal; in-boxes hold, as read, what happened since."""
    token = _loading_history.set(since)
    try:
        yield
    finally:
        _loading_history.reset(token)


@contextmanager
def without_text_messages():
    """While what was taken down elsewhere is brought in, nobody is texted about it; colleagues are told as always."""
    token = _without_text_messages.set(True)
    try:
        yield
    finally:
        _without_text_messages.reset(token)


def note_event(event, case):
    """Listener: write the notices of an event in its own transaction, and have them sent once it is committed."""
    if changes_bars(event):
        take_back(event, case)
    facts, stand_ins, history = Facts(event, case), StandingIn(event, case), _loading_history.get()
    if history and event.at < history:
        return
    notices = [notice for rule in rules_for(event, case) for notice in _notices(rule, facts, stand_ins, history=history)]
    if not notices:
        return
    insert(notices, unless_there=True)
    if any(notice.state == NoticeState.WAITING for notice in notices):
        queue(deliver_event, event.pk)


def tell(people, event, *, rule, about, title, body, path, at):
    """One notice to each of these people of what many events make up; `event` stands for them, `about` is the number it bears."""
    history = _loading_history.get()
    ways = [(person, Channel.IN_APP) for person in people]
    ways += [] if history else [(person, Channel.MAIL) for person in people if person.email]
    facts = {"rule": rule, "case_number": about, "title": title[:LONGEST_TITLE], "body": body, "path": path}
    rows = [_new(event, person, channel, at=at, read_at=at if history else None, **facts) for person, channel in ways]
    insert(rows, unless_there=True)
    if rows and not history:
        queue(deliver_event, event.pk)


def take_back(event, case):
    """What was told to people whom the case keeps out now is theirs to read no longer, and does not go out."""
    if is_closed_to_some(case):
        told = Notice.objects.filter(event__content_type=event.content_type_id, event__object_id=case.pk)
        told.filter(recipient__in=barred_from(case)).delete()


def rules_for(event, case):
    """The rules that tell of an event, in the order in which the procedures declare them."""
    return [rule for rule in registry.declared_by("notices", "event").get(event.kind, ()) if rule.applies(event, case)]


def _notices(rule, facts, stand_ins, *, history):
    """The rows of one rule, to the people it names and to those who stand in for them."""
    addresses = _addresses(rule, facts, history=history)
    if not addresses:
        return []
    text = facts.text_of(rule)
    rows = [_row(rule, facts, text, person, channel) for person, channel in addresses]
    if rule.phone is None and not history:
        rows += _rows_of_stand_ins(rule, facts, text, stand_ins.for_all({row.recipient for row in rows}))
    if history:
        for row in rows:
            row.read_at = facts.event.at
    return rows


def _addresses(rule, facts, *, history):
    """Pairs of person and way, None standing for the person concerned. Whoever caused the event knows it already."""
    event, case = facts.event, facts.case
    if rule.phone is not None:
        untold = history or _without_text_messages.get() or not rule.phone.is_known(case)
        return [] if untold else [(None, Channel.SMS)]
    people = [person for person in rule.to(event, case) if person.pk != event.by_id]
    ways = {
        Channel.IN_APP: people,
        Channel.MAIL: [] if history else [person for person in people if person.email],
    }
    return [(person, channel) for channel in rule.channels for person in ways[channel]]


def _rows_of_stand_ins(rule, facts, text, pairs):
    """The same words, and whose they are. A colleague who is named by another rule of the event is told by that one alone."""
    rows = []
    for deputy, absent in pairs:
        title = _("代%(name)s：%(title)s") % {"name": absent.name, "title": text.title}
        rows += [
            _row(rule, facts, Text(title[:LONGEST_TITLE], text.body), deputy, channel)
            for channel in rule.channels
            if channel != Channel.MAIL or deputy.email
        ]
    return rows


def _row(rule, facts, text, person, channel):
    """One notice of an event."""
    told = {"rule": rule.name, "case_number": facts.case.number, "title": text.title, "body": text.body}
    return _new(facts.event, person, channel, path=_path(facts.case) if person else "", at=facts.event.at, **told)


def _new(event, person, channel, *, at, **told):
    """A row of the outbox. What lies in the portal is delivered by being there."""
    in_app = channel == Channel.IN_APP
    return Notice(
        event=event,
        recipient=person,
        channel=channel,
        at=at,
        state=NoticeState.SENT if in_app else NoticeState.WAITING,
        sent_at=event.recorded_at if in_app else None,
        next_try_at=None if in_app else at,
        **told,
    )


def _path(case):
    """The case's own page, where it has one."""
    address = getattr(case, "get_absolute_url", None)
    return address() if address else ""


def mark_read(notices, *, at):
    """Mark what is still unread among these; returns how many that were."""
    return notices.unread().order_by().update(read_at=at)


def unread_count(user):
    """How many notices the person has not read, counted no further than the header can show."""
    with connection.cursor() as cursor:
        cursor.execute(UNREAD, [user.pk, CAPPED_AT + 1])
        return cursor.fetchone()[0]


def send_again(notices, *, at):
    """Give failed messages a fresh start; returns how many."""
    count = notices.failed().order_by().update(state=NoticeState.WAITING, attempts=0, next_try_at=at, failure="")
    if count:
        queue(deliver_due)
    return count
