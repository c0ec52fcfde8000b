"""The page that opens a case: where it lies is chosen among the places the person may name, the rest is the procedure's own form."""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import places_for
from governance.flow.engine import StepRefused
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.page import is_htmx


class PlacedForm(forms.Form):
    """A new case's facts. `submission` marks the form, so that it is opened once; `deepest_only` asks for a village or community."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    deepest_only = False

    def __init__(self, *args, places, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        missing = gettext_lazy("请选到村（社区）。") if self.deepest_only else gettext_lazy("请选择地点。")
        wanted = places.filter(level="village") if self.deepest_only else places
        self.fields["place"] = forms.ModelChoiceField(
            wanted, label=gettext_lazy("地点"), widget=forms.HiddenInput, error_messages={"required": missing, "invalid_choice": missing}
        )

    def shown_fields(self):
        """What is drawn below the place."""
        return [field for field in self.visible_fields() if field.name != "place"]


def create_page(work, request, *, form, needs, act, title, lead=""):
    """Ask, then `act(by=, at=, **typed)`, which returns the case; a refusal becomes an error and nothing typed is lost."""
    places = places_for(request.user, needs)
    cascade = cascade_of(request, places, url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = with_place(request, cascade) if request.method == "POST" else None
    asked = form(data, request.FILES or None, places=places, user=request.user, initial={"submission": uuid4()})
    if asks_next_level(request):
        asked.errors.clear()
    elif asked.is_bound and asked.is_valid() and (case := opened(asked, act, by=request.user)):
        messages.success(request, _("已登记，编号 %(number)s。") % {"number": case.number})
        return redirect(case)
    context = {"work": work, "form": asked, "cascade": cascade, "title": title, "lead": lead}
    context["breadcrumb"] = [(work.title, work.list_url), (title, "")]
    return render(request, "cases/create.html", context, status=422 if asked.errors else 200)


def opened(form, act, *, by):
    """The new case, or None where the procedure refused it."""
    try:
        return act(by=by, at=timezone.now(), **form.cleaned_data)
    except StepRefused as refused:
        form.add_error(None, str(refused))
        return None


def submitted_before(model, submission):
    """The case a form made already, or None."""
    return model._base_manager.filter(submission=submission).first() if submission else None
