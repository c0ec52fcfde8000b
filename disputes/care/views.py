"""The pages of the two who help, and of those who take a request down and see no more of it."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from disputes.care import permissions as caps
from disputes.care import services
from disputes.care.filters import CareFilter
from disputes.care.forms import CareStepForm, NeedForm, ProviderForm, TakenDownForm
from disputes.care.models import Care, CareNeed, CareProvider
from disputes.care.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may, places_for
from governance.flow.engine import StepRefused
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.pages import Casework
from governance.web.desk import sent
from governance.web.listing import page_of
from governance.web.opening import OpeningForm
from governance.web.page import action, find, is_htmx, page
from governance.web.tracking.receipts import handed_to_clerk, kept_by_clerk, once

CITY_TIME = ZoneInfo("Asia/Shanghai")
FIRST_YEAR = 2022
CONSENT = ("way", "given_on", "reference")
FACTS = ("place", "need", "asked_by", "name", "phone", "address", "situation", "submission")


def links(request):
    found = []
    if may(request.user, caps.PROVIDERS):
        found.append({"label": _("帮扶机构"), "url": reverse("care_providers")})
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("care_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.REQUEST):
        found.append({"label": _("登记帮扶申请"), "url": reverse("care_create"), "main": True})
    return found


def more(request, care):
    """What the page of a referral tells: nothing of the person but masks, and those only to who may open them."""
    return {
        "visits": care.visits.select_related("by"),
        "may_open": services.may_open(request.user, care, day=timezone.localdate()),
        "contract_over": bool(care.provider_id) and care.is_ongoing and not care.provider.runs(timezone.localdate()),
    }


WORK = Casework(
    model=Care,
    view=caps.VIEW,
    filter=CareFilter,
    form=CareStepForm,
    title=gettext_lazy("关爱帮扶"),
    parts=("disputes/care/_facts.html", "disputes/care/_sealed.html", "disputes/care/_visits.html"),
    more=more,
    links=links,
    line_words=LINE_WORDS,
    export=(gettext_lazy("关爱帮扶清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    return WORK.list_page(request)


@page(caps.VIEW, of="care")
def detail(request, number):
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="care", by="step")
def take_step(request, number, step):
    return WORK.step_page(request, number, step)


@action(caps.VIEW)
def bulk(request):
    return WORK.bulk_page(request)


@page(caps.EXPORT)
def export(request):
    return WORK.export_page(request)


def openable(request, number):
    """The referral, if its facts are open to this person now; 404 for all others."""
    care = find(Care.objects.for_detail(), request.user, caps.OPEN, number=number)
    if not services.may_open(request.user, care, day=timezone.localdate()):
        raise Http404
    return care


@action(caps.OPEN, of="care", by=caps.OPEN)
def open_facts(request, number):
    """Show the sealed facts once, for a stated purpose; each opening is recorded."""
    care = openable(request, number)
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = services.opened(care, by=request.user, at=timezone.now(), **form.cleaned_data)
    return opening_page(request, care, form, "person", opened=opened)


@action(caps.OPEN, of="care", by=caps.OPEN)
def open_scan(request, number):
    """The paper the person signed, for a stated purpose."""
    care = openable(request, number)
    form = OpeningForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        found = services.opened_scan(care, by=request.user, at=timezone.now(), **form.cleaned_data)
        if found is None:
            raise Http404
        answer = sent(found)
        answer["Cache-Control"] = "no-store"
        return answer
    return opening_page(request, care, form, "scan", opened=None)


def opening_page(request, care, form, name, *, opened):
    prefix = "_" if is_htmx(request) else ""
    context = {"case": care, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(care), (_("帮扶对象信息"), "")]}
    answer = render(request, f"disputes/care/{prefix}{name}.html", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def places_to_take_down(user):
    """Where one may take a request down: within one's area; at a bureau, in its place."""
    office = user.acting_post.office
    return places_for(user, caps.REQUEST) if office.is_territorial else Place.objects.in_use().below(office.place.path)


