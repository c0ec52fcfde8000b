"""What naming the accused does to a complaint, and who declares that a case is his own: neither judges it."""

from django.utils.translation import gettext as _

from disputes.complaints.models import Complaint
from disputes.complaints.services import suggested_for
from governance.cases.bars import dependents_of, judge_of, kept_out_with, offices_above, recusable
from governance.flow import engine

recusable("complaints")


@engine.after("complaints", "name_accused", "recall_from_accused")
def keep_out(complaint, taken):
    """From now on nobody of the accused office, or under its direction, finds the complaint; the level above is suggested."""
    complaint.barred_ids = kept_out_with(complaint.against)
    complaint.suggested_office = judge_of(complaint.against)
    if complaint.review_on:  # what the accused promised to look at again is the dispatcher's to decide now
        complaint.reopening_asked = True


@engine.after("complaints", "recall_from_accused")
def forget_the_answer(complaint, taken):
    """What the accused answered, and what was said of it, counts for nothing: it is handled anew."""
    complaint.replied_at = complaint.reached = complaint.rated_at = None
    complaint.solved = complaint.satisfaction = ""


@engine.after("complaints", "recall_from_accused", "recall_for_recusal")
def ask_no_more(complaint, taken):
    """What the former handler wanted to know is not waited for."""
    complaint.question_open = False


@engine.after("complaints", "dispatch")
def hand_above(complaint, taken):
    """What is said of an office is handled above it, and nowhere else."""
    if complaint.against_id and not offices_above(complaint.against).filter(pk=complaint.office_id).exists():
        told = _("反映%(office)s的诉求由其上一级办理，请改选上一级的单位。")
        raise engine.StepRefused(told % {"office": complaint.against.short_name})


def renew_bars():
    """An office opened since under the direction of an accused one is kept out like the others; returns how many complaints changed."""
    changed = 0
    for complaint in Complaint.objects.exclude(against=None).select_related("against__place").order_by("pk").iterator(chunk_size=500):
        keys = kept_out_with(complaint.against)
        if keys != complaint.barred_ids:
            changed += Complaint.objects.filter(pk=complaint.pk).update(barred_ids=keys)
            for hanging in dependents_of(complaint):
                type(hanging).objects.filter(pk=hanging.pk).update(barred_ids=keys)
    return changed


@engine.after("complaints", "clear_accused")
def let_in_again(complaint, taken):
    """It was nobody's accusation after all: the complaint goes the way of all others."""
    complaint.against, complaint.barred_ids = None, []
    complaint.suggested_office = suggested_for(complaint)
