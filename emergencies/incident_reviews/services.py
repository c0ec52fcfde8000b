"""Opens the review when an incident is over, keeps its measures, and lets them come back until they are done."""

from django.db.models import Min
from django.utils.translation import gettext as _

from emergencies.incident_reviews import terms
from emergencies.incident_reviews.models import IncidentReview, ReviewMeasure
from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM

GOES_ON = {"incident_reviews.approve", "incident_reviews.finish_measure"}

remindable("incident_reviews")


@engine.after("incidents", "end")
def open_review(incident, taken):
    """Once per incident: what flares up again and ends again has its review already."""
    if IncidentReview.objects.filter(incident=incident).exists():
        return
    review = IncidentReview(
        incident=incident, title=incident.title, place=incident.place, office_ids=list(incident.office_ids),
        number=next_number(at=taken.at), **incident.bars,
    )  # fmt: skip
    if incident.office is not None:
        review.hand_to(incident.office)
    engine.begin(review, by=SYSTEM, at=taken.at)


@engine.after("incident_reviews", "submit")
def keep_measures(review, taken):
    """Those of the review that counts: what was sent back is written anew, measures and all."""
    ReviewMeasure.objects.filter(review=review).delete()
    measures = ReviewMeasure.objects.bulk_create(ReviewMeasure(review=review, **facts) for facts in taken.given.get("measures") or ())
    review.measures_until = min((measure.until for measure in measures), default=None)


@engine.after("incident_reviews", "finish_measure")
def end_measure(review, taken):
    """One thing is put right; the clock runs on to the day of the next one."""
    day = taken.at.astimezone(terms.CITY_TIME).date()
    if not review.measures.still_open().filter(pk=taken.given["measure"].pk).update(done_on=day, result=taken.note):
        raise engine.StepRefused(_("该项措施已经完成，请刷新页面。"))
    left = review.measures.still_open().aggregate(first=Min("until"))["first"]
    if left:
        review.measures_until = left
        taken.clocks.start(terms.MEASURES, at=taken.at)


def go_on(event, case):
    """Listener: after the last measure the review is closed; at once where it asks for none."""
    if isinstance(case, IncidentReview) and event.kind in GOES_ON and not case.measures.still_open().exists():
        engine.take(case, "close", by=SYSTEM, at=event.at)
