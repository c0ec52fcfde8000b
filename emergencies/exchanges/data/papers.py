"""What fills the letter that goes with an exchange file: the same as the file, and its checksum."""

from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from emergencies.exchanges.services import figures_of
from governance.web.formats import cn_datetime

TEMPLATE = Path(__file__).parent / "letter.txt"


def facts_of(exchange):
    content = exchange.content
    told = content["incident"]
    none = _("无")
    return {
        "issuer": content["from"]["name"],
        "document": f"{exchange.number}-{exchange.serial}",
        "addressee": content["to"]["name"],
        "title": told["title"],
        "kind": told.get("kind_label") or none,
        "grade": told.get("grade_label") or _("不分等级或者待定"),
        "state": told.get("state_label") or none,
        "response": told.get("response_label") or none,
        "occurred_at": cn_datetime(datetime.fromisoformat(told["occurred_at"])),
        "where": f"{told.get('place') or ''}{told.get('address') or ''}" or none,
        "figures": "；".join(f"{label} {value}" for label, value in figures_of(content)) or none,
        "description": told["description"].splitlines(),
        "request": (content.get("request") or none).splitlines(),
        "checksum": exchange.checksum,
        "spoken": exchange.spoken_checksum,
        "made_at": cn_datetime(datetime.fromisoformat(content["made_at"])),
    }
