"""The ledger of duties: gaps, one duty of one office, one page per article and per office, and the duties themselves."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from governance.access.scope import may
from governance.files.models import Attachment
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place
from governance.queue import queue
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page
from governance.web.stale import saved
from supervision.duties import permissions as caps
from supervision.duties import services
from supervision.duties.enums import GAPS, TONES, State
from supervision.duties.filters import LedgerFilter, visible, year_of
from supervision.duties.forms import ArticleForm, DutyForm, FilingForm, ReturnForm
from supervision.duties.models import Article, Duty, DutyState, Filing
from supervision.duties.sheet import COLUMNS, sheet_rows
from supervision.duties.tasks import refresh_ledger


def trail(*more):
    return [(_("条例落实台账"), reverse("duties_list")), *more]


def keeps(user):
    """The duties hold for the whole city: its leading group's office keeps them."""
    return any(may(user, caps.EDIT, city) for city in Place.objects.at(Level.CITY))


def require_city(user):
    if not keeps(user):
        raise PermissionDenied


def wanted(request):
    """The filter the address asks for, over what the person may see."""
    year = year_of(request.GET.get("year", ""))
    return LedgerFilter(request.GET, visible(request.user, year), user=request.user), year


def tiles(rows):
    """State by state with its number."""
    counted = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    return [{"label": label, "value": value, "tone": TONES[value], "count": counted.get(value, 0)} for value, label in State.choices]


@page(caps.VIEW)
def list(request):
    """The gaps, or whatever the filter asks for."""
    filters, year = wanted(request)
    context = {
        "form": filters.form,
        "page": page_of(filters.qs.in_order(), request.GET.get("page"), shape=lambda rows: rows.told()),
        "tiles": tiles(visible(request.user, year)),
        "year": year,
        "may_raise": may(request.user, caps.RAISE),
        "may_export": may(request.user, caps.EXPORT),
        "breadcrumb": [(_("条例落实台账"), "")],
    }
    return render(request, f"supervision/duties/{'_rows' if is_htmx(request) else 'list'}.html", context)


@page(caps.EXPORT)
def export(request):
    """The filtered rows as Excel or CSV."""
    return download(request, _("条例落实台账"), COLUMNS, sheet_rows(wanted(request)[0].qs))


@action(caps.RAISE)
def refresh(request):
    """Have everything checked now instead of at night."""
    if request.method == "POST":
        queue(refresh_ledger)
        messages.success(request, _("已开始重新核对，一两分钟后刷新页面查看。"))
    return redirect("duties_list")


def seen(request, pk, capability=caps.VIEW):
    return find(DutyState.objects.told(), request.user, capability, pk=pk)


@page(caps.VIEW, of="duties")
def detail(request, pk):
    """One duty of one office: what it asks, how it was checked, what was filed, what can be done."""
    return detail_page(request, seen(request, pk))


def detail_page(request, row, *, status=200, **forms):
    filings = [*Filing.objects.filter(code=row.code, office=row.office, year=row.year).select_related("by", "returned_by")]
    files = Attachment.objects.filter(case_number__in=[one.number for one in filings]).order_by("at")
    context = {
        "row": row,
        "way": way_of(request.user, row),
        "filings": [{"filing": one, "files": [file for file in files if file.case_number == one.number]} for one in filings],
        "may_raise": row.is_gap and not row.finding_id and may(request.user, caps.RAISE, row),
        "may_return": may(request.user, caps.RAISE, row),
        "breadcrumb": trail((row.office.short_name, reverse("duties_office", args=[row.office_id])), (row.duty.citation, "")),
        **forms,
    }
    return render(request, "supervision/duties/detail.html", context, status=status)


def way_of(user, row):
    """How the duty is met: by filing, or on the page of the procedure; {"label", "url" ("" where the person cannot go there)}."""
    if row.duty.document:
        own = services.files_for(user, row.office) and may(user, caps.FILE, row)
        url = reverse("duties_file", args=[row.pk]) if own else ""
        return {"label": _("报送：%(document)s") % {"document": row.duty.document}, "url": url, "action": _("报送材料")}
    evidence = services.evidences().get(row.duty.evidence)
    if evidence is None:
        return {"label": _("核对依据已停用，请市领导小组办公室维护"), "url": "", "action": ""}
    url = reverse(evidence.rows_url) if evidence.rows_url else ""
    return {"label": evidence.label, "url": url if url and opens(user, url) else "", "action": _("去办理")}


