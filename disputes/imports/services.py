"""Takes sheets in: keeps the file, checks it (dry run), then registers its complaints, a batch to a transaction.

Everything is kept in PostgreSQL: a worker that fails loses the batch it was at, and the next one goes on behind the last committed row.
"""

import json
from contextlib import nullcontext
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Now

from disputes.complaints.data.routing import route, routes_read_once
from disputes.complaints.models import Category
from disputes.complaints.rules import TAKEN_IN_AT
from disputes.complaints.services import UNSORTED, drawn_up, first_office, number_and_route, suggestions
from disputes.imports.data.reading import judged, with_known
from disputes.imports.data.telling import tell_of
from disputes.imports.enums import Outcome, State
from disputes.imports.models import Import, ImportCodes, ImportRow
from disputes.imports.permissions import TAKE_IN
from governance.access.scope import places_for
from governance.cases.bars import judge_of, kept_out_with
from governance.cases.rules import new_query_code
from governance.cases.services import next_numbers
from governance.files.checking import check as check_upload
from governance.files.rules import TABLES
from governance.files.services import open_attachment, stored_facts
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import without_text_messages
from governance.places.models import Place
from governance.privacy.services import open_sealed
from governance.queue import without_messages
from governance.sheets.reading import SheetRefused

SILENCE = timedelta(minutes=2)  # after which a sheet at work counts as given up
CODES_KEPT = timedelta(days=30)
TRIES = 3  # of a batch that met another one with the same complaints
COUNTED = {Outcome.BAD: "bad", Outcome.KNOWN: "known", Outcome.TAKEN: "taken"}


def receive(upload, *, by, at):
    """Keep an uploaded sheet, to be checked. `by` is None for the system itself. Raises `FileRefused` for what is no table."""
    facts = stored_facts(check_upload(upload, allowed=TABLES), at=at)
    post = by.acting_post if by else None
    office = post.office if post else first_office(_city(), SYSTEM)
    return Import.objects.create(
        by=by, post=post, office=office, office_ids=[office.pk] if office else [],
        place_path=office.place.path if office else _city().path, at=at, touched_at=at, **facts,
    )  # fmt: skip


def _city():
    return Place.objects.filter(parent=None).first()


def clerk_of(sheet):
    """Who brings it in, acting for the post of then; None for the system."""
    if sheet.by is not None:
        sheet.by.acting_post = sheet.post
    return sheet.by


def places_of(by):
    """Where complaints of the sheet may lie: within the clerk's reach."""
    return places_for(by, TAKE_IN) if by else Place.objects.in_use()


def check(sheet, *, at):
    """The dry run: count what is fit and name what is not. Begins anew each time, and writes no complaint."""
    ImportRow.objects.filter(sheet=sheet).delete()
    counts, lines = {"rows": 0, "bad": 0, "known": 0}, []
    try:
        with open_attachment(sheet) as file:
            for batch in judged(file, places_of(clerk_of(sheet)), at=at):
                lines += [_line(sheet, row) for row in batch if not row.is_good]
                counts["rows"] += len(batch)
                _note(sheet, rows=counts["rows"], touched_at=Now())
    except SheetRefused as refused:
        return _note(sheet, state=State.REFUSED, refusal=" ".join(refused.messages)[:300], finished_at=at)
    counts |= {"bad": sum(one.outcome == Outcome.BAD for one in lines), "known": sum(one.outcome == Outcome.KNOWN for one in lines)}
    with transaction.atomic():
        if Import.objects.select_for_update(of=("self",)).get(pk=sheet.pk).state == State.CHECKING:
            ImportRow.objects.bulk_create(lines, batch_size=1000, ignore_conflicts=True)
            fit = counts["rows"] - counts["bad"] - counts["known"]
            ended = {"state": State.CHECKED} if fit else {"state": State.NOTHING, "finished_at": at}
            _note(sheet, **ended, **counts)
    return sheet


def _line(sheet, row):
    known = row.known and row.known[0]
    faults = [[fault.letter, fault.label, fault.reason] for fault in row.faults]
    return ImportRow(
        sheet=sheet, line=row.line, outcome=Outcome.BAD if faults else Outcome.KNOWN, faults=faults, complaint_id=known or None
    )


def _note(sheet, **facts):
    for name, value in facts.items():
        setattr(sheet, name, value)
    Import.objects.filter(pk=sheet.pk).update(**facts)
    return sheet


def begin_taking(sheet, *, at, sms=False):
    """Let the taking begin, once; `sms`: the people are texted of it. False where it has begun, or nothing was checked yet."""
    begun = Import.objects.filter(pk=sheet.pk, state=State.CHECKED)
    return bool(begun.update(state=State.TAKING, touched_at=at, bad=0, known=0, taken=0, read_to=1, sms=sms))


