"""Templates: they compile, what they name exists, they trust no string, and they call nobody."""

import re

from django.contrib.staticfiles.finders import find
from django.template import TemplateDoesNotExist, engines
from django.template.defaulttags import URLNode
from django.template.loader_tags import ExtendsNode, IncludeNode
from django.templatetags.static import StaticNode
from django.urls import get_resolver

from tests.house.sources import ROOT, name, own_static_files, python_files, templates, text_of

TRUSTING = re.compile(r"\|\s*(safe|safeseq)\b|autoescape\s+off")
INLINE = re.compile(r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\bsrc=)", re.IGNORECASE)
COMMENTS = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->", re.DOTALL)
STRANGER = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w-]+(?:\.[\w-]+)+")
DRAWING = "governance/web/drawing.py"
PROGRAMS = "governance/web/page.py"  # declares `endpoint`, the gate of programs: no session, no token
CHINESE = re.compile(r"[\u4e00-\u9fff]")
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TRANSLATED = re.compile(r"\{% blocktranslate.*?endblocktranslate %\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
PAGES = templates()
NAMES = {key for key in get_resolver().reverse_dict if isinstance(key, str)}


def relative(file):
    return str(file.relative_to(ROOT / "templates"))


def nodes(file, kind):
    """Every node of a kind, however deep; `engines` gives the compiled template."""
    return engines["django"].get_template(relative(file)).template.nodelist.get_nodes_by_type(kind)


def constant(expression):
    """The text of a literal, or None for anything that is only known when the page is drawn."""
    value = getattr(expression, "var", None)
    return value if isinstance(value, str) and not hasattr(value, "lookups") else None


def failing(find, files=PAGES):
    """What is found in each of the files, where there is something: all failures at once, without a test of its own for each file."""
    return {name(file): found for file in files if (found := find(file))}


def test_every_template_compiles():
    assert all(engines["django"].get_template(relative(file)) for file in templates(".html", ".txt"))


def exists(wanted):
    try:
        return bool(engines["django"].get_template(wanted))
    except TemplateDoesNotExist:
        return False


def test_what_a_template_includes_or_extends_exists():
    def missing(file):
        named = [constant(node.template) for node in nodes(file, IncludeNode)]
        named += [constant(node.parent_name) for node in nodes(file, ExtendsNode)]
        return [wanted for wanted in named if wanted and not exists(wanted)]

    assert failing(missing) == {}


def test_the_addresses_a_template_names_exist():
    """`{% url … as x %}` may name what a later chapter brings; a bare `{% url … %}` would break the page."""
    assert failing(lambda file: {constant(node.view_name) for node in nodes(file, URLNode) if node.asvar is None} - NAMES - {None}) == {}


def test_the_files_a_template_links_exist():
    """What npm brings (static/vendor) is copied when the portal is set up, so only our own is looked for."""

    def missing(file):
        paths = {constant(node.path) for node in nodes(file, StaticNode)} - {None}
        return {path for path in paths if not path.startswith("vendor/") and not find(path)}

    assert failing(missing) == {}


def test_no_template_trusts_a_string():
    assert failing(lambda file: TRUSTING.findall(text_of(file))) == {}


def test_no_script_or_style_stands_in_a_page():
    assert failing(lambda file: INLINE.findall(COMMENTS.sub("", text_of(file)))) == {}


def test_every_chinese_word_goes_through_gettext():
    def bare(file):
        return [line for line in TRANSLATED.sub("", COMMENTS.sub("", text_of(file))).splitlines() if CHINESE.search(line)]

    assert failing(bare) == {}


def test_no_page_calls_another_host():
    assert failing(lambda file: STRANGER.findall(COMMENTS.sub("", text_of(file))), [*PAGES, *own_static_files()]) == {}


def test_every_post_form_carries_its_token():
    def bare(file):
        forms = re.findall(r"<form\b[^>]*method=\"post\".*?</form>", text_of(file), re.DOTALL | re.IGNORECASE)
        return [form[:80] for form in forms if "csrf_token" not in form]

    assert failing(bare) == {}


def test_no_code_trusts_a_string():
    words = re.compile(r"\bmark_safe\b|\bSafeString\b|\bSafeText\b|format_html\(\s*f[\"']|csrf_exempt")
    trusting = [name(file) for file in python_files() if words.search(text_of(file))]
    assert trusting == [DRAWING, PROGRAMS], "`fill` escapes what it is given; everything else goes through it or `format_html`"


def test_the_patterns_find_what_they_look_for():
    assert INLINE.search('<a onclick="x()">')
    assert INLINE.search("<script>alert(1)</script>")
    assert not INLINE.search('<script src="/static/js/page.js" defer></script>')
    assert STRANGER.search('src="//cdn.example.com/x.js"')
    assert not STRANGER.search('xmlns="http://www.w3.org/2000/svg"')
    assert TRUSTING.search("{{ note|safe }}")
