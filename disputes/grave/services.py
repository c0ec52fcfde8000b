"""Grave matters (Art. 43): flagged with a reason they stand on the centre's desk, under a clock of its own."""

from django.utils.translation import gettext as _

from disputes.complaints.terms import RESPOND
from disputes.recusal import services as recusal  # noqa: F401  its effects run first: whom a complaint keeps out is known by then
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors

COUNTY = 6  # characters of a county's path


def centre_of(complaint):
    """The centre that deals with a grave matter: the county's, the city's where that one is kept out; None where there is neither."""
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path__in=ancestors(complaint.place_path[:COUNTY]))
    return centres.exclude(pk__in=complaint.barred_ids).order_by("-place__path").first()


@engine.after("complaints", "flag_danger")
def stand_on_the_desk(complaint, taken):
    """The clock is the centre's, whoever holds the complaint."""
    centre = centre_of(complaint)
    if centre is None:
        raise engine.StepRefused(_("没有可以处置的综治中心，请联系管理员。"))
    complaint.danger = taken.note
    taken.clocks.open[RESPOND.name].office_id = centre.pk


@engine.after("complaints", "unflag_danger")
def stand_no_longer(complaint, taken):
    complaint.danger = ""


@engine.after("complaints", "correct", "name_accused", "recall_from_accused", "clear_accused")
def find_another_desk(complaint, taken):
    """Another place, or an accused centre: the clock is another centre's."""
    if complaint.danger and (centre := centre_of(complaint)):
        Deadline.objects.of(complaint).still_open().filter(term=RESPOND.name).update(office=centre)


@engine.after("complaints", "close", "not_accept", "hand_to_mediation", "pass_to_mediation")
def refuse_unanswered(complaint, taken):
    """Nothing ends quietly while the centre has not dealt with the danger."""
    if any(one.term == RESPOND.name and one.state == DeadlineState.DROPPED for one in taken.clocks.changed):
        raise engine.StepRefused(_("该诉求是重大事项，综治中心尚未处置，处置或者解除后才能办理这一步。"))
