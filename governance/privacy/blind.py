"""Finding a sealed value without opening it: a keyed digest beside the sealed column."""

import hashlib
import hmac
import unicodedata

from django.conf import settings

from governance.privacy.phones import normalise_phone

NORMALISERS = {"phone": normalise_phone}


def blind_index(text, *, purpose):
    """HMAC-SHA256 of the normalised text under `BLIND_INDEX_KEY`, as 64 hex digits; empty text gives "" and must not
    be searched for.

    `purpose` names what is compared ("phone", "name" …): equal texts under different purposes give unrelated digests,
    so that two columns cannot be joined. The key cannot be changed without computing every digest anew.
    """
    normal = NORMALISERS.get(purpose, _normal)(text or "")
    if not normal:
        return ""
    message = f"{purpose}\0{normal}".encode()
    return hmac.new(settings.BLIND_INDEX_KEY.encode(), message, hashlib.sha256).hexdigest()


def _normal(text):
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
