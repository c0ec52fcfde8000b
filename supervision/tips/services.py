"""Files what residents tell, and what else happens when a step is taken."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from governance.cases.bars import kept_out_with
from governance.cases.forgetting import forget
from governance.cases.models import Handover
from governance.cases.rules import new_query_code, title_of
from governance.cases.services import hand_over, next_number
from governance.cases.tracking import code_index
from governance.deadlines.rules import LAPSED
from governance.flow import engine
from governance.flow.table import RESIDENT, SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.privacy.enums import Purpose
from governance.privacy.services import open_sealed
from supervision.oversight.models import Finding
from supervision.oversight.services import is_raised, raise_finding, supervisor_of
from supervision.tips import terms
from supervision.tips.enums import Matter, State
from supervision.tips.models import Tip
from supervision.tips.rules import article_label, articles_of, desk_path

HOTLINE, FROM_ABOVE = "complaints", "superior"  # the procedure that takes over what is a complaint, and by which way it comes there


@dataclass
class Filed:
    """A filed tip and the query code that is shown this once."""

    tip: Tip
    query_code: str


def file_tip(*, matter, description, place, unit=None, name="", phone="", submission=None, at, by=RESIDENT):
    """Register what a resident tells; the office it is about, and what works under it, is kept out. The same `submission` never files
    twice: the second answer is the first tip, without its code."""
    try:
        return _file(
            matter=matter, description=description, place=place, unit=unit, name=name, phone=phone, submission=submission, at=at, by=by
        )
    except IntegrityError:
        earlier = submission and Tip.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return Filed(earlier, "")


@transaction.atomic
def _file(*, name, phone, unit, at, by, **facts):
    code = new_query_code()
    tip = Tip(number=next_number(at=at), title=title_of(facts["description"]), unit=unit, query_code_index=code_index(code), **facts)
    tip.reporter_name, tip.reporter_phone = name, phone
    if unit is not None:
        tip.barred_ids, tip.accused_name = kept_out_with(unit), unit.name
    if group := desk_of(tip.place, unit, barred=tip.barred_ids):
        tip.hand_to(group)
    return Filed(engine.begin(tip, by=by, at=at), code)


def desk_of(place, unit=None, *, barred=()):
    """The leading group whose office reads it: the one that supervises the unit, else the county's, else the next above."""
    if unit is not None and (group := supervisor_of(unit, barred=barred)):
        return group
    groups = Office.objects.in_use().filter(type=OfficeType.LEADING_GROUP, place__path__in=ancestors(desk_path(place.path)))
    return groups.exclude(pk__in=barred).select_related("place").order_by("-place__path").first()


@engine.after("tips", "pass_on")
def hand_to_hotline(tip, taken):
    """It is a complaint: 12345 takes it over, with the code the person has; name and telephone go along, on record."""
    facts = {"by": taken.by, "purpose": Purpose.CONTACT, "reason": _("转12345办理"), "at": taken.at}
    name, phone = (open_sealed(tip, field, **facts) for field in ("reporter_name", "reporter_phone"))
    person = {"name": name, "phone": phone, "kind": "complaint"} if phone else {"is_anonymous": True, "kind": "report"}
    about = {"against": tip.unit} if tip.unit else {}
    hand_over(
        tip, HOTLINE, by=taken.by, at=taken.at, note=taken.note, description=tip.description, source=FROM_ABOVE,
        query_code_index=tip.query_code_index, **person, **about,
    )  # fmt: skip


@engine.after("tips", "raise")
def raise_draft(tip, taken):
    """Verified as far as a desk can: a draft finding about the unit; the tip waits for what becomes of it."""
    if is_raised(tip):
        raise engine.StepRefused(_("该来信已有一条在办的督导线索。"))
    unit = taken.given["unit"]
    tip.barred_ids = sorted({*tip.barred_ids, *kept_out_with(unit)})
    if tip.office_id in tip.barred_ids:
        raise engine.StepRefused(_("不能对本单位或其上级形成线索，请报上一级领导小组办公室办理。"))
    articles = _("、").join(map(article_label, articles_of(tip.matter)))
    duty = f"{Matter(tip.matter).label}{_('（条例')}{articles}{_('）')}"
    finding = raise_finding(unit=unit, ground=taken.given["ground"], duty=duty, facts=taken.note, subject=tip, at=taken.at, by=taken.by)
    if finding is None:
        raise engine.StepRefused(_("该单位没有上一级领导小组，不能转为督导线索。"))


def note_end(event, case):
    """Listener: the finding a tip gave rise to has ended, so the tip comes back to the desk to be answered."""
    if not isinstance(case, Finding) or case.is_ongoing or case.subject_number == "":
        return
    tip = Tip.objects.filter(number=case.subject_number, state=State.RAISED).first()
    if tip is not None:
        engine.take(tip, "come_back", by=SYSTEM, at=event.at)


@engine.after("tips", "answer")
def note_answer(tip, taken):
    tip.answered_at = taken.at
    tip.kept = tip.kept is not False and taken.clocks.met[terms.ANSWER.name].was_kept


def note_late(event, case):
    """Listener: an answer that is overdue counts in the figures at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, Tip) and event.data["term"] == terms.ANSWER.name:
        Tip.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


@engine.after("tips", "erase_contact")
def erase(tip, taken):
    """Who told it is forgotten; what was said and answered stays."""
    tip.reporter_name = tip.reporter_phone = ""


def erase_contacts(*, at):
    """Forget who told what ended long enough ago; returns how many."""
    return forget(Tip, terms.KEEP_CONTACT, at=at)


def went_on(tip):
    """The complaint a tip became, or None."""
    return next((row.target for row in Handover.objects.of(tip) if row.is_from(tip)), None)
