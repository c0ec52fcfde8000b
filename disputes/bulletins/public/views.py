"""每月通报: what was published, month by month, for everyone; the same as JSON at an address that stays."""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.bulletins.models import Bulletin
from disputes.bulletins.services import month_named
from disputes.bulletins.sheet import cells, told
from governance.web.page import PUBLIC, page


@page(PUBLIC)
def bulletins(request):
    """The months, the newest first."""
    rows = Bulletin.objects.standing().defer("inputs")
    context = {
        "bulletins": [summary(row) for row in rows],
        "rates": rates(rows),
        "breadcrumb": [(_("首页"), reverse("home")), (_("每月通报"), "")],
    }
    return render(request, "disputes/bulletins/list.html", context)


def rates(rows):
    """The columns, as the newest bulletin names them."""
    return rows[0].figures["rates"] if rows else []


def summary(row):
    return {"bulletin": row, "cells": cells(row.figures["city"], row.figures["rates"])}


def published(month, version=None):
    """A version that is out; the standing one without a number. 404 for what is not."""
    rows = Bulletin.objects.out().of_month(month_named(month)).defer("inputs")
    found = rows.filter(version=version).first() if version else rows.first()
    if found is None:
        raise Http404
    return found


@page(PUBLIC, of="bulletin")
def bulletin(request, month):
    return bulletin_page(request, published(month))


@page(PUBLIC, of="bulletin")
def version(request, month, number):
    """An earlier version stays readable, and says what replaced it."""
    return bulletin_page(request, published(month, number))


def bulletin_page(request, row):
    others = Bulletin.objects.out().of_month(row.month).exclude(pk=row.pk).defer("inputs", "figures")
    trail = [(_("首页"), reverse("home")), (_("每月通报"), reverse("bulletins")), (row.key, "")]
    return render(request, "disputes/bulletins/bulletin.html", {**told(row), "others": others, "breadcrumb": trail})


@page(PUBLIC)
def bulletins_json(request):
    """The list for programs: every month with the address of its figures."""
    rows = Bulletin.objects.standing().defer("inputs", "figures")
    found = [{**facts(row), "url": request.build_absolute_uri(reverse("bulletin_json", args=[row.key]))} for row in rows]
    return JsonResponse({"bulletins": found}, json_dumps_params={"ensure_ascii": False})


@page(PUBLIC, of="bulletin")
def bulletin_json(request, month):
    """The frozen figures of the standing version; `?version=1` asks for an earlier one."""
    number = request.GET.get("version", "")
    try:
        row = published(month, int(number) if number.isascii() and number.isdigit() and len(number) < 5 else None)
    except Http404:
        return JsonResponse({"error": _("没有这个月的通报。")}, status=404, json_dumps_params={"ensure_ascii": False})
    return JsonResponse({**facts(row), **row.figures}, json_dumps_params={"ensure_ascii": False})


def facts(row):
    names = {"month": row.key, "version": row.version, "state": row.state, "reason": row.reason, "sha256": row.digest}
    return names | {"counted_at": row.counted_at.isoformat(), "published_at": row.published_at.isoformat()}
