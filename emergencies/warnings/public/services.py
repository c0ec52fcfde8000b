"""What of the warnings everyone reads: what holds now, what was said before, and the banner of every public page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import caches
from django.db.models import F, Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.warnings.enums import COLOURS, Sort
from emergencies.warnings.models import Warning, WarningMessage
from emergencies.warnings.rules import covers, gravest, is_over
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.formats import cn_datetime
from governance.web.near import SECONDS

HERE_COOKIE = "warnings_here"
HERE_FOR = 365 * 24 * 3600  # seconds
BANNERS_AT_MOST = 2
FEED_LENGTH = 50
CAP_KEPT = timedelta(days=30)  # how long the index still lists what is over
KEY = "warnings.in_force"


@dataclass(frozen=True)
class Line:
    """What a banner tells of a warning in force."""

    number: str
    headline: str
    level: str
    area: str
    paths: tuple
    until: datetime
    url: str


def counties():
    return Place.objects.in_use().at(Level.COUNTY).order_by("path")


def place_named(code):
    """The county or township of a code, or None."""
    return Place.objects.in_use().filter(code=code).exclude(level=Level.CITY).first() if code else None


def read_lines():
    """The warnings in force as lines, the gravest first; one statement, asked once for a few seconds by each process."""
    rows = Warning.objects.in_force(timezone.now()).filter(sort=Sort.WARNING).open_to_all().prefetch_related("warned")
    found = [
        Line(
            case.number, case.title, case.level, case.area, tuple(one.path for one in case.warned.all()), case.until, case.get_public_url()
        )
        for case in rows.only("number", "title", "level", "area", "until").order_by("-issued_at")
    ]
    return tuple(sorted(found, key=lambda line: gravest(line.level)))


def lines_in_force():
    return caches["near"].get_or_set(KEY, read_lines, SECONDS)


def here(request):
    """The code of the place somebody looks at: the one the page is about, else the one chosen on this device; "" for the whole city."""
    code = request.GET.get("county", "") or request.COOKIES.get(HERE_COOKIE, "")
    return code if code.isdecimal() and code.isascii() and len(code) <= 12 else ""


def banners(request):
    """The gravest warnings in force at the place somebody looks at, for the top of every public page."""
    at, place = timezone.now(), here(request)
    lines = [line for line in lines_in_force() if not is_over(line.until, at=at) and (not place or covers(line.paths, place))]
    shown = [
        {
            "level": line.level,
            "word": COLOURS[line.level],
            "title": line.headline,
            "text": _("%(area)s，有效期至%(until)s") % {"area": shortened(line.area), "until": cn_datetime(line.until)},
            "url": line.url,
        }
        for line in lines[:BANNERS_AT_MOST]
    ]
    return {"shown": shown, "more": len(lines) - len(shown), "all_url": reverse("warnings_published")} if shown else None


def shortened(area):
    """An area in few words.

    >>> shortened("甲、乙、丙、丁")
    '甲、乙等4处'
    """
    names = area.split("、")
    return area if len(names) <= 3 else f"{'、'.join(names[:2])}等{len(names)}处"


def listed(sort, place, *, at):
    """What holds now of a sort, the gravest and newest first, and what held before as a queryset."""
    rows = Warning.objects.published().filter(sort=sort).open_to_all().select_related("kind", "office")
    if place is not None:
        rows = rows.touching(place.path)
    standing = sorted(rows.in_force(at).order_by("-issued_at"), key=lambda case: gravest(case.level))
    return standing, rows.exclude(pk__in=[case.pk for case in standing]).order_by(F("issued_at").desc(), "-pk")


def published_one(number):
    """A warning that went out, with every message of it, the newest first; or None."""
    messages = Prefetch("messages", WarningMessage.objects.order_by("-serial"), to_attr="sent")
    return (
        Warning.objects.published().open_to_all().filter(number=number).select_related("kind", "office").prefetch_related(messages).first()
    )


def feed_messages(place=None):
    """The newest messages of every sort, for people's feed readers."""
    rows = messages_of_all()
    if place is not None:
        rows = rows.filter(warning__in=Warning.objects.touching(place.path))
    return [*rows[:FEED_LENGTH]]


def messages_of_all():
    rows = WarningMessage.objects.filter(warning__in=Warning.objects.published().open_to_all())
    return rows.select_related("warning__kind").order_by("-sent_at", "-pk")


def cap_messages(*, at):
    """The CAP messages of whatever holds now, and of the last thirty days."""
    standing = Warning.objects.in_force(at).open_to_all()
    rows = messages_of_all().exclude(xml="")
    return [*rows.filter(sent_at__gte=at - CAP_KEPT).union(rows.filter(warning__in=standing)).order_by("-sent_at", "-id")]


def cap_message(identifier):
    """One CAP message, or None."""
    return messages_of_all().exclude(xml="").filter(identifier=identifier).first()
