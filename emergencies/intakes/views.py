"""The pages of receipts: list, registration, the receipt with its lines, and its inspection."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.intakes import permissions as caps
from emergencies.intakes import services
from emergencies.intakes.data.rows import columns
from emergencies.intakes.enums import State
from emergencies.intakes.filters import IntakeFilter
from emergencies.intakes.forms import IntakeStepForm, RegisterForm
from emergencies.intakes.models import StockIntake
from emergencies.intakes.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.sheets.writing import template_xlsx
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    found = [{"label": _("应急物资储备"), "url": reverse("stockpiles_list")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("intakes_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.REGISTER):
        found.append({"label": _("登记到货"), "url": reverse("intakes_create"), "main": True})
    return found


def tabs(request):
    return [(_("本单位待验收"), {"state": State.REGISTERED.value, "holder": MINE})] if may(request.user, caps.INSPECT) else []


WORK = Casework(
    model=StockIntake,
    view=caps.VIEW,
    filter=IntakeFilter,
    form=IntakeStepForm,
    title=gettext_lazy("应急物资入库"),
    parts=("emergencies/intakes/_facts.html", "emergencies/intakes/_lines.html"),
    more=lambda request, intake: {"lines": intake.lines.select_related("item", "batch")},
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急物资入库清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The receipts: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="intakes")
def detail(request, number):
    """The receipt: what arrived and what was found fit; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="intakes", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.REGISTER)
def template(request):
    """The empty sheet of a delivery to fill in."""
    return template_xlsx(_("到货清单模板"), columns())


@action(caps.REGISTER)
def create(request):
    """Register a delivery to a warehouse of the own office."""
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RegisterForm(*data, user=request.user, initial={"submission": uuid4()})
    if form.is_bound and form.is_valid():
        intake = services.register(by=request.user, at=timezone.now(), **form.facts())
        messages.success(request, _("已登记，编号 %(number)s，请同事验收。") % {"number": intake.number})
        return redirect(intake)
    context = {"form": form, "breadcrumb": [(WORK.title, WORK.list_url), (_("登记到货"), "")]}
    return render(request, "emergencies/intakes/form.html", context, status=422 if form.errors else 200)
