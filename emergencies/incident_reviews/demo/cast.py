"""Who acts in the incidents of the demo: leads, those on duty, centres."""

from emergencies.hazards.demo.people import gathered
from emergencies.incidents.models import IncidentKind
from emergencies.incidents.rules import CITY, COUNTY
from governance.people.enums import OfficeType

HOME = "150102"  # the county where the named accounts of the demo serve


class Company:
    """The people of the hazards, asked for by what an incident needs."""

    def __init__(self, rng, at):
        self.people = gathered(rng, at)
        self.rng, self.at = rng, at
        self.kinds = {kind.code: kind for kind in IncidentKind.objects.in_use()}
        self.lived = [one for one in self.people.villages if self.duty(one.path) and self.centre(one.path)]

    def office(self, trade, path):
        """The bureau of a trade with somebody in it: the county's, else the city's."""
        found = [self.people.bureaus.get((trade, path[:length])) for length in (COUNTY, CITY)]
        return next((one for one in found if one is not None and one.pk in self.people.people), None)

    def duty(self, path):
        return self.office("emergency", path)

    def lead(self, kind, path):
        return self.office(kind.trade, path) or self.duty(path)

    def at_work(self, office):
        """Whoever serves at an office."""
        return self.people.people[office.pk]

    def centre(self, path):
        """Whoever serves at the centre of the county, or None."""
        office = self.people.bureaus.get((OfficeType.CENTRE, path[:COUNTY]))
        return self.people.people.get(office.pk) if office else None

    def village(self, county=HOME):
        return self.rng.choice([one for one in self.lived if one.path.startswith(county)] or self.lived)
