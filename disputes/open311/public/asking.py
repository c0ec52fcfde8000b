"""What a client asked for or sent, understood or refused. An empty parameter is the same as none."""

import json
import math

from django.db.models import F
from django.db.models.functions import Floor
from django.utils.translation import gettext as _

from disputes.complaints.enums import FINAL
from disputes.complaints.public.forms import EAST, NORTH, OUTSIDE, SOUTH, WEST
from disputes.open311 import rules, services
from disputes.open311.models import PLACE_CODE, ServiceAttribute
from disputes.open311.services import Received, Refused
from governance.places.models import Place
from governance.places.rules import trimmed
from governance.privacy.phones import is_phone

REFERENCE = "client_reference"  # with device_id, the mark of a client that cannot send a header
LONGEST_TEXT, LONGEST_LINE, LONGEST_MARK = 4000, 400, 200  # characters
STATUSES = {"open", "closed"}
FARTHEST = 50_000  # metres


def given(query, name):
    return query.get(name, "").strip()


def several(query, name):
    """A parameter that may be declared several times, each comma delimited."""
    return [part.strip() for value in query.getlist(name) for part in value.split(",") if part.strip()]


def refused_for(name):
    return Refused(400, _("参数 %(name)s 的格式不正确。") % {"name": name})


def moment(query, name):
    text = given(query, name)
    try:
        return rules.moment(text) if text else None
    except rules.Wrong:
        raise refused_for(name) from None


def window(query, *, at):
    """The span of dates, at most ninety days."""
    try:
        return rules.window(moment(query, "start_date"), moment(query, "end_date"), at=at)
    except rules.Wrong:
        raise Refused(400, _("start_date 与 end_date 之间最多 90 天，且 start_date 在前。")) from None


def whole_number(query, name, *, otherwise, most):
    text = given(query, name)
    if not text:
        return otherwise
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise refused_for(name)
    return int(text)


def cut(rows, query):
    """The page asked for, and whether there is another."""
    size = whole_number(query, "page_size", otherwise=rules.MOST_ROWS, most=rules.MOST_ROWS)
    start = (whole_number(query, "page", otherwise=1, most=10_000) - 1) * size
    found = list(rows[start : start + size + 1])
    return found[:size], len(found) > size


def wanted(query, *, key, at):
    """The complaints a client asks for, the newest first. Numbers override everything else."""
    rows = services.readable(key).select_related("place", "category", "office").order_by("-opened_at", "-id")
    if numbers := several(query, "service_request_id"):
        return rows.filter(number__in=numbers[: rules.MOST_ROWS])
    start, end = window(query, at=at)
    rows = rows.filter(opened_at__gte=start, opened_at__lte=end)
    if codes := several(query, "service_code"):
        rows = rows.filter(category__code__in=codes)
    return by_place(by_status(rows, query), query)


def by_status(rows, query):
    statuses = {status.lower() for status in several(query, "status")}
    if statuses - STATUSES:
        raise refused_for("status")
    if len(statuses) != 1:
        return rows
    return rows.filter(state__in=FINAL) if "closed" in statuses else rows.exclude(state__in=FINAL)


def by_place(rows, query):
    """Inside a box, or within so many metres of a point; both as the places leave, rounded."""
    try:
        if text := given(query, "bbox"):
            return inside(rows, rules.box(text))
        if given(query, "lat") or given(query, "long"):
            lat, long = rules.degrees(given(query, "lat"), most=90), rules.degrees(given(query, "long"), most=180)
            return near(rows, lat, long, whole_number(query, "radius", otherwise=1000, most=FARTHEST))
    except rules.Wrong:
        raise Refused(400, _("bbox 应为 minlon,minlat,maxlon,maxlat；或同时给出 lat、long 和以米为单位的 radius。")) from None
    return rows


def inside(rows, box):
    west, south, east, north = box
    lat, long = rules.cells(south, north), rules.cells(west, east)
    return rows.filter(latitude__gte=lat[0], latitude__lt=lat[1], longitude__gte=long[0], longitude__lt=long[1])


def near(rows, lat, long, radius):
    metres = float(rules.METRES_PER_DEGREE)
    found = inside(rows, rules.around(lat, long, radius)).annotate(
        northward=(Floor(F("latitude") * float(rules.CELLS) + 0.5) / float(rules.CELLS) - lat) * metres,
        eastward=(Floor(F("longitude") * float(rules.CELLS) + 0.5) / float(rules.CELLS) - long) * metres * math.cos(math.radians(lat)),
    )
    square = F("northward") * F("northward") + F("eastward") * F("eastward")
    return found.alias(square=square).filter(square__lte=float(radius) ** 2)


