"""Adapters to a gateway for text messages, named by the setting SMS_ADAPTER."""

import hashlib
import hmac
import json
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import structlog
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from governance.notices.errors import NotDelivered, Refused
from governance.privacy.masks import mask_phone

TIMEOUT = 8  # seconds, for each of connecting and reading
TRY_AGAIN = frozenset({408, 409, 423, 425, 429})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

logger = structlog.get_logger(__name__)


class SmsGateway(Protocol):
    """Sends one text message. Raises `NotDelivered` when trying again may help, `Refused` when it will not.

    The gateway must send the same `key` (a UUID) once, however often it is asked.
    """

    def send(self, phone: str, text: str, *, key: str, at) -> None: ...


def gateway() -> SmsGateway:
    """The adapter the settings name."""
    return import_string(settings.SMS_ADAPTER)()


class ConsoleSms:
    """A stand-in for the gateway: sends nothing, writes what would have gone out to the log, the number masked."""

    def send(self, phone, text, *, key, at):
        logger.info(
            "sms_stand_in",
            sent=False,
            note="console stand-in, no message leaves",
            to=mask_phone(phone),
            text=text,
            key=key,
        )


class NoRedirect(HTTPRedirectHandler):
    """A message with a telephone number goes to the address in the settings and nowhere else."""

    def redirect_request(self, *args, **kwargs):
        return None


class HttpSms:
    """POST of JSON {to, text} to SMS_GATEWAY_URL, with `Idempotency-Key`, `X-Timestamp` (Unix seconds) and
    `X-Signature`: the hex HMAC-SHA256 under SMS_GATEWAY_KEY of timestamp, key and body, joined by line feeds. Any
    2xx answer means accepted.
    """

    def __init__(self, url=None, key=None):
        self.url = settings.SMS_GATEWAY_URL if url is None else url
        self.secret = settings.SMS_GATEWAY_KEY if key is None else key

    def send(self, phone, text, *, key, at):
        self._check()
        body = json.dumps({"to": phone, "text": text}, ensure_ascii=False).encode()
        try:
            with build_opener(NoRedirect).open(self._request(body, key=key, at=at), timeout=TIMEOUT):
                return
        except HTTPError as error:
            with error:
                raise refusal(error.code) from None
        except (URLError, OSError) as error:
            raise NotDelivered(_("短信网关无法连接：%(error)s") % {"error": type(error).__name__}) from None

    def _check(self):
        """Signed and, outside this machine, encrypted – or not at all."""
        parts = urlsplit(self.url)
        if not self.secret or not parts.hostname:
            raise NotDelivered(_("短信网关未配置。"))
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
            raise NotDelivered(_("短信网关地址须使用 https。"))

    def _request(self, body, *, key, at):
        stamp = str(int(at.timestamp()))
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Idempotency-Key": key,
            "X-Timestamp": stamp,
            "X-Signature": signature(self.secret, stamp, key, body),
        }
        return Request(self.url, data=body, headers=headers, method="POST")


def signature(secret, stamp, key, body):
    """Hex HMAC-SHA256 over what must not be altered or sent again later."""
    return hmac.new(secret.encode(), b"\n".join([stamp.encode(), key.encode(), body]), hashlib.sha256).hexdigest()


def refusal(status):
    """What an answer other than 2xx means: server trouble and "too fast" pass, the rest does not."""
    kind = NotDelivered if status >= 500 or status in TRY_AGAIN else Refused
    return kind(_("短信网关返回 %(status)s。") % {"status": status})
