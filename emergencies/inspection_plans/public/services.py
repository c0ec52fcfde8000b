"""What of the plans is published: everything but who is sent out."""

from emergencies.inspection_plans.models import InspectionPlan


def published():
    """The plans that were settled and that keep nobody out, the newest first."""
    return InspectionPlan.objects.open_to_all().published().for_detail().order_by("-opened_at", "-id")


def lots_of(plan):
    """The pool as it is published: drawn first, in the order of the ranks once there are any."""
    return plan.lots.select_related("premises__kind", "premises__place").order_by("-drawn", "rank", "number")
