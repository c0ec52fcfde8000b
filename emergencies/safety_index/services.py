"""Computes an edition from the declared figures of all chapters, keeps every input, and proves that the inputs give the figures."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from emergencies.safety_index.enums import RUNNING, Shows, State
from emergencies.safety_index.models import Band, Component, Edition, Input, Method, Population, Score
from emergencies.safety_index.rules import REST, band_of, has_risen, index_of, is_thick, protected
from governance.calendar.months import month_after, month_before, month_of
from governance.cases.counting import counts_between, declared_figure, start_of
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.cases.services import next_number
from governance.deadlines.enums import Mark
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place
from governance.places.rules import ancestors

CITY_TIME = ZoneInfo("Asia/Shanghai")
LEVELS = (Level.CITY, Level.COUNTY, Level.TOWNSHIP)


@dataclass(frozen=True)
class Result:
    """Unsaved rows of an edition, and the sub-indices it leaves out."""

    closed: list
    scores: list
    readings: list


def places_of(root):
    """{path: place} of the root, and of the counties and townships at or below it."""
    rows = Place.objects.in_use().below(root.path).filter(Q(level__in=LEVELS) | Q(pk=root.pk)).order_by("path")
    return {place.path: place for place in rows}


def computed(root, month, method):
    """The index of a month for a place and what lies below it, from the cases as they stand now."""
    places = places_of(root)
    components = [component for component in method.components.order_by("pk") if figures_of(component)]
    inputs = {component.code: inputs_of(component, month, method, places, root) for component in components}
    readings = [
        Input(place=place, component=component, count=count, recent=recent, before=before, rose=risen(method, recent, before))
        for path, place in places.items()
        for component in components
        for count, recent, before in [inputs[component.code][path]]
    ]
    people = {row.place_id: row.people for row in Population.objects.at(month.year).filter(place__in=places.values())}
    known = {path: people.get(place.pk) for path, place in places.items()}
    closed, found = results(method, root.path, counts_in(readings), known)
    bands, before = {band.tone: band for band in method.bands.order_by("pk")}, earlier(root, month, method)
    scores = [
        Score(place=places[path], people=known[path], index=index, band=bands.get(tone), shows=shows, earlier=before.get(places[path].pk))
        for path, (index, tone, shows) in found.items()
    ]
    return Result(sorted(closed), scores, readings)


def figures_of(component):
    """The declared figures a sub-index counts, with the part of each; one that no chapter declares is left out."""
    named = [source.partition(":") for source in component.sources]
    return [(figure, part) for code, _colon, part in named if (figure := declared_figure(code))]


def inputs_of(component, month, method, places, root):
    """{path: (cases in the window, in its last months, in the months before those)}. A stock has no past but what an edition kept."""
    ends = start_of(month_after(month))
    turn = start_of(month_before(month, method.rise_window - 1))
    whole = counted(component, start_of(month_before(month, method.window - 1)), ends, places)
    if any(figure.stock for figure, _part in figures_of(component)):
        kept = kept_counts(root, month, component)
        return {path: (whole[path], whole[path], kept.get(path)) for path in places}
    recent = counted(component, turn, ends, places)
    before = counted(component, start_of(month_before(month, 2 * method.rise_window - 1)), turn, places)
    return {path: (whole[path], recent[path], before[path]) for path in places}


def counted(component, begins, ends, places):
    """{path: cases at the place and below it} between two moments."""
    found = dict.fromkeys(places, 0)
    for figure, part in figures_of(component):
        own = counts_between(figure, DENOMINATOR if part else NUMERATOR, begins, ends)
        less = counts_between(figure, NUMERATOR, begins, ends) if part == REST else {}
        for path, count in own.items():
            for above in ancestors(path):
                if above in found:
                    found[above] += max(count - less.get(path, 0), 0)
    return found


def kept_counts(root, month, component):
    """{path: count} of a sub-index of that name in the edition of the month before."""
    rows = Input.objects.filter(edition__in=standing(root, month_before(month)), component__code=component.code)
    return dict(rows.values_list("place__path", "count"))


def standing(root, month):
    return Edition.objects.standing().filter(place=root, month=month)


def begins_method(edition):
    """Whether the month before was computed by another method: then the two do not compare."""
    return standing(edition.place, month_before(edition.month)).exclude(method=edition.method_id).exists()


def earlier(root, month, method):
    """{place: index} of the month before, where it was computed by the same method: others do not compare."""
    rows = Score.objects.filter(edition__in=standing(root, month_before(month)).filter(method=method))
    return dict(rows.values_list("place", "index"))


def risen(method, recent, before):
    return has_risen(recent, before, least=method.rise_least, share=method.rise_share)


def counts_in(readings):
    """{path: {sub-index: count}} of the rows of an edition."""
    found = {}
    for row in readings:
        found.setdefault(row.place.path, {})[row.component.code] = row.count
    return found


def results(method, root, counts, people):
    """(sub-indices left out, {path: (index, colour, what of it is public)}) from the inputs alone."""
    gauges = [component.gauge for component in method.components.order_by("pk")]
    bands = [(band.least, band.tone) for band in method.bands.order_by("pk")]
    paths = [path for path in people if path in counts]
    parts = [path for path in paths if ancestors(path)[-2:-1] == [root]]
    closed, hidden = protected(people, counts, parts, root) if parts else (set(), set())
    found = {}
    for path in paths:
        index = index_of(gauges, counts[path], people[path], closed=closed)
        shows = shown_of(path, root, index, people[path], counts[path], hidden=hidden, parts=parts, least=method.least_people)
        found[path] = (index, band_of(index, bands), shows)
    return closed, found


def shown_of(path, root, index, people, counts, *, hidden, parts, least):
    """How much of a place's result is public."""
    if index is None or people < least:
        return Shows.NOTHING
    if path == root or (path in parts and path not in hidden):
        return Shows.FULL
    return Shows.WHOLE if path not in parts and is_thick(counts) else Shows.BAND


