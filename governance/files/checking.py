"""Judging an upload by what it is, never by what it is called, and giving back what may be kept."""

import hashlib
import tempfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import puremagic
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from governance.files.errors import refuse
from governance.files.images import picture
from governance.files.office import check_office, office_kind
from governance.files.pdf import check_pdf
from governance.files.rules import ALLOWED, JPEG, KNOWN, MP4, PDF, PNG, TEXTS, UPLOAD_LIMITS, WEBP, XLSX, clean_name, shown_size
from governance.files.video import blank_origin, check_mp4, is_mp4

_HEAD = 4096  # bytes looked at to tell the kind
_CHUNK = 256 * 1024
_ZIP = b"PK\x03\x04"
_HEIC_BRANDS = {b"heic", b"heix", b"heif", b"mif1", b"msf1"}
_SHOWN_NAME = 60  # characters of a refused file's name repeated in the message


@dataclass(frozen=True)
class Checked:
    """A file fit to keep: `content` an open binary stream at its beginning, `size` in bytes, `thumbnail` JPEG or
    empty.
    """

    name: str
    media_type: str
    content: Any
    size: int
    sha256: str
    width: int | None = None
    height: int | None = None
    thumbnail: bytes = b""

    @property
    def kind(self):
        return KNOWN[self.media_type]


def check(upload, *, allowed=tuple(ALLOWED)):
    """The checked form of an uploaded file; FileRefused (a Chinese sentence naming the file) when it may not be kept.

    `allowed`: media types the form takes. `settings.UPLOAD_LIMITS` (type → bytes) goes before those in `rules`.
    """
    said = _said_name(upload)
    limits = {**UPLOAD_LIMITS, **getattr(settings, "UPLOAD_LIMITS", {})}
    _check_size(upload, most=max(limits[mime] for mime in allowed), name=said)
    kind = _kind(upload, name=said, allowed=allowed)
    if kind.mime not in allowed:
        raise _wrong_kind(said, allowed)
    _check_size(upload, most=limits[kind.mime], name=said)
    return _CLEANING[kind](upload, kind=kind, name=clean_name(upload.name, kind=kind))


def _said_name(upload):
    visible = "".join(letter for letter in upload.name or "" if letter.isprintable())
    return visible[-_SHOWN_NAME:] or "?"


def _check_size(upload, *, most, name):
    if not upload.size:
        raise refuse(_("“%(name)s”是空文件。"), name=name, code="empty")
    if upload.size > most:
        reason = _("“%(name)s”有 %(size)s，超过了 %(most)s 的上限。")
        raise refuse(reason, name=name, code="size", size=shown_size(upload.size), most=shown_size(most))


def _kind(upload, *, name, allowed):
    """The media type by content: its signature, seconded by the signature library for the types it knows well.

    Where the form takes one, a file without a signature may be plain text.
    """
    text = next((kind for kind in TEXTS if kind.mime in allowed), None)
    upload.seek(0)
    head = upload.read(_HEAD)
    kind = _by_signature(head)
    if head.startswith(_ZIP):
        upload.seek(0)
        kind = office_kind(upload)
    if kind in {JPEG, PNG, WEBP, PDF} and kind.mime not in _opinions(head):
        kind = None
    if kind is None and text and _is_text(head) and not _is_called_excel(name):
        return text
    if kind is None:
        raise _refused_kind(head, name, allowed)
    return kind


def _by_signature(head):
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"%PDF-"):
        return PDF
    return MP4 if is_mp4(head) else None


def _is_text(head):
    """Whether nothing in it speaks against text: no zero bytes but those of UTF-16, no markup of a page."""
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or not (b"\0" in head or head.lstrip().startswith(b"<"))


def _is_called_excel(name):
    return name.lower().endswith(XLSX.extensions)


def _opinions(head):
    try:
        return {match.mime_type for match in puremagic.magic_string(head)}
    except puremagic.PureError:
        return set()


def _refused_kind(head, name, allowed):
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        reason = _("“%(name)s”是 HEIC 图片，请在手机相机设置中选择“兼容性最佳”，或另存为 JPEG 后再传。")
        return refuse(reason, name=name, code="heic")
    if _is_called_excel(name):
        reason = _("“%(name)s”不是 Excel 文件，可能已经损坏，或者只改了扩展名。请用 Excel 打开后另存为 .xlsx 再传。")
        return refuse(reason, name=name, code="type")
    return _wrong_kind(name, allowed)


def _wrong_kind(name, allowed):
    reason = _("“%(name)s”的类型不能上传。可上传：%(labels)s。")
    return refuse(reason, name=name, code="type", labels="、".join(KNOWN[mime].label for mime in allowed))


def _clean_image(upload, *, kind, name):
    clean = picture(upload, kind=kind, name=name)
    digest = hashlib.sha256(clean.content).hexdigest()
    size = len(clean.content)
    return Checked(name, kind.mime, BytesIO(clean.content), size, digest, clean.width, clean.height, clean.thumbnail)


def _clean_pdf(upload, *, kind, name):
    check_pdf(upload, name=name)
    return _kept(upload, kind=kind, name=name)


def _clean_office(upload, *, kind, name):
    upload.seek(0)
    check_office(upload, name=name)
    return _kept(upload, kind=kind, name=name)


def _clean_video(upload, *, kind, name):
    check_mp4(upload, name=name)
    copy = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the Checked that holds it)
    upload.seek(0)
    while chunk := upload.read(_CHUNK):
        copy.write(chunk)
    blank_origin(copy)
    return _kept(copy, kind=kind, name=name)


def _kept(stream, *, kind, name):
    """A file that is kept as it came: measured, and set back to its beginning."""
    digest, size = hashlib.sha256(), 0
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    stream.seek(0)
    return Checked(name, kind.mime, stream, size, digest.hexdigest())


_CLEANING = dict.fromkeys(ALLOWED.values(), _clean_office) | {PDF: _clean_pdf, MP4: _clean_video}
_CLEANING |= dict.fromkeys(TEXTS, lambda upload, *, kind, name: _kept(upload, kind=kind, name=name))
_CLEANING |= dict.fromkeys((JPEG, PNG, WEBP), _clean_image)
