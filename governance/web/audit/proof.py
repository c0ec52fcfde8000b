"""The proof an auditor takes away: a ZIP with the events asked for, the digests of the whole chains they stand in, a signed manifest, and a
program that checks all of it on a machine that never saw the portal.

    events.jsonl    one event a line, with every fact its digest is made of; of one that may not be read, the digests alone
    chains.jsonl    one case a line: every event of it as [sequence, digest], from the first to the last
    manifest.json   who asked for what and when, how much it is, and the SHA-256 of the two files
    manifest.sig    Ed25519 signature of manifest.json, public.pem the key it is checked with
    verify.py       `python3 verify.py proof.zip` or inside the unpacked folder; needs nothing but Python (and openssl for the signature)
"""

import hashlib
import json
import tempfile
import zipfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from governance.cases.services import next_number
from governance.timeline.models import Event
from governance.timeline.record import record
from governance.timeline.rules import canonical, moment
from governance.web.audit.lines import events_of, readable
from governance.web.audit.models import AuditExport
from governance.web.audit.searching import Area, search

EVENTS_AT_MOST, LOOKED_AT, BATCH = 20_000, 200_000, 5000
PORTION = 1000
VERIFIER = Path(__file__).parent / "verify.py"


def signing_key():
    """The portal's own key, derived from its secret: the same until that is changed."""
    return Ed25519PrivateKey.from_private_bytes(salted_hmac("governance.audit.proof", "ed25519", algorithm="sha256").digest())


def public_pem():
    return signing_key().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def export(asked, told, *, by, at):
    """(the row of the export, an open temporary file with the ZIP). The row and its event are written first to last in one transaction.

    `asked` is the question, `told` the same in plain words for the manifest.
    """
    area = Area(by)
    found = search(asked, by, most=EVENTS_AT_MOST, look=LOOKED_AT, batch=BATCH)
    cases, lines = {}, []
    for start in range(0, len(found.keys), PORTION):
        for event in events_of(found.keys[start : start + PORTION]):
            cases.setdefault((event.content_type_id, event.object_id), event.case_number)
            lines.append(json.dumps(facts(event, reads=readable(event, area)), ensure_ascii=False))
    files = {"events.jsonl": _joined(lines), "chains.jsonl": _joined(chains(cases))}
    with transaction.atomic():
        row = _written(told, found, len(cases), by=by, at=at)
        manifest = _manifest(row, told, files, by=by, at=at)
        row.digest = hashlib.sha256(manifest).hexdigest()
        AuditExport.objects.filter(pk=row.pk).update(digest=row.digest)
        data = {"events": row.events, "cases": row.cases, "sha256": row.digest}
        record(row, "audit.export", _("导出办理记录"), by=by, at=at, data=data, tell=False)
        AuditExport.objects.filter(pk=row.pk).update(version=row.version)
    return row, packed(files | {"manifest.json": manifest})


def facts(event, *, reads):
    """What the digest of an event is made of, named; of one that may not be read only where it stands."""
    place = {
        "content_type": event.content_type_id, "object_id": event.object_id, "case_number": event.case_number, "sequence": event.sequence,
        "previous": event.previous, "digest": event.digest,
    }  # fmt: skip
    if not reads:
        return place | {"withheld": True, "at": event.at.isoformat(), "label": str(event.label)}
    return place | {
        "kind": event.kind, "label": str(event.label), "at": event.at.isoformat(), "moment": moment(event.at), "by": event.by_id,
        "by_name": event.by.name if event.by_id else "", "post": event.post_id,
        "office": event.post.office.name if event.post_id else "", "actor": event.actor, "note": event.note, "data": canonical(event.data),
        "public": event.public,
    }  # fmt: skip


def chains(cases):
    """A line for each case: its whole chain by digests, so that nothing can be left out or slipped in between."""
    keys = sorted(cases)
    for start in range(0, len(keys), PORTION):
        found = {}
        for kind in {kind for kind, _key in keys[start : start + PORTION]}:
            wanted = [key for own, key in keys[start : start + PORTION] if own == kind]
            rows = Event.objects.filter(content_type=kind, object_id__in=wanted).order_by("object_id", "sequence")
            for key, sequence, digest in rows.values_list("object_id", "sequence", "digest"):
                found.setdefault((kind, key), []).append([sequence, digest])
        for key, chain in sorted(found.items()):
            yield json.dumps({"content_type": key[0], "object_id": key[1], "case_number": cases[key], "chain": chain}, ensure_ascii=False)


def _joined(lines):
    return "".join(f"{line}\n" for line in lines).encode()


def _written(told, found, cases, *, by, at):
    office = by.acting_post.office
    return AuditExport.objects.create(
        number=next_number(at=at), office=office, place_path=office.place.path, office_ids=[office.pk], by=by, at=at, asked=told,
        events=len(found.keys), cases=cases, complete=not found.next, digest="",
    )  # fmt: skip


def _manifest(row, told, files, *, by, at):
    """The text that is signed."""
    facts = {
        "format": "hohhot-portal-audit-proof-1", "number": row.number, "exported_at": at.isoformat(), "by": by.name,
        "office": row.office.name, "area": row.place_path, "asked": told, "events": row.events, "cases": row.cases,
        "complete": row.complete, "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    }  # fmt: skip
    return json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True).encode()


def packed(files):
    """The ZIP in a temporary file, open at its beginning."""
    target = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in files.items():
            box.writestr(name, content)
        box.writestr("manifest.sig", signing_key().sign(files["manifest.json"]))
        box.writestr("public.pem", public_pem())
        box.writestr("verify.py", VERIFIER.read_bytes())
    target.seek(0)
    return target
