"""What may be uploaded, how big, and how names are kept. Pure."""

import re
import unicodedata
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class MediaType:
    """One kind of file the portal takes. `limit` in bytes; `extensions`, the first of which is used in storage."""

    mime: str
    label: str
    extensions: tuple[str, ...]
    limit: int
    image: str = ""  # Pillow's name of the format, empty for what is no image
    pixels: int = 0  # a file may promise more pixels than memory holds


JPEG = MediaType("image/jpeg", "JPEG", (".jpg", ".jpeg"), 10 * MEGABYTE, "JPEG", 64_000_000)
PNG = MediaType("image/png", "PNG", (".png",), 10 * MEGABYTE, "PNG", 25_000_000)
WEBP = MediaType("image/webp", "WebP", (".webp",), 10 * MEGABYTE, "WEBP", 25_000_000)
PDF = MediaType("application/pdf", "PDF", (".pdf",), 20 * MEGABYTE)
DOCX = MediaType(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "Word（.docx）",
    (".docx",),
    20 * MEGABYTE,
)
XLSX = MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel（.xlsx）", (".xlsx",), 20 * MEGABYTE)
MP4 = MediaType("video/mp4", "MP4", (".mp4",), 50 * MEGABYTE)

CSV = MediaType("text/csv", "CSV（.csv）", (".csv", ".txt"), 20 * MEGABYTE)  # only where a table is asked for
GEOJSON = MediaType("application/geo+json", "GeoJSON（.geojson）", (".geojson", ".json"), 20 * MEGABYTE)  # only where a map is asked for
JSON = MediaType("application/json", "JSON（.json）", (".json",), MEGABYTE // 4)  # only where what another system wrote is asked for

ALLOWED = {kind.mime: kind for kind in (JPEG, PNG, WEBP, PDF, DOCX, XLSX, MP4)}
TEXTS = (CSV, GEOJSON, JSON)  # of plain text, which has no signature
KNOWN = {**ALLOWED, **{kind.mime: kind for kind in TEXTS}}
TABLES = (XLSX.mime, CSV.mime)
MAPS = (GEOJSON.mime,)
IMAGES = tuple(mime for mime, kind in ALLOWED.items() if kind.image)
UPLOAD_LIMITS = {mime: kind.limit for mime, kind in KNOWN.items()}

MOST_FILES = 6  # of one submission
LONGEST_SIDE = 4096  # pixels kept of a photograph: writing on a notice stays readable
THUMBNAIL_SIDE = 480  # pixels
LONGEST_NAME = 100  # characters shown

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def accept_attribute(allowed=tuple(ALLOWED)):
    """The `accept` of a file input, a convenience for the browser and no check."""
    return ",".join((*allowed, *(ending for mime in allowed for ending in KNOWN[mime].extensions)))


def clean_name(name, *, kind):
    """A name that is safe to show and to save under: no folders, no control or direction characters, the ending of
    its content.

    `C:\\照片\\门口\u202egpj.exe` as JPEG → `门口gpj.jpg`.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name or ""))[-1]
    visible = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    stem = _FORBIDDEN.sub(" ", visible).rpartition(".")[0] or _FORBIDDEN.sub(" ", visible)
    own = "." + last.rpartition(".")[2].lower()
    ending = own if own in kind.extensions and not kind.image else kind.extensions[0]
    kept = " ".join(stem.split()).strip(". ")[: LONGEST_NAME - len(ending)]
    return f"{kept or '附件'}{ending}"


def shown_size(size):
    """`512 KB`, `3.4 MB`: decimal places only where they say something."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / MEGABYTE:.1f}".removesuffix(".0") + " MB"
