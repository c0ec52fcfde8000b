"""Which centre organises, and which roles an office can give."""

from governance.people.enums import OfficeType, Role
from governance.people.models import Office
from governance.places.rules import ancestors, common_ancestor, organised_at, raised_to

ROLES_AT = {
    OfficeType.LEADING_GROUP: (Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR, Role.ADMINISTRATOR),
    OfficeType.GOVERNMENT: (Role.LEADING_OFFICIAL, Role.HOTLINE_OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR),
    OfficeType.CENTRE: (Role.CENTRE_OFFICER, Role.MEDIATOR, Role.ADMINISTRATOR),
    OfficeType.HOTLINE: (Role.HOTLINE_OPERATOR,),
    OfficeType.TOWNSHIP: (Role.TOWNSHIP_CLERK, Role.GRID_WORKER, Role.MEDIATOR),
    OfficeType.VILLAGE: (Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.MEDIATOR),
    OfficeType.BUREAU: (Role.DEPARTMENT_HANDLER, Role.MEDIATOR),
    OfficeType.COURT: (Role.DEPARTMENT_HANDLER, Role.SUPERVISING_BODY, Role.MEDIATOR, Role.AUDITOR),
    OfficeType.COMMISSION: (Role.SUPERVISING_BODY, Role.AUDITOR),
    OfficeType.CONGRESS: (Role.CONGRESS_STAFF, Role.AUDITOR),
    OfficeType.COMMITTEE: (Role.MEDIATOR,),
    OfficeType.SITE: (Role.SITE_MANAGER,),
    OfficeType.PROVIDER: (Role.CARE_PROVIDER,),
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
    centres = centres_around(common_ancestor(paths))
    centre = centres.get(organised_at(paths, centres))
    if centre is None:
        raise NoCentre("these areas have no governance centre above them; are the offices loaded?")
    return centre


def centre_above(path):
    """The centre a matter of this place is raised to, by one level; that of the city itself where there is none above. None without any."""
    centres = centres_around(path)
    return centres.get(raised_to(path, centres))


def centres_around(path):
    """{path: the centre there} of a place and of all above it."""
    found = Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path__in=ancestors(path)).select_related("place")
    return {centre.place.path: centre for centre in found.order_by("-pk")}
