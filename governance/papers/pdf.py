"""Papers as PDF, typeset by Typst with a font that is embedded: nothing of the machine is needed, and every reader shows the same.

Typst breaks Chinese lines by the rules of punctuation, numbers the pages, and makes the contents of a whole file of papers.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from governance.environment import ROOT
from governance.papers.blocks import blocks

PDF = "application/pdf"
FONTS = ROOT / "var" / "fonts"  # fetched by `python -m governance.launch.assets`
SOURCE = Path(__file__).parent / "official.typ"
ARCHIVAL = "a-2b"  # PDF/A: everything is inside, and stays readable


class FontsMissing(RuntimeError):
    """The fonts were not fetched yet."""


@dataclass(frozen=True)
class Part:
    """One paper of a file of papers: `name` in the contents, and its blocks."""

    name: str
    blocks: Sequence


def filled_pdf(path, facts, *, name):
    """One paper: the text file's template with these facts."""
    return pdf([Part(name, blocks(path, facts))], title=name)


def pdf(parts, *, title, contents=""):
    """The papers one after another, each on a page of its own, pages numbered through; `contents` heads a table of them."""
    paper = {
        "title": title,
        "contents": contents,
        "parts": [{"name": part.name, "blocks": [block.plain() for block in part.blocks]} for part in parts],
    }
    return typeset(SOURCE, paper)


def typeset(source, paper, *, standard=ARCHIVAL):
    """A Typst file with the facts of one paper, as PDF."""
    return typst.compile(
        source, font_paths=_fonts(), ignore_system_fonts=True, pdf_standards=standard,
        sys_inputs={"paper": json.dumps(paper, ensure_ascii=False)},
    )  # fmt: skip


@lru_cache
def _fonts():
    if not any(FONTS.glob("*.ttf")):
        raise FontsMissing("the fonts are not there: python -m governance.launch.assets")
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
