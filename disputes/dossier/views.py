"""The pages of a file: how far it is, its papers edited and printed, its scans, the whole as one PDF; the register; the list of items."""

from datetime import datetime, time

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from disputes.dossier import services
from disputes.dossier.data.facts import filled, printed
from disputes.dossier.data.forms import COVER, form_of, label_of
from disputes.dossier.data.survey import invitations_of, item_of, newest_papers, survey
from disputes.dossier.data.whole import facts_in, opened_story, sealed_in, with_number
from disputes.dossier.filters import for_rows, registered
from disputes.dossier.forms import ListForm, PaperForm, RegisterFilter, RemoveForm, ScanForm
from disputes.dossier.models import ItemList, Scan
from disputes.dossier.permissions import KEEP_LIST
from disputes.dossier.sheet import COLUMNS, sheet_rows
from disputes.mediation.permissions import OPEN_PARTIES, VIEW
from disputes.mediation.views import WORK, held, holds
from governance.access.scope import may
from governance.papers.filling import FORMS as KINDS
from governance.papers.filling import handed_out, made
from governance.papers.pdf import PDF
from governance.places.enums import Level
from governance.places.models import Place
from governance.privacy.enums import Purpose
from governance.privacy.services import open_sealed
from governance.web.desk import sent
from governance.web.downloads import CSV, download
from governance.web.listing import page_of
from governance.web.opening import OpeningForm
from governance.web.page import action, page

WHOLE = "file"  # the whole file, where a paper's key is asked for


def way_to(case, *more):
    return [*WORK.way_to(case), (_("卷宗"), reverse("dossier_detail", args=[case.number])), *more]


def file_page(request, case, *, form=None, status=200):
    """The items with their papers and scans; what names people is opened by whoever holds the case alone."""
    found, holding = survey(case), holds(request.user, case)
    context = {
        "case": case,
        "found": found,
        "holding": holding,
        "working": holding and case.is_ongoing,
        "form": form or OpeningForm(initial={"purpose": Purpose.VERIFY}),
        "cover": found.cover,
        "invitations": invitations_of(case) if holding else (),
        "breadcrumb": [*WORK.way_to(case), (_("卷宗"), "")],
    }
    return render(request, "disputes/dossier/detail.html", context, status=status)


@page(VIEW, of="mediation")
def detail(request, number):
    """How far the file is."""
    return file_page(request, WORK.seen(request, number))


def opening_of(request, form):
    return {"by": request.user, "at": timezone.now(), **form.cleaned_data}


@action(OPEN_PARTIES, of="mediation", by=OPEN_PARTIES)
def print_paper(request, number):
    """A paper as Word or PDF, or the whole file; what it names of people is opened for a stated purpose."""
    case = held(request, number)
    if request.method != "POST":
        return redirect("dossier_detail", number)
    form = OpeningForm(request.POST)
    if not form.is_valid():
        return file_page(request, case, form=form, status=422)
    key, _dot, kind = request.POST.get("paper", "").rpartition(".")
    if key == WHOLE:
        return whole(request, case, form)
    if kind not in KINDS or not (belongs(case, key) or key in {one.key for one in invitations_of(case)}):
        raise Http404
    facts = facts_now(case, key, opening=opening_of(request, form))
    paper = form_of(key)
    return made(paper.template, printed(paper.code, facts), name=f"{label_of(key)} {case.number}", form=kind)


def whole(request, case, form):
    try:
        content = services.bind(case, opening=opening_of(request, form))
    except services.DossierRefused as refused:
        messages.error(request, str(refused))
        return redirect("dossier_detail", case.number)
    return handed_out(f"{_('卷宗')} {case.number}", content, PDF)


def belongs(case, key):
    """Whether the list of the case's file knows the paper."""
    return form_of(key) is not None and (key == COVER or item_of(survey(case), key) is not None)


def facts_now(case, key, *, opening, anew=False):
    """The words of a paper: as it lies in the file, or as the case fills it."""
    kept = None if anew else newest_papers(case).get(key)
    if kept:
        kept.mediation = case
        return with_number(survey(case), key, facts_in(kept, opening=opening))
    facts = filled(key, opened_story(case, opening=opening, fields=sealed_in(form_of(key).code)))
    return with_number(survey(case), key, facts)


