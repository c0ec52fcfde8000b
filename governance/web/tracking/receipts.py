"""The receipt of what was filed: number and code, for ten minutes in the browser that sent it; a clerk's for that clerk alone."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import salted_hmac

from governance.web.guard.memory import DOWN
from governance.web.tracking import passes

COOKIE, SALT = "receipt", "complaints.receipt"
SHOWN_FOR = timedelta(minutes=10)
REPEATED_FOR = 10 * 60  # seconds in which what is sent twice is answered with the same receipt

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Receipt:
    """What the person keeps. `code` is empty when the same was sent again later than `REPEATED_FOR`."""

    number: str
    code: str


def handed_out(request, receipt, page):
    """See Other: reloading the receipt sends nothing again. The code travels in a signed cookie of that one page."""
    passes.give(request, receipt.number)
    return _with_cookie(receipt, page, salt=SALT)


def handed_to_clerk(request, receipt, page):
    """The same for a clerk who filed for somebody; whoever signs in after that finds nothing, and neither does a shared address."""
    return _with_cookie(receipt, page, salt=_salt_of(request))


def _with_cookie(receipt, page, *, salt):
    answer = redirect(page)
    answer.status_code = 303
    answer.set_signed_cookie(
        COOKIE, f"{receipt.number} {receipt.code}", salt=salt, max_age=int(SHOWN_FOR.total_seconds()),
        path=reverse(page), secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip
    return answer


def kept(request):
    """The receipt this browser was handed, or None; after that only the person knows the code."""
    return _in_cookie(request, salt=SALT)


def kept_by_clerk(request):
    """The receipt this clerk was handed in this browser, or None."""
    return _in_cookie(request, salt=_salt_of(request))


def _in_cookie(request, *, salt):
    number, _space, code = request.get_signed_cookie(COOKIE, "", salt=salt, max_age=SHOWN_FOR).partition(" ")
    return Receipt(number, code) if number else None


def _salt_of(request):
    return f"{SALT}.{request.user.pk}"


def once(submission, number, code):
    """The receipt of a form: pressed twice, the second answer finds the code of the first one."""
    if code:
        remember(submission, code)
    return Receipt(number, code or remembered(submission))


def remember(submission, code):
    """Kept for a second press of the button, under a key from which nobody finds the number."""
    try:
        cache.set(_key(submission), code, timeout=REPEATED_FOR)
    except DOWN as error:
        logger.warning("the cache is down, what is sent twice will show its code once: %s", error)


def remembered(submission):
    """The code of what was sent before with this mark, or "" once it is forgotten."""
    try:
        return cache.get(_key(submission), "")
    except DOWN:
        return ""


def _key(submission):
    return "receipt:" + salted_hmac("complaints.receipt", str(submission)).hexdigest()[:40]