def received(request):
    """What a client sends to be filed. Raises `Refused` with a sentence for everything that is wrong."""
    sent = request.POST
    if not given(sent, "service_code"):
        raise Refused(400, _("缺少 service_code。"))
    category = services.service(given(sent, "service_code"))
    answers = rules.attribute_answers(sent.lists())
    wrong, place = [], place_of(sent, answers)
    latitude, longitude = point(sent, wrong)
    if latitude is None and place is None and not (given(sent, "address_string") or given(sent, "address_id")) and not wrong:
        wrong.append(_("缺少位置：请给出 lat 和 long，或 address_string，或 address_id。"))
    if len(given(sent, "description")) > LONGEST_TEXT:
        wrong.append(_("description 最多 4000 个字。"))
    found = checked(category, answers, wrong)
    if wrong:
        raise Refused(400, *wrong)
    return Received(
        category, place, given(sent, "description") or _("（未填写说明）%(name)s") % {"name": category.full_name}, digest(sent),
        mark=mark(request, answers), answers=found, address_string=given(sent, "address_string")[:LONGEST_LINE],
        media_url=given(sent, "media_url")[:LONGEST_LINE], latitude=latitude, longitude=longitude, **person(sent),
    )  # fmt: skip


def place_of(sent, answers):
    """The division the client names: the attribute `place_code`, or an `address_id` that is one. Some send none."""
    code = "".join(answers.get(PLACE_CODE, ())[:1])
    known = Place.objects.in_use()
    if not code:
        return known.filter(code=trimmed(given(sent, "address_id"))).first()
    found = known.filter(code=trimmed(code)).first()
    if found is None:
        raise Refused(400, _("attribute[place_code] “%(code)s” 不是在用的区划代码。") % {"code": code})
    return found


def point(sent, wrong):
    """(latitude, longitude), or None for both."""
    texts = given(sent, "lat"), given(sent, "long")
    if not any(texts):
        return None, None
    try:
        lat, long = rules.degrees(texts[0], most=90), rules.degrees(texts[1], most=180)
    except rules.Wrong:
        wrong.append(_("lat 和 long 须同时给出，以度为单位（WGS84）。"))
        return None, None
    if not (SOUTH <= lat <= NORTH and WEST <= long <= EAST):
        wrong.append(OUTSIDE)
    return lat, long


def checked(category, answers, wrong):
    """[question, answer] of what the category asks, in words; what is missing or does not fit is told."""
    found = []
    for attribute in ServiceAttribute.objects.of_service(category):
        values = answers.get(attribute.code, [])
        if not values:
            if attribute.required:
                wrong.append(_("缺少 attribute[%(code)s]：%(what)s。") % {"code": attribute.code, "what": attribute.description})
        elif not rules.fits(attribute.datatype, values, attribute.keys):
            wrong.append(_("attribute[%(code)s] 的值不符合要求：%(what)s。") % {"code": attribute.code, "what": attribute.description})
        else:
            names = dict(attribute.values)
            found.append([attribute.description, _("、").join(str(names.get(value, value)) for value in values)])
    return found


def person(sent):
    """Name and telephone as the complaint seals them; what is no telephone, and an e-mail address, stand sealed beside the name."""
    first, last, phone = given(sent, "first_name"), given(sent, "last_name"), given(sent, "phone")
    name = f"{first} {last}".strip() if f"{first}{last}".isascii() else f"{last}{first}"
    rest = [given(sent, "email"), "" if is_phone(phone) else phone]
    known = " ".join(text for text in (name, *rest) if text)
    return {"name": known[:LONGEST_MARK], "phone": phone if is_phone(phone) else ""}


def mark(request, answers):
    """By which the client itself knows this request again; "" where it sends none."""
    reference = "".join(answers.get(REFERENCE, ())[:1])
    device = given(request.POST, "device_id")
    return (request.headers.get("Idempotency-Key", "").strip() or (f"{device}:{reference}" if device and reference else ""))[:LONGEST_MARK]


def digest(sent):
    """Of everything but the key: the same again is the same request."""
    return services.digest_of(json.dumps(sorted((name, values) for name, values in sent.lists() if name != "api_key")))
