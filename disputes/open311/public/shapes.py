"""The two formats of GeoReport v2: XML, and the JSON that follows from it (the "Spark convention": lists lose the name of their root)."""

import json
from xml.etree import ElementTree

from django.http import HttpResponse

from disputes.open311.rules import plain

ITEMS = {
    "services": "service", "attributes": "attribute", "values": "value", "service_requests": "request", "errors": "error",
    "service_request_updates": "request_update", "endpoints": "endpoint", "formats": "format",
}  # fmt: skip
DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
XML, JSON = "text/xml; charset=utf-8", "application/json; charset=utf-8"


def written(form, root, content, *, status=200):
    """The answer in the format of the address: `content` is a dict, or a list of them."""
    if form == "json":
        return HttpResponse(json.dumps(content, ensure_ascii=False), content_type=JSON, status=status)
    return HttpResponse(to_xml(root, content), content_type=XML, status=status)


def to_xml(root, content):
    """
    >>> to_xml("services", [{"service_code": "0101", "metadata": True}]).decode().partition("?>\\n")[2]
    '<services><service><service_code>0101</service_code><metadata>true</metadata></service></services>'
    """
    return DECLARATION + ElementTree.tostring(element(root, content), encoding="utf-8")


def element(name, content):
    found = ElementTree.Element(name)
    if isinstance(content, dict):
        found.extend(element(key, value) for key, value in content.items())
    elif isinstance(content, list):
        found.extend(element(ITEMS[name], value) for value in content)
    elif content is not None and content != "":
        found.text = plain(str(content).lower() if isinstance(content, bool) else str(content))
    return found


def refusal(form, status, sentences):
    """`<errors><error><code/><description/></error></errors>`, one for each thing that is wrong."""
    return written(form, "errors", [{"code": status, "description": str(sentence)} for sentence in sentences], status=status)
