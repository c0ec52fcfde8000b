"""What hazards and danger sources are judged by: all of it on one page, and a form for each. It holds for the whole city."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.criteria import services
from emergencies.criteria.forms import CriterionForm, LevelForm, RewardForm, SectorForm, SubstanceForm
from emergencies.criteria.permissions import KEEP, READ
from emergencies.danger_sources.models import LevelStandard, Substance
from emergencies.hazards.models import Criterion, RewardStandard, Sector
from emergencies.standards.models import StandardChange
from governance.deadlines.enums import Mark
from governance.web.administration.reach import acts_for_city, one, require_city
from governance.web.page import action, page
from governance.web.stale import saved

CHANGES_SHOWN = 20


@page(READ)
def criteria(request):
    """Sectors with what makes a hazard a major one, rewards, thresholds, and what was changed."""
    of_sector = {}
    for row in Criterion.objects.in_use().order_by("pk"):
        of_sector.setdefault(row.sector_id, []).append(row)
    context = {
        "common": of_sector.get(None, []),
        "sectors": [(sector, of_sector.get(sector.pk, [])) for sector in Sector.objects.order_by("position", "pk")],
        "rewards": RewardStandard.objects.order_by("grade"),
        "substances": Substance.objects.in_use(),
        "standard": LevelStandard.objects.in_force(timezone.now()),
        "marks": Mark.choices,
        "changes": StandardChange.objects.select_related("by")[:CHANGES_SHOWN],
        "may_change": acts_for_city(request.user, KEEP),
        "breadcrumb": trail()[:1],
    }
    return render(request, "emergencies/criteria/list.html", context)


def trail(*more):
    return [(_("隐患和危险源标准"), reverse("criteria")), *more]


@action(KEEP, of="city")
def sector(request, code):
    """One sector, changed."""
    require_city(request.user, KEEP)
    return kept_page(request, one(Sector.objects.order_by(), code=code), SectorForm)


@action(KEEP, of="city")
def reward(request, grade):
    """What a report of a hazard of a grade is rewarded with, changed."""
    require_city(request.user, KEEP)
    return kept_page(request, one(RewardStandard.objects.order_by(), grade=grade), RewardForm)


def kept_page(request, row, form_class):
    form = form_class(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and saved(form, lambda: keep(form, by=request.user)):
        messages.success(request, _("已保存“%(name)s”。") % {"name": row})
        return redirect("criteria")
    return form_page(request, form, str(row))


def keep(form, *, by):
    names = form._meta.fields
    services.keep(form.instance, names, before=form.was, reason=form.cleaned_data["reason"], by=by, at=timezone.now())


@action(KEEP, of="city")
def create_criterion(request, code):
    """Another criterion of a sector."""
    require_city(request.user, KEEP)
    row = one(Sector.objects.order_by(), code=code)
    form = CriterionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        services.add_criterion(row, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now(), **form.values())
        messages.success(request, _("已增加判定标准。"))
        return redirect("criteria")
    return form_page(request, form, _("增加判定标准：%(sector)s") % {"sector": row})


@action(KEEP, of="city")
def criterion(request, pk):
    """A criterion in use: another one follows it, or it ends."""
    require_city(request.user, KEEP)
    return followed_page(request, one(Criterion.objects.in_use(), pk=pk), CriterionForm, ("text", "citation"))


@action(KEEP, of="city")
def substance(request, pk):
    """A substance in use: another threshold follows, or it ends."""
    require_city(request.user, KEEP)
    return followed_page(request, one(Substance.objects.in_use(), pk=pk), SubstanceForm, ("name", "threshold", "beta", "citation"))


@action(KEEP, of="city")
def levels(request):
    """The next version of what makes the level of a danger source, filled in from the one in force."""
    require_city(request.user, KEEP)
    before, at = LevelStandard.objects.in_force(timezone.now()), timezone.now()
    names = ("one_from", "two_from", "three_from", "exposure", "citation")
    form = LevelForm(request.POST if request.method == "POST" else None, initial={name: getattr(before, name, None) for name in names})
    if form.is_bound and form.is_valid():
        made = services.next_levels(before, by=request.user, at=at, **form.cleaned_data)
        messages.success(request, _("已发布分级标准 %(version)s。此前定级的不受影响。") % {"version": made})
        return redirect("criteria")
    return form_page(request, form, _("危险源分级标准"))


def followed_page(request, row, form_class, names):
    form = form_class(request.POST if request.method == "POST" else None, initial={name: getattr(row, name) for name in names})
    facts = {"by": request.user, "at": timezone.now()}
    if form.is_bound and form.is_valid():
        facts["reason"] = form.cleaned_data["reason"]
        services.end(row, **facts) if "end" in request.POST else services.follow(row, **form.values(), **facts)
        messages.success(request, _("已保存。此前按原标准判定的不受影响。"))
        return redirect("criteria")
    return form_page(request, form, str(row), ends=True)


def form_page(request, form, title, *, ends=False):
    context = {"form": form, "title": title, "ends": ends, "breadcrumb": trail((title, ""))}
    return render(request, "emergencies/criteria/form.html", context, status=422 if form.errors else 200)
