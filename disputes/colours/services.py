"""Finds the colour of a dispute and who leads on it, and publishes new versions of the criteria."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from disputes.colours.models import ColourRule, ColourScheme
from disputes.colours.rules import Criterion, colour_of, met, next_version
from governance.deadlines.enums import Mark
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.rules import CODE_LENGTH

LEADERS = {
    Level.CITY: OfficeType.CENTRE, Level.COUNTY: OfficeType.CENTRE, Level.TOWNSHIP: OfficeType.TOWNSHIP, Level.VILLAGE: OfficeType.VILLAGE,
}  # fmt: skip


def graded(*, at, ticked, facts):
    """(version, colour, labels of what was met) by the version in force, or None where there is none."""
    scheme = ColourScheme.objects.in_force(at)
    if scheme is None:
        return None
    rules = {rule.code: rule for rule in scheme.rules.all()}
    criteria = [Criterion(rule.code, rule.colour, rule.fact, rule.threshold) for rule in rules.values()]
    found = met(criteria, ticked=ticked, facts=facts)
    return scheme, colour_of(found), [rules[one.code].label for one in found]


def leader_of(path, scheme, colour, *, barred=()):
    """The office of the level that leads on this colour; where the place has none, or the matter keeps it out, the next one above it."""
    levels = list(CODE_LENGTH)
    own = levels[: levels.index(scheme.level_of(colour)) + 1]
    wanted = Q()
    for level in own:
        if len(path) >= CODE_LENGTH[level]:
            wanted |= Q(type=LEADERS[level], place__path=path[: CODE_LENGTH[level]])
    found = Office.objects.in_use().filter(wanted, place__level__in=own).exclude(pk__in=barred)
    return found.select_related("place").order_by("-place__path").first() if wanted else None


@transaction.atomic
def publish(*, levels, rules, valid_from, source, by):
    """A version after the others; disputes graded before keep theirs. `levels` {column: level}, `rules` dicts of a criterion's columns."""
    taken = set(ColourScheme.objects.select_for_update().values_list("version", flat=True))
    version = next_version(timezone.localtime(valid_from).year, taken)
    scheme = ColourScheme.objects.create(version=version, valid_from=valid_from, source=source, by=by, mark=Mark.DEFAULT, **levels)
    ColourRule.objects.bulk_create(ColourRule(scheme=scheme, position=place, **rule) for place, rule in enumerate(rules))
    return scheme
