"""A whole file of a case as one PDF: cover, contents, its papers and scans with their pages numbered through, back cover.

Typst sets the papers and takes the scans in page by page. Without a scanned PDF the file is PDF/A; with one it is PDF 1.7, for Typst cannot
answer for what is inside somebody else's PDF. A scan it cannot take in goes in as pictures of its pages.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from threading import Lock

import pypdfium2
from typst import TypstError

from governance.papers.pdf import ARCHIVAL, PDF, typeset

HERE = Path(__file__).parent
SOURCES = ("binding.typ", "blocks.typ")
PLAIN = "1.7"
PAGES = "\ue000"  # stands in a cover for the number of the last numbered page
SHARPNESS = 150 / 72  # of a page made into a picture: 150 dots an inch
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", PDF: ".pdf"}
_one_at_a_time = Lock()  # PDFium is not safe to be used by two threads


class Unreadable(ValueError):
    """A scan that cannot be opened as what it says it is."""


@dataclass(frozen=True)
class Leaf:
    """One scan: its bytes, what it is, and of a PDF its number of pages."""

    content: bytes
    media_type: str
    pages: int = 1


@dataclass(frozen=True)
class Bound:
    """One paper in a whole file: `name` in the contents; either `blocks`, or `leaves`, the scans of the signed paper."""

    name: str
    blocks: Sequence = ()
    leaves: Sequence = field(default=())


def page_count(content):
    """How many pages a PDF has. Raises `Unreadable`."""
    try:
        with _one_at_a_time, closing(pypdfium2.PdfDocument(content)) as document:
            return len(document)
    except pypdfium2.PdfiumError as failure:
        raise Unreadable(str(failure)) from failure


def bound(parts, *, cover, back, title, contents):
    """The file as PDF bytes. `cover` and `back` are blocks, `contents` heads the table of contents."""
    told = {"title": title, "contents": contents, "cover": _plain(cover), "back": _plain(back)}
    try:
        return _set(parts, told)
    except TypstError:
        if not any(_is_pdf(leaf) for part in parts for leaf in part.leaves):
            raise
        return _set([Bound(part.name, part.blocks, _as_pictures(part.leaves)) for part in parts], told)


def _set(parts, told):
    with TemporaryDirectory() as folder:
        for name in SOURCES:
            copy(HERE / name, folder)
        kept = [_laid_down(part, f"{place}", Path(folder)) for place, part in enumerate(parts)]
        standard = PLAIN if any(_is_pdf(leaf) for part in parts for leaf in part.leaves) else ARCHIVAL
        return typeset(Path(folder) / SOURCES[0], {**told, "parts": kept}, standard=standard)


def _laid_down(part, stem, folder):
    """A part as Typst reads it, its scans as files beside the source; the first page of the first one is where the part begins."""
    scans = []
    for place, leaf in enumerate(part.leaves):
        file = f"{stem}-{place}{ENDINGS[leaf.media_type]}"
        (folder / file).write_bytes(leaf.content)
        numbers = range(1, leaf.pages + 1) if _is_pdf(leaf) else (0,)
        scans += [{"file": file, "page": number, "name": ""} for number in numbers]
    if scans:
        scans[0]["name"] = part.name
    return {"name": part.name, "blocks": _plain(part.blocks), "scans": scans}


def _is_pdf(leaf):
    return leaf.media_type == PDF


def _as_pictures(leaves):
    """Every page of a PDF as a picture of its own."""
    return [picture for leaf in leaves for picture in (_pictures(leaf) if _is_pdf(leaf) else [leaf])]


def _pictures(leaf):
    with _one_at_a_time, closing(pypdfium2.PdfDocument(leaf.content)) as document:
        return [Leaf(_picture(page), "image/jpeg") for page in document]


def _picture(page):
    kept = BytesIO()
    page.render(scale=SHARPNESS).to_pil().convert("RGB").save(kept, "JPEG", quality=80)
    return kept.getvalue()


def _plain(blocks):
    return [block.plain() for block in blocks]
