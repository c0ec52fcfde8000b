"""The one page of the person: what became of each part, with its answer."""

from disputes.complaints.models import Complaint
from disputes.complaints.public.telling import words
from disputes.splitting.services import last_replies, parts_of

ANSWERED = ("replied", "called_back")


def told(complaint):
    """Each part as the person reads it; asked only where a complaint was split."""
    if not isinstance(complaint, Complaint) or not complaint.parts:
        return None
    children = list(parts_of(complaint))
    answers = last_replies(children)
    rows = [
        {
            "title": child.title,
            "category": child.category.name,
            "words": words(child),
            "state": child.state_label,
            "tone": child.tone,
            "due_at": child.due_at if child.is_ongoing else None,
            "answer": answers.get(child.pk, "") if not child.is_ongoing or child.state in ANSWERED else "",
        }
        for child in children
    ]
    return {"template": "public/_parts.html", "rows": rows}
