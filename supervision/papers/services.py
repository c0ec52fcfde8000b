"""Issues a paper in the transaction of the step it belongs to, and keeps the proof of its service."""

from django.db.models import F
from django.utils import timezone

from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine
from supervision.orders.models import Order
from supervision.oversight import terms
from supervision.oversight.enums import Way
from supervision.papers.data import facts
from supervision.papers.enums import SIGNED, Kind
from supervision.papers.models import Paper, PaperSeries
from supervision.papers.rules import document_number

OF_STEP = {
    "notify": Kind.NOTICE,
    "summon": Kind.INVITATION,
    "talk": Kind.RECORD,
    "list": Kind.LISTING,
    "grant_extension": Kind.EXTENSION,
    "refuse_extension": Kind.EXTENSION,
    "remove": Kind.REMOVAL,
}


def take_serial(office, year):
    """The next number of an office's year; a step that fails gives it back."""
    PaperSeries.objects.get_or_create(office=office, year=year)
    PaperSeries.objects.filter(office=office, year=year).update(last=F("last") + 1)
    return PaperSeries.objects.get(office=office, year=year).last


def issue(finding, kind, words, *, case, at):
    """A new paper about a case; one that is served waits for it from now on. The caller saves the finding."""
    office, year = case.office, timezone.localtime(at).year
    serial = take_serial(office, year)
    document = document_number(path=office.place.path, place=office.place.short_name, year=year, serial=serial)
    numbers = {"issuer": office, "year": year, "serial": serial, "document": document}
    finding.unserved += kind not in SIGNED
    return Paper.objects.create(finding=finding, kind=kind, case_number=case.number, issued_at=at, facts=words, **numbers)


@engine.after("oversight", *OF_STEP)
def issue_for_step(finding, taken):
    """Every measure has its paper; what is served has a clock."""
    kind = OF_STEP[taken.step.name]
    issue(finding, kind, facts.WORDS[kind](finding, taken), case=finding, at=taken.at)
    if finding.unserved and terms.SERVE.name not in taken.clocks.open:
        taken.clocks.start(terms.SERVE, at=taken.at)


@engine.after("orders", "pass_inspection", "fail_inspection")
def issue_review(order, taken):
    """复查意见书."""
    _issue_for_order(order, Kind.REVIEW, facts.review(order, taken), at=taken.at)


@engine.after("orders", "grant_extension", "refuse_extension")
def issue_extension(order, taken):
    """延期审批决定书 of an order."""
    _issue_for_order(order, Kind.EXTENSION, facts.order_extension(order, taken), at=taken.at)


def _issue_for_order(order, kind, words, *, at):
    finding = engine.lock(order.finding)
    issue(finding, kind, words, case=order, at=at)
    finding.save(update_fields=["unserved"])


@engine.after("oversight", "serve")
def keep_service(finding, taken):
    """送达: by whom and how it was taken, or refused before a witness."""
    paper, given = taken.given["paper"], taken.given
    _served(finding, paper, taken, **{name: given[name] for name in ("way", "receiver", "refused", "witness")})
    add_scans(finding, paper, given["scans"], taken)


@engine.after("oversight", "sign")
def keep_signature(finding, taken):
    """签收: the unit itself says that it has the paper."""
    _served(finding, taken.given["paper"], taken, way=Way.ELECTRONIC, receiver=taken.given["receiver"])


def _served(finding, paper, taken, **service):
    changed = Paper.objects.filter(pk=paper.pk, finding=finding).unserved().update(served_at=taken.at, **service)
    if not changed:
        raise engine.StepRefused(facts.SERVED_ALREADY)
    finding.unserved -= 1
    if not finding.unserved:
        taken.clocks.meet(terms.SERVE, at=taken.at)


@engine.after("oversight", "file_scan")
def keep_scan(finding, taken):
    """The sheet with the signatures and the seal."""
    add_scans(finding, taken.given["paper"], taken.given["scans"], taken)


def add_scans(finding, paper, files, taken):
    kept = [attach(finding, file, by=taken.by, at=taken.at, public=False, kind=AttachmentKind.SCAN) for file in files]
    paper.scans.add(*kept)


def papers_about(case):
    """The papers of a finding, or those written about an order."""
    found = Paper.objects.of_case(case.number) if isinstance(case, Order) else case.papers.all()
    return found.prefetch_related("scans").order_by("issued_at", "pk")
