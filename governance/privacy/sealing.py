"""Sealing of single personal facts: AES-256-GCM under a ring of keys (personal information law art. 51: encryption).

A token reads `k<8 hex>:<base64url of nonce, ciphertext, tag>`. The part before the colon names the key by its own
fingerprint, so keys may be put in any order and a retired one can be told from the tokens that still need it. The
first key of `SEAL_KEYS` writes, all read. The kind of fact is authenticated too: a token moved to a column with a
more generous mask does not open.
"""

import base64
import binascii
import hashlib
import logging
import os
import re
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from governance.privacy.masks import HIDDEN, MASKS, mask

log = logging.getLogger(__name__)

KEY_BYTES = 32
NONCE_BYTES = 12
TOKEN = re.compile(r"^k[0-9a-f]{8}:[A-Za-z0-9_-]{38,}$")


class BadKey(ValueError):
    """A key of SEAL_KEYS is not base64 of 32 bytes."""


class CannotOpen(ValueError):
    """The token is altered, of another kind, or its key is not in the ring."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed fact. Anything that prints it gets the mask; only services ask for the text, through `open`."""

    token: str
    kind: str

    def open(self):
        """The plain text; CannotOpen without its key. For services only, which record the opening."""
        return unseal(self.token, kind=self.kind)

    @property
    def current(self):
        """Whether the newest key sealed it."""
        return self.token.startswith(f"{newest_key_name()}:")

    def __str__(self):
        """The mask; a fact whose key is lost shows as hidden (and is logged) instead of breaking every list."""
        try:
            return mask(self.kind, self.open())
        except CannotOpen as failure:
            log.error("sealed value does not open: %s", failure)
            return HIDDEN

    def __repr__(self):
        return f"<Sealed {self.kind}>"


def seal(text, *, kind):
    """A `Sealed` of this text under the newest key; each call gives another token."""
    if kind not in MASKS:
        raise ValueError(f"unknown kind of sealed fact: {kind}")
    name, cipher = _newest()
    nonce = os.urandom(NONCE_BYTES)
    body = nonce + cipher.encrypt(nonce, text.encode(), _bound(name, kind))
    return Sealed(f"{name}:{base64.urlsafe_b64encode(body).rstrip(b'=').decode()}", kind)


def unseal(token, *, kind):
    """The text of a token; CannotOpen names the key, never the content."""
    name, _, body = token.partition(":")
    cipher = _ring(tuple(settings.SEAL_KEYS)).get(name)
    if cipher is None:
        raise CannotOpen(f"key {name} is not in SEAL_KEYS")
    try:
        raw = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound(name, kind)).decode()
    except (InvalidTag, binascii.Error, ValueError) as failure:
        raise CannotOpen(f"token of key {name} is altered or of another kind than {kind}") from failure


def reseal(sealed):
    """The same fact under the newest key."""
    return sealed if sealed.current else seal(sealed.open(), kind=sealed.kind)


def is_token(text):
    return bool(TOKEN.match(text))


def newest_key_name():
    """Name of the key that writes, e.g. `k1f2e3d4c`."""
    return _newest()[0]


def _newest():
    return next(iter(_ring(tuple(settings.SEAL_KEYS)).items()))


def _bound(name, kind):
    return f"{name}:{kind}".encode()


@lru_cache(maxsize=4)
def _ring(keys):
    """Key name → cipher, in the order given."""
    raw = [_raw_key(key) for key in keys]
    return {f"k{hashlib.sha256(b'seal key name' + key).hexdigest()[:8]}": AESGCM(key) for key in raw}


def _raw_key(text):
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as failure:
        raise BadKey("SEAL_KEYS holds something that is not base64") from failure
    if len(key) != KEY_BYTES:
        raise BadKey(f"SEAL_KEYS holds a key of {len(key)} bytes instead of {KEY_BYTES}")
    return key
