"""Writes down what a mediation leaves on its way: each row in the transaction of the step that makes it."""

from django.utils.translation import gettext as _

from disputes.mediation.services import latest_session  # its effects come first: the session is there, who has an interest is not
from disputes.proceedings.enums import Chosen, Performance, Way
from disputes.proceedings.models import Appointment, CourtRequest, FollowUp, Invitation, Opinion, PoliceReport
from governance.flow import engine

PERFORMANCE = {"follow_up": Performance.PARTLY, "perform": Performance.DONE, "note_unperformed": Performance.NOT}


@engine.after("mediation", "assign", "replace")
def appoint(mediation, taken):
    """§19, §23: who mediates from now on, how that was settled, and the declaration that no interest stands in the way."""
    given = taken.given
    Appointment.objects.filter(mediation=mediation, ended_at=None).update(ended_at=taken.at, end_note=taken.note[:500])
    Appointment.objects.create(
        mediation=mediation, mediator=given["mediator"], chosen=given.get("chosen") or Chosen.COMMITTEE, by=taken.by, declared_at=taken.at,
        declaration=given.get("declaration") or _("与各方当事人没有近亲属等利害关系。"),
    )  # fmt: skip


@engine.after("mediation", "take_over", "recuse")
def end_appointment(mediation, taken):
    """Another committee names its own mediator; one who declares an interest mediates no more."""
    running = Appointment.objects.filter(mediation=mediation, ended_at=None)
    if taken.step.name == "recuse":
        running = running.filter(mediator=taken.by)
    running.update(ended_at=taken.at, end_note=taken.note[:500])


@engine.after("mediation", "schedule")
def invite(mediation, taken):
    """Both sides are invited; a message goes to the telephones that are known (notices)."""
    session, way = latest_session(mediation), taken.given["invite_way"]
    Invitation.objects.bulk_create(Invitation(session=session, party=party, way=way, sent_at=taken.at) for party in mediation.parties.all())


@engine.after("mediation", "note_answer")
def keep_answer(mediation, taken):
    Invitation.objects.filter(pk=taken.given["invitation"].pk).update(answer=taken.given["answer"], answered_at=taken.at)


@engine.after("mediation", "ask_expert")
def ask_for_opinion(mediation, taken):
    """Who is asked what; the clock stands still until it is answered."""
    facts = {name: taken.given.get(name) or "" for name in ("body", "costs")}
    Opinion.objects.create(mediation=mediation, question=taken.note, asked_at=taken.at, asked_by=taken.by, **facts)


@engine.after("mediation", "receive_opinion")
def keep_opinion(mediation, taken):
    Opinion.objects.filter(mediation=mediation, received_at=None).update(received_at=taken.at, text=taken.note)


@engine.after("mediation", "report_to_police")
def keep_report(mediation, taken):
    station = taken.given.get("station") or ""
    PoliceReport.objects.create(mediation=mediation, station=station, facts=taken.note, at=taken.at, by=taken.by)


@engine.after("mediation", *PERFORMANCE)
def keep_follow_up(mediation, taken):
    FollowUp.objects.create(
        mediation=mediation, at=taken.at, way=taken.given.get("contact_way") or Way.PHONE, by=taken.by, text=taken.note,
        performance=PERFORMANCE[taken.step.name],
    )  # fmt: skip


@engine.after("mediation", "confirm_asked")
def keep_request(mediation, taken):
    CourtRequest.objects.create(mediation=mediation, court=taken.given.get("court") or "", asked_at=taken.at, asked_by=taken.by)


@engine.after("mediation", "confirm")
def keep_ruling(mediation, taken):
    ruling = {"ruling": taken.given["confirmation"], "ruling_number": taken.given.get("ruling_number") or "", "ruled_at": taken.at}
    CourtRequest.objects.filter(mediation=mediation).update(**ruling)


def left_by(mediation):
    """What a page tells of the way of a mediation; one statement for each kind of row that can be there."""
    found = {}
    if mediation.accepted_at:
        found["appointments"] = mediation.appointments.select_related("mediator")
        found["opinions"] = mediation.opinions.all() if mediation.kind == "medical" else ()
    if mediation.outcome:
        found["follow_ups"] = mediation.follow_ups.select_related("by")
    if mediation.confirmation:
        found["court_request"] = CourtRequest.objects.filter(mediation=mediation).first()
    if mediation.police_reported_at:
        found["police_reports"] = mediation.police_reports.select_related("by")
    return found


def invitations_of(mediation):
    """{session: its invitations} of those that were agreed on."""
    found = {}
    for row in Invitation.objects.filter(session__mediation=mediation).select_related("party"):
        found.setdefault(row.session_id, []).append(row)
    return found