def take(sheet, *, at):
    """Register what is fit, batch by batch, behind the last row that was committed. Safe to run twice and side by side."""
    with open_attachment(sheet) as file, routes_read_once():
        for batch in judged(file, places_of(clerk_of(sheet)), at=at):
            if batch[-1].line > sheet.read_to:
                _take_batch(sheet, batch, at=at)
    with transaction.atomic():
        if Import.objects.filter(pk=sheet.pk, state=State.TAKING).update(state=State.DONE, finished_at=at):
            tell_of(sheet, at=at)
    sheet.refresh_from_db()
    return sheet


def _take_batch(sheet, batch, *, at):
    """One batch in a transaction; met by another sheet with the same complaints, it is looked at again."""
    for turn in range(TRIES):
        try:
            with transaction.atomic(), without_messages():
                locked = Import.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
                if locked.state == State.TAKING:
                    _write_batch(locked, [row for row in batch if row.line > locked.read_to], at=at)
            sheet.read_to = batch[-1].line
            return
        except IntegrityError:
            if turn + 1 == TRIES:
                raise
            batch = with_known(batch)


def _write_batch(sheet, rows, *, at):
    if not rows:
        return
    codes = {row.line: new_query_code() for row in rows if row.is_good}
    with nullcontext() if sheet.sms else without_text_messages():
        complaints = register_many([row.facts for row in rows if row.is_good], codes.values(), by=clerk_of(sheet), at=at)
    fates = [_line(sheet, row) for row in rows if not row.is_good]
    fates += [
        ImportRow(sheet=sheet, line=line, outcome=Outcome.TAKEN, complaint=complaint)
        for line, complaint in zip(codes, complaints, strict=True)
    ]
    ImportRow.objects.filter(sheet=sheet, line__in=[row.line for row in rows]).delete()
    ImportRow.objects.bulk_create(fates)
    if codes:
        ImportCodes.objects.create(sheet=sheet, first_line=rows[0].line, sealed=json.dumps(codes))
    counts = {column: F(column) + sum(fate.outcome == outcome for fate in fates) for outcome, column in COUNTED.items()}
    Import.objects.filter(pk=sheet.pk).update(read_to=rows[-1].line, touched_at=Now(), **counts)


def register_many(rows, codes, *, by, at):
    """Register complaints as the form does each, all in a few statements; `rows` are facts by column, `by` None for the system."""
    if not rows:
        return []
    who, complaints, notes = by or SYSTEM, [], []
    leaves, accused = list(Category.objects.leaves()), accused_in(rows)
    moments = [facts.get("opened_at") or at for facts in rows]
    for facts, code, number, moment in zip(rows, codes, next_numbers(moments), moments, strict=True):
        complaint = drawn_up(code, **_told(facts, leaves))
        first = first_office(complaint.place, who, against=complaint.against)
        complaint.barred_ids, suggested_office = accused.get(complaint.against) or ([], route(complaint.place, complaint.category)[0])
        number_and_route(complaint, number, first=first, suggested_office=suggested_office)
        complaint.opened_at = moment
        complaints.append(complaint)
        notes.append(f"{complaint.origin} {complaint.external_number}")
    data = [{TAKEN_IN_AT: at} if moment < at else {} for moment in moments]
    return engine.begin_many(complaints, by=who, notes=notes, data=data)


def accused_in(rows):
    """{accused office: (whom it keeps out, who handles it instead)}, each asked for once."""
    return {office: (kept_out_with(office), judge_of(office)) for office in {facts["against"] for facts in rows if facts.get("against")}}


def _told(facts, leaves):
    """A row as `drawn_up` wants it."""
    told = {name: value for name, value in facts.items() if name != "opened_at"}
    return told if "category" in told else {**told, "category": likely_category(told["description"], leaves)}


def likely_category(text, leaves):
    """What the words speak of; classified again before it is dispatched."""
    spoken = suggestions(text, leaves)
    return spoken[0] if spoken else next(leaf for leaf in leaves if leaf.code == UNSORTED)


def opened_codes(sheet, *, by, purpose, reason="", at):
    """{row: query code}; each opening is recorded. Empty once they are forgotten."""
    found = {}
    for batch in sheet.codes.select_related("sheet"):
        text = open_sealed(batch, "sealed", by=by, purpose=purpose, reason=reason, at=at)
        found |= {int(line): code for line, code in json.loads(text or "{}").items()}
    return found


def forget_codes(*, at):
    """Query codes that were to be told are told by then."""
    return ImportCodes.objects.filter(sheet__finished_at__lt=at - CODES_KEPT).delete()[0]
