"""期限计算器.

When a limit ends, and how the days were counted. It only reads, so the address holds the whole question.
"""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.calendar.models import CalendarDay
from governance.calendar.services import current_calendar
from governance.calendar.workdays import Unit, due, last_day
from governance.web.limit_names import name_of
from governance.web.page import SIGNED_IN, page
from governance.web.tools import rules, words
from governance.web.tools.forms import MOST_PAUSES, CalculatorForm, Pauses

PREFIX = "pause"


@page(SIGNED_IN)
def limit_calculator(request):
    """The question, and below it the answer."""
    at, asked = timezone.now(), "start" in request.GET
    form = CalculatorForm(request.GET if asked else None, at=at, initial={"limit": request.GET.get("limit", "")})
    pauses = Pauses(with_another(request.GET) if asked else None, prefix=PREFIX)
    context = {"form": form, "pauses": pauses, "breadcrumb": [(_("期限计算器"), "")]}
    if asked and "more" not in request.GET and form.is_valid() and pauses.is_valid():
        given = [(row["since"], row["until"]) for row in pauses.cleaned_data if row]
        context["answer"] = answer(form.cleaned_data["limit"], form.cleaned_data["start"], given)
    return render(request, "tools/limit_calculator.html", context)


def with_another(asked):
    """The question with one more row for a pause, when that was asked for."""
    asked = asked.copy()
    name = f"{PREFIX}-TOTAL_FORMS"
    asked.setdefault(name, "0")
    asked.setdefault(f"{PREFIX}-INITIAL_FORMS", "0")
    if "more" in asked and asked[name].isdigit():
        asked[name] = str(min(int(asked[name]) + 1, MOST_PAUSES))
    return asked


def answer(limit, start, pauses):
    """The end of the limit with everything that explains it."""
    calendar = current_calendar()
    question = {
        "amount": limit.amount,
        "unit": Unit(limit.unit),
        "rolls": limit.rolls,
        "calendar": calendar,
        "pauses": pauses,
    }
    found = due(start, **question)
    days = sorted([start.date(), last_day(found.at)])
    names = dict(CalendarDay.objects.filter(date__range=days).values_list("date", "name"))
    way = rules.stretches(start, found.at, **question, names=names)
    paused = rules.paused_within(start, found.at, pauses)
    return {
        "limit": limit,
        "name": name_of(limit.code),
        "start": start,
        "due": found,
        "amount": words.amount_of(limit),
        "rule": words.rule_of(limit),
        "rows": [{"days": words.days_of(part), "meaning": words.meaning_of(part, unit=limit.unit, amount=limit.amount)} for part in way],
        "paused": words.length(paused) if paused and limit.unit in words.EXACT else "",
    }
