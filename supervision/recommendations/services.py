"""Sends recommendations, takes down those on paper, and what else happens when a step is taken."""

from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.cases.services import next_number
from governance.deadlines.rules import LAPSED
from governance.files.services import attach, claim
from governance.flow import engine
from governance.flow.extensions import extendable, settle
from governance.flow.reminders import remindable
from governance.people.enums import OfficeType
from governance.people.models import Office
from supervision.oversight.services import is_raised, raise_finding, supervisor_of
from supervision.recommendations import terms
from supervision.recommendations.models import Recommendation
from supervision.recommendations.rules import KINDS, kind_of

ONE_MICROSECOND = timedelta(microseconds=1)
ADDRESSED = (OfficeType.BUREAU, OfficeType.CENTRE, OfficeType.TOWNSHIP, OfficeType.VILLAGE)


class SendRefused(ValueError):
    """Why a recommendation cannot be sent; the sentence is shown to the person."""


@transaction.atomic
def send(*, sender, unit, by, at, held=(), on_paper=False, **facts):
    """Open a recommendation of a body to a unit: served on the portal, unless it came on paper. Raises `SendRefused` for one that is there
    already."""
    case = Recommendation(
        number=next_number(at=at), place=unit.place, sender=sender, unit=unit, watcher=supervisor_of(unit), kind=kind_of(sender.trade),
        on_paper=on_paper, **facts,
    )  # fmt: skip
    case.office_ids = [sender.pk]
    case.hand_to(unit)
    try:
        with transaction.atomic():
            engine.begin(case, by=by, at=at)
    except IntegrityError as twice:
        raise SendRefused(_("该机关的这个文号已经发给或登记给该单位，请核对。")) from twice
    for index, upload in enumerate(held):  # files of a case stand in the order of their moments
        claim(upload.token, case, by=by, at=at + index * ONE_MICROSECOND)
    return case


@transaction.atomic
def take_down(*, sender, unit, received_on, way, receiver, by, at, **facts):
    """A recommendation that came on paper: sent and received in one go, its clock running from the day it came."""
    case = send(sender=sender, unit=unit, by=by, at=at, on_paper=True, **facts)
    return engine.take(case, "record_paper", by=by, at=at, received_on=received_on, way=way, receiver=receiver)


def units_of(path):
    """The offices of a place, for choosing one by its name; a place below is typed."""
    return Office.objects.in_use().filter(place__path=path, type__in=ADDRESSED).select_related("place").order_by("type", "code")


def senders_for(path):
    """The bodies that can recommend something to a unit at a path: those of its county and of the city."""
    return Office.objects.in_use().filter(trade__in=KINDS, place__path__in=[path[:4], path[:6]]).select_related("place")


@engine.after("recommendations", "receive")
def note_receipt(case, taken):
    case.received_on = timezone.localdate(taken.at)


@engine.after("recommendations", "record_paper")
def count_from_receipt(case, taken):
    """The starting day is the day it came, not the day it was typed in."""
    came = timezone.make_aware(datetime.combine(taken.given["received_on"], time(12)))
    taken.clocks.start(terms.ANSWER, at=min(came, taken.at))


extendable("recommendations", terms.ANSWER)
remindable("recommendations")


@engine.after("recommendations", "set_day")
def settle_request(case, taken):
    """With a day named anew nothing is left to decide."""
    taken.clocks.drop(terms.DECIDE_EXTENSION)
    settle(case, taken)


@engine.after("recommendations", "object")
def note_objection(case, taken):
    case.objected_at, case.objection_open = taken.at, True


@engine.after("recommendations", "uphold")
def settle_objection(case, taken):
    case.objection_open = False


@engine.after("recommendations", "answer")
def keep_answer(case, taken):
    """The proof, whether the limit was kept, and from now on the sender's desk."""
    _attach(case, taken)
    case.answered_at, case.objection_open = taken.at, False
    case.kept = case.kept is not False and taken.clocks.met[terms.ANSWER.name].was_kept
    settle(case, taken)
    case.hand_to(case.sender)


def _attach(case, taken):
    for index, file in enumerate(taken.given["files"]):
        attach(case, file, by=taken.by, at=taken.at + index * ONE_MICROSECOND, public=False)


@engine.after("recommendations", "accept", "accept_partly")
def note_judgement(case, taken):
    _attach(case, taken)
    case.judged_at = taken.at


@engine.after("recommendations", "ask_again")
def send_back(case, taken):
    """Back to the unit, under the limit of another round or by the day the sender names."""
    _attach(case, taken)
    case.rounds += 1
    taken.clocks.start(terms.ANSWER, at=taken.at)
    case.hand_to(case.unit)


@engine.after("recommendations", "refer")
def raise_draft(case, taken):
    """Not adopted, or not answered: a draft finding for the leading group that supervises the unit; one that stands already is enough."""
    case.judged_at = taken.at
    if is_raised(case):
        return
    duty = _("对%(kind)s“%(title)s”未整改到位") % {"kind": case.get_kind_display(), "title": case.title}
    told = _("%(sender)s%(kind)s（%(document)s）：%(note)s")
    facts = told % {"sender": case.sender.name, "kind": case.get_kind_display(), "document": case.document, "note": taken.note}
    finding = raise_finding(
        unit=case.unit, ground=taken.given["ground"], duty=duty[:200], facts=facts, subject=case, at=taken.at, by=taken.by
    )
    if finding is None:
        raise engine.StepRefused(_("该单位没有上一级领导小组，不能转为督导线索。"))


@engine.after("recommendations", "withdraw", "refer")
def leave_nothing_open(case, taken):
    """What was asked or objected needs no word any more."""
    case.objection_open = False
    settle(case, taken)


def note_late(event, case):
    """Listener: an answer that is overdue counts in the figures at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, Recommendation) and event.data["term"] == terms.ANSWER.name:
        Recommendation.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False
