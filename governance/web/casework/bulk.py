"""Many cases at once: chosen in the worklist, asked once more where something is to be said, and a result for every row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.flow import engine

AT_MOST = 200


@dataclass(frozen=True)
class Bulk:
    """Something done with many cases at once: `act(case, by=, at=, **given)` returns what to say of the row, or raises `StepRefused`.

    Where it asks for something first, `form(data, cases=, user=)` does; what was typed is what `act` is given. `tells(case)` stands beside
    each row then.
    """

    name: str
    label: Any
    needs: Any
    act: Callable
    form: Callable | None = None
    tells: Callable | None = None


class AskForm(forms.Form):
    """Nothing is to be said: the rows are shown once more before it is done."""

    def __init__(self, *args, cases, user, **kwargs):
        super().__init__(*args, **kwargs)


class NoteForm(AskForm):
    """One note for all of them."""

    note = forms.CharField(label=gettext_lazy("说明"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}))


def taking(step, said):
    """An `act` that takes a step of the flow."""

    def act(case, *, by, at, **given):
        engine.take(case, step, by=by, at=at, **given)
        return said

    return act


def bulk_page(work, request):
    """Ask where something is to be said, then do it; every row gets its own result."""
    wanted = next((one for one in work.bulk if one.name == request.POST.get("action")), None)
    back = back_to(work, request.POST.get("back", ""))
    if request.method == "GET" or wanted is None or not may(request.user, wanted.needs):
        return redirect(back)
    rows = work.visible(request).for_step().filter(number__in=request.POST.getlist("selected")[:AT_MOST])
    cases, given = list(rows.order_by("number")), {}
    if wanted.form and cases:
        form = wanted.form(request.POST if "confirmed" in request.POST else None, cases=cases, user=request.user)
        if not form.is_valid():
            return asked(work, request, wanted, cases, form)
        given = form.cleaned_data
    seen = dict(pair.split(":", 1) for pair in request.POST.getlist("seen") if ":" in pair)
    results = [result_of(case, wanted, by=request.user, seen=seen.get(case.number), **given) for case in cases]
    done = sum(result["done"] for result in results)
    context = {"work": work, "action": wanted, "results": results, "done": done, "undone": len(results) - done, "back_url": back}
    context["breadcrumb"] = [(work.title, work.list_url), (_("批量办理结果"), "")]
    return render(request, "cases/bulk.html", context)


def asked(work, request, wanted, cases, form):
    """The rows chosen, as they stand now, and what is still to be said of them."""
    shown = request.POST.getlist("seen") if form.is_bound else [f"{case.number}:{case.version}" for case in cases]
    told = [(case, wanted.tells(case) if wanted.tells else "") for case in cases]
    context = {"work": work, "action": wanted, "cases": cases, "told": told, "form": form, "seen": shown}
    context["back"] = request.POST.get("back", "")
    context |= {"back_url": back_to(work, context["back"]), "breadcrumb": [(work.title, work.list_url), (wanted.label, "")]}
    return render(request, "cases/bulk_form.html", context, status=422 if form.errors else 200)


def back_to(work, query):
    """The list as it was filtered."""
    asked_for = QueryDict(query).urlencode()
    return f"{work.list_url}?{asked_for}" if asked_for else work.list_url


def result_of(case, bulk, *, by, seen=None, **given):
    """What became of one row; one that moved on since it was shown stays as it is."""
    try:
        if seen and seen != str(case.version):
            raise engine.StaleCase(_("您选定之后，该事项已有新的办理动作，请打开核对。"))
        return {"case": case, "done": True, "message": bulk.act(case, by=by, at=timezone.now(), **given)}
    except engine.StepRefused as refused:
        return {"case": case, "done": False, "message": str(refused)}
