"""Atom (RFC 4287): one feed for people's readers, one index of CAP messages for programs."""

from lxml import etree

from emergencies.warnings.rules import ILLEGAL, moment

ATOM = "http://www.w3.org/2005/Atom"
ATOM_TYPE, CAP_TYPE = "application/atom+xml", "application/cap+xml"


def feed(entries, *, identity, title, subtitle, own, page, updated):
    """The feed as UTF-8 XML. `entries` are dicts of `id` `title` `updated` `published` `author` `url` `type` `summary` `terms`."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM}, attrib={"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})
    for name, value in (("id", identity), ("title", title), ("subtitle", subtitle), ("updated", moment(updated))):
        _text(root, name, value)
    _link(root, "self", own, ATOM_TYPE)
    _link(root, "alternate", page, "text/html")
    for entry in entries:
        _entry(etree.SubElement(root, f"{{{ATOM}}}entry"), entry)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(node, entry):
    for name in ("id", "title"):
        _text(node, name, entry[name])
    for name in ("updated", "published"):
        _text(node, name, moment(entry[name]))
    _text(etree.SubElement(node, f"{{{ATOM}}}author"), "name", entry["author"])
    _link(node, "alternate", entry["url"], entry["type"])
    for term in entry["terms"]:
        etree.SubElement(node, f"{{{ATOM}}}category", term=term)
    _text(node, "summary", entry["summary"])


def _text(parent, name, value):
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = ILLEGAL.sub("", str(value))


def _link(parent, rel, url, kind):
    etree.SubElement(parent, f"{{{ATOM}}}link", rel=rel, href=url, type=kind)
