"""The pages of the imports: upload and history, the dry run of a sheet with its errors, its taking, and what is handed back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from disputes.imports import services
from disputes.imports.data.columns import columns
from disputes.imports.enums import State
from disputes.imports.forms import SheetForm, TakeForm
from disputes.imports.models import Import
from disputes.imports.permissions import TAKE_IN
from disputes.imports.rules import FEW_BYTES
from disputes.imports.sheet import FAULTS, RESULTS, fault_rows, result_rows
from disputes.imports.tasks import check_sheet, take_sheet
from governance.access.scope import places_for
from governance.queue import queue
from governance.sheets.writing import stream_xlsx, template_xlsx
from governance.web.desk import sent
from governance.web.listing import page_of
from governance.web.opening import OpeningForm
from governance.web.page import action, find, is_htmx, page


@action(TAKE_IN)
def list(request):
    """What was brought in so far, and the upload of the next sheet."""
    form = SheetForm(request.POST or None, request.FILES or None) if request.method == "POST" else SheetForm()
    if form.is_bound and form.is_valid():
        return redirect(received(form.cleaned_data["file"], by=request.user, at=timezone.now()))
    rows = Import.objects.visible_to(request.user, TAKE_IN).select_related("by", "office")
    context = {"form": form, "page": page_of(rows, request.GET.get("page")), "breadcrumb": [(_("来件导入"), "")]}
    return render(request, "disputes/imports/list.html", context, status=422 if form.errors else 200)


def received(upload, *, by, at):
    """A small sheet is checked at once, a big one behind the page."""
    sheet = services.receive(upload, by=by, at=at)
    if sheet.size <= FEW_BYTES:
        return services.check(sheet, at=at)
    queue(check_sheet, sheet.pk)
    return sheet


@page(TAKE_IN)
def template(request):
    """The empty sheet to fill in."""
    return template_xlsx(_("来件导入模板"), columns(places_for(request.user, TAKE_IN)))


def seen(request, pk):
    return find(Import.objects.select_related("by", "office", "post__office"), request.user, TAKE_IN, pk=pk)


@page(TAKE_IN, of="imports")
def detail(request, pk):
    """How the sheet stands: every wrong cell by row, column and reason. htmx asks again while it is at work."""
    sheet = seen(request, pk)
    context = {
        "sheet": sheet,
        "is_own": is_own(request, sheet),
        "form": TakeForm(),
        "faulty": page_of(sheet.lines.bad(), request.GET.get("page")),
        "breadcrumb": [(_("来件导入"), reverse("imports_list")), (sheet.number, "")],
    }
    name = "_progress.html" if is_htmx(request) else "detail.html"
    return render(request, f"disputes/imports/{name}", context)


@action(TAKE_IN, of="imports")
def take(request, pk):
    """Begin the taking: at once for a small sheet, behind the page for a big one."""
    sheet = seen(request, pk)
    form = TakeForm(request.POST)
    if request.method == "POST" and is_own(request, sheet) and form.is_valid() and begun(sheet, form):
        queue(take_sheet, sheet.pk) if sheet.size > FEW_BYTES else take_sheet(sheet.pk)
        sheet.refresh_from_db()
        if sheet.state == State.DONE:
            messages.success(request, _("已导入 %(count)s 件。") % {"count": sheet.taken})
    return redirect(sheet)


def begun(sheet, form):
    return services.begin_taking(sheet, at=timezone.now(), **form.cleaned_data)


@page(TAKE_IN, of="imports")
def faults(request, pk):
    """The wrong cells as Excel, to be mended one by one."""
    sheet = seen(request, pk)
    return stream_xlsx(f"{_('有误的行')}_{sheet.number}", FAULTS, fault_rows(sheet.lines.bad().iterator()))


def is_own(request, sheet):
    """The sheet holds what people told in confidence: for the office that brought it in alone."""
    return sheet.office_id == request.user.acting_post.office_id


def keep_out(request, sheet):
    messages.error(request, _("表格载有个人信息，只有导入单位可以下载和导入。"))
    return redirect(sheet)


@page(TAKE_IN, of="imports")
def original(request, pk):
    """The file as it was uploaded."""
    sheet = seen(request, pk)
    if not is_own(request, sheet):
        return keep_out(request, sheet)
    answer = sent(sheet)
    answer["Cache-Control"] = "private, no-store"
    return answer


@action(TAKE_IN, of="imports")
def results(request, pk):
    """Numbers and query codes to tell the people, opened for a stated purpose; each opening is recorded."""
    sheet = seen(request, pk)
    if not is_own(request, sheet):
        return keep_out(request, sheet)
    form = OpeningForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        codes = services.opened_codes(sheet, by=request.user, at=timezone.now(), **form.cleaned_data)
        answer = stream_xlsx(f"{_('受理编号和查询码')}_{sheet.number}", RESULTS, result_rows(sheet.lines.settled().iterator(), codes))
        add_never_cache_headers(answer)
        return answer
    trail = [(_("来件导入"), reverse("imports_list")), (sheet.number, sheet.get_absolute_url()), (_("下载编号和查询码"), "")]
    context = {"sheet": sheet, "form": form, "breadcrumb": trail}
    return render(request, "disputes/imports/results.html", context, status=422 if form.errors else 200)
