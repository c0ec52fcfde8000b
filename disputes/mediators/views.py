"""The keepers' pages: committees and their steps, mediators as a list and a sheet, the committee's workload, the parties' choice."""

from datetime import date
from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.mediation.models import Mediation
from disputes.mediation.permissions import MEDIATE
from disputes.mediators import permissions as caps
from disputes.mediators import rules, services
from disputes.mediators.enums import CommitteeKind
from disputes.mediators.filters import PEOPLE, SERVING, CommitteeFilter, people_of
from disputes.mediators.forms import CommitteeForm, CommitteeStepForm, CounterChoiceForm, ImportForm
from disputes.mediators.models import Committee
from disputes.mediators.sheet import COLUMNS, LINE_WORDS, columns_in, sheet_rows
from disputes.mediators.sheet import PEOPLE as PEOPLE_COLUMNS
from disputes.mediators.terms import end_of
from governance.access.scope import may
from governance.flow.engine import StepRefused
from governance.places.models import Place
from governance.sheets.writing import template_xlsx
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.creating import opened
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page


def links(request):
    found = [{"label": _("公开页面"), "url": reverse("mediator_directory")}, {"label": _("调解员"), "url": reverse("mediators_people")}]
    if may(request.user, caps.WORKLOAD):
        found.append({"label": _("本会工作量"), "url": reverse("mediators_workload")})
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("mediators_export"), "icon": "download", "needs_rows": True})
    if services.is_justice(request.user):
        found.append({"label": _("登记调委会"), "url": reverse("mediators_create"), "main": True})
    return found


def tabs(request):
    return [(kind.label, {"kind": kind.value}) for kind in CommitteeKind]


def more(request, committee):
    day = timezone.localdate()
    people = [*committee.people.order_by("left_on", "name").select_related("account")]
    return {
        "people": [{"row": row, "is_over": row.until < day} for row in people if row.left_on is None],
        "left": [row for row in people if row.left_on],
        "studios": committee.studios.select_related("leader"),
        "keeps": may(request.user, caps.KEEP, committee),
        "term_is_over": committee.term_until < day,
    }


WORK = Casework(
    model=Committee,
    view=caps.VIEW,
    filter=CommitteeFilter,
    form=CommitteeStepForm,
    title=gettext_lazy("调解组织"),
    parts=("disputes/mediators/_facts.html", "disputes/mediators/_people.html", "disputes/mediators/_studios.html"),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("调解组织名册"), COLUMNS, sheet_rows),
)


def trail(*more):
    return [(WORK.title, WORK.list_url), *more]


@page(caps.VIEW)
def list(request):
    """The committees of the own area, or of the own office."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered committees."""
    return WORK.export_page(request)


