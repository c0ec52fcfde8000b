"""Photographs: decoded and written anew, so that nothing but the picture remains (no position, no camera, no tail)."""

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from governance.files.errors import refuse
from governance.files.rules import LONGEST_SIDE, THUMBNAIL_SIDE

JPEG_QUALITY = 86
THUMBNAIL_QUALITY = 78
_SAVING = {
    "JPEG": {"quality": JPEG_QUALITY},
    "PNG": {"optimize": False},
    "WEBP": {"quality": JPEG_QUALITY, "method": 4},
}
_DECODING_FAILURES = (OSError, SyntaxError, ValueError, EOFError, IndexError, MemoryError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Picture:
    """A picture written anew, with its small copy (always JPEG)."""

    content: bytes
    width: int
    height: int
    thumbnail: bytes


def picture(stream, *, kind, name):
    """The clean picture of an uploaded image; FileRefused when it is broken or promises too many pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            clean = _decoded(stream, kind=kind, name=name)
            return Picture(_written(clean, kind.image), *clean.size, _thumbnail(clean))
    except _DECODING_FAILURES as failure:
        raise refuse(_("“%(name)s”无法作为图片打开，可能已损坏，请重新拍摄或另存后再传。"), name=name, code="broken") from failure


def _decoded(stream, *, kind, name):
    stream.seek(0)
    with Image.open(stream, formats=[kind.image]) as image:
        if image.width * image.height > kind.pixels:
            raise refuse(_("“%(name)s”的像素过多，请缩小后再传。"), name=name, code="pixels")
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _bare(upright, kind)


def _bare(image, kind):
    """The pixels alone: colour mode as the format can hold it, all side information dropped."""
    see_through = kind.image != "JPEG" and image.has_transparency_data
    plain = image.convert("RGBA" if see_through else "RGB")
    plain.info = {}
    return plain


def _written(image, form):
    out = io.BytesIO()
    image.save(out, form, **_SAVING[form])
    return out.getvalue()


def _thumbnail(image):
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    if small.mode == "RGBA":
        ground = Image.new("RGB", small.size, "white")
        ground.paste(small, mask=small.getchannel("A"))
        small = ground
    out = io.BytesIO()
    small.save(out, "JPEG", quality=THUMBNAIL_QUALITY)
    return out.getvalue()
