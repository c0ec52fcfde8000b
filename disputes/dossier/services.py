"""Keeps the papers and scans of a file, refuses to file a case whose file is not whole, and gives the file its number."""

import json

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.dossier.data.facts import filled, whole
from disputes.dossier.data.forms import form_of
from disputes.dossier.data.survey import item_of, list_of, retention_of, standing_of, survey
from disputes.dossier.data.whole import opened_story, whole_file
from disputes.dossier.models import Dossier, DossierSeries, FileItem, ItemList, KeptPaper, Retention, Scan
from disputes.dossier.rules import can_be_filled, document_number, kept_until, word_of
from governance.files.services import stored_facts
from governance.flow import engine
from governance.papers.binding import page_count
from governance.papers.pdf import PDF


class DossierRefused(ValueError):
    """Why something cannot be done with a file; the sentence is shown to the person."""


@transaction.atomic
def keep_paper(mediation, key, facts, *, base, by, at):
    """Put a paper into the file as it was edited: a new version after `base` (0: the first). Refused where somebody else kept one since."""
    case = still_open(mediation)
    if item_of(survey(case), key) is None and key != "cover":
        raise DossierRefused(_("材料清单中没有这份文书。"))
    newest = KeptPaper.objects.filter(mediation=case, key=key).order_by("-version").first()
    if (newest.version if newest else 0) != base:
        raise DossierRefused(_("您打开之后，其他人已保存新的版本。您填写的内容仍在，请核对后再保存。"))
    content = json.dumps(whole(form_of(key).code, facts), ensure_ascii=False)
    return KeptPaper.objects.create(mediation=case, key=key, version=base + 1, edited=True, content=content, by=by, at=at)


@transaction.atomic
def fill_owed(mediation, *, opening):
    """Put every owed paper that is missing into the file as the case fills it, but for those it says nothing of yet; returns how many."""
    case = still_open(mediation)
    standing = standing_of(case)
    keys = [key for line in survey(case).owed if line.gone for key in to_fill(line) if can_be_filled(key, standing)]
    if not keys:
        return 0
    story = opened_story(case, opening=opening)
    rows = [new_paper(case, key, story, by=opening["by"], at=opening["at"]) for key in keys]
    return len(KeptPaper.objects.bulk_create(rows))


def to_fill(line):
    """Keys of the papers an owed item waits for: each record, and of others the first."""
    absent = [paper.key for paper in line.papers if not paper.is_there]
    return absent if "record" in line.item.papers else absent[:1]


def new_paper(case, key, story, *, by, at):
    """The first version of a paper as the case fills it; the caller writes it."""
    return KeptPaper(mediation=case, key=key, version=1, content=json.dumps(filled(key, story), ensure_ascii=False), by=by, at=at)


@transaction.atomic
def add_scans(mediation, item, paper, files, *, by, at):
    """Bind checked files to an item; with `paper` they stand for the signed original of that form. Raises `Unreadable`."""
    case = still_open(mediation)
    return [_scan(case, item, paper, file, by=by, at=at) for file in files]


def _scan(case, item, paper, file, *, by, at):
    pages = page_count(content_of(file)) if file.media_type == PDF else 1
    facts = {**stored_facts(file, at=at), "name": f"{item}-{case.number}{file.kind.extensions[0]}"}
    return Scan.objects.create(mediation=case, item=item, paper=paper, original=file.name, pages=pages, by=by, at=at, **facts)


def content_of(file):
    file.content.seek(0)
    content = file.content.read()
    file.content.seek(0)
    return content


@transaction.atomic
def remove_scan(mediation, pk, *, why, by, at):
    """Take a scan out of the file before it is filed; its row stays, and says who did it and why."""
    case = still_open(mediation)
    if not Scan.objects.filter(pk=pk, mediation=case).in_file().update(removed_by=by, removed_at=at, removed_why=why):
        raise DossierRefused(_("这份扫描件已经移出。"))


def still_open(mediation):
    """The case, locked. A file that is closed is changed by nobody."""
    case = engine.lock(mediation)
    if not case.is_ongoing:
        raise DossierRefused(_("该事项已经办结，卷宗不能再改动。"))
    return case


@engine.unless("mediation", "file")
def lacks(mediation):
    """§27 and the ministry's rules on files: what is compulsory lies in it before it is closed."""
    missing = survey(mediation).missing
    return _("卷宗缺：%(what)s。补齐后才能归档。") % {"what": "；".join(missing)} if missing else ""


@engine.after("mediation", "file")
def give_number(mediation, taken):
    """「（2026）…人调字第 n 号」: per committee and year, without a hole, for a filing that fails gives its number back."""
    listing, year = list_of(mediation), timezone.localtime(taken.at).year
    serial, kept = take_serial(mediation.office, year), retention_of(mediation, listing)
    Dossier.objects.create(
        mediation=mediation, office=mediation.office, year=year, serial=serial, listing=listing,
        document=document_number(word=word_of(mediation.office.short_name), year=year, serial=serial),
        filed_by=taken.by, filed_at=taken.at, retention=str(kept.label),
        kept_until=kept_until(timezone.localtime(taken.at).date(), kept.years),
    )  # fmt: skip


def take_serial(office, year):
    """The next number of a committee's year; whoever comes second waits for the first one's transaction."""
    table = DossierSeries._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (office_id, year, last) VALUES (%s, %s, 1) "
            f"ON CONFLICT (office_id, year) DO UPDATE SET last = {table}.last + 1 RETURNING last",
            [office.pk, year],
        )
        return cursor.fetchone()[0]


def bind(mediation, *, opening):
    """The whole file as PDF bytes; refused, with the names of what is missing, while it is not whole."""
    found = survey(mediation)
    if found.missing:
        raise DossierRefused(_("卷宗缺：%(what)s。") % {"what": "；".join(found.missing)})
    return whole_file(found, opening=opening)


@transaction.atomic
def revise_list(base, items, retentions, *, reason, by, at, valid_from):
    """A new version of the list after `base`. `items` and `retentions`: what changed of each row, by its code or ending."""
    fresh = {"valid_from": valid_from, "reason": reason, "by": by}
    try:
        with transaction.atomic():
            listing = ItemList.objects.create(version=base.version + 1, **fresh)
    except IntegrityError as failure:
        raise DossierRefused(_("您打开之后，其他人已修订清单，请核对最新版本后再改。")) from failure
    rows = [copied(row, FileItem, listing, items[row.code]) for row in base.items.all()]
    FileItem.objects.bulk_create(rows)
    Retention.objects.bulk_create(copied(row, Retention, listing, retentions[row.ending]) for row in base.retentions.all())
    return listing


def copied(row, model, listing, changes):
    """A row of another version, with what changed."""
    names = [field.attname for field in model._meta.concrete_fields if field.attname not in ("id", "listing_id")]
    return model(listing=listing, **{name: getattr(row, name) for name in names} | changes)
