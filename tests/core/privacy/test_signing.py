"""A machine's secret signs and is never shown."""

import hashlib
import hmac

from governance.privacy.sealing import seal
from governance.privacy.services import signature_under


def test_a_sealed_secret_signs_as_the_plain_one():
    wanted = hmac.new(b"secret", b"content", hashlib.sha256).hexdigest()
    assert signature_under(seal("secret", kind="text"), b"content") == wanted
