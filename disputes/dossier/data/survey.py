"""How far the file of a case is: its items as the list in force asks for them, what is there, what is missing."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from disputes.dossier.data.forms import COVER, FORMS, form_of, label_of
from disputes.dossier.enums import Ending, Proof
from disputes.dossier.models import Dossier, ItemList, KeptPaper, Scan
from disputes.dossier.rules import Slot, Standing, in_order, is_owed, lacking, next_key, papers_of
from disputes.mediation.enums import Confirmation, Outcome, SessionState, Source
from disputes.mediation.models import Mediation

BY_A_PARTY = (Source.WEB, Source.COUNTER)


@dataclass
class PaperLine:
    """One form of an item: `kept` its newest version in the file; `scans`, those that stand for it."""

    key: str
    label: str
    kept: Any = None
    scans: list = field(default_factory=list)

    @property
    def is_there(self):
        return bool(self.kept or self.scans)


@dataclass
class ItemLine:
    """One item: `loose` scans stand for no form of it; `gone` is what it lacks; `more` are keys of further papers one may fill in."""

    item: Any
    owed: bool
    papers: list
    loose: list
    gone: list
    more: list

    @property
    def is_there(self):
        return bool(self.loose) or any(paper.is_there for paper in self.papers)

    @property
    def tone(self):
        return ("waiting" if self.gone else "done") if self.owed else "done" if self.is_there else "neutral"


@dataclass
class Survey:
    """The whole file."""

    mediation: Any
    listing: Any
    lines: list
    cover: Any = None  # where somebody edited it; otherwise it is filled in anew each time
    dossier: Any = None

    @property
    def owed(self):
        return [line for line in self.lines if line.owed]

    @property
    def done(self):
        return sum(not line.gone for line in self.owed)

    @property
    def missing(self):
        """What is owed and not there, by its name."""
        return [label for line in self.owed for label in line.gone]

    @property
    def is_whole(self):
        return not self.missing

    @property
    def retention(self):
        return retention_of(self.mediation, self.listing)


def retention_of(mediation, listing):
    """How long the file of a case that ended so is kept; None while it goes on."""
    return listing.retentions.filter(ending=ending_of(mediation)).first()


def ending_of(mediation):
    if mediation.outcome == Outcome.ENDED:
        return Ending.ENDED
    return {True: Ending.WRITTEN, False: Ending.ORAL}.get(mediation.is_written, "")


def standing_of(mediation):
    """What of the case decides what it owes, counted in one statement."""
    held, acting = Q(sessions__state=SessionState.HELD), Q(parties__agents__ended_at=None)
    counts = Mediation.objects.filter(pk=mediation.pk).order_by().aggregate(
        sessions=Count("sessions", held, distinct=True), follow_ups=Count("follow_ups", distinct=True),
        agents=Count("parties__agents", acting, distinct=True),
    )  # fmt: skip
    return Standing(
        ended=mediation.outcome == Outcome.ENDED,
        written=mediation.is_written,
        asked_for=mediation.source in BY_A_PARTY,
        asked_court=mediation.confirmation not in ("", Confirmation.WAIVED),
        **counts,
    )


def list_of(mediation):
    """The list a case is filed by: the one in force when it was registered, so that a new one asks nothing of what was begun before."""
    return ItemList.objects.prefetch_related("items").in_force(mediation.opened_at)


def newest_papers(mediation):
    """key → the newest version of each paper in the file."""
    rows = KeptPaper.objects.filter(mediation=mediation).select_related("by").order_by("key", "-version").distinct("key")
    return {row.key: row for row in rows}


def survey(mediation):
    """Everything about the file of a case, in a handful of statements."""
    listing, standing, kept, scans = list_of(mediation), standing_of(mediation), newest_papers(mediation), {}
    for scan in Scan.objects.filter(mediation=mediation).in_file().select_related("by"):
        scans.setdefault(scan.item, []).append(scan)
    lines = [line_of(item, standing, kept, scans.get(item.code, [])) for item in listing.items.all()]
    return Survey(mediation, listing, lines, kept.get(COVER), Dossier.objects.filter(mediation=mediation).first())


def line_of(item, standing, kept, scans):
    papers = [paper_line(key, kept, scans) for code in item.papers for key in keys_of(code, standing, kept, scans)]
    loose = [scan for scan in scans if not scan.paper]
    slot = Slot(
        item.label, is_owed(item.owed, standing), tuple((paper.key, paper.label) for paper in papers), each="record" in item.papers,
        scanned=item.proof == Proof.SCAN,
    )  # fmt: skip
    gone = lacking(slot, kept=kept, scanned=[scan.paper for scan in scans if scan.paper], loose=bool(loose))
    more = [next_key(code, [paper.key for paper in papers]) for code in item.papers if FORMS[code].many]
    return ItemLine(item, slot.owed, papers, loose, gone, [PaperLine(key, str(FORMS[key.partition("-")[0]].label)) for key in more])


def keys_of(code, standing, kept, scans):
    """Keys of the papers of a form: those of the case, those made beyond it, those that came as scans."""
    beyond = {key for key in (*kept, *(scan.paper for scan in scans)) if key.partition("-")[0] == code}
    return in_order({*papers_of(code, standing), *beyond})


def paper_line(key, kept, scans):
    return PaperLine(key, str(label_of(key)), kept.get(key), [scan for scan in scans if scan.paper == key])


def invitations_of(mediation):
    """The notices of the sessions that are agreed on: printed and handed over, no part of the file."""
    serials = mediation.sessions.scheduled().values_list("serial", flat=True)
    return [PaperLine(key, str(label_of(key))) for key in (f"invitation-{serial}" for serial in serials)]


def item_of(found, key):
    """The line of the file a paper belongs to, or None where it belongs to none; a cover stands before all items."""
    form = form_of(key)
    return next((line for line in found.lines if form and form.code in line.item.papers), None)
