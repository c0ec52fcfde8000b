"""条例落实情况: article by article, how many offices are bound and how many met it. Offices are counted, never named."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.web.page import PUBLIC, page
from supervision.duties.enums import State
from supervision.duties.filters import year_of
from supervision.duties.models import DutyState
from supervision.duties.rules import is_published
from supervision.duties.services import by_article


@page(PUBLIC)
def duty_ledger(request):
    """Counts of the year. Where one to four offices would be told apart, an article has none; the totals are those of the shown ones."""
    year = year_of(request.GET.get("year", ""))
    lines = [line_of(article, counts) for article, counts in by_article(DutyState.objects.filter(year=year))]
    shown = [line for line in lines if line["shown"]]
    context = {
        "year": year,
        "chapters": grouped(lines),
        "met": sum(line["met"] for line in shown),
        "due": sum(line["due"] for line in shown),
        "checked_at": DutyState.objects.filter(year=year).order_by("-checked_at").values_list("checked_at", flat=True).first(),
        "breadcrumb": [(_("首页"), reverse("home")), (_("公开数据"), reverse("open_data")), (_("条例落实情况"), "")],
    }
    return render(request, "supervision/duties/public.html", context)


def line_of(article, counts):
    """What may be read of an article: duties that are met, out of those that are due."""
    met, partly, missing = counts[State.FULFILLED], counts[State.PARTLY], counts[State.MISSING]
    due = met + partly + missing
    facts = {"article": article, "met": met, "due": due, "shown": is_published(met, due - met)}
    return facts | {"is_bound": any(counts.values()), "is_due": bool(due)}


def grouped(lines):
    """[{chapter, lines}] in order."""
    found = {}
    for line in lines:
        found.setdefault(line["article"].chapter, []).append(line)
    return [{"chapter": chapter, "lines": rows} for chapter, rows in found.items()]