def keep(edition, result, *, at):
    """Write what was computed; what an earlier computation of this edition left is replaced."""
    edition.readings.all().delete()
    edition.scores.all().delete()
    for row in (*result.scores, *result.readings):
        row.edition = edition
    Score.objects.bulk_create(result.scores)
    Input.objects.bulk_create(result.readings, batch_size=1000)
    edition.closed, edition.computed_at = result.closed, at


class NoOffice(ValueError):
    """The place has no centre that could compile its index, or no method holds for the month."""


def draft(*, month, at, by=SYSTEM, root=None, corrects=None):
    """Compute the index of a month and open its edition at the city's centre. Raises `NoOffice`, `engine.StepRefused` for a month whose
    edition is being compiled already."""
    root = root or Place.objects.at(Level.CITY).get()
    method, office = Method.objects.in_force(month), Office.objects.in_use().filter(type=OfficeType.CENTRE, place=root).first()
    if method is None or office is None:
        raise NoOffice
    title = _("%(place)s%(year)s年%(month)s月平安指数") % {"place": root.short_name, "year": month.year, "month": month.month}
    edition = Edition(place=root, month=month, method=method, title=title, corrects=corrects)
    edition.hand_to(office)
    try:
        with transaction.atomic():
            edition.number = next_number(at=at)
            engine.begin(edition, by=by, at=at)
            keep(edition, computed(root, month, method), at=at)
            edition.save(update_fields=["closed", "computed_at"])
    except IntegrityError as twice:
        raise engine.StepRefused(_("这个月的平安指数正在编制。")) from twice
    return edition


def draft_due(*, at):
    """The edition of the month that is over, once; None where there is one already, or nobody to compile it."""
    month = month_before(month_of(at.astimezone(CITY_TIME).date()))
    if Edition.objects.filter(month=month, place__level=Level.CITY).exists():
        return None
    try:
        return draft(month=month, at=at)
    except (NoOffice, engine.StepRefused):
        return None


@engine.after("safety_index", "recompute")
def compute_anew(edition, taken):
    keep(edition, computed(edition.place, edition.month, edition.method), at=taken.at)


@engine.after("safety_index", "submit")
def note_compiler(edition, taken):
    edition.compiler = taken.by


@engine.unless("safety_index", "submit", "publish")
def lacks_result(edition):
    """Nothing is sent or published that has no figure."""
    score = edition.scores.filter(place=edition.place).first()
    if score is None or score.index is None:
        return _("缺少常住人口，或者各分项数据都过少，算不出指数。请补充后重新取数计算。")
    return ""


@engine.after("safety_index", "publish")
def publish(edition, taken):
    """The edition it corrects steps back in the same transaction."""
    if found := differences(edition):
        raise engine.StepRefused(_("按保存的数据重新计算，有 %(count)s 处不一致，请退回重新取数计算。") % {"count": len(found)})
    edition.approver, edition.published_at = taken.by, taken.at
    if edition.corrects_id:
        engine.take(edition.corrects, "replace", by=SYSTEM, at=taken.at, note=edition.told)


@engine.after("safety_index", "correct")
def open_correction(edition, taken):
    """A published edition is never overwritten: another of the same month is compiled, and takes its place when it is published."""
    if Edition.objects.filter(place=edition.place, month=edition.month, state__in=RUNNING).exists():
        raise engine.StepRefused(_("这个月的更正正在编制。"))
    draft(month=edition.month, at=taken.at, by=taken.by, root=edition.place, corrects=edition)