def opens(user, url):
    """Whether the gate of a page lets the person in."""
    gate = resolve(url).func.gate
    return gate in {"public", "signed_in"} or may(user, gate)


@action(caps.FILE, of="duties")
def file(request, pk):
    """File the document of the year."""
    row = seen(request, pk, caps.FILE)
    if not row.duty.document or not services.files_for(request.user, row.office):
        messages.warning(request, _("这项职责的材料由责任单位报送。"))
        return redirect(row)
    form = FilingForm(request.POST, request.FILES) if request.method == "POST" else FilingForm(initial={"title": row.duty.document})
    if form.is_bound and form.is_valid():
        services.file_document(row, by=request.user, at=timezone.now(), **form.facts())
        messages.success(request, _("已报送，台账已更新。"))
        return redirect(row)
    context = {"row": row, "form": form, "breadcrumb": trail((row.duty.citation, row.get_absolute_url()), (_("报送材料"), ""))}
    return render(request, "supervision/duties/file.html", context, status=422 if form.errors else 200)


@action(caps.RAISE, of="duties")
def raise_gap(request, pk):
    """Turn a gap into the one draft of a finding it can become."""
    row = seen(request, pk, caps.RAISE)
    if request.method == "POST":
        try:
            finding, is_new = services.raise_gap(row, by=request.user, at=timezone.now())
            said = _("已形成督导线索 %(number)s。") if is_new else _("这个缺口已有督导线索 %(number)s。")
            messages.success(request, said % {"number": finding.number})
        except services.DutyRefused as refused:
            messages.error(request, str(refused))
    return redirect(back_of(request, row))


def back_of(request, row):
    """Back to the list the button stood on, else to the row."""
    back = request.POST.get("next", "")
    return back if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()) else row.get_absolute_url()


@action(caps.RAISE, of="duty_filing")
def give_back(request, pk):
    """Hand a document back with a reason."""
    filing = find(Filing.objects.select_related("office__place", "duty"), request.user, caps.RAISE, pk=pk)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            services.give_back(filing, by=request.user, at=timezone.now(), reason=form.cleaned_data["reason"])
            messages.success(request, _("已退回。"))
        except services.DutyRefused as refused:
            messages.error(request, str(refused))
        return redirect(filing)
    context = {"filing": filing, "form": form, "breadcrumb": trail((filing.duty.citation, filing.get_absolute_url()), (_("退回材料"), ""))}
    return render(request, "supervision/duties/return.html", context, status=422 if form.errors else 200)


@page(caps.VIEW)
def articles(request):
    """Every article with the number of offices in each state."""
    year = year_of(request.GET.get("year", ""))
    context = {
        "articles": services.by_article(visible(request.user, year)), "year": year, "breadcrumb": trail((_("逐条落实情况"), "")),
    }  # fmt: skip
    return render(request, "supervision/duties/articles.html", context)


def found(number):
    article = Article.objects.filter(pk=number).first()
    if article is None:
        raise Http404
    return article


@page(caps.VIEW)
def article(request, number):
    """What an article asks, of whom, and where everyone stands."""
    one, year = found(number), year_of(request.GET.get("year", ""))
    rows = visible(request.user, year).filter(duty__article=one)
    counted = {}
    for row in rows.order_by().values("duty", "state").annotate(offices=Count("pk")):
        counted.setdefault(row["duty"], {})[row["state"]] = row["offices"]
    day, labels = timezone.localdate(), {code: evidence.label for code, evidence in services.evidences().items()}
    trades = services.trades()
    every = [*one.duties.select_related("changed_by")]
    context = {
        "article": one,
        "year": year,
        "tiles": tiles(rows),
        "duties": [
            {"duty": duty, "gaps": gaps_of(counted.get(duty.pk, {})), "trade": trades.get(duty.trade, duty.trade),
             "shown_by": labels.get(duty.evidence, duty.document),
             "met": counted.get(duty.pk, {}).get(State.FULFILLED, 0)}
            for duty in every
            if duty.in_force_until is None or duty.in_force_until > day
        ],
        "past": [duty for duty in every if duty.in_force_until is not None and duty.in_force_until <= day],
        "keeps": keeps(request.user),
        "breadcrumb": trail((_("逐条落实情况"), reverse("duties_articles")), (str(one), "")),
    }  # fmt: skip
    return render(request, "supervision/duties/article.html", context)


