"""MP4: a chain of boxes from the first byte to the last (ISO/IEC 14496-12).

What tells where and with which device it was filmed is blanked.
"""

import struct
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from governance.files.errors import refuse

BRANDS = frozenset(b"isom iso2 iso4 iso5 iso6 mp41 mp42 mp71 avc1 MSNV dash".split()) | {b"M4V ", b"M4VP"}
_NESTED = {b"moov", b"trak"}
_TELLING = {b"udta", b"meta", b"uuid"}  # position, device, free-form data
_MOST_BOXES = 10_000


class _Broken(Exception):
    """The boxes do not fill the file exactly."""


@dataclass(frozen=True)
class Box:
    """One box: where it begins, where its content begins, where it ends (bytes from the beginning of the file)."""

    kind: bytes
    start: int
    body: int
    end: int


def is_mp4(head):
    """Whether the first bytes are a `ftyp` box of an MP4 brand (QuickTime and 3GP are other formats)."""
    return head[4:8] == b"ftyp" and head[8:12] in BRANDS


def check_mp4(stream, *, name):
    """FileRefused unless boxes fill the file to the last byte and a film is among them."""
    try:
        kinds = [box.kind for box in _boxes(stream, 0, _length(stream))]
    except _Broken as failure:
        raise refuse(_("“%(name)s”不是完整的 MP4 视频，请重新拍摄或另存后再传。"), name=name, code="broken") from failure
    if kinds[:1] != [b"ftyp"] or b"moov" not in kinds or not {b"mdat", b"moof"} & set(kinds):
        raise refuse(_("“%(name)s”中没有可播放的视频。"), name=name, code="broken")


def blank_origin(stream):
    """Turn the boxes that tell position and device into free space, in place; the film is not touched."""
    for box in list(_telling(stream, 0, _length(stream))):
        stream.seek(box.start + 4)
        stream.write(b"free")
        stream.seek(box.body)
        stream.write(bytes(box.end - box.body))


def _telling(stream, start, end):
    for box in _boxes(stream, start, end):
        if box.kind in _TELLING:
            yield box
        elif box.kind in _NESTED:
            yield from _telling(stream, box.body, box.end)


def _boxes(stream, start, end):
    """The boxes between two offsets; _Broken when they do not meet `end` exactly."""
    for _count in range(_MOST_BOXES):
        if start == end:
            return
        box = _box(stream, start, end)
        yield box
        start = box.end
    raise _Broken


def _box(stream, start, end):
    stream.seek(start)
    head = stream.read(16)
    if len(head) < 8 or not head[4:8].replace(b"\xa9", b"c").isascii():
        raise _Broken
    size, kind = struct.unpack(">I4s", head[:8])
    body = start + 8
    if size == 1 and len(head) == 16:
        size, body = struct.unpack(">Q", head[8:])[0], start + 16
    stop = end if size == 0 else start + size
    if stop < body or stop > end:
        raise _Broken
    return Box(kind, start, body, stop)


def _length(stream):
    return stream.seek(0, 2)
