"""Keeping files: for a case at once, or held for a form that is not finished."""

import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.files.checking import Checked, check
from governance.files.enums import AttachmentKind
from governance.files.errors import FileRefused
from governance.files.models import Attachment, PendingUpload, StoredFile
from governance.files.rules import IMAGES, MOST_FILES, MP4
from governance.files.storage import private, store

HELD_FOR = timedelta(hours=24)
_COPIED = [field.name for field in StoredFile._meta.local_fields]


@dataclass(frozen=True)
class Held:
    """Files kept for the next page, and a Chinese sentence for each that was refused."""

    kept: list[PendingUpload]
    refused: list[str]


def attach(case, upload, *, by, at, public=True, kind=""):
    """Keep an upload (or one already `Checked`) as an attachment of the case.

    The file is written before its row: if the transaction around it fails, the file has no row and `clean_orphans`
    removes it. FileRefused when it may not be kept. Without a `kind` (AttachmentKind) the content decides.
    """
    checked = _checked(upload)
    return _attached(case, stored_facts(checked, at=at), by=by, at=at, public=public, kind=kind)


def hold(upload, *, at):
    """Keep an upload for 24 hours without a case, so that a form of several pages does not lose it."""
    checked = _checked(upload)
    return PendingUpload.objects.create(token=secrets.token_urlsafe(24), expires_at=at + HELD_FOR, **stored_facts(checked, at=at))


def hold_all(uploads, *, already=0, at):
    """Hold what may be kept and say why the rest may not.

    `already` counts the files held on an earlier try of the same form.
    """
    kept, refused = [], []
    for upload in uploads:
        if already + len(kept) >= MOST_FILES:
            refused.append(too_many())
            break
        try:
            kept.append(hold(upload, at=at))
        except FileRefused as failure:
            refused.extend(failure.messages)
    return Held(kept, refused)


def claim(token, case, *, by, at, public=True, kind=""):
    """Turn a held file into an attachment of the case, once; ValidationError when it is unknown, taken or expired."""
    with transaction.atomic():
        held = PendingUpload.objects.select_for_update(of=("self",)).waiting(at=at).filter(token=token).first()
        if held is None:
            raise ValidationError(_("上传的文件已过期，请重新选择。"), code="expired")
        held.delete()
        facts = {name: getattr(held, name) for name in _COPIED}
        return _attached(case, facts, by=by, at=at, public=public, kind=kind)


def keep(file, case, **facts):
    """A file of a form as an attachment of the case, one held from an earlier try too. `facts`: by, at, public, kind."""
    return claim(file.token, case, **facts) if isinstance(file, PendingUpload) else attach(case, file, **facts)


def open_attachment(file):
    """The stored file, open for reading in binary; works for attachments and held files. Ask the case's gate first."""
    return private().open(file.stored, "rb")


def open_thumbnail(file):
    """The small JPEG copy of a picture, or None where there is none. Ask the case's gate first."""
    return private().open(file.thumbnail, "rb") if file.thumbnail else None


def too_many():
    return _("一次最多上传 %(most)s 个文件。") % {"most": MOST_FILES}


def _checked(upload):
    return upload if isinstance(upload, Checked) else check(upload)


def stored_facts(checked, *, at):
    """Write a checked file away; the columns of `StoredFile` that keep it. Its row comes after."""
    stored, thumbnail = store(checked, at=at)
    return {
        "name": checked.name,
        "media_type": checked.media_type,
        "size": checked.size,
        "sha256": checked.sha256,
        "width": checked.width,
        "height": checked.height,
        "stored": stored,
        "thumbnail": thumbnail,
    }


def _attached(case, facts, *, by, at, public, kind):
    return Attachment.objects.create(
        id=next_key(),
        content_type=ContentType.objects.get_for_model(case),
        object_id=case.pk,
        case_number=case.number,
        kind=kind or _kind_by_content(facts["media_type"]),
        by=by,
        at=at,
        public_to_resident=public,
        **facts,
    )


def next_key():
    """A key that nobody guesses and that sorts behind those before it: photographs sent together stay in the order they were taken."""
    return UUID(int=(time.time_ns() << 64) | secrets.randbits(64), version=4)


def _kind_by_content(media_type):
    if media_type in IMAGES:
        return AttachmentKind.PHOTO
    return AttachmentKind.VIDEO if media_type == MP4.mime else AttachmentKind.DOCUMENT
