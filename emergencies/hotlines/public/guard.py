"""Who sends, proven by a signature: key, time, nonce and content. All of it rests on the database, and holds while the cache is down.

What is turned away is counted (`HotlineRefusal`), never kept: nobody unproven fills a table.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from emergencies.hotlines import rules
from emergencies.hotlines.enums import Reason
from emergencies.hotlines.services import count_refusal, ended_key_named, is_signed_by, key_named
from governance.web.guard import limits
from governance.web.guard.limits import HOUR

HEADERS = {"key": "X-Hotline-Key", "stamp": "X-Hotline-Timestamp", "nonce": "X-Hotline-Nonce", "signature": "X-Hotline-Signature"}
UNAUTHORISED, CONFLICT, TOO_LARGE, TOO_MANY = 401, 409, 413, 429
WORDS = {
    Reason.HEADERS: _("缺少签名请求头，或者格式不对：X-Hotline-Key、X-Hotline-Timestamp、X-Hotline-Nonce、X-Hotline-Signature。"),
    Reason.KEY: _("密钥编号不存在，或者已停用。"),
    Reason.ENDED: _("密钥已停用，消息没有接收，请换用新密钥；没有新密钥的，请联系平台管理员。"),
    Reason.CLOSED: _("这条热线已停用，消息没有接收。突发情况请立即打电话报告；需要恢复的，请联系平台管理员。"),
    Reason.TIME: _("时间戳与平台时间相差超过5分钟，请校准时钟后重新签名。"),
    Reason.SIGNATURE: _("签名不正确。"),
    Reason.TOO_LARGE: _("内容超过64KB。"),
}


class Refused(Exception):
    """Answered with this status, this code for programs and this sentence; `fields` says what is wrong with each of them."""

    def __init__(self, status, code, sentence, *, fields=None, wait=0):
        super().__init__(str(sentence))
        self.status, self.code, self.sentence, self.fields, self.wait = status, code, sentence, fields or {}, wait


@dataclass(frozen=True)
class Signed:
    """A request whose signature is right."""

    key: Any
    nonce: str
    sent_at: datetime
    content: bytes


def signed(request, *, at):
    """The request, proven. For a GET, which has no content, its path is signed. Raises `Refused`."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > rules.LONGEST_BODY:
        turn_away(request, Reason.TOO_LARGE, at=at)
    given = {name: request.headers.get(header, "").strip() for name, header in HEADERS.items()}
    content = request.body if request.method == "POST" else request.get_full_path().encode()
    key = key_named(given["key"], at=at)
    if reason := fault(given, content, key=key, at=at):
        turn_away(request, reason, at=at, key_name=given["key"])
    return Signed(key, given["nonce"], rules.sent_at(given["stamp"]), content)


def fault(given, content, *, key, at):
    """Why the signature counts for nothing, or None."""
    if not all(given.values()) or not rules.NONCE.match(given["nonce"]) or not rules.STAMP.match(given["stamp"]):
        return Reason.HEADERS
    if key is None:
        return fault_of_ended(given, content, at=at)
    if not is_signed_by(key, given["signature"], stamp=given["stamp"], nonce=given["nonce"], content=content):
        return Reason.SIGNATURE
    return None if rules.is_in_time(rules.sent_at(given["stamp"]), at=at) else Reason.TIME


def fault_of_ended(given, content, *, at):
    """Whoever holds the secret of a key that ended learns that it did, or that the hotline was closed; others learn nothing."""
    key = ended_key_named(given["key"], at=at)
    if key is None or not is_signed_by(key, given["signature"], stamp=given["stamp"], nonce=given["nonce"], content=content):
        return Reason.KEY
    return Reason.CLOSED if key.hotline.closed_at else Reason.ENDED


def turn_away(request, reason, *, at, key_name=""):
    """Count it, then refuse; past its share an address is told when to come back. What is rightly signed is never held up by that."""
    if request.method == "POST":
        network = limits.network_of(limits.client_address(request))
        count_refusal(reason, key_name=key_name if rules.KEY_NAME.match(key_name) else "", network=network, at=at)
    if not limits.allow(request, "hotlines", settings.HOTLINE_REFUSALS_PER_HOUR):
        raise Refused(TOO_MANY, "too_many", _("被拒绝的请求过多，请稍后再试。"), wait=HOUR - int(at.timestamp()) % HOUR)
    raise Refused(TOO_LARGE if reason == Reason.TOO_LARGE else UNAUTHORISED, reason.value, WORDS[reason])


def replayed(request, signed, *, at, sentence):
    """The refusal of a message that came before; it is counted, under the key that signed it."""
    network = limits.network_of(limits.client_address(request))
    count_refusal(Reason.REPLAYED, key_name=signed.key.name, network=network, at=at)
    return Refused(CONFLICT, Reason.REPLAYED.value, sentence)