def gaps_of(counts):
    return sum(counts.get(state, 0) for state in GAPS)


@page(caps.VIEW, of="duty_office")
def office(request, pk):
    """What the regulation asks of an office, and where it stands."""
    one = Office.objects.select_related("place").filter(pk=pk).first()
    if one is None or not may(request.user, caps.VIEW, one):
        raise Http404
    return office_page(request, one)


@page(caps.VIEW)
def mine(request):
    """The same of the own office."""
    return office_page(request, request.user.acting_post.office)


def office_page(request, one):
    year = year_of(request.GET.get("year", ""))
    rows = [*visible(request.user, year).filter(office=one).told().in_order()]
    kin = Office.objects.in_use().filter(type__in=services.WITHOUT_STAFF, place=one.place_id).exclude(pk=one.pk)
    context = {
        "office": one,
        "year": year,
        "groups": [group for group in groups_of(request.user, rows) if group["lines"]],
        "tiles": tiles(visible(request.user, year).filter(office=one)),
        "kin": [other for other in kin if services.files_for(request.user, other)],
        "breadcrumb": trail((one.short_name, "")),
    }
    return render(request, "supervision/duties/office.html", context)


def groups_of(user, rows):
    """The rows state by state, what is missing first, each with the way to meet it."""
    for state in (State.MISSING, State.PARTLY, State.NOT_DUE, State.FULFILLED):
        lines = [{"row": row, "way": way_of(user, row)} for row in rows if row.state == state]
        yield {"state": state, "label": state.label, "tone": TONES[state], "lines": lines, "open": state != State.FULFILLED}


@action(caps.EDIT, of="city")
def article_edit(request, number):
    """Change the words about an article."""
    require_city(request.user)
    one = found(number)
    form = ArticleForm(request.POST if request.method == "POST" else None, instance=one)
    if form.is_bound and saved(form, form.save):
        messages.success(request, _("已保存。"))
        return redirect(one)
    return form_page(request, form, _("修改条文概述"), one)


@action(caps.EDIT, of="city")
def create(request, number):
    """Write down another duty of an article."""
    require_city(request.user)
    one = found(number)
    form = DutyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        facts = form.facts() | {"reason": form.cleaned_data["reason"], "in_force_from": form.cleaned_data["on"]}
        services.add(one, by=request.user, **facts)
        messages.success(request, _("已增加职责，下次核对时列入台账。"))
        return redirect(one)
    return form_page(request, form, _("增加职责"), one)


def duty_of(pk):
    duty = Duty.objects.select_related("article").filter(pk=pk).first()
    if duty is None:
        raise Http404
    return duty


@action(caps.EDIT, of="city")
def edit(request, pk):
    """The next version of a duty."""
    require_city(request.user)
    duty = duty_of(pk)
    form = DutyForm(request.POST if request.method == "POST" else None, instance=duty)
    try:
        if form.is_bound and saved(form, lambda: revised(form, duty_of(pk), request.user)):
            messages.success(request, _("已保存新版本，下次核对时生效。"))
            return redirect(duty.article)
    except services.DutyRefused as refused:
        form.add_error("on", str(refused))
    return form_page(request, form, _("修改职责"), duty.article)


def revised(form, duty, user):
    return services.revise(duty, by=user, on=form.cleaned_data["on"], reason=form.cleaned_data["reason"], **form.facts())


@action(caps.EDIT, of="city")
def end(request, pk):
    """Take a duty off from today."""
    require_city(request.user)
    duty = duty_of(pk)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    form.fields["reason"].label = _("停止适用的理由")
    if form.is_bound and form.is_valid():
        try:
            services.end(duty, by=request.user, on=timezone.localdate(), reason=form.cleaned_data["reason"])
            messages.success(request, _("已停止适用。"))
        except services.DutyRefused as refused:
            messages.error(request, str(refused))
        return redirect(duty.article)
    return form_page(request, form, _("停止适用"), duty.article, about=duty.summary)


def form_page(request, form, title, one, *, about=""):
    crumbs = trail((str(one), one.get_absolute_url()), (title, ""))
    context = {"form": form, "title": title, "article": one, "about": about, "breadcrumb": crumbs}
    return render(request, "supervision/duties/form.html", context, status=422 if form.errors else 200)
