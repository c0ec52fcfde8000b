"""What a person sees when something is not there, not allowed, or broken: plain words and the next step."""

from urllib.parse import quote

from django.shortcuts import render
from django.utils.translation import gettext as _


def for_program(request, status):
    """What an endpoint says in its own format; None for everything people read."""
    match = getattr(request, "resolver_match", None)
    refuse = match and getattr(match.func, "refuse", None)
    return refuse(request, status, **match.kwargs) if refuse else None


def bad_request(request, exception=None):
    return for_program(request, 400) or render(request, "errors/400.html", status=400)


def forbidden(request, exception=None):
    return render(request, "errors/403.html", status=403)


def forged(request, reason=""):
    """The form's token is missing or old: nothing was written, the person sends it again."""
    answer = render(request, "errors/403_csrf.html", status=403)
    answer["X-Told"] = quote(_("页面已失效，操作没有完成。请在新窗口打开本页、登录后再提交，填写的内容仍在。"))
    return answer


def not_found(request, exception=None):
    return render(request, "errors/404.html", status=404)


def broken(request):
    """Without context processors, which may be what broke."""
    return for_program(request, 500) or render(None, "errors/500.html", status=500)
