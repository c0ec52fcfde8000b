"""催办: who supervises a case presses the office that holds it, at most once a day.

A procedure has a step `remind` that leaves the state as it is, and a notice to the holding office on its event.
"""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from governance.flow import engine
from governance.timeline.models import Event

CITY_TIME = ZoneInfo("Asia/Shanghai")


def remindable(procedure):
    """Declare that the step `remind` of a procedure is taken once a day, and by another office than the one that holds the case."""

    @engine.after(procedure, "remind")
    def once_a_day(case, taken):
        if case.office_id is None:
            raise engine.StepRefused(_("该事项还没有承办单位，请先派单。"))
        post = getattr(taken.by, "acting_post", None)
        if post and post.office_id == case.office_id:
            raise engine.StepRefused(_("该事项由本单位承办，不用催办。"))
        earlier = Event.objects.of(case).filter(kind=f"{procedure}.remind", at__gte=start_of_day(taken.at))
        if earlier.exclude(sequence=taken.event.sequence).exists():
            raise engine.StepRefused(_("今天已经催办过，同一事项每天只催办一次。"))


def start_of_day(moment):
    """The beginning of the city's day a moment lies in."""
    return datetime.combine(moment.astimezone(CITY_TIME).date(), time.min, tzinfo=CITY_TIME)