@action(OPEN_PARTIES, of="mediation", by=OPEN_PARTIES)
def fill(request, number):
    """Put what is owed and can be filled in from the case into the file, all at once."""
    case = held(request, number)
    if request.method != "POST":
        return redirect("dossier_detail", number)
    form = OpeningForm(request.POST)
    if not form.is_valid():
        return file_page(request, case, form=form, status=422)
    return answered(request, case, lambda: filled_in(services.fill_owed(case, opening=opening_of(request, form))))


def filled_in(count):
    if not count:
        raise services.DossierRefused(_("所缺文书还没有可以填写的案件内容，请先办理相应步骤，或者逐份填写、上传扫描件。"))
    return _("已按案件内容生成 %(count)d 份必备文书。") % {"count": count}


def answered(request, case, act, said=""):
    """Do it, say so or why not, and go back to the file. Without `said` the deed itself says what was done."""
    try:
        done = act()
        messages.success(request, said or done)
    except services.DossierRefused as refused:
        messages.error(request, str(refused))
    return redirect("dossier_detail", case.number)


@action(OPEN_PARTIES, of="mediation", by=OPEN_PARTIES)
def edit(request, number, key):
    """The words of a paper: opened for a purpose, edited, and kept as a new version."""
    case = held(request, number)
    if not belongs(case, key):
        raise Http404
    if request.method == "POST" and "keep" in request.POST:
        return kept(request, case, key)
    asked = OpeningForm(request.POST if request.method == "POST" else None, initial={"purpose": Purpose.VERIFY})
    if not (asked.is_bound and asked.is_valid()):
        return asking(request, case, asked, label_of(key))
    newest = newest_papers(case).get(key)
    facts = facts_now(case, key, opening=opening_of(request, asked), anew="anew" in request.POST)
    initial = {"base": newest.version if newest else 0, **asked.cleaned_data}
    return paper_page(request, case, key, PaperForm(paper=form_of(key), facts=facts, initial=initial))


def kept(request, case, key):
    form = PaperForm(request.POST, paper=form_of(key))
    if form.is_valid():
        try:
            services.keep_paper(case, key, form.facts(), base=form.cleaned_data["base"], by=request.user, at=timezone.now())
            messages.success(request, _("已保存：%(paper)s。") % {"paper": label_of(key)})
            return redirect("dossier_detail", case.number)
        except services.DossierRefused as refused:
            form.add_error(None, str(refused))
            newest = newest_papers(case).get(key)
            form.data = form.data.copy()
            form.data["base"] = newest.version if newest else 0
    return paper_page(request, case, key, form)


