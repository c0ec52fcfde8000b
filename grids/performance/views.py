"""The monthly books of grid workers: one's own figures, the township's months, objections, the formula, leave and training."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.calendar.months import month_before, month_named, month_of, months_until
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.formats import cn_month
from governance.web.listing import page_of
from governance.web.page import action, find, page
from grids.performance import permissions as caps
from grids.performance import services
from grids.performance.enums import State
from grids.performance.filters import ObjectionFilter
from grids.performance.forms import (
    AbsenceForm,
    FormulaForm,
    ObjectionForm,
    ObjectionStepForm,
    PayForm,
    PresenceForm,
    TrainingForm,
)
from grids.performance.models import Absence, Formula, Objection, Score, Sheet, Training
from grids.performance.rules import base_of
from grids.performance.sheet import LINE_WORDS, columns, sheet_rows

MONTHS_OFFERED, SHOWN = 12, 30


def trail(*more):
    return [(_("网格员绩效"), reverse("performance_months")), *more]


def own_trail(*more):
    return [(_("我的绩效"), reverse("performance_mine")), *more]


WORK = Casework(
    model=Objection,
    view=caps.VIEW,
    filter=ObjectionFilter,
    form=ObjectionStepForm,
    title=gettext_lazy("绩效异议"),
    parts=("grids/performance/_objection.html",),
    more=lambda request, objection: {"item": drawn(objection.item), "score": objection.item.score},
    tabs=lambda request: [(_("待答复"), {"state": State.OPEN.value, "holder": MINE})],
    line_words=LINE_WORDS,
)


@page(caps.VIEW)
def list(request):
    """Objections, first due first; a worker sees the own ones alone."""
    return WORK.list_page(request)


@page(caps.VIEW, of="performance")
def detail(request, number):
    """The figure, what the worker says of it, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="performance", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def fact(kept):
    day, label, url, done, counts = kept
    return {"day": date.fromisoformat(day), "label": label, "url": url, "done": done, "counts": counts}


def drawn(item):
    """A figure of a closed month with the facts it was counted from."""
    columns_of = ("pk", "label", "weight", "done", "due", "points")
    return {
        **{name: getattr(item, name) for name in columns_of}, "facts": [fact(kept) for kept in item.facts], "declared": True,
        "corrections": item.corrections.all() if item.pk else (),
    }  # fmt: skip


def live(line):
    """A figure of a month that is not closed."""
    item = line["item"]
    kept = {name: line[name] for name in ("done", "due", "points", "declared")}
    return {**kept, "label": item.label, "weight": item.weight, "facts": [fact(one) for one in line["facts"]], "corrections": ()}


@page(caps.OWN)
def mine(request):
    """The own months as far as they are published, and the month that runs, so far."""
    post, today = request.user.acting_post, timezone.localdate()
    formula = Formula.objects.of_month(month_of(today))
    found = services.counted([post], month_of(today), formula) if formula else {}
    lines, away = found.get(post, ([], 0))
    own = Score.objects.published().filter(author=request.user).in_order()
    context = {
        "items": [live(line) for line in lines],
        "away": away,
        "this_month": month_of(today),
        "scores": own.order_by("-sheet__month")[:SHOWN],
        "objections": Objection.objects.visible_to(request.user, caps.VIEW).select_related("item__score__sheet")[:SHOWN],
        "now": timezone.now(),
        "breadcrumb": [(_("我的绩效"), "")],
    }
    return render(request, "grids/performance/mine.html", context)


def seen_score(request, pk, capability):
    """A worker sees what was published; the township and the centre also what is only closed."""
    rows = Score.objects.select_related("sheet__formula", "sheet__office", "post__user", "post__office__place")
    score = find(rows, request.user, capability, pk=pk)
    if not (score.sheet.is_published or may(request.user, caps.READ, score)):
        raise Http404
    return score


@page(caps.VIEW, of="performance_score")
def score(request, pk):
    """One worker's month: every figure with the rows it was counted from, corrections and objections."""
    row = seen_score(request, pk, caps.VIEW)
    is_own, items = row.author_id == request.user.pk, row.items.prefetch_related("corrections__by")
    way = own_trail() if is_own else trail((cn_month(row.sheet.month), reverse("performance_month", args=[row.sheet_id])))
    context = {
        "score": row,
        "items": [drawn(item) for item in items],
        "base": base_of([(item.points, item.weight) for item in items]),
        "objections": Objection.objects.visible_to(request.user, caps.VIEW).filter(item__score=row).select_related("item"),
        "may_object": is_own and row.sheet.takes_objections(timezone.now()),
        "breadcrumb": [*way, (row.post.user.name, "")],
    }
    return render(request, "grids/performance/score.html", context)


