"""What the tracking page tells of following. Whose the other complaints are stays unknown."""

from disputes.complaints.models import Complaint
from disputes.following.services import people_of


def told(complaint):
    """How many others reported the same; asked only where somebody follows."""
    if not isinstance(complaint, Complaint) or not complaint.followers:
        return None
    others = people_of(complaint) - 1
    return {"template": "public/_followers.html", "others": others} if others else None
