"""What the page of a case tells of those it keeps out; the resident reads who handles it instead."""

from governance.cases.bars import recused


def panel(request, case):
    """Offices and people kept out, for whoever may see the case."""
    if not case.barred_ids and not case.barred_people:
        return None
    people = list(recused(case)) if case.barred_people else []
    return {"template": "disputes/recusal/_barred.html", "below": max(len(case.barred_ids) - 1, 0), "people": people}


def told(complaint):
    """To the person who complains of an office: it does not see this."""
    return {"template": "disputes/recusal/_told.html"} if complaint.against_id else None