def paper_page(request, case, key, form):
    context = {"case": case, "form": form, "label": label_of(key), "breadcrumb": way_to(case, (label_of(key), ""))}
    answer = render(request, "disputes/dossier/edit.html", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def asking(request, case, form, title, *, status=None):
    """Asks what somebody opens a paper or a scan for."""
    context = {"case": case, "form": form, "title": title, "breadcrumb": way_to(case, (title, ""))}
    return render(request, "disputes/dossier/asking.html", context, status=status or (422 if form.errors else 200))


@action(OPEN_PARTIES, of="mediation", by=OPEN_PARTIES)
def add_scans(request, number):
    """Scans of signed sheets and of what the parties brought, bound to an item."""
    case = held(request, number)
    files = request.FILES if request.method == "POST" else None
    initial = {"target": request.GET.get("target", "")}
    form = ScanForm(request.POST if request.method == "POST" else None, files, found=survey(case), initial=initial)
    if form.is_bound and form.is_valid():
        item, paper = form.placed()
        facts = {"by": request.user, "at": timezone.now()}
        return answered(
            request, case, lambda: services.add_scans(case, item, paper, form.cleaned_data["files"], **facts), _("扫描件已入卷。")
        )
    context = {"case": case, "form": form, "breadcrumb": way_to(case, (_("上传扫描件"), ""))}
    return render(request, "disputes/dossier/scans.html", context, status=422 if form.errors else 200)


def scan_of(case, pk):
    found = Scan.objects.filter(mediation=case, pk=pk).in_file().first()
    if found is None:
        raise Http404
    found.mediation = case
    return found


@action(OPEN_PARTIES, of="dossier_scan", by=OPEN_PARTIES)
def open_scan(request, number, pk):
    """A scan, for a stated purpose; the opening is recorded."""
    case = held(request, number)
    scan = scan_of(case, pk)
    form = OpeningForm(request.POST if request.method == "POST" else None, initial={"purpose": Purpose.VERIFY})
    if not (form.is_bound and form.is_valid()):
        return asking(request, case, form, _("查看扫描件"))
    scan.name = open_sealed(scan, "original", **opening_of(request, form))
    answer = sent(scan)
    answer["Cache-Control"] = "private, no-store"
    return answer


@action(OPEN_PARTIES, of="dossier_scan", by=OPEN_PARTIES)
def remove_scan(request, number, pk):
    """Take a scan out of a file that is not closed."""
    case = held(request, number)
    scan = scan_of(case, pk)
    form = RemoveForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        facts = {"why": form.cleaned_data["why"], "by": request.user, "at": timezone.now()}
        return answered(request, case, lambda: services.remove_scan(case, scan.pk, **facts), _("已移出卷宗。"))
    context = {"case": case, "form": form, "breadcrumb": way_to(case, (_("移出扫描件"), ""))}
    return render(request, "disputes/dossier/remove.html", context, status=422 if form.errors else 200)


def asked_for(request):
    form = RegisterFilter(request.GET)
    facts = form.cleaned_data if form.is_valid() else {}
    return form, registered(request.user, q=facts.get("q", ""), year=facts.get("year"))


@page(VIEW)
def list(request):
    """The register of files, by number."""
    form, rows = asked_for(request)
    export = f"{reverse('dossier_export')}?{request.GET.urlencode()}"
    context = {
        "form": form,
        "page": page_of(rows, request.GET.get("page", 1), shape=for_rows),
        "exports": [(_("导出 Excel"), export), (_("导出 CSV"), f"{export}&format={CSV['format']}")],
        "keeps": keeps_list(request.user),
        "breadcrumb": [(_("卷宗登记簿"), "")],
    }
    return render(request, "disputes/dossier/list.html", context)


@page(VIEW)
def export(request):
    """The register as Excel or CSV."""
    return download(request, _("卷宗登记簿"), COLUMNS, sheet_rows(asked_for(request)[1]))


def keeps_list(user):
    """The list is the whole city's."""
    return may(user, KEEP_LIST) and any(may(user, KEEP_LIST, city) for city in Place.objects.at(Level.CITY))


def newest_list():
    return ItemList.objects.prefetch_related("items", "retentions").order_by("-version").first()


@page(KEEP_LIST, of="city")
def items(request):
    """The list in force, and every version of it."""
    if not keeps_list(request.user):
        raise PermissionDenied
    versions = ItemList.objects.select_related("by")
    context = {"listing": newest_list(), "versions": versions, "breadcrumb": [(_("卷宗材料清单"), "")]}
    return render(request, "disputes/dossier/items.html", context)


@action(KEEP_LIST, of="city")
def revise_items(request):
    """A new version of the list; cases registered before it go on by theirs."""
    if not keeps_list(request.user):
        raise PermissionDenied
    listing = newest_list()
    form = ListForm(request.POST if request.method == "POST" else None, listing=listing)
    if form.is_bound and form.is_valid() and revised(request, listing, form):
        return redirect("dossier_items")
    trail = [(_("卷宗材料清单"), reverse("dossier_items")), (_("修订"), "")]
    return render(request, "disputes/dossier/revise.html", {"form": form, "breadcrumb": trail}, status=422 if form.errors else 200)


def revised(request, listing, form):
    """Keep the new version; False, with the reason in the form, where somebody else was quicker."""
    typed, (items, retentions) = form.cleaned_data, form.changes()
    begins = timezone.make_aware(datetime.combine(typed["valid_from"], time.min))
    if typed["version"] != listing.version:
        form.add_error(None, _("您打开之后，其他人已修订清单，请核对最新版本后再改。"))
        return False
    try:
        facts = {"by": request.user, "at": timezone.now(), "reason": typed["reason"], "valid_from": begins}
        services.revise_list(listing, items, retentions, **facts)
    except services.DossierRefused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("已保存新版本，起用日期之后登记的事项按新清单立卷。"))
    return True
