"""What a hotline's message says, understood field by field, or told what is wrong with it."""

import json
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from emergencies.hotlines import rules
from emergencies.hotlines.enums import Status
from emergencies.hotlines.services import Told
from emergencies.incidents.enums import Figure
from emergencies.incidents.models import IncidentKind
from governance.places.models import Place
from governance.places.rules import FULL_LENGTH, trimmed
from governance.privacy.phones import is_phone

TEXTS = {"title": 60, "description": 2000, "address": 120, "unit_name": 80}  # characters
MOST_REVISIONS, MOST_COUNTED = 1_000_000, 10_000_000
LONGEST_NUMBER, LONGEST_NAME = 60, 40
SLACK = timedelta(minutes=5)  # by which a clock there may run ahead
WHOLE = ("number", "revision", "caller")
COORDINATES = {"latitude": 90, "longitude": 180}
KNOWN = {*WHOLE, *TEXTS, *COORDINATES, *Figure.values, "kind", "status", "occurred_at", "place_code"}


class Unclear(ValueError):
    """The message cannot be taken in. `fields` is {field: why}, `number` as far as it could be read."""

    def __init__(self, fields, number=""):
        super().__init__(", ".join(fields))
        self.fields, self.number = fields, number


def understood(content, *, at):
    """The message in `content` (bytes of JSON). What is null counts as not said. Raises `Unclear`."""
    told = read(content)
    said = {name: value for name, value in told.items() if value is not None}
    wrong = {name: _("没有这个字段。") for name in said if name not in KNOWN}
    number, revision = number_of(said, wrong), whole(said, "revision", wrong, least=1, most=MOST_REVISIONS)
    facts = facts_of(said, wrong, at=at)
    caller = caller_of(said, wrong)
    if wrong:
        raise Unclear(wrong, number or "")
    return Told(number, revision, facts, rules.digest(told), caller)


def read(content):
    try:
        told = json.loads(content.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Unclear({"body": _("内容不是有效的 JSON（UTF-8）。")}) from None
    if not isinstance(told, dict):
        raise Unclear({"body": _("内容应是一个 JSON 对象。")})
    return told


def _no_number(word):
    raise ValueError(word)


def number_of(said, wrong):
    number = said.get("number")
    if not isinstance(number, str) or not rules.NUMBER.match(number) or len(number) > LONGEST_NUMBER:
        wrong["number"] = _("必填：热线自己的编号，60个字符以内，只用字母、数字和 . _ / -。")
        return ""
    return number


def whole(said, name, wrong, *, least, most):
    value = said.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        wrong[name] = _("应为%(least)s到%(most)s的整数。") % {"least": least, "most": most}
        return None
    return value


def facts_of(said, wrong, *, at):
    """{field: value} of what the message says of the matter, as it is kept."""
    facts = {}
    for name, most in TEXTS.items():
        if name in said:
            facts[name] = text(said, name, wrong, most=most)
    for name in Figure.values:
        if name in said:
            facts[name] = whole(said, name, wrong, least=0, most=MOST_COUNTED)
    for name, read_as in (("kind", kind_of), ("place_code", place_of), ("status", status_of)):
        if name in said:
            facts[name] = read_as(text(said, name, wrong, most=40), wrong)
    if "occurred_at" in said:
        facts["occurred_at"] = moment(said["occurred_at"], wrong, at=at)
    return facts | point(said, wrong)


def text(said, name, wrong, *, most):
    """Clean text; blank lines and controls are refused, for a database keeps no NUL and no half of a character."""
    value = said[name]
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        wrong[name] = _("应为1到%(most)s个字的文字。") % {"most": most}
        return ""
    if not rules.is_clean(value):
        wrong[name] = _("含有无效字符。")
        return ""
    return value.strip()


def kind_of(code, wrong):
    known = [*IncidentKind.objects.in_use().values_list("code", flat=True)]
    if code and code not in known:
        wrong["kind"] = _("没有这个事件类型；可选：%(codes)s。") % {"codes": "、".join(known)}
    return code


def place_of(code, wrong):
    """A division code, however many zeros fill it up: 150102, 150102000000."""
    code = trimmed(code.ljust(FULL_LENGTH, "0")) if code else ""
    if code and not Place.objects.in_use().filter(code=code).exists():
        wrong["place_code"] = _("不是本市在用的区划代码。")
    return code


def status_of(code, wrong):
    if code and code not in Status.values:
        wrong["status"] = _("应为 open、closed、false_alarm 之一。")
    return code


def moment(value, wrong, *, at):
    """ISO 8601 with an offset, kept as text; not later than now."""
    try:
        found = datetime.fromisoformat(value)
        if found.tzinfo is None or found > at + SLACK or found.year < 2000:
            raise ValueError(value)
    except (TypeError, ValueError, OverflowError):
        wrong["occurred_at"] = _("应为带时区的时间，不晚于现在，如 2026-01-02T03:04:05+08:00。")
        return None
    return found.isoformat()


def point(said, wrong):
    """{latitude, longitude} in degrees (WGS84), both or neither."""
    given = {name: said.get(name) for name in COORDINATES}
    if all(value is None for value in given.values()):
        return {}
    for name, most in COORDINATES.items():
        value = given[name]
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not -most <= value <= most:
            wrong[name] = _("经纬度须同时给出，以度为单位（WGS84）。")
    return given


def caller_of(said, wrong):
    """{name, phone} of who called; sealed from here on."""
    given = said.get("caller", {})
    if not isinstance(given, dict) or set(given) - {"name", "phone"}:
        wrong["caller"] = _('应为 {"name": …, "phone": …}。')
        return {}
    name, phone = given.get("name") or "", given.get("phone") or ""
    if not isinstance(name, str) or len(name) > LONGEST_NAME or not rules.is_clean(name):
        wrong["caller"] = _("caller.name 最多40个字。")
    elif not isinstance(phone, str) or (phone and not is_phone(phone)):
        wrong["caller"] = _("caller.phone 不是电话号码。")
    return {"name": name, "phone": phone}
