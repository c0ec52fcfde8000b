"""The inbound interface of the hotlines (Art. 31 para 2), version 1: JSON, signed. docs/hotlines.md tells how it is used.

Everything it needs stands in PostgreSQL: it answers the same while Redis and the workers are down.
"""

from functools import wraps

from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.hotlines import services
from emergencies.hotlines.enums import Outcome
from emergencies.hotlines.public import guard
from emergencies.hotlines.public.asking import Unclear, understood
from emergencies.hotlines.public.guard import Refused
from governance.web.page import endpoint

UNREAD = {
    400: ("unreadable", _("请求无法读取。")),
    405: ("method", _("这个地址不接受此种请求方法。")),
    500: ("failed", _("系统出错，消息没有处理；请换一个随机串重新签名后再发。")),
}
STATUS = {Outcome.CREATED: 201, Outcome.WAITING: 202, Outcome.CONFLICT: 409}
CONFLICT = _("这个编号的这一修订号已收到，内容不同；请用更大的修订号发送。")
REPLAYED = _("随机串已经用过，本次没有处理；请换一个随机串重新签名后再发。")


def unread(request, status, **names):
    """What never reached a view, in the words of the interface."""
    return refusal(status, *UNREAD.get(status, UNREAD[500]))


def refusal(status, code, sentence, *, fields=None):
    told = {"code": code, "message": str(sentence)}
    if fields:
        told["fields"] = {name: str(why) for name, why in fields.items()}
    return answer({"error": told}, status)


def answer(content, status):
    found = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
    found["Cache-Control"] = "no-store"
    return found


def signed(*methods):
    """A view of the interface: `view(request, signed, at, **names)` returns (content, status)."""

    def declare(view):
        @endpoint(methods=methods, refuse=unread)
        @wraps(view)
        def answered(request, **names):
            at = timezone.now()
            try:
                return answer(*view(request, guard.signed(request, at=at), at, **names))
            except Refused as refused:
                told = refusal(refused.status, refused.code, refused.sentence, fields=refused.fields)
                if refused.wait:
                    told["Retry-After"] = str(refused.wait)
                return told

        return answered

    return declare


@signed("POST")
def incidents(request, signed, at):
    """A message: it is kept first, then read, then laid over what is known of its matter."""
    message = services.keep(signed, at=at)
    if message is None:
        raise guard.replayed(request, signed, at=at, sentence=REPLAYED)
    try:
        told = understood(signed.content, at=at)
    except Unclear as unclear:
        services.refuse(message, unclear.fields, number=unclear.number)
        raise Refused(422, Outcome.INVALID.value, _("内容有误，没有处理。"), fields=unclear.fields) from None
    call = services.take_in(message, told, at=at)
    if message.outcome == Outcome.CONFLICT:
        raise Refused(409, message.outcome, CONFLICT)
    return services.told_of(call, outcome=message.outcome), STATUS.get(message.outcome, 200)


@signed("GET")
def incident(request, signed, at, number):
    """How the matter under the hotline's own number stands."""
    call = services.call_numbered(signed.key.hotline, number)
    if call is None:
        raise Refused(404, "unknown", _("没有收到过这个编号的消息。"))
    return services.told_of(call), 200
