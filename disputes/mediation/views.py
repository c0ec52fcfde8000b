"""The staff's pages of mediations: worklist, detail, registration, every step, and the parties' facts."""

from datetime import datetime
from urllib.parse import urlencode
from uuid import uuid4

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from disputes.mediation import permissions as caps
from disputes.mediation import services
from disputes.mediation.enums import State
from disputes.mediation.filters import TO_FILE, MediationFilter
from disputes.mediation.forms import MediationStepForm, RegisterForm
from disputes.mediation.indicators import PARTS, RATES, per_committee
from disputes.mediation.models import Agreement, Mediation, Unmediable
from disputes.mediation.rules import paragraphs as lines_of
from disputes.mediation.services import PartyFacts
from disputes.mediation.sheet import COLUMNS, LINE_WORDS, sheet_rows
from disputes.proceedings.services import invitations_of
from governance.access.scope import may, places_for
from governance.deadlines.models import Deadline
from governance.flow.engine import available
from governance.people.enums import OfficeType
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import ALL, MINE
from governance.web.casework.pages import Casework
from governance.web.casework.texts import Text, Texts
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page
from governance.web.tracking.receipts import handed_to_clerk, kept_by_clerk, once

KEPT = ("place", "kind", "description", "demand", "source", "source_unit", "source_ref", "submission")
YEARS_SHOWN = 3


