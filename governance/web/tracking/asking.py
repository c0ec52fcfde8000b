"""What people bring up without an account, the same in every procedure: a form on one page, its receipt, how far it is, taking it back.

A procedure names its parts in an `Asking`; its views declare who is let in and call it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.cases.rules import is_number
from governance.deadlines.ledger import open_one
from governance.deadlines.terms import Term
from governance.files.models import PendingUpload
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.holding import typed
from governance.web.tracking import passes
from governance.web.tracking.receipts import handed_out, kept

FORM_POSTS_PER_HOUR = 6 * settings.PUBLIC_POSTS_PER_HOUR  # one matter may turn the form's page several times


@dataclass(frozen=True)
class Asking:
    """One kind of matter. `templates` is the folder of form.html, receipt.html and tracked.html.

    A form may take `files` (an `AttachmentsField`) with `held` (a `HeldField`): what was chosen stays when the form is shown again.
    """

    form: type  # a GuardedForm with `place` and `submission`
    send: Callable  # (form, at) → Receipt; what is sent twice opens one case
    tracked: Callable  # number → the case, or None
    told: Callable  # case → what the page of its progress shows
    withdrawal: type  # the WordForm of taking it back, with a note
    withdrawn: Any  # what is said then
    term: Term  # the clock that the receipt names
    templates: str
    receipt_page: str
    title: Any
    trail: tuple = ()  # (label, name of the page) of what lies between the home page and the form

    def ask(self, request):
        """The form, on one page. Sent twice it opens one case, and both get the receipt."""
        cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
        if request.method != "POST":
            return self._form_page(request, self.form(initial={"submission": uuid4()}), cascade)
        data = with_place(request, cascade)
        if asks_next_level(request):
            return self._form_page(request, self.form(initial=data.dict()), cascade)
        form = self.form(data, request.FILES or None)
        if not form.is_valid():
            return self._form_page(request, form, cascade, status=200 if form.wants_another else 422)
        return handed_out(request, self.send(form, at=timezone.now()), self.receipt_page)

    def receipt(self, request):
        """Number and code, for ten minutes in the browser that sent it; after that only the person knows the code."""
        found = kept(request)
        case = self.tracked(found.number) if found else None
        if case is None:
            return redirect("track")
        context = {"case": case, "code": found.code, "deadline": open_one(case, self.term), "breadcrumb": self._trail(_("提交成功"))}
        return self._page(request, "receipt", context)

    def progress(self, request, number, *, refused=None, status=200):
        """How far it is, for who gave number and code within the last half hour; all others are asked for them."""
        case = self._own(request, number)
        if case is None:
            return redirect(f"{reverse('track')}?number={number}")
        trail = [(_("首页"), reverse("home")), (_("查询进度"), reverse("track")), (case.number, "")]
        context = {"case": case, "form": refused or self._withdrawal(case), "breadcrumb": trail, **self.told(case)}
        return self._page(request, "tracked", context, status=status)

    def withdraw(self, request, number):
        """The person takes it back; a refusal is told, and nothing typed is lost."""
        case = self._own(request, number)
        if case is None:
            return self.progress(request, number)
        form = self.withdrawal(request.POST)
        if request.method == "POST" and not (form.is_valid() and _is_withdrawn(case, form)):
            form.data = form.data.copy()
            form.data["version"] = self.tracked(number).version
            return self.progress(request, number, refused=form, status=422)
        if request.method == "POST":
            messages.success(request, self.withdrawn)
        return redirect(case.tracking_page, number)

    def _own(self, request, number):
        """The case, if this browser may see it, or None. 404 for what cannot be a number."""
        if not is_number(number):
            raise Http404
        return self.tracked(number) if passes.holds(request, number) else None

    def _withdrawal(self, case):
        """The blank form of taking it back, while that can be done."""
        can = any(step.name == "withdraw" for step in engine.available(case, RESIDENT))
        return self.withdrawal(initial={"version": case.version}) if can else None

    def _form_page(self, request, form, cascade, *, status=200):
        held = held_files(request) if "files" in form.fields else []
        context = {"form": form, "cascade": cascade, "held": held, "breadcrumb": self._trail(self.title)}
        return self._page(request, "form", context, status=status)

    def _trail(self, here):
        return [(_("首页"), reverse("home")), *((label, reverse(name)) for label, name in self.trail), (here, "")]

    def _page(self, request, name, context, *, status=200):
        return render(request, f"{self.templates}/{name}.html", context, status=status)


def held_files(request):
    """Files that came with a form which is shown again, kept for its next try; with those of earlier tries that are still wanted."""
    now = timezone.now()
    data = typed(request, at=now)
    return PendingUpload.objects.waiting(at=now).filter(token__in=data.getlist("held")) if data else []


def _is_withdrawn(case, form):
    """Whether the engine took the step; if not, the form says why."""
    note, version = form.cleaned_data["note"], form.cleaned_data["version"]
    try:
        engine.take(case, "withdraw", by=RESIDENT, at=timezone.now(), note=note, version=version)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True
