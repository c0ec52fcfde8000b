"""The description of the interface: for programs as OpenAPI, for people as a page drawn from the same file."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.open311.models import PER_HOUR
from disputes.open311.rules import DIGITS, LONGEST_WINDOW, MOST_ROWS
from governance.web.page import PUBLIC, endpoint, page

DESCRIPTION = Path(__file__).parents[1] / "data" / "openapi.json"


@cache
def description():
    """OpenAPI 3.1, kept by hand; a test holds every address and every answer against it."""
    return json.loads(DESCRIPTION.read_text(encoding="utf-8"))


def base_of(request):
    return request.build_absolute_uri(reverse("open311_root")).removesuffix("/open311/v2/")


@endpoint()
def openapi(request):
    answer = JsonResponse({**description(), "servers": [{"url": base_of(request)}]}, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@page(PUBLIC)
def interface(request):
    """How a client is connected, and every call with what it takes and gives."""
    context = {
        "base": base_of(request),
        "calls": [call for path, methods in description()["paths"].items() for call in calls_of(path, methods)],
        "limits": {
            "address": settings.OPEN311_READS_PER_HOUR, "key": PER_HOUR, "days": LONGEST_WINDOW.days, "rows": MOST_ROWS, "digits": DIGITS,
        },
        "breadcrumb": [(_("首页"), reverse("home")), (_("开放接口"), "")],
    }  # fmt: skip
    return render(request, "disputes/open311/interface.html", context)


def calls_of(path, methods):
    """One entry for each method of a path, its parameters and fields in one list."""
    shared = methods.get("parameters", [])
    for method, call in methods.items():
        if method == "parameters":
            continue
        fields = [field(parameter) for parameter in (*shared, *call.get("parameters", ()))]
        yield {
            "method": method.upper(), "path": path, "summary": call["summary"], "text": call.get("description", ""),
            "fields": fields + sent_fields(call),
        }  # fmt: skip


def field(parameter):
    found = resolved(parameter)
    return {"name": found["name"], "text": found.get("description", ""), "required": found.get("required", False)}


def sent_fields(call):
    content = call.get("requestBody", {}).get("content", {})
    schema = next((resolved(kind["schema"]) for kind in content.values()), {})
    required = schema.get("required", ())
    return [
        {"name": name, "text": about.get("description", ""), "required": name in required}
        for name, about in schema.get("properties", {}).items()
    ]


def resolved(thing):
    """What a $ref points to, inside this one file."""
    if "$ref" not in thing:
        return thing
    found = description()
    for part in thing["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return found
