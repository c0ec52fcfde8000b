"""What the addresses of the hotlines' pages can name."""

from datetime import datetime
from zoneinfo import ZoneInfo

from emergencies.hotlines.models import Hotline
from emergencies.hotlines.public.guard import Signed
from emergencies.hotlines.services import keep, rotate_key

MOMENT = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def key(code="119"):
    return rotate_key(Hotline.objects.get(code=code), by=None, at=MOMENT)[0]


def message(code="119"):
    """A message as it came, not read yet."""
    made = key(code)
    return keep(Signed(made, f"nonce-{made.pk:016}", MOMENT, b"{}"), at=MOMENT)


PLAIN = {
    "hotlines_hotline.code": lambda: "119",
    "hotlines_rotate.code": lambda: "119",
    "hotlines_close.code": lambda: "119",
    "hotlines_end_key.pk": lambda: key().pk,
    "hotlines_message.pk": lambda: message().pk,
    "hotlines_text.pk": lambda: message().pk,
    "hotlines_incident.number": lambda: "119-0001",
}
