"""The gate of every view. A view is declared with `@page(gate)` (reads) or `@action(gate)` (shows a form and takes its POST);
`@endpoint()` is for programs, which have no session and answer for themselves.

A gate is `PUBLIC`, `SIGNED_IN`, or a Capability the acting post must hold somewhere; which rows one sees is then `visible_to`.
"""

from functools import wraps
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.access.scope import may

PUBLIC, SIGNED_IN = "public", "signed_in"


def page(gate, *, of=None, by=None):
    """A view that only reads. `of` says what its address names (a procedure, "person" …), `by` the capability that row is found with."""
    return _gated(gate, ["GET", "HEAD"], of, by)


def action(gate, *, of=None, by=None):
    """A view that may write, on POST alone."""
    return _gated(gate, ["GET", "HEAD", "POST"], of, by)


def endpoint(*, methods=("GET", "HEAD"), refuse=None):
    """A view for programs, open to all: it knows no session, so no form can be forged in a person's name, and it asks for no token.

    Who calls is told by a key in the request itself, which the view checks. It never looks at `request.user`. What does not reach the view
    (another method, a request that cannot be read, a failure) `refuse(request, status, **names)` answers in the program's own format.
    """

    def declare(view):
        gated = _gated(PUBLIC, [*methods], None, None)(view)
        told = _in_its_format(gated, refuse) if refuse else gated
        told.csrf_exempt, told.refuse = True, refuse
        return told

    return declare


def _in_its_format(view, refuse):
    @wraps(view)
    def told(request, *args, **names):
        answer = view(request, *args, **names)
        if answer.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return answer
        refused = refuse(request, answer.status_code, **names)
        refused["Allow"] = answer["Allow"]
        return refused

    return told


def _gated(gate, methods, of, by):
    def declare(view):
        @require_http_methods(methods)
        @wraps(view)
        def gated(request, *args, **kwargs):
            return turned_away(request, gate) or view(request, *args, **kwargs)

        gated.gate, gated.of, gated.by = gate, of, by or gate
        return gated

    return declare


def turned_away(request, gate):
    """The answer for someone the gate does not let in, or None. Raises `PermissionDenied` for one who lacks the capability."""
    if gate == PUBLIC:
        return None
    if not request.user.is_authenticated:
        if request.method == "POST" or is_htmx(request):
            return signed_out(request)
        return redirect_to_login(request.get_full_path(), reverse(settings.LOGIN_URL))
    if gate == SIGNED_IN:
        return None
    if unfinished := unfinished_sign_in(request.user):
        return redirect(finishing_first(request, unfinished))
    if not may(request.user, gate):
        raise PermissionDenied
    return None


def finishing_first(request, name):
    """The address where the sign-in is finished; a page that was asked for, by a link in a notice say, comes right after."""
    return going_on(name, request.get_full_path() if request.method == "GET" and not is_htmx(request) else "")


def going_on(name, wanted):
    """The address of that page, taking along where the person wants to go."""
    return reverse(name) + (f"?{urlencode({'next': wanted})}" if wanted else "")


def signed_out(request):
    """The session ended while a form was open: nothing was written, and what was typed stays on the screen (htmx) or one step back."""
    return render(request, "errors/401.html", status=401)


def unfinished_sign_in(user):
    """The name of the page where a person must finish signing in, or None."""
    if user.must_change_password:
        return "change_password"
    if user.acting_post is None:
        return "choose_post"
    needed = settings.SECURED_ROLES_NEED_SECOND_FACTOR and user.acting_post.needs_second_factor
    return "second_factor" if (needed or user.owes_second_factor) and not user.is_verified() else None


def is_htmx(request):
    """Whether htmx asked: it gets the partial, everyone else the whole page."""
    return request.headers.get("HX-Request") == "true"


def find(queryset, user, capability, **lookup):
    """The one row the person may see by the capability; 404 for all others, so that nobody learns what exists."""
    row = next(iter(queryset.visible_to(user, capability).filter(**lookup).order_by()[:1]), None)
    if row is None:
        raise Http404
    return row


def find_prepared(prepared, user, capability, **lookup):
    """The same by a `Prepared` query of unique rows; `may` and `visible_to` are one rule."""
    row = prepared.first(**lookup)
    if row is None or not may(user, capability, row):
        raise Http404
    return row
