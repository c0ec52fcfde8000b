"""The pages of the standards: all of them on one, and a form for each. They hold for the whole city."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.drills.models import DrillRule
from emergencies.standards.models import SecuritySet, StandardChange
from emergencies.venue_standards import services
from emergencies.venue_standards.forms import ItemForm, KindForm, MeasureForm, RuleForm, VersionForm
from emergencies.venue_standards.permissions import KEEP, READ
from emergencies.venues.models import FactorSet, RequiredItem, VenueKind
from governance.deadlines.enums import Mark
from governance.web.administration.reach import acts_for_city, one, require_city
from governance.web.page import action, page
from governance.web.stale import saved

CHANGES_SHOWN = 30


def trail(*more):
    return [(_("场所和演练标准"), reverse("standards")), *more]


@page(READ)
def standards(request):
    """Kinds with what they must keep and how often they drill, the security standard and the grading in force, and what was changed."""
    at = timezone.now()
    limits = services.drill_limits(at=at)
    rules = {}
    for rule in DrillRule.objects.filter(active=True).order_by("code"):
        rule.limit = limits.get(rule.limit_code)
        rules.setdefault(rule.kind_id, []).append(rule)
    kinds, security = list(VenueKind.objects.prefetch_related("required")), SecuritySet.objects.in_force(at)
    context = {
        "kinds": [(kind, rules.get(kind.pk, [])) for kind in kinds],
        "items": [*{item.code: item for kind in kinds for item in kind.required.all()}.values()],
        "security": security,
        "measures": measures_shown(security, {kind.code: kind.name for kind in kinds}),
        "sets": FactorSet.objects.prefetch_related("factors__options").order_by("-valid_from"),
        "marks": Mark.choices,
        "changes": StandardChange.objects.select_related("by")[:CHANGES_SHOWN],
        "may_change": acts_for_city(request.user, KEEP),
        "breadcrumb": trail()[:1],
    }
    return render(request, "emergencies/venue_standards/list.html", context)


def measures_shown(security, names):
    """The measures of a version, each with the kinds it is for in words; empty where it is for all."""
    rows = security.measures.order_by("pk") if security else ()
    return [(one, "、".join(names.get(code, code) for code in one.kinds)) for one in rows]


@action(KEEP, of="city")
def create_kind(request):
    """A new kind of crowded place."""
    require_city(request.user, KEEP)
    form = KindForm(request.POST if request.method == "POST" else None)
    facts = {"by": request.user, "at": timezone.now()}
    if form.is_bound and form.is_valid():
        services.add_kind(form.instance, form.cleaned_data["items"], reason=form.cleaned_data["reason"], **facts)
        messages.success(request, _("已增加“%(name)s”，自即日起按条例每年至少演练一次。") % {"name": form.instance})
        return redirect("standards")
    return form_page(request, form, _("增加场所类型"))


@action(KEEP, of="city")
def kind(request, code):
    """One kind, changed; its drill rules beside it."""
    require_city(request.user, KEEP)
    row = one(VenueKind.objects.prefetch_related("required"), code=code)
    form = KindForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and saved(form, lambda: keep(form, by=request.user)):
        messages.success(request, _("已保存“%(name)s”。") % {"name": row})
        return redirect("standards")
    return form_page(request, form, row.name, kind=row, rules=DrillRule.objects.applying_to(row))


def keep(form, *, by):
    facts = {"before": form.was, "reason": form.cleaned_data["reason"], "by": by, "at": timezone.now()}
    services.change_kind(form.instance, form.cleaned_data["items"], **facts)


@action(KEEP, of="city")
def create_rule(request, code):
    """Another rule by which venues of a kind drill; the shortest one binds."""
    require_city(request.user, KEEP)
    row, at = one(VenueKind.objects.prefetch_related("required"), code=code), timezone.now()
    form = RuleForm(request.POST if request.method == "POST" else None, at=at)
    if form.is_bound and form.is_valid():
        services.add_rule(row, reason=form.cleaned_data["reason"], by=request.user, at=at, **form.values())
        messages.success(request, _("已增加，今后产生的演练义务按新规定计算。"))
        return redirect("standards")
    return form_page(request, form, _("增加演练规定：%(kind)s") % {"kind": row})


@action(KEEP, of="city")
def rule(request, pk):
    """A rule in force: another one follows it, or it ends."""
    require_city(request.user, KEEP)
    row, at = one(DrillRule.objects.filter(active=True, kind__isnull=False).select_related("kind"), pk=pk), timezone.now()
    values = {"label": row.label, "limit_code": row.limit_code, "citation": row.citation}
    form = RuleForm(request.POST if request.method == "POST" else None, at=at, initial=values)
    if form.is_bound and form.is_valid() and change(form, row, ends="end" in request.POST, by=request.user, at=at):
        messages.success(request, _("已保存。正在履行的演练义务仍按原规定，今后产生的按新规定。"))
        return redirect("standards")
    return form_page(request, form, _("演练规定：%(kind)s") % {"kind": row.kind}, rule=row)


def change(form, row, *, ends, by, at):
    """Follow or end the rule; False where the form says why it cannot end."""
    facts = {"reason": form.cleaned_data["reason"], "by": by, "at": at}
    if not ends:
        services.change_rule(row, **form.values(), **facts)
        return True
    try:
        services.end_rule(row, **facts)
    except services.LastRule:
        form.add_error(None, _("这是该类场所唯一的演练规定，不能停用；请先增加另一条，或者停用该类型。"))
        return False
    return True


@action(KEEP, of="city")
def create_item(request):
    """Another piece of equipment, for the kinds that need it."""
    require_city(request.user, KEEP)
    form = ItemForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        services.add_item(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已增加“%(name)s”。") % {"name": form.cleaned_data["name"]})
        return redirect("standards")
    return form_page(request, form, _("增加应配设施"))


@action(KEEP, of="city")
def item(request, code):
    """A piece of equipment, changed wherever it is asked for; which kinds ask for it is kept with the kind."""
    require_city(request.user, KEEP)
    row = one(RequiredItem.objects.order_by("pk"), code=code)
    values = {name: getattr(row, name) for name in ("name", "citation", "from_grade")}
    form = ItemForm(request.POST if request.method == "POST" else None, item=row, initial=values)
    if form.is_bound and form.is_valid():
        services.change_item(row, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已保存“%(name)s”。") % {"name": row})
        return redirect("standards")
    return form_page(request, form, _("应配设施：%(name)s") % {"name": row})


@action(KEEP, of="city")
def create_measure(request):
    """Another thing the security standard asks: its next version."""
    require_city(request.user, KEEP)
    form = MeasureForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return put(request, "", form.values(), form)
    return form_page(request, form, _("增加防范要求"))


@action(KEEP, of="city")
def measure(request, code):
    """One thing the standard in force asks, changed or left out: the next version."""
    require_city(request.user, KEEP)
    security = SecuritySet.objects.in_force(timezone.now())
    row = one(security.measures.order_by("pk"), code=code)
    values = {name: getattr(row, name) for name in ("aspect", "text", "kinds", "from_grade", "citation")}
    form = MeasureForm(request.POST if request.method == "POST" else None, initial=values)
    if form.is_bound and form.is_valid():
        return put(request, code, None if "end" in request.POST else form.values(), form)
    return form_page(request, form, _("防范要求"), measure=row)


def put(request, code, values, form):
    made = services.put_measure(code, values, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
    messages.success(request, _("已发布防范标准 %(version)s。此前的检查仍按当时的标准。") % {"version": made})
    return redirect("standards")


@action(KEEP, of="city")
def create_version(request):
    """The next version of the grading, from a day on."""
    require_city(request.user, KEEP)
    base, at = FactorSet.objects.order_by("-valid_from").first(), timezone.now()
    form = VersionForm(request.POST if request.method == "POST" else None, base=base)
    if form.is_bound and form.is_valid():
        made = services.new_version(base, by=request.user, at=at, **form.given())
        messages.success(request, _("已发布评估标准 %(version)s。此前的评估仍按当时的标准。") % {"version": made})
        return redirect("standards")
    context = {"form": form, "base": base, "breadcrumb": trail((_("发布新版本"), ""))}
    return render(request, "emergencies/venue_standards/version.html", context, status=422 if form.errors else 200)


def form_page(request, form, title, **more):
    context = {
        "form": form,
        "title": title,
        "kind": None,
        "rule": None,
        "measure": None,
        "rules": (),
        "breadcrumb": trail((title, "")),
        **more,
    }
    return render(request, "emergencies/venue_standards/form.html", context, status=422 if form.errors else 200)
