"""The rules of the look: contrast, weight, one place for colours, nothing inline, punctuation."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"
OURS = [path for folder in ("layouts", "components", "errors") for path in (ROOT / "templates" / folder).glob("*.html")]
TOKENS = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", (CSS / "tokens.css").read_text()))
TEXT_ON_GROUND = [
    *[("ink", ground) for ground in ("paper", "ground", "blue-wash", "danger-wash", "done-wash", "waiting-wash")],
    *[("ink-soft", ground) for ground in ("paper", "ground", "blue-wash", "danger-wash", "done-wash", "waiting-wash")],
    *[("blue", "paper"), ("blue", "ground"), ("blue", "blue-wash"), ("paper", "blue"), ("paper", "blue-deep")],
    *[(tone, f"{tone}-wash") for tone in ("waiting", "active", "done", "stopped", "danger")],
    *[(f"{grade}-ink", grade) for grade in ("red", "orange", "yellow", "blue-grade")],
]


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_keeps_its_contrast(text, ground):
    assert contrast(text, ground) >= 4.5


def test_the_border_of_a_field_can_be_seen():
    assert contrast("line-strong", "paper") >= 3


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_nothing_is_inline(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*src=)|javascript:|hx-on", text)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_other_host_is_called(path):
    assert not re.search(r"https?://|src=\"//|href=\"//", path.read_text())


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_chinese_text_has_chinese_punctuation(path):
    half_width = r"""[\u4e00-\u9fff][,;:?!]|\([^()"]*[\u4e00-\u9fff][^()"]*\)"""
    assert not re.search(half_width, path.read_text())


def test_every_component_is_described_and_every_described_one_exists():
    listed = set(re.findall(r"^\| `([a-z_]+\.html)`", (ROOT / "docs" / "style.md").read_text(), re.MULTILINE))
    parts = {
        "account_menu.html",
        "field_body.html",
        "large_type.html",
        "messages.html",
        "navigation.html",
        "breadcrumb.html",
    }
    furniture = parts | {"public_header.html", "public_footer.html", "staff_header.html"}
    layouts = {path.name for path in (ROOT / "templates" / "layouts").glob("*.html")}
    components = {path.name for path in (ROOT / "templates" / "components").glob("*.html")}
    assert listed - layouts == components - furniture


def test_the_first_public_page_is_light():
    """100 KB over the wire for everything the public layout links, the page itself being a few KB more."""
    layouts = "".join((ROOT / "templates" / "layouts" / name).read_text() for name in ("base.html", "public.html"))
    linked = re.findall(r"static \"((?:css|js|vendor)/[^\"]+)\"", layouts)
    assert len(linked) > 8
    assert sum(len(gzip.compress((ROOT / "static" / name).read_bytes())) for name in linked) < 60_000


def test_every_icon_asked_for_is_drawn():
    drawn = set(re.findall(r'symbol id="([a-z]+)"', (ROOT / "static" / "img" / "icons.svg").read_text()))
    sources = [*OURS, ROOT / "governance" / "web" / "tags.py", ROOT / "governance" / "web" / "clock.py"]
    text = "".join(path.read_text() for path in sources)
    asked = set(re.findall(r'{% icon "([a-z]+)"|Clock\([^,]+, "([a-z]+)"|icon\("([a-z]+)"', text))
    assert {name for names in asked for name in names if name} <= drawn
