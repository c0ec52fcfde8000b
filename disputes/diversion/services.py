"""Hands disputes on with their papers, takes down who received them and what came of it, and brings them back into mediation."""

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.diversion.models import Diversion, DiversionPaper
from disputes.diversion.rules import ended_without_peace, papers_of, source_of
from disputes.mediation.models import Mediation
from disputes.mediation.services import PartyFacts
from governance.cases.services import hand_over, next_number
from governance.flow import engine
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.timeline.record import record

CARRIED = ("id_number", "address", "agent")  # sealed facts of a party that come back with it, unopened


def without_peace(mediation):
    return ended_without_peace(mediation.state, performed=mediation.performed)


def can_divert(mediation):
    """Whether its mediation ended without peace, and it is on no other way already."""
    return without_peace(mediation) and not Diversion.objects.of(mediation).ongoing().exists()


def receivers_near(mediation):
    """The bureaus and courts of the county and the city that can receive in this portal."""
    paths = ancestors(mediation.place_path)[:2]
    found = Office.objects.in_use().filter(type__in=[OfficeType.BUREAU, OfficeType.COURT], place__path__in=paths)
    return found.exclude(pk__in=mediation.barred_ids).select_related("place").order_by("-place__path", "-type", "code")


def proposed_papers(mediation):
    """What usually goes with a dispute in this state, as rows of the list."""
    facts = {"state": mediation.state, "has_session": mediation.sessions.held().exists(), "is_written": bool(mediation.is_written)}
    names = papers_of(**facts, has_opinion=mediation.opinions.exclude(text="").exists())
    return [{"name": name, "copies": 1, "is_original": original} for name, original in names]


@transaction.atomic
def open_diversion(mediation, *, papers, by, at, **facts):
    """Take down that a party agreed to another way, and what goes with it. The mediation's timeline tells of it."""
    mediation = engine.lock(mediation)
    if not can_divert(mediation):
        raise engine.StepRefused(_("本事项现在不能分流，请以最新状态为准。"))
    if facts.get("receiver"):
        mediation.refuse_barred(facts["receiver"])
    found = Diversion(
        mediation=mediation, number=next_number(at=at), title=mediation.title, place=mediation.place, **mediation.bars, **facts
    )
    found.hand_to(by.acting_post.office)
    engine.begin(found, by=by, at=at, note=found.reason)
    DiversionPaper.objects.bulk_create(DiversionPaper(diversion=found, serial=serial, **paper) for serial, paper in enumerate(papers, 1))
    told = _("分流至%(way)s %(number)s") % {"way": found.get_way_display(), "number": found.number}
    record(mediation, "mediation.diverted", told, by=by, at=at, data={"number": found.number, "way": found.way}, public=True)
    mediation.diverted_at = at
    mediation.save(update_fields=["version", "diverted_at"])
    return found


@engine.after("diversion", "send")
def hand_on(diversion, taken):
    """The papers leave; an office that works here finds it among its own from now on."""
    if not diversion.papers.exists():
        raise engine.StepRefused(_("移送材料清单是空的，请撤销后重新登记。"))
    diversion.sent_at = taken.at
    if diversion.receiver_id and diversion.receiver_id not in diversion.office_ids:
        diversion.refuse_barred(diversion.receiver)
        diversion.office_ids = [*diversion.office_ids, diversion.receiver_id]


@engine.after("diversion", "receive", "note_receipt")
def note_receipt(diversion, taken):
    diversion.received_at = taken.at


@engine.after("diversion", "report", "note_result")
def keep_result(diversion, taken):
    diversion.result_text, diversion.result_at = taken.note, taken.at


@engine.after("diversion", "bring_back")
def mediate_again(diversion, taken):
    """A new mediation of the same parties, with what the other way calls the matter; the query code of the first one opens it, too."""
    before = Mediation.objects.for_detail().get(pk=diversion.mediation_id)
    parties = [
        PartyFacts(one.side, one.name, one.phone, one.nature, {name: getattr(one, name) for name in CARRIED if getattr(one, name)})
        for one in before.parties.all()
    ]
    hand_over(
        diversion, "mediation", by=taken.by, at=taken.at, note=taken.note, parties=parties, committee=diversion.office, kind=before.kind,
        description=before.description, demand=before.demand, source=source_of(diversion.way), source_unit=diversion.receiver_name[:60],
        source_ref=diversion.their_number, query_code_index=before.query_code_index,
    )  # fmt: skip


def hanging_on(case):
    """The diversions of a mediation; no other case has any."""
    return Diversion.objects.of(case) if isinstance(case, Mediation) else ()


def diversions_of(mediation):
    """All ways the dispute was sent, the last one first."""
    return Diversion.objects.of(mediation).select_related("office", "place", "receiver").prefetch_related("papers")
