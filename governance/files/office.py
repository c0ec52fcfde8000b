"""Word and Excel files (Office Open XML): a zip whose own table of contents says what it is, without active parts."""

import re
import zipfile
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from governance.files.errors import refuse
from governance.files.rules import DOCX, XLSX

CONTENT_TYPES = "[Content_Types].xml"
MAIN_PARTS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": XLSX,
}
_MOST_PARTS = 5_000
_MOST_UNPACKED = 300 * 1024 * 1024  # bytes of all parts
_MOST_TABLE = 2 * 1024 * 1024  # bytes of one table of contents or of relations
_ACTIVE_PART = re.compile(r"vbaproject|activex|macrosheets|\.(?:bin|exe|dll|js|vbs|hta|html?|lnk|scr|cmd|bat)$", re.IGNORECASE)
_HARMLESS_BINARY = re.compile(r"/printersettings\d*\.bin$", re.IGNORECASE)
_ACTIVE_TYPE = re.compile(r"macroenabled|vbaproject|activex|ms-office\.script|oleobject", re.IGNORECASE)
_CLICKED_LINK = "/hyperlink"
_REMOTE = re.compile(r"(?<!/)//(?![/\\])|\\\\")  # http://host, file://host, \\host; a path on one's own disk is left alone


class _Unreadable(Exception):
    """An XML part is broken or declares a document type of its own."""


def office_kind(stream):
    """DOCX, XLSX or None, by the table of contents inside."""
    try:
        with zipfile.ZipFile(stream) as archive:
            types = _content_types(archive)
    except (zipfile.BadZipFile, _Unreadable, KeyError, NotImplementedError, RuntimeError, OSError):
        return None
    return next((kind for part, kind in MAIN_PARTS.items() if part in types), None)


def check_office(stream, *, name):
    """FileRefused on macros, embedded programmes, content fetched from outside, encryption, or bursting sizes."""
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_shape(archive, name=name)
            _check_activity(archive, name=name)
    except (zipfile.BadZipFile, _Unreadable, KeyError, NotImplementedError, RuntimeError, OSError) as failure:
        raise refuse(_("“%(name)s”已损坏或无法检查，请另存后再传。"), name=name, code="broken") from failure


def _check_shape(archive, *, name):
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise refuse(_("“%(name)s”解压后过大，不能上传。"), name=name, code="bomb")
    if parts and min(part.header_offset for part in parts) != 0:
        raise refuse(_("“%(name)s”中夹带了其他文件，不能上传。"), name=name, code="polyglot")
    if any(part.flag_bits & 1 for part in parts):
        raise refuse(_("“%(name)s”设有密码或加密，无法检查，请取消加密后再传。"), name=name, code="encrypted")


def _check_activity(archive, *, name):
    names = archive.namelist()
    acting = any(_ACTIVE_PART.search(part) and not _HARMLESS_BINARY.search(part) for part in names)
    acting = acting or any(_ACTIVE_TYPE.search(declared) for declared in _content_types(archive))
    if acting:
        raise refuse(_("“%(name)s”含有宏或嵌入的程序，不能上传，请另存为不含宏的文件。"), name=name, code="active")
    if any(_fetches(archive, part) for part in names if part.endswith(".rels")):
        raise refuse(_("“%(name)s”会从外部地址取内容，不能上传，请断开外部链接后再传。"), name=name, code="external")


def _content_types(archive):
    """Every content type the file declares."""
    return {tag["ContentType"] for tag in _tags(archive, CONTENT_TYPES) if "ContentType" in tag}


def _fetches(archive, part):
    """Whether a relation loads something from another machine when the file is opened; links to click do not."""
    return any(
        tag.get("TargetMode") == "External" and not tag.get("Type", "").endswith(_CLICKED_LINK) and _REMOTE.search(tag.get("Target", ""))
        for tag in _tags(archive, part)
    )


def _tags(archive, part):
    """The attributes of every element of a small XML part."""
    if archive.getinfo(part).file_size > _MOST_TABLE:
        raise _Unreadable
    found = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _element, attributes: found.append(attributes)
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(archive.read(part), True)
    except expat.ExpatError as failure:
        raise _Unreadable from failure
    return found


def _no_doctype(*_declaration):
    raise _Unreadable