@action(caps.OWN, of="performance_score")
def object_to(request, pk):
    """Object to one figure of the own month."""
    row = seen_score(request, pk, caps.OWN)
    form = ObjectionForm(request.POST if request.method == "POST" else None, items=row.items.all())
    if form.is_bound and form.is_valid():
        try:
            made = services.file_objection(**form.cleaned_data, by=request.user, at=timezone.now())
        except services.Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已提出异议 %(number)s。") % {"number": made.number})
            return redirect(made)
    crumbs = own_trail((cn_month(row.sheet.month), reverse("performance_score", args=[pk])), (_("提出异议"), ""))
    is_open = form.is_bound or row.sheet.takes_objections(timezone.now())  # who was typing when the limit passed keeps what was typed
    context = {"form": form, "score": row, "is_open": is_open, "breadcrumb": crumbs}
    return render(request, "grids/performance/object.html", context, status=422 if form.errors else 200)


@page(caps.READ)
def months(request):
    """The closed months of the own area, the newest first."""
    rows = Sheet.objects.visible_to(request.user, caps.READ).select_related("office").order_by("-month", "place_path")
    context = {
        "page": page_of(rows, request.GET.get("page", 1)),
        "may_manage": may(request.user, caps.MANAGE),
        "breadcrumb": [(_("网格员绩效"), "")],
    }
    return render(request, "grids/performance/months.html", context)


def open_months(office, today):
    """Months that are over and not closed, the newest first; none before the first that the office closed."""
    closed = {*Sheet.objects.filter(office=office).values_list("month", flat=True)}
    over = reversed(months_until(month_before(month_of(today)), MONTHS_OFFERED))
    return [one for one in over if one not in closed and one >= min(closed, default=one)]


@action(caps.MANAGE)
def close(request):
    """Look at a month before it is closed, and close it."""
    office, today = request.user.acting_post.office, timezone.localdate()
    offered = open_months(office, today)
    chosen = month_named(request.POST.get("month") or request.GET.get("month", ""), offered) if offered else None
    if request.method == "POST" and chosen:
        try:
            sheet = services.close_month(office, chosen, by=request.user, at=timezone.now())
            messages.success(request, _("已结账，核对后请向本人公布。"))
            return redirect("performance_month", pk=sheet.pk)
        except services.Refused as refused:
            messages.error(request, str(refused))
    formula = chosen and Formula.objects.of_month(chosen)
    found = services.counted(services.workers_of(office, chosen), chosen, formula) if formula else {}
    rows = [
        {"post": post, "items": [live(line) for line in lines], "total": services.total(lines)} for post, (lines, _away) in found.items()
    ]
    context = {"offered": offered, "chosen": chosen, "formula": formula, "rows": rows, "breadcrumb": trail((_("结账"), ""))}
    return render(request, "grids/performance/close.html", context)


@page(caps.READ, of="performance_month")
def month(request, pk):
    """A closed month: its workers by village and name, never by points."""
    sheet = find(Sheet.objects.select_related("office", "formula"), request.user, caps.READ, pk=pk)
    context = {
        "sheet": sheet,
        "items": sheet.formula.items.all(),
        "undeclared": [item.label for item in sheet.formula.items.all() if item.component not in services.components()],
        "scores": sheet.scores.in_order().prefetch_related("items"),
        "open_objections": Objection.objects.visible_to(request.user, caps.VIEW).ongoing().filter(item__score__sheet=sheet).count(),
        "exports": sheet.exports.select_related("by", "office"),
        "may_publish": not sheet.is_published and may(request.user, caps.MANAGE, sheet),
        "may_export": may(request.user, caps.PAY, sheet),
        "breadcrumb": trail((str(sheet), "")),
    }
    return render(request, "grids/performance/month.html", context)


@action(caps.MANAGE, of="performance_month")
def publish(request, pk):
    """Publish a month to the workers concerned: asked once more, then done."""
    sheet = find(Sheet.objects.select_related("office"), request.user, caps.MANAGE, pk=pk)
    if request.method == "POST":
        try:
            services.publish(sheet, by=request.user, at=timezone.now())
            messages.success(request, _("已向本人公布。"))
        except services.Refused as refused:
            messages.error(request, str(refused))
        return redirect("performance_month", pk=pk)
    context = {"sheet": sheet, "breadcrumb": trail((str(sheet), reverse("performance_month", args=[pk])), (_("公布"), ""))}
    return render(request, "grids/performance/publish.html", context)


@action(caps.PAY, of="performance_month")
def pay(request, pk):
    """The month as a file for pay; who takes it and what for is written down first."""
    sheet = find(Sheet.objects.select_related("office", "formula"), request.user, caps.PAY, pk=pk)
    form = PayForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        services.note_export(sheet, by=request.user, at=timezone.now(), purpose=form.cleaned_data["purpose"])
        return download(request, f"{sheet.office.short_name}{sheet.month:%Y-%m}{_('网格员绩效')}", columns(sheet), sheet_rows(sheet))
    crumbs = trail((str(sheet), reverse("performance_month", args=[pk])), (_("导出"), ""))
    context = {"sheet": sheet, "form": form, "unsettled": services.unsettled(sheet, at=timezone.now()), "breadcrumb": crumbs}
    return render(request, "grids/performance/pay.html", context, status=422 if form.errors else 200)


