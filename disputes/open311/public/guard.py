"""Who calls, and how often: a key from the request itself, counted by the hour of the clock.

Without a key the address is counted. While the cache is down nobody is counted, so reading is open; filing stays limited, because what a
key filed in this hour stands in the database.
"""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.open311.services import Refused, filed_this_hour, key_of, note_call
from governance.web.guard import limits, memory
from governance.web.guard.limits import HOUR


class TooMany(Refused):
    """The share of this hour is used up."""

    def __init__(self, *, at):
        super().__init__(429, _("本小时请求次数已用完，请稍后再试。"))
        self.wait = HOUR - int(at.timestamp()) % HOUR  # seconds


def caller(request):
    """The live key of the request, or None without one. Raises `Refused` for a wrong key, `TooMany` past the limit."""
    at, plain = timezone.now(), key_in(request)
    key = key_of(plain)
    if key is None:
        if not limits.allow(request, "open311", settings.OPEN311_READS_PER_HOUR):
            raise TooMany(at=at)
        if plain:
            raise Refused(403, _("api_key 无效或已停用。"))
        return None
    _count(key, at=at, writes=request.method == "POST")
    return key


def key_in(request):
    """`api_key` as the specification has it: a parameter."""
    return request.POST.get("api_key", "").strip() or request.GET.get("api_key", "").strip()


def require(key, scope):
    """A key that may do this; 403 for all others."""
    if key is None:
        raise Refused(403, _("缺少 api_key。"))
    if scope not in key.scopes:
        raise Refused(403, _("这个 api_key 不能进行此项操作。"))


def _count(key, *, at, writes):
    used = memory.count(f"open311:{key.pk}:{int(at.timestamp()) // HOUR}", seconds=HOUR)
    note_call(key, at=at)
    if used > key.per_hour or (writes and filed_this_hour(key, at=at) >= key.per_hour):
        raise TooMany(at=at)
