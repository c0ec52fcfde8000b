"""A city with inhabitants and cases enough for an index: rows of one figure spread over its counties and townships."""

from datetime import date

from django.db.models import Max

from emergencies.safety_index.models import Component, Edition, Method, Population
from emergencies.safety_index.services import draft
from governance.calendar.months import month_before, month_of
from governance.flow import engine
from governance.people.enums import OfficeType
from governance.places.enums import Level
from governance.places.models import Place
from governance.timeline.models import Event
from supervision.tips.models import Tip
from tests import actors

FIGURE = "tips.filed"  # rows that are cheap to make stand for the cases of other chapters
TOLD = "总体平稳，冬季用火用气需要特别注意。"


def counted_by(*sources, version="2022-2", since=date(2023, 1, 1), worst=10, **facts):
    """A version of the method with one sub-index for each source."""
    base = Method.objects.get(version="2022-1")
    values = {name: getattr(base, name) for name in ("window", "least_people", "rise_window", "rise_least", "rise_share", "source", "mark")}
    made = Method.objects.create(version=version, valid_from=since, **{**values, **facts})
    for band in base.bands.all():
        band.pk, band.method = None, made
        band.save(force_insert=True)
    for place, source in enumerate(sources):
        Component.objects.create(
            method=made, code=f"c{place}", label=f"分项{place}", sources=[source], counted="来信", weight=50, best=0, worst=worst,
            advice="排查。",
        )  # fmt: skip
    return made


def inhabited(people=20_000):
    """Every place with its inhabitants, those of a township `people`."""
    places = Place.objects.in_use().filter(level__in=[Level.CITY, Level.COUNTY, Level.TOWNSHIP])
    sizes = {Level.CITY: 200 * people, Level.COUNTY: 20 * people, Level.TOWNSHIP: people}
    facts = {"year": 2024, "source": "测试", "mark": "M"}
    Population.objects.bulk_create(Population(place=place, people=sizes[place.level], **facts) for place in places)


def rows(code, count, *, at):
    """So many cases at a place."""
    place = actors.place(code)
    known = Tip.objects.aggregate(last=Max("pk"))["last"] or 0
    Tip.objects.bulk_create(
        Tip(
            number=f"T{known + serial}-{code}", title="来信", place=place, place_path=place.path, opened_at=at, matter="conduct",
            description="来信", query_code_index=f"{known + serial}-{code}", state="filed",
        )
        for serial in range(count)
    )  # fmt: skip


def spread(count, *, at):
    """So many cases in every county."""
    for code in Place.objects.in_use().at(Level.COUNTY).values_list("code", flat=True):
        rows(code, count, at=at)


def last_month(at):
    return month_before(month_of(at.date()))


def drafted(at, **facts):
    actors.office(OfficeType.CENTRE, actors.CITY)
    return draft(month=last_month(at), at=at, **facts)


def submitted(edition, by, at):
    return engine.take(edition, "submit", by=by, at=at, told=TOLD)


def events_of(case):
    return [*Event.objects.of(case).order_by("sequence").values_list("kind", flat=True)]


def fresh(edition):
    return Edition.objects.get(pk=edition.pk)
