"""Subscribing to warnings without an account: ask, confirm by a code or the link in the mail, change, and end in one click."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from emergencies.subscriptions import services
from emergencies.subscriptions.public.forms import ChangeForm, CodeForm, SubscriptionForm
from emergencies.subscriptions.tasks import deliver_due
from emergencies.warnings.models import WarningKind
from governance.queue import queue
from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action, endpoint
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR

TITLE = gettext_lazy("订阅预警和安全提示")
ONE_CLICK = "One-Click"  # what the body of a one-click request says (RFC 8058 §3.1)


def trail(*more):
    start = [(_("首页"), reverse("home")), (_("预警和安全提示"), reverse("warnings_published"))]
    return [*start, (TITLE, reverse("subscribe_warnings") if more else ""), *more]


@action(PUBLIC)
@limited("subscribe_warnings", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("address")
def subscribe(request):
    """Where, what, and where to; a code is sent there. The answer never tells whether the address was known."""
    form = SubscriptionForm(request.POST if request.method == "POST" else None, initial={"place": request.GET.get("place", "")})
    if form.is_bound and form.is_valid():
        key = services.ask(at=timezone.now(), **form.asked())
        queue(deliver_due)
        return redirect("enter_warnings_code", key)
    context = {"form": form, "breadcrumb": trail()}
    return render(request, "emergencies/subscriptions/subscribe.html", context, status=422 if form.errors else 200)


@action(PUBLIC)
@never_cache
@limited("enter_warnings_code", settings.TRACKING_TRIES_PER_HOUR)
def enter_code(request, key):
    """The code that was sent; with it the subscription begins."""
    subscription, kinds = services.entered(key)
    if subscription is None:
        messages.warning(request, _("页面已过期，请重新订阅。"))
        return redirect("subscribe_warnings")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if services.confirm_by_code(subscription, form.cleaned_data["code"], kinds=kinds, at=timezone.now()):
            messages.success(request, _("订阅成功。"))
            return redirect(services.own_page(subscription))
        form.add_error("code", _("验证码不对，或者已经失效。多次不对的，请返回重新订阅。"))
    context = {"form": form, "way": subscription.way, "breadcrumb": trail((_("填写验证码"), ""))}
    return render(request, "emergencies/subscriptions/code.html", context, status=422 if form.errors else 200)


@action(PUBLIC)
@never_cache
@limited("own_warnings_subscription", settings.PUBLIC_POSTS_PER_HOUR)
def own(request, key):
    """The subscriber's own page: confirm, change the kinds, end it."""
    subscription = services.owned(key)
    if subscription is None:
        return render(request, "emergencies/subscriptions/gone.html", {"breadcrumb": trail((_("已退订"), ""))})
    form = ChangeForm(request.POST if request.method == "POST" else None, initial={"kinds": chosen(subscription)})
    if request.method == "POST" and (said := carried_out(request.POST, form, subscription)):
        messages.success(request, said)
        return redirect(services.own_page(subscription))
    context = {"subscription": subscription, "form": form, "breadcrumb": trail((_("我的订阅"), ""))}
    return render(request, "emergencies/subscriptions/own.html", context, status=422 if form.errors else 200)


def chosen(subscription):
    return [*WarningKind.objects.filter(code__in=subscription.kinds).values_list("pk", flat=True)]


def carried_out(asked, form, subscription):
    """Do what the button said; what it amounts to in words, or "" where the form is wrong."""
    if "end" in asked:
        services.end(subscription)
        return _("已退订，您的地址已删除。")
    if "confirm" in asked:
        services.confirm(subscription, at=timezone.now())
        return _("订阅成功。")
    if not form.is_valid():
        return ""
    services.change_kinds(subscription, [kind.code for kind in form.cleaned_data["kinds"]])
    return _("已保存。")


@endpoint(methods=("GET", "HEAD", "POST"))
def end_at_once(request, key):
    """RFC 8058: a mailbox ends the subscription with one POST, without a session; a person who follows the link gets the page."""
    if request.method != "POST":
        return redirect("own_warnings_subscription", key)
    if request.POST.get("List-Unsubscribe") != ONE_CLICK:
        raise Http404
    if subscription := services.owned(key):
        services.end(subscription)
    return HttpResponse(_("已退订。"), content_type="text/plain; charset=utf-8")
