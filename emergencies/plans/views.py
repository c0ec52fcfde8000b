"""The pages of emergency plans: list, who has none, detail, sealed contacts, submission, steps."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.plans import permissions as caps
from emergencies.plans import services
from emergencies.plans.data.papers import FORM, filing_of
from emergencies.plans.enums import State
from emergencies.plans.filters import SOON, PlanFilter
from emergencies.plans.forms import PlanForm, PlanStepForm
from emergencies.plans.models import Plan
from emergencies.plans.sheet import COLUMNS, LINE_WORDS, MISSING, missing_rows, sheet_rows
from emergencies.venues.models import Venue
from emergencies.venues.permissions import VIEW as SEE_VENUES
from governance.access.scope import may
from governance.papers.filling import FORMS, made
from governance.people.enums import OfficeType
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.creating import opened
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.holding import shown_held
from governance.web.listing import page_of
from governance.web.opening import OpeningForm
from governance.web.page import action, find, is_htmx, page

EDITIONS_SHOWN = 10


def links(request):
    found = [{"label": _("谁还没有预案"), "url": reverse("plans_missing")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("plans_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.DRAFT):
        found.append({"label": _("报送预案"), "url": reverse("plans_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = [(_("正在施行"), {"state": State.IN_FORCE.value})]
    if may(request.user, caps.REVIEW):
        found.append((_("待本单位审查"), {"state": State.SUBMITTED.value, "holder": MINE}))
    if may(request.user, caps.DRAFT):
        found += [(_("待本单位签发"), {"state": State.REVIEWED.value, "holder": MINE}), (_("60日内须评估"), {"state": SOON})]
    return found


def case_links(request, plan):
    """The form of its filing once it was issued; a new edition by whoever keeps it."""
    found = []
    if plan.issued_on:
        labels = {"docx": _("备案登记表 Word"), "pdf": _("备案登记表 PDF")}
        found = [
            {"label": text, "url": reverse("plans_filing", args=[plan.number, form]), "icon": "print"} for form, text in labels.items()
        ]
    if plan.state == State.IN_FORCE and keeps(request.user, plan) and not following(plan):
        found.append({"label": _("修订"), "url": f"{reverse('plans_create')}?from={plan.number}", "icon": None})
    return found


def following(plan):
    """The next edition of a plan where one is on the way already, or None."""
    return services.edition_on_the_way(plan.owner, plan.kind, plan.title)


def keeps(user, plan):
    """Whether somebody of this office writes the plan."""
    return may(user, caps.DRAFT, plan) and user.acting_post.office_id in plan.keeper_ids


def more(request, plan):
    """The other editions of the plan, as far as the person may see them, and whether the contacts can be opened."""
    family = Plan.objects.visible_to(request.user, caps.VIEW).filter(owner=plan.owner_id, kind=plan.kind, venue=plan.venue_id)
    return {
        "editions": family.exclude(pk=plan.pk).order_by("-edition", "-pk")[:EDITIONS_SHOWN],
        "may_open": bool(plan.contacts) and may(request.user, caps.OPEN, plan),
    }


WORK = Casework(
    model=Plan,
    view=caps.VIEW,
    filter=PlanFilter,
    form=PlanStepForm,
    title=gettext_lazy("应急预案"),
    parts=("emergencies/plans/_facts.html", "emergencies/plans/_people.html", "emergencies/plans/_editions.html"),
    more=more,
    form_more=shown_held,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.REVIEW, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急预案清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The register: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="plans")
def detail(request, number):
    """The plan: what it is for, who commands, paper and drawing, its editions."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="plans", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW, of="plans")
def filing(request, number, form):
    """应急预案备案登记表, as Word and as PDF."""
    plan = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    facts = filing_of(plan)
    if facts is None:
        messages.error(request, _("预案签发施行以后，才有备案登记表可以打印。"))
        return redirect(plan)
    return made(FORM, facts, name=f"{_('应急预案备案登记表')} {number}", form=form)


