"""The second factor: set up with an authenticator app, shown at sign-in, replaced; recovery codes for a lost phone."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from governance.web.account import services
from governance.web.account.forms import CodeForm
from governance.web.account.presenting import qr_code, spaced
from governance.web.page import SIGNED_IN, action


@action(SIGNED_IN)
@never_cache
@sensitive_post_parameters("code")
def second_factor(request):
    """Asks for the code of this session, else confirms the device being set up, else says how things stand."""
    if services.owes_code(request.user):
        return _ask(request)
    if device := services.pending_device(request.user):
        return _set_up(request, device)
    context = {
        "in_force": services.has_second_factor(request.user),
        "codes_left": services.recovery_codes_left(request.user),
        "next": services.wanted_page(request),
    }
    return render(request, "account/second_factor.html", context)


def _ask(request):
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if services.show_second_factor(request, form.cleaned_data["code"]):
            return redirect(services.next_stop(request))
        _refuse(request, form)
    return render(request, "account/code.html", {"form": form, "next": services.wanted_page(request)})


def _set_up(request, device):
    form = CodeForm(request.POST or None)
    if request.method == "POST" and "cancel" in request.POST:
        services.drop_pending(request.user)
        return redirect("account")
    if request.method == "POST" and form.is_valid():
        if codes := services.confirm_second_factor(request, device, form.cleaned_data["code"]):
            return _codes_once(request, codes)
        _refuse(request, form)
    context = {"address": device.config_url, "qr_code": qr_code(device.config_url)}
    context |= {"secret": spaced(services.secret_of(device)), "form": form, "next": services.wanted_page(request)}
    return render(request, "account/set_up.html", context)


def _refuse(request, form):
    """A wait of a second or two is over before the next code is typed: it is not worth a word."""
    wait = services.wait_before_code(request.user, form.cleaned_data["code"], at=timezone.now())
    wrong, slow = _("口令不正确或已使用过，请核对后重新输入。"), _("输错次数较多，请 %(seconds)s 秒后再输入。")
    form.add_error("code", slow % {"seconds": wait} if wait > 2 else wrong)


@action(SIGNED_IN)
@never_cache
def start_second_factor(request):
    """Makes a new secret, on POST alone. Whoever has a second factor must have shown it."""
    if request.method == "POST" and not services.owes_code(request.user):
        services.start_second_factor(request.user)
    return redirect(services.keeping_next(request, "second_factor"))


@action(SIGNED_IN)
@never_cache
def renew_recovery_codes(request):
    """New recovery codes, shown in this answer and nowhere else."""
    if request.method != "POST" or services.owes_code(request.user) or not services.has_second_factor(request.user):
        return redirect("second_factor")
    messages.success(request, _("已生成新的恢复码，原有恢复码全部失效。"))
    return _codes_once(request, services.renew_recovery_codes(request.user))


def _codes_once(request, codes):
    context = {"codes": [spaced(code.upper()) for code in codes], "onward": services.next_stop(request)}
    return render(request, "account/recovery_codes.html", context)
