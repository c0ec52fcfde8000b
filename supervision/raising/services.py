"""Raises what nobody raised, and closes what needs nobody: safe to run at any time, as often as one likes.

Lapses are told by the sweep the moment they are noticed (`oversight.services.note_lapse`); what an outage swallowed is found here by the
clocks themselves. Figures below their floor are found here alone.
"""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from governance import registry
from governance.cases.indicators import DENOMINATOR
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import case_model, sweep
from governance.deadlines.terms import term_named
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.models import Office
from governance.places.models import Place
from governance.web.formats import cn_month
from supervision.indicators.services import below_floor
from supervision.oversight.enums import Ground, State
from supervision.oversight.models import Finding
from supervision.oversight.services import OF_A_PLACE, raise_finding, raise_for_lapse, settle_fulfilled
from supervision.raising.rules import gap_key, share


@dataclass
class Told:
    """What one run did."""

    alarms: int = 0  # clocks that were due to speak
    lapses: int = 0  # findings raised or joined for lapses nobody had told of
    floors: int = 0  # findings raised or joined for figures below their floor
    closed: int = 0  # drafts whose gap was met before anyone confirmed them

    def plain(self):
        return asdict(self)


def raise_findings(*, at):
    """All of it; returns what was done."""
    told = Told()
    while rung := sweep(at=at):
        told.alarms += rung
    told.lapses = raise_missed_lapses(at=at)
    told.floors, told.closed = follow_floors(at=at)
    told.closed += settle_fulfilled()
    return told


def raise_missed_lapses(*, at):
    """Clocks that ran out on a duty, are still open, and stand in no finding: nobody heard of them. Returns how many were told."""
    duties = {term.name for term in registry.declared("terms") if term.ground}
    known = Finding.objects.filter(deadline__isnull=False).values("deadline")
    missed = Deadline.objects.still_open().filter(term__in=duties, lapsed_at__isnull=False, lapsed_at__lte=at).exclude(pk__in=known)
    return sum(_raise_missed(pk) for pk in missed.order_by("lapsed_at", "pk").values_list("pk", flat=True))


@transaction.atomic
def _raise_missed(pk):
    """The case's row is locked, so that a step that meets the clock comes before or after; whoever came first has raised it."""
    deadline = Deadline.objects.get(pk=pk)
    case = case_model(deadline)._base_manager.select_for_update(of=("self",), skip_locked=True).filter(pk=deadline.object_id).first()
    deadline.refresh_from_db()
    if case is None or not deadline.is_open or Finding.objects.filter(deadline=deadline).exists():
        return False
    return raise_for_lapse(case, term_named(deadline.term), deadline, at=deadline.lapsed_at) is not None


def follow_floors(*, at):
    """One draft for each figure that lies below its floor at a place; a later month joins it. A draft whose figure does no longer closes by
    itself. Returns how many were raised or joined, and how many closed."""
    below = {gap_key(one.code, path): (one, path, month, counts) for one, path, month, *counts in below_floor(at=at)}
    places = {place.path: place for place in Place.objects.filter(path__in={path for _one, path, _month, _counts in below.values()})}
    units = _units_of(places)
    raised = sum(_follow(gap, found, places, units, at=at) for gap, found in below.items() if found[1] in units)
    return raised, _close_met(below, at=at)


def _units_of(places):
    """{path: the office that answers for the figures of a place}."""
    offices = Office.objects.in_use().filter(type__in=OF_A_PLACE, place__path__in=places).select_related("place").order_by("type", "pk")
    return {office.place.path: office for office in offices}


@transaction.atomic
def _follow(gap, found, places, units, *, at):
    indicator, path, month, counts = found
    latest = Finding.objects.select_for_update(of=("self",)).of_gap(gap).order_by("-opened_at", "-pk").first()
    if latest is not None and latest.gap_month >= month and latest.state != State.SETTLED:
        return False
    if latest is not None and latest.is_ongoing:
        words = {"facts": _facts(indicator, month, counts), "subject_number": f"{month:%Y-%m}"}
        engine.take(latest, "repeat", by=SYSTEM, at=at, gap_month=month, lapses=latest.lapses + 1, **words)
        return True
    duty = _("%(label)s低于底线") % {"label": indicator.label}
    told = {
        "facts": _facts(indicator, month, counts), "gap": gap, "gap_month": month, "lapses": 1,
        "subject_label": str(indicator.label)[:40], "subject_number": f"{month:%Y-%m}",
        "subject_url": _rows(indicator, places[path], month),
    }  # fmt: skip
    return raise_finding(unit=units[path], ground=Ground.NEGLECT, duty=duty, at=at, **told) is not None


def _facts(indicator, month, counts):
    """The figure in words: of how many, what share, below which floor, on which article."""
    words = _("%(month)s，%(label)s为%(share)s（%(numerator)s / %(denominator)s），低于底线%(floor)s。口径：%(words)s。依据：%(article)s。")
    return words % {
        "month": cn_month(month), "label": indicator.label, "share": share(*counts), "numerator": counts[0], "denominator": counts[1],
        "floor": f"{indicator.floor:.0%}", "words": indicator.denominator_label, "article": indicator.article,
    }  # fmt: skip


def _rows(indicator, place, month):
    """The list that opens exactly the counted rows."""
    span = "" if indicator.stock else f"&first={month:%Y-%m}&last={month:%Y-%m}"
    return f"{reverse(indicator.rows_url)}?figure={indicator.code}&part={DENOMINATOR}&place={place.code}{span}"


def _close_met(below, *, at):
    """Drafts whose figure lies no longer below its floor."""
    drafts = [finding for finding in Finding.objects.drafts().exclude(gap="") if finding.gap not in below]
    for finding in drafts:
        engine.take(finding, "fulfil", by=SYSTEM, at=at, fulfilled_at=at)
    return len(drafts)
