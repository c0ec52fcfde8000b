"""Pages of honours: programmes, the register, a nomination, the list of those barred, and every step of the flow."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may, places_for
from governance.flow import engine
from governance.privacy.services import open_sealed
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.opening import OpeningForm
from governance.web.page import action, find, page
from governance.web.stale import saved
from supervision.assessment.services import last_failed
from supervision.honours import permissions as caps
from supervision.honours import services
from supervision.honours.enums import Authority, State
from supervision.honours.filters import OBJECTED, HonourFilter
from supervision.honours.forms import HonourStepForm, NominationForm, ProgrammeForm
from supervision.honours.models import Honour, Programme
from supervision.honours.rules import authorities_of
from supervision.honours.sheet import BARRED_COLUMNS, COLUMNS, LINE_WORDS, sheet_rows


def links(request):
    found = [
        {"label": _("表彰项目"), "url": reverse("honours_programmes")},
        {"label": _("不得授予名单"), "url": reverse("honours_barred")},
    ]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("honours_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.NOMINATE):
        found.append({"label": _("提名"), "url": reverse("honours_create"), "main": True})
    return found


def tabs(request):
    states = (State.NOMINATED, State.CHECKED, State.PUBLICISED, State.GRANTED, State.WITHDRAWN)
    return [*((state.label, {"state": state.value}) for state in states), (_("有异议"), {"state": OBJECTED})]


def more(request, honour):
    """Whether the unit is barred now, or stands under listed supervision: said before anyone decides. What was checked and objected."""
    given = {check.authority: check for check in honour.checks.all()}
    opens = may(request.user, caps.OPEN_NAMES, honour)
    return {
        **services.standing_of(honour),
        "checks": [{"label": Authority(key).label, "check": given.get(key)} for key in authorities_of(honour.is_personal)],
        "objections": honour.objections.all(),
        "names_url": reverse("honours_names", args=[honour.number]) if opens and has_names(honour) else "",
    }


def has_names(honour):
    return bool(honour.person_name) or any(one.name or one.phone for one in honour.objections.all())


WORK = Casework(
    model=Honour,
    view=caps.VIEW,
    filter=HonourFilter,
    form=HonourStepForm,
    title=gettext_lazy("荣誉称号"),
    parts=("supervision/honours/_facts.html", "supervision/honours/_checks.html", "supervision/honours/_objections.html"),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("荣誉称号"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The register; what waits for a decision first."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="honours")
def detail(request, number):
    """One title."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="honours", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.OPEN_NAMES, of="honours")
def open_names(request, number):
    """Show the names and telephones that are sealed, once, for a stated purpose; each opening is recorded."""
    honour = WORK.seen(request, number)
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = all_names(honour, by=request.user, at=timezone.now(), **form.cleaned_data)
    context = {"case": honour, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(honour), (_("姓名和电话"), "")]}
    answer = render(request, "supervision/honours/names.html", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def all_names(honour, *, by, at, purpose, reason):
    """(label, plain text) of everything sealed, as far as it is known."""
    facts = {"by": by, "purpose": purpose, "reason": reason, "at": at}
    found = [(_("提名人员"), open_sealed(honour, "person_name", **facts))] if honour.person_name else []
    for one in honour.objections.select_related("honour"):
        given = [name for name in ("name", "phone") if getattr(one, name)]
        found += [(one._meta.get_field(name).verbose_name, open_sealed(one, name, **facts)) for name in given]
    return found


@action(caps.NOMINATE)
def create(request):
    """Propose a title; who is barred is refused beside the field, with the article."""
    at = timezone.now()
    initial = {"programme": request.GET.get("programme", "")}
    form = NominationForm(request.POST if request.method == "POST" else None, user=request.user, at=at, initial=initial)
    if form.is_bound and form.is_valid() and (honour := nominated(request, form, at=at)):
        return redirect(honour)
    context = {"form": form, "breadcrumb": [(_("荣誉称号"), reverse("honours_list")), (_("提名"), "")]}
    return render(request, "supervision/honours/form.html", context, status=422 if form.errors else 200)


def nominated(request, form, *, at):
    """The new nomination, or None: a refusal becomes an error of the form."""
    try:
        honour = services.nominate(by=request.user, at=at, **form.facts)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return None
    messages.success(request, _("已提名。"))
    return honour


@page(caps.VIEW)
def barred(request):
    """Art. 58: the units that failed their last assessment, with their heads and those directly responsible; to print and to export."""
    rows = last_failed().filter(place__in=places_for(request.user, caps.VIEW)).prefetch_related("responsible__user")
    if request.GET.get("format"):
        return download(request, _("不得授予荣誉称号名单"), BARRED_COLUMNS, rows)
    context = {"rows": rows, "at": timezone.now(), "back_url": reverse("honours_list")}
    return render(request, "supervision/honours/barred.html", context)


@page(caps.VIEW)
def programmes(request):
    """Every programme within reach, and those of the groups above, with how many were nominated and granted."""
    office = request.user.acting_post.office
    rows = [*services.programmes_seen(request.user, office)]
    counts = services.counts_of(rows)
    context = {
        "rows": [{"programme": row, **counts[row.pk], "is_own": row.office_id == office.pk} for row in rows],
        "sets_up": may(request.user, caps.PROGRAMME),
        "today": timezone.localdate(),
        "breadcrumb": [(_("荣誉称号"), reverse("honours_list")), (_("表彰项目"), "")],
    }
    return render(request, "supervision/honours/programmes.html", context)


@action(caps.PROGRAMME)
def programme_create(request):
    """Set up a programme."""
    return programme_form(request, None)


@action(caps.PROGRAMME, of="programme")
def programme_edit(request, pk):
    """Change a programme; only the office that set it up does."""
    programme = find(Programme.objects.select_related("office"), request.user, caps.PROGRAMME, pk=pk)
    if request.method == "POST" and programme.office_id != request.user.acting_post.office_id:
        raise Http404
    return programme_form(request, programme)


def programme_form(request, programme):
    posted = request.POST if request.method == "POST" else None
    form = ProgrammeForm(posted, instance=programme, office=request.user.acting_post.office)
    row = programme or Programme()
    written = posted is not None and saved(
        form, lambda: services.set_up(row, by=request.user, at=timezone.now(), **form.facts())
    )  # fmt: skip
    if written:
        messages.success(request, _("已保存表彰项目。"))
        return redirect("honours_programmes")
    title = _("修改表彰项目") if programme else _("设立表彰项目")
    crumb = [(_("荣誉称号"), reverse("honours_list")), (_("表彰项目"), reverse("honours_programmes")), (title, "")]
    context = {"form": form, "title": title, "breadcrumb": crumb}
    return render(request, "supervision/honours/programme_form.html", context, status=422 if posted is not None else 200)
