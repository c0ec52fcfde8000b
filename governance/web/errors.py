"""What a person sees when something is not there, not allowed, or broken: plain words and the next step."""

from django.shortcuts import render


def bad_request(request, exception=None):
    return render(request, "errors/400.html", status=400)


def forbidden(request, exception=None):
    return render(request, "errors/403.html", status=403)


def forged(request, reason=""):
    """The form's token is missing or old: nothing was written, the person sends it again."""
    return render(request, "errors/403_csrf.html", status=403)


def not_found(request, exception=None):
    return render(request, "errors/404.html", status=404)


def broken(request):
    """Without context processors, which may be what broke."""
    return render(None, "errors/500.html", status=500)
