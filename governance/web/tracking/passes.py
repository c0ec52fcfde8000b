"""The right to see one case, given after number and query code.

It lasts half an hour and stands in the session, never in an address.
"""

from django.core import signing

KEY, SALT = "tracking", "complaints.tracking"
LIFE = 30 * 60  # seconds
MOST = 5  # cases one browser follows at a time


def give(request, number):
    """Let this browser see the case for `LIFE`."""
    kept = {key: token for key, token in request.session.get(KEY, {}).items() if key != number and _holds(token, key)}
    recent = dict(list(kept.items())[-(MOST - 1) :])
    request.session[KEY] = {**recent, number: signing.TimestampSigner(salt=SALT).sign(number)}


def holds(request, number):
    """Whether this browser may see the case now."""
    return _holds(request.session.get(KEY, {}).get(number, ""), number)


def drop_all(request):
    """Forget them, as one does at a computer that others use."""
    request.session[KEY] = {}


def _holds(token, number):
    try:
        return signing.TimestampSigner(salt=SALT).unsign(token, max_age=LIFE) == number
    except signing.BadSignature:
        return False
