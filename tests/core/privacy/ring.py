"""Keys as SEAL_KEYS holds them."""

import base64


def key(letter):
    """A key of 32 equal letters, as SEAL_KEYS holds it."""
    return base64.b64encode(letter.encode() * 32).decode()