@page(caps.VIEW)
def missing(request):
    """Who has no plan in force: venues within reach, and the offices one watches over; as a file as well."""
    office = request.user.acting_post.office
    venues = services.venues_without(request.user, SEE_VENUES).order_by("place_path", "pk")
    offices = services.offices_without(office)
    if request.GET.get("format"):
        way = services.on_the_way([*venues.values_list("site_id", flat=True), *offices.values_list("pk", flat=True)])
        return download(request, _("没有现行应急预案"), MISSING, missing_rows(venues, offices, way))
    shown, few = page_of(venues.select_related("kind", "place", "office"), request.GET.get("page", 1)), [*offices]
    way = services.on_the_way([*(venue.site_id for venue in shown.rows), *(one.pk for one in few)])
    context = {
        "page": shown,
        "venues": [(venue, way.get((venue.site_id, venue.pk))) for venue in shown.rows],
        "offices": [(one, way.get((one.pk, None))) for one in few],
        "may_draft": may(request.user, caps.DRAFT) and office.type in {OfficeType.SITE, OfficeType.TOWNSHIP},
        "breadcrumb": [(WORK.title, WORK.list_url), (_("谁还没有预案"), "")],
    }
    return render(request, "emergencies/plans/missing.html", context)


@action(caps.OPEN, of="plans", by=caps.OPEN)
def open_contacts(request, number):
    """Show the sealed lines once, for a stated purpose; each opening is recorded."""
    plan = find(Plan.objects.for_detail(), request.user, caps.OPEN, number=number)
    form, lines = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        lines = services.opened_contacts(plan, by=request.user, at=timezone.now(), **form.cleaned_data)
    context = {"case": plan, "form": form, "lines": lines, "breadcrumb": [*WORK.way_to(plan), (_("应急联系人"), "")]}
    name = "_contacts.html" if is_htmx(request) else "contacts.html"
    return render(request, f"emergencies/plans/{name}", context, status=422 if form.errors else 200)


def subject_of(request):
    """What a new plan is of, by the address: the next edition of one (`from`), a venue (`venue`), a venue of the own site, or an office."""
    office, asked = request.user.acting_post.office, request.GET
    if asked.get("from"):
        previous = find(Plan.objects.for_detail().in_force(), request.user, caps.DRAFT, number=asked["from"])
        if not keeps(request.user, previous):
            raise Http404
        return {"owners": [previous.owner], "venue": previous.venue, "previous": previous}
    seen = Venue.objects.visible_to(request.user, SEE_VENUES).confirmed().select_related("place", "site", "office")
    if asked.get("venue"):
        venue = seen.filter(number=asked["venue"]).first()
        if venue is None or office.pk not in services.keepers_of(venue.site, venue, request.user):
            raise Http404
        return {"owners": [venue.site], "venue": venue}
    if office.type == OfficeType.SITE:
        return {"owners": [office], "venues": [*seen.filter(site=office)]}
    return {"owners": services.owners_for(office)}


@action(caps.DRAFT)
def create(request):
    """Hand a plan in: of the own office, of a venue, or the next edition of one."""
    subject = subject_of(request)
    if request.user.acting_post.office.type == OfficeType.SITE and not (subject.get("venue") or subject.get("venues")):
        messages.info(request, _("场所核实登记以后才能报送预案。"))
        return redirect("venues_list")
    previous = subject.get("previous")
    if request.method == "GET" and previous and (other := following(previous)):
        messages.info(request, _("新版 %(number)s 正在办理，请先办完或者撤回。") % {"number": other.number})
        return redirect(other)
    data = request.POST if request.method == "POST" else None
    venue = subject.get("venue")
    initial = {"submission": uuid4(), "title": _("%(name)s应急预案") % {"name": venue.title if venue else subject["owners"][0].short_name}}
    form = PlanForm(data, request.FILES or None, initial={} if subject.get("previous") else initial, **subject)
    form.fields["submission"].initial = initial["submission"]
    if form.is_bound and form.is_valid() and (plan := opened(form, services.submit, by=request.user)):
        messages.success(request, _("已报送，编号 %(number)s，等待审查。") % {"number": plan.number})
        return redirect(plan)
    if form.errors:
        form.hold_papers(at=timezone.now())
    title = _("修订预案") if subject.get("previous") else _("报送预案")
    context = {"form": form, "title": title, **subject, "breadcrumb": [(WORK.title, WORK.list_url), (title, "")]}
    return render(request, "emergencies/plans/form.html", context, status=422 if form.errors else 200)


def panel_of_venue(request, case):
    """The plans of a venue, on its page."""
    if not isinstance(case, Venue) or not may(request.user, caps.VIEW):
        return None
    plans = Plan.objects.visible_to(request.user, caps.VIEW).ongoing().filter(venue=case).order_by("-opened_at", "-pk")
    writes = case.state == "registered" and may(request.user, caps.DRAFT)
    writes = writes and request.user.acting_post.office_id in services.keepers_of(case.site, case, request.user)
    return {"template": "emergencies/plans/_of_venue.html", "plans": plans, "venue": case, "may_draft": writes}
