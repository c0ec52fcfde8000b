"""Which centre organises, and which roles an office can give."""

from django.db.models.functions import Length

from governance.people.enums import OfficeType, Role
from governance.people.models import Office
from governance.places.rules import ancestors, common_ancestor

ROLES_AT = {
    OfficeType.LEADING_GROUP: (Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR, Role.ADMINISTRATOR),
    OfficeType.GOVERNMENT: (Role.LEADING_OFFICIAL, Role.HOTLINE_OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR),
    OfficeType.CENTRE: (Role.CENTRE_OFFICER, Role.MEDIATOR, Role.ADMINISTRATOR),
    OfficeType.HOTLINE: (Role.HOTLINE_OPERATOR,),
    OfficeType.TOWNSHIP: (Role.TOWNSHIP_CLERK, Role.GRID_WORKER, Role.MEDIATOR),
    OfficeType.VILLAGE: (Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.MEDIATOR),
    OfficeType.BUREAU: (Role.DEPARTMENT_HANDLER, Role.MEDIATOR),
    OfficeType.COURT: (Role.DEPARTMENT_HANDLER, Role.MEDIATOR, Role.AUDITOR),
    OfficeType.COMMITTEE: (Role.MEDIATOR,),
    OfficeType.SITE: (Role.SITE_MANAGER,),
    OfficeType.AUDIT: (Role.AUDITOR,),
}


class NoCentre(LookupError):
    """None of the areas' common superiors has a governance centre."""


def roles_at(office):
    """The roles a post at this office may carry."""
    return ROLES_AT[OfficeType(office.type)]


def centre_for(paths):
    """Art. 43: a dispute across areas is organised by the centre of the next higher level.

    Art. 6 sets up centres at city and county only, so it is the lowest common superior that has one: for two
    villages of a township, or two
    townships of a county, the county's; across counties the city's. A single area is its county's own matter.
    Raises `NoCentre`.
    """
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path__in=ancestors(common_ancestor(paths)))
    centre = centres.select_related("place").order_by(Length("place__path").desc()).first()
    if centre is None:
        raise NoCentre("these areas have no governance centre above them; are the offices loaded?")
    return centre
