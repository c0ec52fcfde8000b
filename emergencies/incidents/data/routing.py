"""Which office leads, which is told first, and which is told next; by the offices that stand in the tables."""

from emergencies.incidents.enums import Reached
from emergencies.incidents.rules import CITY, COUNTY, EMERGENCY, TOWNSHIP
from governance.people.enums import OfficeType
from governance.people.models import Office

ON_DUTY = (OfficeType.GOVERNMENT, OfficeType.CENTRE)  # who is told where there is no emergency bureau


def leading_office(incident):
    """The bureau of the kind's trade, the county's before the city's; else the one on duty; else the township it lies in."""
    path = incident.place.path
    bureaus = Office.objects.in_use().filter(type=OfficeType.BUREAU, trade=incident.kind.trade)
    near = bureaus.filter(place__path__in=[path[:COUNTY], path[:CITY]]).select_related("place").order_by("-place__path")
    wanted = (*near, *duty_offices(path), township_of(path))
    return next((one for one in wanted if one and one.pk not in incident.barred_ids), None)


def township_of(path):
    return Office.objects.named(OfficeType.TOWNSHIP, path[:TOWNSHIP]) if len(path) >= TOWNSHIP else None


def duty_office(path):
    """Who is told of incidents at a county or the city: its emergency bureau (Art. 31, 应急管理部门), else its government or centre."""
    offices = Office.objects.in_use().filter(place__path=path).select_related("place")
    bureau = offices.filter(type=OfficeType.BUREAU, trade=EMERGENCY).first()
    return bureau or next((found for kind in ON_DUTY if (found := offices.filter(type=kind).first())), None)


def duty_offices(path):
    """(the county's, the city's); what concerns the whole city has none of a county."""
    return (duty_office(path[:COUNTY]) if len(path) >= COUNTY else None), duty_office(path[:CITY])


def told_next(incident, reporter):
    """(office, level) that the reporter tells: the county's duty office, from there the city's, from there the region, which has no office
    here. An office that the case keeps out is passed over."""
    county, city = duty_offices(incident.place_path)
    own = reporter.pk if reporter else None
    is_city = reporter is not None and len(reporter.place.path) <= CITY
    if city is not None and own != city.pk and (is_city or own == (county and county.pk) or county is None):
        return _unless_barred(incident, city, Reached.CITY)
    if county is not None and own != county.pk and not is_city:
        return _unless_barred(incident, county, Reached.COUNTY)
    return None, Reached.REGION


def _unless_barred(incident, office, level):
    return (None if office.pk in incident.barred_ids else office), level
