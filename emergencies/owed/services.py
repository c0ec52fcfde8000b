"""What an office owes, in groups by how near it is; what no clock tells of a venue; and which sites owe what."""

from collections import Counter
from datetime import datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Min, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.danger_sources import terms as of_source
from emergencies.danger_sources.models import DangerSource
from emergencies.hazards import terms as of_hazard
from emergencies.hazards.models import Hazard
from emergencies.venues.models import Venue
from emergencies.venues.permissions import VIEW
from governance.cases.owing import MOST, Owed, duties, lines_of, met_by, owed_by
from governance.deadlines.models import Deadline
from governance.people.models import Office

SOON = timedelta(days=60)
DONE_SHOWN = 20
OF_THE_SITE = (  # clocks that run at the supervising office's desk, for what the site itself has to do
    (Hazard, (of_hazard.MEASURES, of_hazard.GENERAL, of_hazard.PLAN, of_hazard.MAJOR)),
    (DangerSource, (of_source.PLAN, of_source.WATCH, of_source.ASSESS)),
)


def grouped(office, user, *, at):
    """[(what the group is called, its lines)], what is late first; groups of nothing left out."""
    lines = owed_by(office, user, at=at)
    dated = sorted((line for line in lines if line.due_at), key=lambda line: line.due_at)
    groups = (
        (_("已逾期"), [line for line in dated if line.is_late(at)]),
        (_("60日内到期"), [line for line in dated if not line.is_late(at) and line.due_at < at + SOON]),
        (_("以后到期"), [line for line in dated if line.due_at >= at + SOON]),
        (_("应当具备而没有的"), [line for line in lines if not line.due_at]),
    )
    return [(label, found) for label, found in groups if found]


def done_this_year(office, user, *, at):
    """What it owed and did since the year began."""
    begins = timezone.make_aware(datetime.combine(timezone.localdate(at).replace(month=1, day=1), time.min))
    return met_by(office, user, since=begins, most=DONE_SHOWN)


def owed_as_site(office, user, at):
    """Art. 32: the unit removes its hazards and keeps its danger sources; another office watches the clocks."""
    found = []
    for own, clocks in watched(user):
        wanted = clocks.filter(object_id__in=own.filter(site=office).values("pk")).exclude(office=office).select_related("limit")
        found += lines_of(wanted.order_by("due_at", "pk")[:MOST], user)
    return found


def watched(user):
    """[(cases within reach, their open clocks)] of what sites have to do while another office watches the clock."""
    for model, terms in OF_THE_SITE:
        own = model.objects.visible_to(user, model.view_capability).ongoing()
        clocks = Deadline.objects.still_open().filter(content_type=ContentType.objects.get_for_model(model))
        yield own, clocks.filter(term__in=[term.name for term in terms])


def own_venues(office, user):
    return Venue.objects.visible_to(user, VIEW).confirmed().filter(site=office).order_by("pk")


def plans_missing(office, user, at):
    """Art. 22 para 2: a crowded place has a plan, and one in force."""
    told = {"what": _("制定应急预案并报送"), "article": _("条例第二十二条第二款"), "state": _("没有现行预案")}
    return [
        Owed(about=venue.title, url=venue.get_absolute_url(), number=venue.number, **told)
        for venue in own_venues(office, user).without_plan()
    ]


def equipment_missing(office, user, at):
    """Art. 22 para 1: it keeps what the standard of its kind asks for."""
    venues = own_venues(office, user).select_related("kind").prefetch_related("kind__required")
    return [_lacking(venue, items) for venue in venues if (items := venue.missing)]


def _lacking(venue, items):
    """One line of a venue, whatever it lacks."""
    what = _("配齐应配设施：%(items)s") % {"items": "、".join(item.name for item in items)}
    told = {"article": _("条例第二十二条第一款"), "state": _("缺少%(count)s项") % {"count": len(items)}}
    return Owed(what=what, about=venue.title, url=venue.get_absolute_url(), number=venue.number, **told)


def sites_owing(user, *, at):
    """The sites within reach that owe something by a day, first due first: how much, how much is late, the first day, its unit.

    They are the clocks of `grouped`, each once, whichever office watches them; counted by the database.
    """
    sites = {}
    for clocks in _clocks_of_sites(user):
        for site, dated, late, first, unit in _by_site(clocks, at=at):
            row = sites.setdefault(site, {"office": site, "dated": 0, "late": 0, "first": first, "unit": unit})
            row["dated"] += dated
            row["late"] += late
            if first < row["first"]:
                row |= {"first": first, "unit": unit}
    return sorted(sites.values(), key=lambda row: (row["first"], row["office"]))


def _clocks_of_sites(user):
    """Open clocks that tell their `site`: its own, then those that another office watches."""
    sites = Venue.objects.visible_to(user, VIEW).confirmed().values("site")
    yield duties(Deadline.objects.still_open().filter(office__in=sites), user).annotate(site=F("office"))
    for cases, clocks in watched(user):
        site = Subquery(cases.filter(pk=OuterRef("object_id"), site__in=sites).values("site"))
        yield clocks.annotate(site=site).filter(site__isnull=False).exclude(office=F("site"))


def _by_site(clocks, *, at):
    """(site, how many, how many late, the first day, the unit of its limit), one a site."""
    counted = {"dated": Count("pk"), "late": Count("pk", filter=Q(due_at__lt=at)), "first": Min("due_at")}
    units = ArrayAgg("limit__unit", order_by=("due_at", "pk"))
    rows = clocks.order_by().values("site").annotate(**counted, units=units)
    return rows.values_list("site", *counted, F("units__0"))


def described(rows, user):
    """Those rows with name and place of the site, the number of one of its venues, and what it owes in all, dated or not."""
    keys = [row["office"] for row in rows]
    offices = Office.objects.filter(pk__in=keys).values("pk", "name", where=F("place__full_name"))
    known, numbers, lacking = {office["pk"]: office for office in offices}, {}, Counter()
    venues = Venue.objects.visible_to(user, VIEW).confirmed().filter(site__in=keys)
    for venue in venues.select_related("kind").prefetch_related("kind__required").order_by("-pk"):
        numbers[venue.site_id] = venue.number
        lacking[venue.site_id] += (venue.plan_filed_at is None) + bool(venue.missing)
    return [
        {**row, **known[key], "number": numbers[key], "total": row["dated"] + lacking[key]}
        for row in rows if (key := row["office"]) in numbers
    ]  # fmt: skip
