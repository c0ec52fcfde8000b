"""The answer to a sign-in that is locked out (named by the setting AXES_LOCKOUT_CALLABLE)."""

from math import ceil

from axes.helpers import get_cool_off
from django.shortcuts import render
from django.utils import timezone


def locked_out(request, original_response=None, credentials=None):
    """429 with the moment of the next try. Every try during the lock begins it anew, so it runs from now."""
    wait = get_cool_off(request)
    context = {"until": timezone.now() + wait, "wait_minutes": ceil(wait.total_seconds() / 60)}
    response = render(request, "errors/locked_out.html", context, status=429)
    response["Retry-After"] = str(int(wait.total_seconds()))
    return response
