"""The papers printed from a mediation: which there are now, and what each is filled with."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from disputes.mediation.enums import SessionState
from disputes.mediation.models import Agreement
from disputes.mediation.rules import paragraphs, ways_of
from disputes.mediation.terms import LIMIT
from governance.deadlines.models import Deadline
from governance.timeline.models import Event
from governance.web.formats import cn_date, cn_datetime, cn_due

FOLDER = Path(__file__).parent
FIELDS = {  # what of the parties each paper needs, and no more
    "registration": ("name", "phone", "address", "agent"),
    "invitation": ("name", "agent"),
    "record": ("name", "agent"),
    "agreement": ("name", "phone", "id_number", "address", "agent"),
    "ending": ("name",),
}


@dataclass(frozen=True)
class Paper:
    """One paper of a case: `key` in the address, `kind` names the text, `session` for a record."""

    key: str
    kind: str
    label: Any
    session: Any = None

    @property
    def template(self):
        return FOLDER / f"{self.kind}.txt"

    @property
    def fields(self):
        return FIELDS[self.kind]


def papers_of(mediation):
    """What can be printed now, in the order of the file."""
    found = [Paper("registration", "registration", _("受理登记表"))]
    for session in mediation.sessions.select_related("mediator", "recorder"):
        named = {"serial": session.serial, "day": cn_date(session.at)}
        if session.state == SessionState.SCHEDULED:
            found.append(Paper(f"invitation-{session.serial}", "invitation", _("调解通知书（第%(serial)s次，%(day)s）") % named, session))
        if session.state == SessionState.HELD:
            found.append(Paper(f"record-{session.serial}", "record", _("调解记录（第%(serial)s次，%(day)s）") % named, session))
    if mediation.is_written is not None:
        found.append(Paper("agreement", "agreement", _("调解协议书") if mediation.is_written else _("口头协议登记表")))
    if mediation.end_reason:
        found.append(Paper("ending", "ending", _("终止告知书")))
    return found


def facts_of(paper, mediation, parties):
    """What fills the paper; `parties` are in plain text as far as it needs them."""
    own = {"registration": _registration, "invitation": _invitation, "record": _record, "agreement": _agreement, "ending": _ending}
    return {
        "number": mediation.number,
        "title": mediation.title,
        "committee": mediation.office.name if mediation.office else "",
        "parties": parties,
        **own[paper.kind](paper, mediation),
    }


def _registration(paper, mediation):
    clock = Deadline.objects.of(mediation).filter(term=LIMIT.name).order_by("-started_at").first()
    return {
        "kind": mediation.get_kind_display(),
        "source": " ".join(filter(None, (mediation.get_source_display(), mediation.source_unit, mediation.source_ref))),
        "opened_at": cn_datetime(mediation.opened_at),
        "place": mediation.place.full_name,
        "description": mediation.description,
        "demand": mediation.demand,
        "points": mediation.points,
        "acceptance": _("%(at)s受理") % {"at": cn_datetime(mediation.accepted_at)} if mediation.accepted_at else mediation.state_label,
        "limit": cn_due(clock.due_at) if clock else "",
        "mediator": mediation.mediator.name if mediation.mediator else "",
    }


def _invitation(paper, mediation):
    session = paper.session
    where = f"{session.venue} {session.room}".strip()
    facts = {"serial": session.serial, "at": cn_datetime(session.scheduled_for), "where": where, "mediator": session.mediator.name}
    return {"session": facts, "phone": mediation.office.phone if mediation.office else ""}


def _record(paper, mediation):
    session = paper.session
    said = {name: paragraphs(getattr(session, name)) for name in ("applicant_said", "respondent_said", "proposal")}
    return {
        "session": {
            **said,
            "serial": session.serial,
            "held_at": cn_datetime(session.held_at),
            "venue": f"{session.venue} {session.room}".strip(),
            "attendees": session.attendees,
            "rights_told": session.rights_told,
            "attendance": session.get_attendance_display(),
            "mediator": session.mediator.name,
            "recorder": session.recorder.name,
            "course": paragraphs(session.course),
            "result": paragraphs(session.result),
        }
    }


def _agreement(paper, mediation):
    found = Agreement.objects.get(mediation=mediation)
    texts = {name: paragraphs(getattr(found, name)) for name in ("facts", "points", "responsibilities", "duties")}
    facts = {"is_written": mediation.is_written, "way": found.way, "venue": found.venue}
    day = cn_date(found.perform_by) if found.perform_by else ""
    copies = mediation.parties.count() + 1
    return {"agreement": {**texts, **facts, "perform_by": day}, "copies": copies, "made_at": cn_date(found.made_at)}


def _ending(paper, mediation):
    event = Event.objects.of(mediation).filter(kind="mediation.end").order_by("-sequence").first()
    return {
        "reason": mediation.get_end_reason_display(),
        "settled_at": cn_date(mediation.settled_at),
        "note": paragraphs(event.note) if event else [],
        "ways": ways_of(mediation.ways_told),
    }
