"""Takes messages out of the outbox and sends them.

Safe to run twice and side by side: each row is claimed for one short transaction, rows another worker holds are
skipped, and what was sent is no longer due. Should a worker die between sending and remembering, the next one sends
the same message under the same key.
"""

from time import monotonic

import structlog
from django.db import transaction
from django.utils.translation import gettext as _

from governance.notices.channels import SENDERS
from governance.notices.enums import NoticeState
from governance.notices.errors import NotDelivered, Refused, Unreachable
from governance.notices.models import Notice
from governance.notices.rules import next_try

BATCH = 200
PATIENCE = 45.0  # seconds: less than a minute, so that sweeps do not pile up behind a gateway that hangs

logger = structlog.get_logger(__name__)


def deliver_due(*, at, batch=BATCH, patience=PATIENCE):
    """Send up to `batch` due messages, for at most about `patience` seconds; returns how many were attempted."""
    waiting = list(Notice.objects.due(at).values_list("pk", flat=True)[:batch])
    return _deliver(waiting, at=at, until=monotonic() + patience)


def deliver_event(event_id, *, at, patience=PATIENCE):
    """Send what one event has to tell; returns how many were attempted."""
    waiting = list(Notice.objects.due(at).filter(event=event_id).values_list("pk", flat=True))
    return _deliver(waiting, at=at, until=monotonic() + patience)


def _deliver(waiting, *, at, until):
    attempted = 0
    for pk in waiting:
        if monotonic() > until:
            break
        attempted += deliver(pk, at=at)
    return attempted


@transaction.atomic
def deliver(pk, *, at):
    """Attempt one message; False where it is not due any more or someone else is at it."""
    notice = (
        Notice.objects.due(at)
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("recipient", "event__by", "event__post")
        .filter(pk=pk)
        .first()
    )
    if notice is None:
        return False
    notice.attempts += 1
    _attempt(notice, at=at)
    notice.save(update_fields=["attempts", "state", "next_try_at", "failure", "sent_at"])
    return True


def _attempt(notice, *, at):
    """Send it, or write down why not. Nothing one message does may keep the others from being sent."""
    try:
        SENDERS[notice.channel](notice, at=at)
    except Unreachable as reason:
        _end(notice, NoticeState.UNREACHABLE, str(reason))
    except Refused as reason:
        _end(notice, NoticeState.FAILED, str(reason))
    except NotDelivered as reason:
        _later(notice, str(reason), at=at)
    except Exception as error:
        logger.exception("notice_failed", notice=notice.pk, rule=notice.rule)
        _later(notice, _("程序错误：%(error)s") % {"error": type(error).__name__}, at=at)
    else:
        notice.state, notice.next_try_at, notice.sent_at, notice.failure = NoticeState.SENT, None, at, ""


def _later(notice, reason, *, at):
    again = next_try(notice.attempts, at=at)
    if again is None:
        _end(notice, NoticeState.FAILED, reason)
        return
    notice.next_try_at, notice.failure = again, reason[:200]


def _end(notice, state, reason):
    notice.state, notice.next_try_at, notice.failure = state, None, reason[:200]
    logger.warning("notice_not_delivered", notice=notice.pk, rule=notice.rule, state=state, reason=notice.failure)
