"""Where a hazard goes: who supervises it, who stands above, which sites may be meant; by the offices that stand in the tables."""

from django.utils import timezone

from emergencies.hazards.enums import Source
from emergencies.hazards.rules import CITY, COUNTY, TOWNSHIP
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due, last_day
from governance.deadlines.models import Limit
from governance.flow.table import RESIDENT, SYSTEM
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office

SITES_SHOWN = 200


def supervising_office(hazard, *, by):
    """Who verifies it and sees to its removal: a township or bureau that found it itself; else the township it lies in (Art. 32 para 2), for
    what a site reports of itself and for what lies above a township the bureau of its sector."""
    own = by.acting_post.office if by not in (RESIDENT, SYSTEM) and by.acting_post else None
    if own and own.type in (OfficeType.TOWNSHIP, OfficeType.BUREAU) and may_hold(own, hazard):
        return own
    township = Office.objects.named(OfficeType.TOWNSHIP, hazard.place.path[:TOWNSHIP]) if len(hazard.place.path) >= TOWNSHIP else None
    bureau = bureau_for(hazard.sector, hazard.place.path)
    return (bureau or township) if hazard.source == Source.SITE else (township or bureau)


def may_hold(office, hazard):
    return hazard.place.path.startswith(office.place.path) and office.pk not in hazard.barred_ids


def bureau_for(sector, path):
    """The bureau of the sector's trade: the county's, else the city's, else None."""
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade=sector.trade)
    near = {office.place.path: office for office in bureaus.filter(place__path__in=[path[:COUNTY], path[:CITY]]).select_related("place")}
    return near.get(path[:COUNTY]) or near.get(path[:CITY])


def office_above(hazard):
    """Of a township the bureau of the sector, of a county's bureau the city's of its trade, else the centre of the county; None where
    nobody is left or all are kept out."""
    path, holder = hazard.place_path, hazard.office
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path__in=[path[:COUNTY], path[:CITY]]).order_by("-place__path")
    found = bureau_for(hazard.sector, path[:CITY] if holder and holder.type == OfficeType.BUREAU else path)
    above = [office for office in (found, *centres) if office and office.pk != hazard.office_id and office.pk not in hazard.barred_ids]
    return above[0] if above else None


def sites_near(path):
    """The sites with an account in the township of a path, to choose from."""
    rows = Office.objects.in_use().filter(type=OfficeType.SITE, place__path__startswith=path[:TOWNSHIP]).select_related("place")
    return [*rows.order_by("name")[:SITES_SHOWN]]


def latest_day(code, *, at):
    """The last day of a limit that begins now."""
    limit = Limit.objects.current([code], at=at)[code]
    result = due(at, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar())
    return last_day(timezone.localtime(result.at))