@action(caps.REQUEST)
def create(request):
    """Take down a request with the person's agreement; afterwards only the receipt is left here."""
    cascade = cascade_of(request, places_to_take_down(request.user), url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = with_place(request, cascade) if request.method == "POST" else None
    facts = {"places": places_to_take_down(request.user), "user": request.user}
    form = TakenDownForm(data, request.FILES or None, initial={"submission": uuid4()}, **facts)
    if asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid() and (receipt := taken_down(request.user, form)):
        return handed_to_clerk(request, receipt, "care_registered")
    context = {"form": form, "cascade": cascade, "breadcrumb": [(_("登记帮扶申请"), "")]}
    return render(request, "disputes/care/form.html", context, status=422 if form.errors else 200)


def taken_down(user, form):
    """Register it and give its receipt; None where it was refused."""
    typed = form.cleaned_data
    consent = {**{name: typed[name] for name in CONSENT}, "scan": next(iter(typed["scan"]), None)}
    try:
        opened = services.open_request(at=timezone.now(), by=user, consent=consent, **{name: typed[name] for name in FACTS})
    except StepRefused as refused:
        form.add_error("need", str(refused))
        return None
    return once(typed["submission"], opened.care.number, opened.query_code)


@page(caps.REQUEST)
@never_cache
def registered(request):
    """Number and query code, for whoever took it down to hand on; the matter itself is not shown here."""
    receipt = kept_by_clerk(request)
    care = services.registered(receipt.number) if receipt else None
    if care is None:
        return redirect("care_create")
    context = {"code": receipt.code, "number": care.number, "bureau": care.supervisor.name, "breadcrumb": [(_("登记回执"), "")]}
    return render(request, "disputes/care/registered.html", context)


@page(caps.FIGURES)
def figures(request):
    """Counts of a year at the own place; none below five."""
    this_year, asked = timezone.localdate().year, request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and FIRST_YEAR <= int(asked) <= this_year else this_year
    place = request.user.acting_post.office.place
    begins, ends = (datetime(one, 1, 1, tzinfo=CITY_TIME) for one in (year, year + 1))
    by_need, by_state, total = services.figures(place.path, begins=begins, ends=ends)
    years = range(this_year, FIRST_YEAR - 1, -1)
    context = {
        "place": place, "year": year, "total": total, "by_need": by_need.items(), "by_state": by_state.items(),
        "tabs": [{"label": str(one), "url": f"?year={one}", "active": one == year, "count": None} for one in years],
        "breadcrumb": [(_("帮扶数量"), "")],
    }  # fmt: skip
    return render(request, "disputes/care/figures.html", context)


def own_providers(user):
    """The providers of the person's own bureau."""
    return CareProvider.objects.visible_to(user, caps.PROVIDERS).select_related("office", "supervisor__place")


def provider_trail(*rest):
    return [(WORK.title, WORK.list_url), (_("帮扶机构"), reverse("care_providers")), *rest]


@page(caps.PROVIDERS)
def providers(request):
    """The register of the bureau: who helps, by which contract, until when."""
    rows = own_providers(request.user).prefetch_related("needs").order_by("office__name")
    context = {"page": page_of(rows, request.GET.get("page")), "today": timezone.localdate(), "breadcrumb": provider_trail()}
    return render(request, "disputes/care/providers.html", context)


@action(caps.PROVIDERS)
def provider_create(request):
    bureau = request.user.acting_post.office
    form = ProviderForm(request.POST or None, bureau=bureau)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("kind", "contract", "begins", "ends", "active")}
        given = {name: form.cleaned_data[name] for name in ("name", "needs", "places")}
        services.establish_provider(supervisor=bureau, facts=facts, **given)
        messages.success(request, _("已登记。请联系系统管理员为该机构的人员开通账号。"))
        return redirect("care_providers")
    return provider_page(request, form, _("登记帮扶机构"))


@action(caps.PROVIDERS, of="care_provider")
def provider_edit(request, pk):
    provider = find(own_providers(request.user), request.user, caps.PROVIDERS, pk=pk)
    form = ProviderForm(request.POST or None, instance=provider, bureau=provider.supervisor)
    if request.method == "POST" and form.is_valid():
        services.rename(form.save(), form.cleaned_data["name"])
        messages.success(request, _("已保存。"))
        return redirect("care_providers")
    return provider_page(request, form, _("修改帮扶机构"))


def provider_page(request, form, title):
    context = {"form": form, "title": title, "back": reverse("care_providers"), "breadcrumb": provider_trail((title, ""))}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


def need_trail(*rest):
    return [(_("帮扶服务目录"), reverse("care_needs")), *rest]


@page(caps.NEEDS)
def needs(request):
    """The list of services."""
    context = {"page": page_of(CareNeed.objects.order_by("order", "pk"), request.GET.get("page")), "breadcrumb": need_trail()}
    return render(request, "disputes/care/needs.html", context)


@action(caps.NEEDS)
def need_create(request):
    return need_page(request, NeedForm(request.POST or None), _("新增帮扶服务"))


@action(caps.NEEDS)
def need_edit(request, pk):
    need = CareNeed.objects.filter(pk=pk).first()
    if need is None:
        raise Http404
    return need_page(request, NeedForm(request.POST or None, instance=need), _("修改帮扶服务"))


def need_page(request, form, title):
    if request.method == "POST" and form.is_valid():
        services.keep_need(form)
        messages.success(request, _("已保存。"))
        return redirect("care_needs")
    context = {"form": form, "title": title, "back": reverse("care_needs"), "breadcrumb": need_trail((title, ""))}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
