"""Pages of the hotlines' interface: the hotlines with their keys, every message as it came, what was turned away. All hold for the city."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from emergencies.hotlines import services
from emergencies.hotlines.forms import HotlineForm, MessageFilter, RotateForm
from emergencies.hotlines.models import Hotline, HotlineCall, HotlineKey, HotlineMessage, HotlineRefusal
from emergencies.hotlines.permissions import MANAGE, OPEN, VIEW
from emergencies.incidents.models import Incident
from governance.access.scope import may
from governance.web.administration.reach import acts_for_city, one, require_city
from governance.web.listing import page_of
from governance.web.opening import OpeningForm
from governance.web.page import action, page

LATEST = 10


def trail(*more):
    return [(_("热线接口"), reverse("hotlines_list")), *more]


def tabs(active):
    """The three pages, side by side."""
    found = [(_("热线和密钥"), "hotlines_list"), (_("来件记录"), "hotlines_messages"), (_("拒收记录"), "hotlines_refusals")]
    return [{"label": label, "url": reverse(name), "active": name == active, "count": None} for label, name in found]


@page(VIEW, of="city")
def hotlines(request):
    """Every hotline, whether it has a key, and what came today."""
    require_city(request.user, VIEW)
    at = timezone.now()
    context = {
        "hotlines": services.hotlines_with_use(at=at), "waiting": HotlineCall.objects.waiting().count(), "tabs": tabs("hotlines_list"),
        "may_manage": acts_for_city(request.user, MANAGE), "breadcrumb": trail()[:1],
    }  # fmt: skip
    return render(request, "emergencies/hotlines/list.html", context)


@page(VIEW, of="city")
def hotline(request, code):
    """One hotline: its keys, and what it sent last."""
    require_city(request.user, VIEW)
    row, at = one(Hotline.objects.filter(code=code)), timezone.now()
    keys = [*row.keys.select_related("issued_by", "ended_by")]
    for key in keys:
        key.live = key.is_live(at)
    context = {
        "hotline": row, "keys": keys, "latest": HotlineMessage.objects.filter(hotline=row).for_list()[:LATEST],
        "may_manage": acts_for_city(request.user, MANAGE), "breadcrumb": trail((str(row), "")),
    }  # fmt: skip
    return render(request, "emergencies/hotlines/hotline.html", context)


def shown_once(request, context):
    """A page that may hold a secret, which no cache keeps."""
    context["endpoint"] = request.build_absolute_uri(reverse("hotlines_incidents"))
    answer = render(request, "emergencies/hotlines/rotate.html", context, status=422 if context["form"].errors else 200)
    add_never_cache_headers(answer)
    return answer


@action(MANAGE, of="city")
def add(request):
    """Another hotline, with its first key, shown once."""
    require_city(request.user, MANAGE)
    form, title = HotlineForm(request.POST if request.method == "POST" else None), _("增加热线")
    context = {"form": form, "title": title, "breadcrumb": trail((title, "")), "back": reverse("hotlines_list")}
    if form.is_bound and form.is_valid():
        made = services.add_hotline(**form.cleaned_data, by=request.user, at=timezone.now())
        context["hotline"], context["key"], context["secret"] = made
    return shown_once(request, context)


@action(MANAGE, of="city")
def close(request, code):
    """A hotline reports no more, after a question; a closed one reports again with a new key, shown once."""
    require_city(request.user, MANAGE)
    row, at = one(Hotline.objects.filter(code=code)), timezone.now()
    title = _("恢复热线") if row.closed_at else _("停用热线")
    context = {"hotline": row, "title": title, "breadcrumb": trail((str(row), row.get_absolute_url()), (title, ""))}
    if request.method != "POST":
        return render(request, "emergencies/hotlines/close.html", context)
    if row.closed_at:
        context["key"], context["secret"] = services.reopen_hotline(row, by=request.user, at=at)
        return shown_once(request, {**context, "form": RotateForm(hotline=row, is_first=True), "back": row.get_absolute_url()})
    services.close_hotline(row, by=request.user, at=at)
    messages.success(request, _("%(hotline)s已停用。") % {"hotline": row})
    return redirect(row)


@action(MANAGE, of="city")
def rotate(request, code):
    """A new key. Its secret is shown on the answer to this form and never again."""
    require_city(request.user, MANAGE)
    row = one(Hotline.objects.in_use().filter(code=code))
    is_first = not row.keys.filter(ends_at=None).exists()
    form = RotateForm(request.POST if request.method == "POST" else None, hotline=row, is_first=is_first)
    title = _("生成密钥") if is_first else _("更换密钥")
    back = row.get_absolute_url()
    context = {"hotline": row, "form": form, "title": title, "back": back, "breadcrumb": trail((str(row), back), (title, ""))}
    if form.is_bound and form.is_valid():
        facts = {"by": request.user, "at": timezone.now(), "overlap": form.given()}
        context["key"], context["secret"] = services.rotate_key(row, **facts)
    return shown_once(request, context)


@action(MANAGE, of="city")
def end_key(request, pk):
    """Switch a key off at once, after a question."""
    require_city(request.user, MANAGE)
    at = timezone.now()
    key = one(HotlineKey.objects.live(at).select_related("hotline"), pk=pk)
    if request.method == "POST":
        services.end_key(key, by=request.user, at=at)
        messages.success(request, _("密钥 %(name)s 已停用。") % {"name": key.name})
        return redirect(key.hotline)
    context = {"key": key, "breadcrumb": trail((str(key.hotline), key.hotline.get_absolute_url()), (_("停用密钥"), ""))}
    return render(request, "emergencies/hotlines/end.html", context)


@page(VIEW, of="city")
def messages_list(request):
    """Every rightly signed message, the newest first."""
    require_city(request.user, VIEW)
    form = MessageFilter(request.GET)
    context = {
        "form": form, "page": page_of(form.narrow(HotlineMessage.objects.for_list()), request.GET.get("page", 1)),
        "tabs": tabs("hotlines_messages"), "breadcrumb": trail((_("来件记录"), "")),
    }  # fmt: skip
    return render(request, "emergencies/hotlines/messages.html", context)


@page(VIEW, of="city")
def message(request, pk):
    """One message: what it said and what became of it, beside the others of the same matter. Its text as it came is sealed."""
    require_city(request.user, VIEW)
    row = one(HotlineMessage.objects.select_related("hotline", "key", "call__incident"), pk=pk)
    siblings = row.call.messages.order_by("revision", "pk") if row.call_id else []
    incident = row.call.incident if row.call_id else None
    context = {
        "message": row, "siblings": siblings, "facts": services.facts_in_words(row.facts),
        "whole": services.facts_in_words(row.call.facts) if row.call_id else [], "incident": incident,
        "may_open": acts_for_city(request.user, OPEN) and bool(row.body),
        "sees_incident": bool(incident) and may(request.user, Incident.view_capability, incident),
        "breadcrumb": trail((_("来件记录"), reverse("hotlines_messages")), (row.number, "")),
    }  # fmt: skip
    return render(request, "emergencies/hotlines/message.html", context)


@action(OPEN, of="city")
def text(request, pk):
    """The message as it came, for a stated purpose; each opening is recorded."""
    require_city(request.user, OPEN)
    row = one(HotlineMessage.objects.select_related("hotline").exclude(body=""), pk=pk)
    form = OpeningForm(request.POST if request.method == "POST" else None)
    way = trail((_("来件记录"), reverse("hotlines_messages")), (row.number, reverse("hotlines_message", args=[pk])), (_("原文"), ""))
    context = {"message": row, "form": form, "breadcrumb": way}
    if form.is_bound and form.is_valid():
        context["text"] = services.opened_text(row, by=request.user, at=timezone.now(), **form.cleaned_data)
    answer = render(request, "emergencies/hotlines/text.html", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


@page(VIEW, of="city")
def refusals(request):
    """What was turned away unread: counted by hour, reason and address."""
    require_city(request.user, VIEW)
    context = {
        "page": page_of(HotlineRefusal.objects.order_by("-last_at", "-pk"), request.GET.get("page", 1)), "tabs": tabs("hotlines_refusals"),
        "breadcrumb": trail((_("拒收记录"), "")),
    }  # fmt: skip
    return render(request, "emergencies/hotlines/refusals.html", context)


def shown_on_incident(request, case):
    """What the hotline says of an incident now, beside what was made of it."""
    if not isinstance(case, Incident) or not case.source_number:
        return None
    calls = [*HotlineCall.objects.filter(incident=case).select_related("hotline").order_by("pk")]
    for call in calls:
        call.told = services.facts_in_words(call.facts)
    return {"template": "emergencies/hotlines/_on_incident.html", "calls": calls} if calls else None