def differences(edition):
    """What the kept inputs give otherwise than was kept: [(path, what, kept, computed)]. Empty is right."""
    readings = [*edition.readings.select_related("place", "component")]
    scores = {score.place.path: score for score in edition.scores.select_related("place", "band")}
    people = {path: score.people for path, score in scores.items()}
    closed, found = results(edition.method, edition.place.path, counts_in(readings), people)
    pairs = [(edition.place.path, "closed", sorted(edition.closed), sorted(closed))]
    for path, (index, tone, shows) in found.items():
        score = scores[path]
        kept = {"index": score.index, "band": score.band.tone if score.band else None, "shows": score.shows}
        pairs += [(path, name, kept[name], value) for name, value in (("index", index), ("band", tone), ("shows", shows.value))]
    pairs += [(row.place.path, f"{row.component.code} rose", row.rose, risen(edition.method, row.recent, row.before)) for row in readings]
    return [pair for pair in pairs if pair[2] != pair[3]]


@transaction.atomic
def new_version(base, *, components, bands, by, at, **facts):
    """The next version of the method, from a month on. `components` {code: its columns}, `bands` {colour: from which points on}."""
    serial = 1 + Method.objects.filter(valid_from__year=facts["valid_from"].year).count()
    while Method.objects.filter(version=f"{facts['valid_from'].year}-{serial}").exists():
        serial += 1
    made = Method.objects.create(version=f"{facts['valid_from'].year}-{serial}", mark=Mark.DEFAULT, by=by, at=at, **facts)
    for one in base.components.order_by("pk"):
        kept = {name: getattr(one, name) for name in ("code", "label", "sources", "counted", "advice")}
        Component.objects.create(method=made, **kept, **components[one.code])
    for band in base.bands.order_by("pk"):
        Band.objects.create(method=made, tone=band.tone, label=band.label, least=bands[band.tone])
    return made


def put_population(place, *, year, people, source, by, at):
    """The number of inhabitants of a year; what editions were computed with stays with them."""
    facts = {"people": people, "source": source, "mark": Mark.SECONDARY, "by": by, "at": at}
    return Population.objects.update_or_create(place=place, year=year, defaults=facts)[0]


@dataclass(frozen=True)
class PopulationSheet:
    """What a sheet of inhabitants amounts to: (facts, latest number before or None), (facts, what stands), how many rows change nothing."""

    fresh: list
    changed: list
    same: int


def population_sheet(rows):
    """Of the rows of a sheet, {place, year, people, source} each, beside what is kept."""
    kept = {}
    for row in Population.objects.filter(place__in=[facts["place"] for facts in rows]).order_by("year"):
        kept.setdefault(row.place_id, {})[row.year] = row
    pairs = [(facts, kept.get(facts["place"].pk, {})) for facts in rows]
    fresh = [(facts, last_before(known, facts["year"])) for facts, known in pairs if facts["year"] not in known]
    there = [(facts, known[facts["year"]]) for facts, known in pairs if facts["year"] in known]
    changed = [(facts, row) for facts, row in there if (facts["people"], facts["source"]) != (row.people, row.source)]
    return PopulationSheet(fresh, changed, len(there) - len(changed))


def last_before(known, year):
    """Of {year: row}, the years rising, the row of the last one before a year; None where there is none."""
    return next((row for other, row in reversed(known.items()) if other < year), None)


@transaction.atomic
def take_populations(found, kept, *, by, at):
    """Write what the sheet that was kept brings, which goes; nothing where another press took it in already."""
    if not kept.delete()[0]:
        return
    made = [Population(**facts, mark=Mark.SECONDARY, by=by, at=at) for facts, _before in (*found.fresh, *found.changed)]
    facts = ["people", "source", "mark", "by", "at"]
    Population.objects.bulk_create(made, update_conflicts=True, unique_fields=["place", "year"], update_fields=facts)


def months_free(root, *, at, count=12):
    """The ended months an edition can be opened for, the newest first: those with none, or only dropped ones."""
    last = month_before(month_of(at.astimezone(CITY_TIME).date()))
    taken = set(Edition.objects.filter(place=root).exclude(state=State.DROPPED).values_list("month", flat=True))
    return [month for back in range(count) if (month := month_before(last, back)) not in taken]


def averages():
    """{sub-index: cases per 10,000 inhabitants of the city} by its newest edition: what the ends of the next version are set by."""
    edition = Edition.objects.filter(place__level=Level.CITY).exclude(state=State.DROPPED).order_by("-month", "-pk").first()
    score = edition and edition.scores.filter(place=edition.place).first()
    if not score:
        return {}
    rows = edition.readings.filter(place=edition.place).select_related("component")
    return {row.component.code: row.rate(score.people) for row in rows}
