"""Writes the register of what is inspected."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from emergencies.checklists.models import PremisesKind
from emergencies.premises.models import Premises
from emergencies.venues.enums import Grade
from emergencies.venues.enums import State as VenueState
from emergencies.venues.models import Venue
from governance.cases.services import next_numbers
from governance.flow import engine
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office

COUNTY, CITY = 6, 4  # characters of a path
BATCH = 1000


def bureaus():
    """{(trade, path of a county or the city): key of the bureau} of all that are in use."""
    rows = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU)
    return {(trade, path): key for trade, path, key in rows.values_list("trade", "place__path", "pk")}


def in_charge(kind, path, known):
    """The keys of the bureaus in charge of a kind at a place: of each trade the county's, else the city's, and the city's besides."""
    found = [known.get((trade, path[:length])) for trade in kind.trades for length in (COUNTY, CITY)]
    return [*dict.fromkeys(key for key in found if key)]


def register(*, by, at, place, kind, name, known=None, **facts):
    """Enter one object; a bureau that enters it keeps it in reach. `facts`: address, work_phone, is_key, venue, site."""
    office = by.acting_post.office if by and by.acting_post else None
    keepers = [office.pk] if office and not office.is_territorial else []
    return register_many([{"place": place, "kind": kind, "name": name, **facts}], by=by, at=at, known=known, keepers=keepers)[0]


def register_many(rows, *, by, at, known=None, keepers=()):
    """Enter many objects in two statements."""
    known = bureaus() if known is None else known
    numbers = next_numbers([at] * len(rows))
    made = [Premises(number=number, registered_at=at, registered_by=by, **row) for row, number in zip(rows, numbers, strict=True)]
    for premises in made:
        premises.place_path = premises.place.path
        premises.office_ids = [*dict.fromkeys([*in_charge(premises.kind, premises.place_path, known), *keepers])]
    return Premises.objects.bulk_create(made, batch_size=BATCH)


def namesake(place, name, kind, *, besides=None):
    """An object of the same name and kind at the same place, or None: most likely the same one."""
    return Premises.objects.in_use().filter(place=place, name=name, kind=kind).exclude(pk=besides).first()


def change(premises, *, at, known=None, **facts):
    """Put facts right; another kind is another bureau's."""
    for name, value in facts.items():
        setattr(premises, name, value)
    premises.office_ids = [
        *dict.fromkeys([*premises.office_ids, *in_charge(premises.kind, premises.place_path, bureaus() if known is None else known)])
    ]
    premises.save()
    return premises


@dataclass(frozen=True)
class Outcome:
    """What a sheet amounts to: facts of new objects, (object, facts) of those to be put right, how many stand as they are."""

    fresh: list
    changed: list
    same: int

    def changes(self):
        """[(object, [(label, before, after)])] of what is put right."""
        return [
            (target, [(_label(name), getattr(target, name), facts[name]) for name in differing(target, facts)])
            for target, facts in self.changed
        ]


def outcome(rows):
    """Of the rows of a sheet, (object or None, facts) each."""
    known = [(target, facts) for target, facts in rows if target]
    changed = [(target, facts) for target, facts in known if differing(target, facts)]
    return Outcome([facts for target, facts in rows if target is None], changed, len(known) - len(changed))


def differing(target, facts):
    return [name for name, value in facts.items() if getattr(target, name) != value]


def _label(name):
    return Premises._meta.get_field(name).verbose_name


@transaction.atomic
def take_rows(found, kept, *, by, at):
    """Write the outcome of the sheet that was kept, which goes; nothing where another press took it in already."""
    if not kept.delete()[0]:
        return
    known, office = bureaus(), by.acting_post.office
    register_many(found.fresh, by=by, at=at, known=known, keepers=[] if office.is_territorial else [office.pk])
    for target, facts in found.changed:
        change(target, at=at, known=known, **facts)


@engine.after("venues", "confirm", "reopen", "reclassify")
def follow_venue(venue, taken):
    """A confirmed crowded place is inspected from now on, under each kind it belongs to."""
    if venue.state == VenueState.REGISTERED:
        enter_venues(Venue.objects.filter(pk=venue.pk), venues=[venue], at=taken.at)


@engine.after("venues", "assess")
def follow_grade(venue, taken):
    """A red place is inspected every time, whatever the lot says."""
    Premises.objects.filter(venue=venue).update(is_key=venue.grade == Grade.RED)


@engine.after("venues", "close")
def leave_register(venue, taken):
    Premises.objects.filter(venue=venue).update(active=False)


@transaction.atomic
def enter_venues(rows, *, at, venues=None):
    """Enter confirmed venues under the kinds they belong to; what is there already is used again. Returns how many are new."""
    venues = [*rows.select_related("kind", "place")] if venues is None else venues
    kinds = [*PremisesKind.objects.filter(active=True)]
    wanted = {(venue.pk, kind.pk): (venue, kind) for venue in venues for kind in kinds if venue.kind.code in kind.venue_kinds}
    there = Premises.objects.filter(venue__in=[venue.pk for venue in venues])
    known = {}
    for premises in there:
        known[premises.venue_id, premises.kind_id] = premises.pk
    there.filter(pk__in=[key for pair, key in known.items() if pair in wanted]).update(active=True)
    there.exclude(pk__in=[key for pair, key in known.items() if pair in wanted]).update(active=False)
    fresh = [of_venue(venue, kind) for pair, (venue, kind) in wanted.items() if pair not in known]
    return len(register_many(fresh, by=None, at=at)) if fresh else 0


def of_venue(venue, kind):
    return {
        "venue": venue, "kind": kind, "place": venue.place, "name": venue.title, "site_id": venue.site_id, "address": venue.landmark,
        "work_phone": venue.work_phone, "is_key": venue.grade == Grade.RED,
    }  # fmt: skip


def enter_all_venues(*, at):
    """Venues that were confirmed before there was a register; returns how many entries are new."""
    return enter_venues(Venue.objects.filter(state=VenueState.REGISTERED, premises=None), at=at)


def told_namesake(other):
    return _("该地点已有同名同类的检查对象，名录编号 %(number)s。") % {"number": other.number}