@action(caps.OVERSEE)
def create(request):
    """A justice bureau enters a committee of its area; other departments read who does."""
    if not services.is_justice(request.user):
        return render(request, "disputes/mediators/not_justice.html", {"breadcrumb": trail((_("登记调委会"), ""))})
    home = request.user.acting_post.office.place
    places = Place.objects.in_use().below(home.path)
    cascade = cascade_of(request, places, url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = with_place(request, cascade) if request.method == "POST" else None
    if data is not None and not data["place"] and not cascade.is_cut:
        data["place"] = str(home.pk)  # nothing chosen below: the committee is the whole area's
    form = CommitteeForm(data, places=places, user=request.user, initial={"submission": uuid4()})
    if asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid() and (case := opened(form, services.register, by=request.user)):
        messages.success(request, _("已登记，编号 %(number)s。请接着登记调解员。") % {"number": case.number})
        return redirect(case)
    context = {"work": WORK, "form": form, "cascade": cascade, "title": _("登记调委会"), "breadcrumb": trail((_("登记调委会"), ""))}
    context["lead"] = _(
        "地点选到调委会所在的一级：村（社区）、乡镇（街道）；行业性、专业性调委会选到旗县区，全市的不选。登记后在公开页面显示。"
    )
    return render(request, "cases/create.html", context, status=422 if form.errors else 200)


@page(caps.VIEW, of="mediators")
def detail(request, number):
    """The committee with its mediators and studios."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="mediators", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW)
def people(request):
    """The mediators of those committees; whose term ends soon stands under its own tab."""
    asked = request.GET.get("state", SERVING)
    context = {
        "page": page_of(people_of(request.user, asked), request.GET.get("page")),
        "tabs": [{"label": label, "url": f"?state={name}", "active": name == asked, "count": None} for name, label in PEOPLE],
        "day": timezone.localdate(),
        "may_export": may(request.user, caps.EXPORT),
        "may_keep": may(request.user, caps.KEEP) and kept_committees(request).exists(),
        "asked": asked,
        "breadcrumb": trail((_("调解员"), "")),
    }
    return render(request, "disputes/mediators/people.html", context)


@page(caps.EXPORT)
def export_people(request):
    """Excel or CSV of the mediators; corrected it can be brought in again."""
    rows = people_of(request.user, request.GET.get("state", SERVING)).iterator(chunk_size=2000)
    return download(request, _("调解员名册"), PEOPLE_COLUMNS, rows)


def kept_committees(request):
    return Committee.objects.visible_to(request.user, caps.KEEP).in_force().select_related("place", "office").defer("search")


@page(caps.KEEP)
def template(request):
    """The empty sheet to fill in."""
    return template_xlsx(_("调解员导入模板"), columns_in(kept_committees(request)))


@action(caps.KEEP)
def import_people(request):
    """Bring mediators in by a sheet: all rows or none, each fault by row and column."""
    form = ImportForm(request.POST if request.method == "POST" else None, request.FILES or None, committees=kept_committees(request))
    if form.is_bound and form.is_valid():
        try:
            fresh, known = services.take_in(form.rows, by=request.user, at=timezone.now())
            messages.success(request, _("已导入：新聘 %(fresh)s 人，更正、续聘 %(known)s 人。") % {"fresh": fresh, "known": known})
            return redirect("mediators_people")
        except StepRefused as refused:
            form.add_error("file", str(refused))
    context = {"form": form, "breadcrumb": trail((_("调解员"), reverse("mediators_people")), (_("导入"), ""))}
    return render(request, "disputes/mediators/import.html", context, status=422 if form.errors else 200)


@page(caps.WORKLOAD)
def workload(request):
    """What is on each mediator's table, and what came of a year's disputes: for the own committee alone."""
    this_year, asked = timezone.localdate().year, request.GET.get("year", "")
    years = [this_year, this_year - 1]
    year = int(asked) if asked in map(str, years) else this_year
    rows = services.workload(request.user, since=end_of(date(year - 1, 12, 31)), until=end_of(date(year, 12, 31)))
    context = {
        "rows": [
            row | {"kept": rules.share(row["in_time"], row["timed"]), "agreed": rules.share(row["settled"], row["closed"])} for row in rows
        ],
        "office": request.user.acting_post.office,
        "year": year,
        "tabs": [{"label": _("%(year)s年") % {"year": one}, "url": f"?year={one}", "active": one == year, "count": None} for one in years],
        "breadcrumb": trail((_("本会工作量"), "")),
    }
    return render(request, "disputes/mediators/workload.html", context)


def held(request, number):
    """A dispute the own committee holds now."""
    mediation = find(Mediation.objects.for_detail(), request.user, MEDIATE, number=number)
    if mediation.office_id != request.user.acting_post.office_id:
        raise Http404
    return mediation


@action(MEDIATE, of="mediation")
def choice(request, number):
    """What both sides said; taking down what one says at the counter; the other side's number and code, shown once."""
    mediation = held(request, number)
    asks_code, context = "invite" in request.POST, {}
    form = CounterChoiceForm(request.POST if request.method == "POST" and not asks_code else None, mediation=mediation)
    try:
        if asks_code:
            context["invited"] = services.invite(mediation, by=request.user, at=timezone.now())
        elif form.is_bound and form.is_valid():
            services.choose(mediation, form.cleaned_data["side"], form.cleaned_data["mediator"], at=timezone.now(), by=request.user)
            messages.success(request, _("已登记。"))
            return redirect("mediators_choice", number)
    except services.ChoiceRefused as refused:
        form.add_error(None, str(refused)) if form.is_bound else messages.error(request, str(refused))
    context |= {"form": form, "case": mediation, **standing(mediation)}
    context["breadcrumb"] = [(_("人民调解"), reverse("mediation_list")), (number, mediation.get_absolute_url()), (_("选定调解员"), "")]
    return render(request, "disputes/mediators/choice.html", context, status=422 if form.errors else 200)


def standing(mediation):
    """Both sides' words, and what they amount to."""
    found = services.choices_of(mediation)
    named = rules.agreed({side: one.mediator_id for side, one in found.items()})
    chosen = next((one.mediator for one in found.values() if one.mediator_id == named), None)
    return {
        "sides": [{"label": side.label, "choice": found.get(side.value)} for side in services.SIDES],
        "agreed": chosen,
        "is_elsewhere": bool(chosen) and chosen.committee.office_id != mediation.office_id,
        "is_open": services.may_choose(mediation),
    }


def panel(request, case):
    """On the page of a dispute: whom the sides want."""
    if not isinstance(case, Mediation):
        return None
    told = standing(case)
    if not told["is_open"] and not any(side["choice"] for side in told["sides"]):
        return None
    acts = told["is_open"] and request.user.acting_post.office_id == case.office_id and may(request.user, MEDIATE, case)
    return {"template": "disputes/mediators/_choices.html", "acts": acts, "number": case.number, **told}