def writes_formulas(user):
    """The formula holds for the whole city: only its own leading group's office makes it."""
    return any(may(user, caps.FORMULA, city) for city in Place.objects.at(Level.CITY))


@page(caps.KNOW)
def formulas(request):
    """Every version of the formula, the newest first: workers may know how they are counted."""
    context = {
        "formulas": Formula.objects.prefetch_related("items").select_related("by"),
        "components": services.components(),
        "may_write": writes_formulas(request.user),
        "breadcrumb": [(_("绩效计分办法"), "")],
    }
    return render(request, "grids/performance/formulas.html", context)


@action(caps.FORMULA, of="city")
def formula_create(request):
    """A new version from a month on; months that are closed keep theirs."""
    if not writes_formulas(request.user):
        raise PermissionDenied
    this, known = month_of(timezone.localdate()), services.components()
    current = Formula.objects.of_month(this)
    form = FormulaForm(request.POST if request.method == "POST" else None, components=known, current=current, month=this)
    if form.is_bound and form.is_valid():
        facts = {"valid_from": form.cleaned_data["valid_from"], "basis": form.cleaned_data["basis"], "weights": form.weights()}
        try:
            services.set_formula(**facts, by=request.user, at=timezone.now())
            messages.success(request, _("已保存新版计分办法。"))
            return redirect("performance_formulas")
        except services.Refused as refused:
            form.add_error(None, str(refused))
    crumbs = [(_("绩效计分办法"), reverse("performance_formulas")), (_("制定新版本"), "")]
    context = {"form": form, "breadcrumb": crumbs}
    return render(request, "grids/performance/formula_form.html", context, status=422 if form.errors else 200)


def own_workers(request):
    return services.workers_of(request.user.acting_post.office, month_of(timezone.localdate()))


@action(caps.MANAGE)
def register(request):
    """Rest days, leave and training of the township's workers."""
    form = AbsenceForm(request.POST if request.method == "POST" else None, workers=own_workers(request))
    if form.is_bound and form.is_valid():
        services.note_absence(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已登记。"))
        return redirect("performance_register")
    absences = Absence.objects.visible_to(request.user, caps.MANAGE).select_related("post__user", "post__office", "by")
    context = {
        "form": form,
        "page": page_of(absences.order_by("-first", "-pk"), request.GET.get("page", 1)),
        "trainings": Training.objects.visible_to(request.user, caps.MANAGE).order_by("-held_on", "-pk")[:SHOWN],
        "breadcrumb": trail((_("休息离岗和培训"), "")),
    }
    return render(request, "grids/performance/register.html", context, status=422 if form.errors else 200)


@action(caps.MANAGE, of="performance_absence")
def absence_remove(request, pk):
    """Take back what was noted by mistake: asked once more, then done."""
    row = find(Absence.objects.select_related("post__user"), request.user, caps.MANAGE, pk=pk)
    if request.method == "POST":
        row.delete()
        messages.success(request, _("已删除。"))
        return redirect("performance_register")
    crumbs = trail((_("休息离岗和培训"), reverse("performance_register")), (_("删除"), ""))
    return render(request, "grids/performance/absence_remove.html", {"absence": row, "breadcrumb": crumbs})


@action(caps.MANAGE)
def training_create(request):
    """Note a training; all workers of the township were to come."""
    form = TrainingForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        office = request.user.acting_post.office
        made = services.hold_training(office, by=request.user, at=timezone.now(), posts=own_workers(request), **form.cleaned_data)
        messages.success(request, _("已登记，请核对到场情况。"))
        return redirect("performance_training", pk=made.pk)
    crumbs = trail((_("休息离岗和培训"), reverse("performance_register")), (_("登记培训"), ""))
    return render(request, "grids/performance/training_form.html", {"form": form, "breadcrumb": crumbs}, status=422 if form.errors else 200)


@action(caps.MANAGE, of="performance_training")
def training(request, pk):
    """Who came to a training."""
    row = find(Training.objects.select_related("office"), request.user, caps.MANAGE, pk=pk)
    rows = row.attendances.select_related("post__user", "post__office").order_by("post__office__place__path", "post__user__name")
    form = PresenceForm(request.POST if request.method == "POST" else None, attendances=rows)
    if form.is_bound and form.is_valid():
        services.note_presence(row, form.presences())
        messages.success(request, _("已保存到场情况。"))
        return redirect("performance_training", pk=pk)
    crumbs = trail((_("休息离岗和培训"), reverse("performance_register")), (row.title, ""))
    return render(request, "grids/performance/training.html", {"training": row, "form": form, "breadcrumb": crumbs})
