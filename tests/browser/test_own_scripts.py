"""Only scripts and styles of the portal's own files run, whatever gets into a page."""

import pytest

from tests.browser.conftest import DESKTOP

INLINE = """() => {
  const script = document.createElement("script");
  script.textContent = "window.smuggled = true";
  document.body.append(script);
  return window.smuggled === true;
}"""
DRESSED = """() => {
  const text = document.createElement("p");
  text.setAttribute("style", "color: rgb(1, 2, 3)");
  document.body.append(text);
  return getComputedStyle(text).color === "rgb(1, 2, 3)";
}"""
FOREIGN = """() => new Promise((answer) => {
  const picture = new Image();
  picture.onload = () => answer(true);
  picture.onerror = () => answer(false);
  picture.src = "https://example.org/picture.png";
})"""


@pytest.fixture
def page(browser, server, db):
    """The front door in a browser of its own: here the refusals are what is looked for."""
    context = browser.new_context(base_url=server, **DESKTOP)
    opened = context.new_page()
    opened.goto("/")
    yield opened
    context.close()


@pytest.mark.parametrize("smuggled", [INLINE, DRESSED, FOREIGN], ids=["a script", "a style", "a picture of another host"])
def test_what_is_smuggled_into_a_page_is_refused(smuggled, page):
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    assert page.evaluate(smuggled) is False
    assert any("Content Security Policy" in text for text in refused), refused
