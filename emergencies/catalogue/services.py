"""Keeps the catalogue, and says which office commands reserves (Art. 37: the emergency management department)."""

from django.db import transaction

from emergencies.catalogue.models import StockItem
from emergencies.criteria.services import note
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.enums import Level

TRADE = "emergency"
CITY, COUNTY = 4, 6  # characters of a path


def is_command(office):
    """Whether an office is an emergency management department."""
    return office is not None and office.type == OfficeType.BUREAU and office.trade == TRADE


def acting_office(user):
    return user.acting_post.office if user.acting_post else None


def commands(user, path=""):
    """Whether the person acts for the emergency management department of the area a path lies in; of any area without one."""
    office = acting_office(user)
    return is_command(office) and (not path or path.startswith(office.place.path))


def commands_city(user):
    """Whether the person acts for the department of the city, which keeps catalogue and standards for all of it."""
    office = acting_office(user)
    return is_command(office) and office.place.level == Level.CITY


def command_ids(path):
    """The keys of the departments that command what lies there: the city's, and the county's own."""
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade=TRADE)
    return [*bureaus.filter(place__path__in=[path[:CITY], path[:COUNTY]]).order_by("place__path").values_list("pk", flat=True)]


@transaction.atomic
def add(form_values, *, told, reason, by, at):
    """Another kind of goods in the catalogue."""
    made = StockItem.objects.create(**form_values)
    note(made, told, reason=reason, by=by, at=at)
    return made
