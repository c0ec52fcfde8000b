"""The incidents of the demo, with reports, tasks, log and reviews: told here, where everything below is at hand."""

from emergencies.incident_reviews.demo.cast import Company
from emergencies.incident_reviews.demo.stories import enter_teams, tell_stories
from emergencies.incident_reviews.demo.year import tell_year
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incidents.data.load import load_incident_kinds
from emergencies.incidents.models import Incident
from governance.deadlines.sweep import ring_all
from governance.notices.services import loading_history


def seed(*, rng, scale, count, at, say):
    """Kinds and standards, teams, a year of incidents, three to open, then the lapses that stand.

    What the hotlines of the demo sent was told before and has no review: only a review says that the year was told already.
    """
    if scale != "demo":
        return
    load_incident_kinds()
    if IncidentReview.objects.exists():
        say("incidents: there are some already")
        return
    company = Company(rng, at)
    if not company.lived:
        return
    say(f"incidents: {enter_teams(company)} teams, {tell_year(company)} incidents and three to open")
    tell_stories(company)
    with loading_history(since=at):
        ring_all(Incident, at=at)
        ring_all(IncidentReview, at=at)
