"""身边的诉求: the list and the map of complaints that may be shown, for everyone, without an account."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.openness.enums import PHASE_OF, TONES
from disputes.openness.filters import asked
from disputes.openness.services import asked_for, cells, shaped, total
from governance.places.enums import Level
from governance.web.listing import page_of
from governance.web.page import PUBLIC, page

BELOW = {0: Level.COUNTY, 6: Level.TOWNSHIP, 9: Level.VILLAGE, 12: Level.VILLAGE}  # length of the path asked for → what the map shows


@page(PUBLIC)
def published(request):
    """Category, place, state, days, office, limit kept or not: nothing that was written, nobody who wrote it."""
    found = asked(request, today=timezone.localdate())
    shown = page_of(asked_for(found.question), request.GET.get("page"), shape=shaped)
    for row in shown.rows:
        row["phase"] = PHASE_OF[row["state"]]
        row["tone"] = TONES[row["phase"]]
    context = {"asked": found, "page": shown, "tabs": tabs(found, "published_complaints"), "breadcrumb": trail()}
    return render(request, "disputes/openness/list.html", context)


@page(PUBLIC)
def published_map(request):
    """Counties as tiles that lie as they lie, a county's townships as a grid; with script, the seats of government on a map."""
    found = asked(request, today=timezone.localdate())
    level = BELOW[len(found.question.path)]
    shown = cells(found.question, level)
    context = {
        "asked": found,
        "cells": [{"cell": cell, "url": f"{reverse('published_map')}?{found.at(cell.place)}"} for cell in shown],
        "rows": 1 + max((cell.tile[1] for cell in shown if cell.tile), default=0),
        "is_city": level == Level.COUNTY,
        "total": total(found.question, level),
        "tabs": tabs(found, "published_map"),
        "breadcrumb": trail(),
    }
    return render(request, "disputes/openness/map.html", context)


def tabs(found, here):
    names = (("published_complaints", _("列表")), ("published_map", _("地图和数量")))
    return [{"label": label, "url": f"{reverse(name)}?{found.address}", "active": name == here, "count": None} for name, label in names]


def trail():
    return [(_("首页"), reverse("home")), (_("身边的诉求"), "")]
