"""Pages of what is exchanged with other cities about incidents: list, telling, reading in, one file with its letter."""

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.cooperation.permissions import CALL
from emergencies.exchanges import permissions as caps
from emergencies.exchanges import rules, services
from emergencies.exchanges.data import papers
from emergencies.exchanges.forms import AnswerForm, ListFilter, ReceiveForm, ShareForm
from emergencies.exchanges.models import Exchange
from emergencies.incidents.models import Incident
from governance.access.scope import may, places_for
from governance.papers.filling import FORMS, made
from governance.places.models import Place
from governance.web.administration.reach import one
from governance.web.listing import page_of
from governance.web.page import action, find, page

TITLE = gettext_lazy("跨市通报")


def trail(*more):
    return [(TITLE, reverse("exchanges_list")), *more]


def seen(request, pk, capability=caps.VIEW):
    return one(Exchange.objects.of_seen(request.user, capability).for_list(), pk=pk)


@page(caps.VIEW)
def list(request):
    """What was told to other cities and by them, of incidents one may see."""
    form = ListFilter(request.GET)
    rows = form.narrow(Exchange.objects.of_seen(request.user, caps.VIEW)).for_list()
    context = {
        "form": form, "page": page_of(rows, request.GET.get("page", 1)), "may_share": may(request.user, caps.SHARE), "breadcrumb": trail(),
    }  # fmt: skip
    return render(request, "emergencies/exchanges/list.html", context)


@page(caps.VIEW, of="exchanges")
def detail(request, pk):
    """One file as it went, its checksum, and what the other city answered."""
    exchange = seen(request, pk)
    context = {
        "exchange": exchange, "told": exchange.content["incident"], "figures": services.figures_of(exchange.content),
        "sees_incident": may(request.user, Incident.view_capability, exchange.incident),
        "may_answer": exchange.is_sent and exchange.answered_at is None and may(request.user, caps.SHARE, exchange.incident),
        "occurred_at": papers.facts_of(exchange)["occurred_at"], "breadcrumb": trail((str(exchange), "")),
    }  # fmt: skip
    return render(request, "emergencies/exchanges/detail.html", context)


@action(caps.SHARE, of="incidents", by=caps.SHARE)
def share(request, number):
    """Tell a partner of an incident."""
    incident = find(Incident.objects.for_detail(), request.user, caps.SHARE, number=number)
    form = ShareForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        exchange = services.share(incident, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已生成交换文件和通报函，请发送并与对方核对校验值。"))
        return redirect(exchange)
    way = trail((incident.number, incident.get_absolute_url()), (_("向协作城市通报"), ""))
    context = {"form": form, "incident": incident, "breadcrumb": way}
    return render(request, "emergencies/exchanges/share.html", context, status=422 if form.errors else 200)


@action(caps.SHARE)
def receive(request):
    """Read in the file of another city."""
    typed = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ReceiveForm(*typed, places=places_of(request.user))
    if form.is_bound and form.is_valid():
        try:
            facts = {"place": form.cleaned_data["place"], "by": request.user, "at": timezone.now()}
            taken = services.take_in(form.content, **facts)
        except services.NotForUs as refused:
            form.add_error("file", str(refused))
        else:
            return told_of(request, taken)
    if form.errors:
        form.hold_papers(at=timezone.now())
    context = {"form": form, "breadcrumb": trail((_("接收外市通报"), ""))}
    return render(request, "emergencies/exchanges/receive.html", context, status=422 if form.errors else 200)


def told_of(request, taken):
    """Say what became of the file, and show it to whoever may see it."""
    said = _("已登记为突发事件 %(number)s。") if taken.is_new else _("已补充到突发事件 %(number)s。")
    said = _("这份通报已经接收过，对应突发事件 %(number)s。") if taken.is_known else said
    messages.success(request, said % {"number": taken.exchange.incident.number})
    sees = may(request.user, caps.VIEW, taken.exchange.incident)
    return redirect(taken.exchange if sees else "exchanges_list")


def places_of(user):
    """A territorial office names its area, a bureau the area it serves."""
    home = user.acting_post.office
    return places_for(user, caps.SHARE) if home.is_territorial else Place.objects.in_use().below(home.place.path)


@page(caps.VIEW, of="exchanges")
def file(request, pk):
    """The file itself."""
    exchange = seen(request, pk)
    found = HttpResponse(rules.written(exchange.content), content_type="application/json; charset=utf-8")
    found["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{TITLE}_{exchange}')}.json"
    found["Cache-Control"] = "private, no-store"
    return found


@page(caps.VIEW, of="exchanges")
def paper(request, pk, form):
    """The letter that goes with a file, as Word or PDF."""
    exchange = seen(request, pk)
    if form not in FORMS:
        raise Http404
    return made(papers.TEMPLATE, papers.facts_of(exchange), name=f"{_('突发事件通报函')} {exchange}", form=form)


@action(caps.SHARE, of="exchanges")
def answer(request, pk):
    """Write down that the other city has it."""
    exchange = seen(request, pk, caps.SHARE)
    if not exchange.is_sent:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if services.note_answer(exchange, by=request.user, at=timezone.now(), **form.cleaned_data):
            messages.success(request, _("已登记对方确认情况。"))
        else:
            messages.warning(request, _("对方确认情况已经登记过。"))
        return redirect(exchange)
    title, back = _("登记对方确认"), exchange.get_absolute_url()
    context = {"form": form, "title": title, "back": back, "breadcrumb": trail((str(exchange), back), (title, ""))}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


def shown_on_incident(request, case):
    """What was exchanged about an incident, and the ways to tell another city or to call a meeting about it."""
    if not isinstance(case, Incident) or not may(request.user, caps.VIEW, case):
        return None
    rows = [*Exchange.objects.filter(incident=case).select_related("partner").order_by("at", "pk")]
    share_url = reverse("exchanges_share", args=[case.number]) if may(request.user, caps.SHARE, case) else ""
    call_url = f"{reverse('cooperation_create')}?incident={case.number}" if may(request.user, CALL) else ""
    if not rows and not share_url:
        return None
    return {"template": "emergencies/exchanges/_on_incident.html", "rows": rows, "share_url": share_url, "call_url": call_url}


def beside_incident(incident, *, by):
    """What was exchanged about an incident, on its command board; None where nothing was and the person can tell nobody."""
    rows = Exchange.objects.filter(incident=incident).select_related("partner").order_by("at", "pk") if may(by, caps.VIEW, incident) else ()
    told = [
        (_("%(city)s（第%(n)s次）") % {"city": row.partner.name, "n": row.serial}, row.get_absolute_url(), badge_of(row)) for row in rows
    ]
    link = (_("向协作城市通报"), reverse("exchanges_share", args=[incident.number])) if may(by, caps.SHARE, incident) else None
    return {"title": _("区域协作"), "rows": told, "link": link} if told or link else None


def badge_of(exchange):
    """(tone, label): which way it went, and whether the other city has it."""
    if exchange.is_sent and exchange.answered_at:
        return "done", _("对方已确认")
    return exchange.tone, exchange.get_direction_display()
