"""PDF: only what can be read through is taken, and nothing that acts by itself."""

import re
import zipfile
import zlib

from django.utils.translation import gettext_lazy as _

from governance.files.errors import refuse

_HEAD = re.compile(rb"^%PDF-[12]\.\d")
_TAIL_WINDOW = 1024  # bytes in which the last %%EOF must stand
_DICTIONARY_WINDOW = 4096  # bytes before /ObjStm in which its filters are looked for
_MOST_UNPACKED = 100 * 1024 * 1024  # bytes of all object streams together


def _name(word):
    """A PDF name in any spelling: `/Launch` may be written `/L#61unch` (ISO 32000-1, 7.3.5)."""
    letters = (b"(?:%c|#(?i:%02x))" % (letter, letter) for letter in word.encode())
    return rb"/" + b"".join(letters) + rb"(?![A-Za-z0-9#])"


_ACTS = re.compile(b"|".join(_name(word) for word in ("JavaScript", "Launch", "RichMedia", "ImportData", "SubmitForm")))
_ENCRYPT = re.compile(_name("Encrypt"))
_OBJECTS = re.compile(_name("ObjStm"))
_OTHER_FILTERS = ("LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode", "Crypt", "Predictor")
_OTHER_FILTER = re.compile(b"|".join(_name(word) for word in _OTHER_FILTERS))
_STREAM = re.compile(rb"stream\r?\n")
_TABLE_OF_OBJECTS = re.compile(rb"^\s*\d+\s+\d+\s")


def check_pdf(stream, *, name):
    """FileRefused unless it is a whole PDF without scripts, programme starts, encryption or a file hidden in it."""
    stream.seek(0)
    content = stream.read()
    if not _HEAD.match(content) or b"%%EOF" not in content[-_TAIL_WINDOW:]:
        raise refuse(_("“%(name)s”不是完整的 PDF 文件，请重新导出后再传。"), name=name, code="broken")
    if zipfile.is_zipfile(stream):
        raise refuse(_("“%(name)s”中夹带了其他文件，不能上传。"), name=name, code="polyglot")
    if _ENCRYPT.search(content):
        raise refuse(_("“%(name)s”设有密码或加密，无法检查，请取消加密后再传。"), name=name, code="encrypted")
    if any(_ACTS.search(part) for part in (content, *_unpacked_objects(content, name=name))):
        raise refuse(_("“%(name)s”含有脚本或自动执行的内容，不能上传，请打印为 PDF 后再传。"), name=name, code="active")


def _unpacked_objects(content, *, name):
    """The text of every object stream; those that cannot be unpacked are refused, as nobody knows what they hold."""
    left = _MOST_UNPACKED
    for found in _OBJECTS.finditer(content):
        objects = _unpacked(content, found.start(), most=left)
        if not objects or len(objects) >= left:
            raise refuse(_("“%(name)s”的内容无法检查，请打印为 PDF 后再传。"), name=name, code="unreadable")
        left -= len(objects)
        yield objects


def _unpacked(content, position, *, most):
    """The objects of the stream whose dictionary stands around `position`; empty when the packing is unknown."""
    stream = _STREAM.search(content, position)
    if stream is None:
        return b""
    if _OTHER_FILTER.search(content[max(0, position - _DICTIONARY_WINDOW) : stream.start()]):
        return b""
    body = content[stream.end() :]
    try:
        objects = zlib.decompressobj().decompress(body, most)
    except zlib.error:
        objects = body.partition(b"endstream")[0][:most]
    return objects if _TABLE_OF_OBJECTS.match(objects) else b""
