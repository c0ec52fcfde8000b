"""What stands beside a filing that is being written: the answers that may make it needless (registry: `advice`)."""

from django.utils import timezone

from disputes.knowledge.services import count_shown, fitting

LEAST_WRITTEN = 4  # characters from which it is worth looking


def advise(text, category=None, *, counts=True):
    """{"template", "questions"} or None. `counts` what is shown: only where something was sent, for reading a page writes nothing."""
    questions = fitting(text, at=timezone.now(), category=category) if len(text.strip()) >= LEAST_WRITTEN else []
    if not questions:
        return None
    if counts:
        count_shown(questions)
    return {"template": "disputes/knowledge/_advice.html", "questions": questions}
