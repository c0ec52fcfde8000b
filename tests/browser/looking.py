"""Looks at a page as those do who cannot take it for granted: with axe-core, on small screens, with the keyboard alone."""

from functools import cache
from gzip import compress

from governance.environment import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
COMPRESSED = ("text/css", "text/javascript", "application/javascript", "application/json")  # static: whitenoise keeps a .gz
ASK_AXE = "() => axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)"
WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const over = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width + 1);
  return over.slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.className}`).concat("the page");
}"""
FOCUSED = """(selector) => {
  const here = document.activeElement;
  return here && here !== document.body && here.matches(selector);
}"""
MARKED = """() => {
  const style = getComputedStyle(document.activeElement);
  const framed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return framed || style.boxShadow !== "none" || document.activeElement.matches("summary, #main");
}"""


@cache
def axe():
    """The checker's own script, as npm brought it."""
    return AXE.read_text()


def barriers(page, *widths):
    """What shuts somebody out, at each width in pixels: [(width, rule, where)]. Empty is right."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(axe())
        grave = [barrier for barrier in page.evaluate(ASK_AXE) if barrier["impact"] in GRAVE]
        found += [(width, barrier["id"], node["html"][:160]) for barrier in grave for node in barrier["nodes"]]
    return found


def cut_off(page, *widths):
    """What sticks out to the right, at each width in pixels: [(width, elements)]. Empty is right."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if over := page.evaluate(WIDER):
            found.append((width, over))
    return found


def weight(page, address):
    """Bytes over the wire for an address in an empty browser, without pictures: static files compressed, pages as they are."""
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address, wait_until="networkidle")
    return sum(size_of(response) for response in responses)


def size_of(response):
    kind = response.headers.get("content-type", "").partition(";")[0]
    if kind.startswith("image/"):
        return 0
    return len(compress(response.body())) if kind in COMPRESSED else len(response.body())


class Keyboard:
    """A person without a pointer. Going on from what has focus without a mark is going on blindly: it fails."""

    MOST = 150  # presses of Tab before one gives up

    def __init__(self, page):
        self.page = page

    def reach(self, selector):
        """Tab on until the element has focus."""
        for _press in range(self.MOST):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED, selector):
                assert self.page.evaluate(MARKED), f"nothing shows that {selector} has focus"
                return
        raise AssertionError(f"the keyboard never gets to {selector}")

    def press(self, selector, key="Enter"):
        self.reach(selector)
        self.page.keyboard.press(key)

    def write(self, selector, text):
        self.reach(selector)
        self.page.keyboard.insert_text(text)

    def choose(self, selector, value):
        """Arrow down in a select until it says so."""
        self.reach(selector)
        for _press in range(self.MOST):
            self.page.keyboard.press("ArrowDown")
            if self.page.evaluate("() => document.activeElement.value") == value:
                return
        raise AssertionError(f"{selector} offers no {value}")