def links(request):
    found = [{"label": _("调解情况"), "url": reverse("mediation_figures"), "icon": "chart"}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("mediation_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.REGISTER):
        found.append({"label": _("登记调解申请"), "url": reverse("mediation_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    if not may(request.user, caps.MEDIATE):
        return []
    return [
        (_("待受理"), {"state": State.REGISTERED.value, "holder": MINE}),
        (_("我的调解"), {"state": State.MEDIATING.value, "mediator": MINE}),
        (_("待归档"), {"state": TO_FILE, "holder": MINE}),
    ]


def holds(user, mediation):
    """Whether the person mediates at the committee that holds the case: parties' facts and papers are theirs alone."""
    return may(user, caps.OPEN_PARTIES, mediation) and user.acting_post is not None and mediation.office_id == user.acting_post.office_id


def case_links(request, mediation):
    if not holds(request.user, mediation):
        return []
    return [{"label": _("打印文书"), "url": reverse("dossier_detail", args=[mediation.number]), "icon": "print"}]


def sessions_of(mediation):
    """The sessions, with who was invited to those that were agreed on."""
    invited = invitations_of(mediation) if mediation.accepted_at else {}
    return [(session, invited.get(session.pk, ())) for session in mediation.sessions.select_related("mediator", "recorder")]


def report_url(user, mediation):
    """§25: whoever sees danger reports it at once, from the top of the page."""
    step = mediation.flow.step("report_to_police")
    return WORK.step_url(mediation, step.name) if step in available(mediation, user) else ""


def more(request, mediation):
    """What the page of a mediation tells besides what every case tells."""
    return {
        "parties": mediation.parties.all(),
        "may_open_parties": holds(request.user, mediation),
        "source_case": services.source_case(mediation, request.user),
        "report_url": report_url(request.user, mediation),
        "sessions": sessions_of(mediation),
        "agreement": Agreement.objects.filter(mediation=mediation).first(),
        "ways": lines_of(mediation.ways_told),
    }


def texts(mediation, step, user):
    """What can be taken over into the note: the right ways of what is not taken up."""
    reasons = Unmediable.objects.filter(active=True) if "refusal" in step.fields else ()
    rows = tuple(Text(f"way-{reason.pk}", reason.label, reason.right_way) for reason in reasons)
    return [Texts(_("各类理由的正确途径"), rows)] if rows else []


WORK = Casework(
    model=Mediation,
    view=caps.VIEW,
    filter=MediationFilter,
    form=MediationStepForm,
    title=gettext_lazy("人民调解"),
    parts=tuple(f"disputes/mediation/_{name}.html" for name in ("danger", "facts", "parties", "sessions")),
    more=more,
    texts=texts,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(
        Bulk("file", gettext_lazy("批量归档"), caps.MEDIATE, taking("file", gettext_lazy("已归档"))),
        Bulk("remind", gettext_lazy("批量催办"), caps.ASSIGN, taking("remind", gettext_lazy("已催办")), form=NoteForm),
    ),
    line_words=LINE_WORDS,
    export=(gettext_lazy("调解清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.VIEW)
def figures(request):
    """What each committee within one's reach accepted and reached, by the year of registration; every number opens its rows."""
    years = years_until(timezone.localdate().year)
    year = next((one for one in years if str(one) == request.GET.get("year")), years[0])
    rows = WORK.visible(request).filter(opened_at__gte=first_moment(year), opened_at__lt=first_moment(year + 1))
    context = {
        "year": year,
        "tabs": [{"label": str(one), "url": f"?year={one}", "active": one == year, "count": None} for one in years],
        "committees": [told_of(row, year) for row in per_committee(rows)],
        "rates": [label for label, _numerator, _denominator in RATES],
        "breadcrumb": [(WORK.title, WORK.list_url), (_("调解情况"), "")],
    }
    return render(request, "disputes/mediation/figures.html", context)


def years_until(last):
    return [last - back for back in range(YEARS_SHOWN)]


def first_moment(year):
    return timezone.make_aware(datetime(year, 1, 1))


def told_of(row, year):
    """One committee: its counts and rates, each with the way to its rows."""
    asked = {"state": ALL, "committee": row["office__code"], "since": f"{year}-01-01", "until": f"{year}-12-31"}
    base = f"{WORK.list_url}?{urlencode(asked)}"
    counts = [{"label": PARTS[name][0], "value": row[name], "url": f"{base}&part={name}"} for name in ("accepted", "settled", "diverted")]
    rates = [{"label": label, "of": row[all_], "part": row[part], "url": f"{base}&part={part}"} for label, part, all_ in RATES]
    for one in rates:
        one["percent"] = f"{100 * one['part'] / one['of']:.1f}%" if one["of"] else ""
    return {"name": row["office__short_name"], "place": row["office__place__parent__short_name"], "counts": counts, "rates": rates}


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """File many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="mediation")
def detail(request, number):
    """The case: left what is told, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="mediation", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def held(request, number):
    """The case, for the committee that holds it; 404 for all others."""
    mediation = WORK.seen(request, number)
    if not holds(request.user, mediation):
        raise Http404
    return mediation


@action(caps.OPEN_PARTIES, of="mediation", by=caps.OPEN_PARTIES)
def open_parties(request, number):
    """Show the parties' facts once, for a stated purpose; each opening is recorded."""
    mediation = held(request, number)
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = services.opened_parties(mediation, services.SEALED, by=request.user, at=timezone.now(), **form.cleaned_data)
    name = "_open_parties.html" if is_htmx(request) else "open_parties.html"
    context = {"case": mediation, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(mediation), (_("当事人信息"), "")]}
    answer = render(request, f"disputes/mediation/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def places_to_register(user):
    """Where one may take down a dispute: within one's area; at a committee, in its township."""
    office = user.acting_post.office
    if office.is_territorial:
        return places_for(user, caps.REGISTER)
    return Place.objects.in_use().below(office.place.path)


@action(caps.REGISTER)
def create(request):
    """Take down an application at the counter, or what another authority handed over."""
    places, at = places_to_register(request.user), timezone.now()
    cascade = cascade_of(request, places, url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    if request.method == "GET":
        return form_page(request, RegisterForm(places=places, initial={"submission": uuid4()}), cascade)
    form = RegisterForm(with_place(request, cascade), places=places)
    if asks_next_level(request):
        form.errors.clear()
    elif form.is_valid():
        return handed_to_clerk(request, registered_by(request.user, form, at=at), "mediation_registered")
    return form_page(request, form, cascade)


def registered_by(user, form, *, at):
    """Register what was taken down, and give its receipt; a committee keeps what it took down itself."""
    facts, office = form.cleaned_data, user.acting_post.office
    parties = [PartyFacts(side, name, phone, nature) for side, name, phone, nature in form.parties()]
    own = office if office.type == OfficeType.COMMITTEE else None
    kept = {name: facts[name] for name in KEPT}
    opened = services.open_mediation(at=at, by=user, parties=parties, committee=own, **kept)
    return once(facts["submission"], opened.mediation.number, opened.query_code)


def form_page(request, form, cascade):
    context = {"form": form, "cascade": cascade, "breadcrumb": [(WORK.title, WORK.list_url), (_("登记调解申请"), "")]}
    return render(request, "disputes/mediation/form.html", context, status=422 if form.errors else 200)


@page(caps.REGISTER)
@never_cache
def registered(request):
    """Number, query code and the limit that runs now, for whoever registered it; going back sends nothing again."""
    receipt = kept_by_clerk(request)
    mediation = services.registered(receipt.number) if receipt else None
    if mediation is None:
        return redirect("mediation_list")
    context = {
        "code": receipt.code,
        "case": mediation,
        "may_open": may(request.user, caps.VIEW, mediation),
        "deadlines": Deadline.objects.of(mediation).still_open().select_related("limit").order_by("due_at"),
        "breadcrumb": [(WORK.title, WORK.list_url), (_("登记回执"), "")],
    }
    return render(request, "disputes/mediation/registered.html", context)
