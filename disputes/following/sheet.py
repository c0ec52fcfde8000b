"""Following as a table: each leading case, who follows it, and what each was told. Contact data stand nowhere in it."""

from collections import Counter, defaultdict

from django.contrib.contenttypes.models import ContentType

from disputes.complaints.models import Complaint
from disputes.following.enums import Ending
from disputes.following.models import Merge
from governance.notices.models import Notice
from governance.timeline.models import Event

FLOW = Complaint.flow.procedure
CLOSING = f"{FLOW}.close_with_lead"
HEARD = f"{FLOW}.hear"


def report(numbers=()):
    """{leads: […], totals: {…}, wrong: [numbers]}. `wrong` holds whoever followed to the end and was not told of it exactly once."""
    merges = Merge.objects.select_related("lead", "complaint").order_by("lead__number", "at", "pk")
    merges = list(merges.filter(lead__number__in=numbers) if numbers else merges)
    told, messages = told_of(merges), messages_of(merges)
    leads = defaultdict(list)
    for merge in merges:
        leads[merge.lead].append(row_of(merge, told, messages))
    followers = [row for rows in leads.values() for row in rows]
    ended = [row for row in followers if row["ending"] == Ending.CLOSED]
    wrong = [row["number"] for row in ended if row["closing_notices"] != 1 or row["closing_messages"] > 1]
    totals = {"leads": len(leads), "followers": len(followers), "closed_with_lead": len(ended), "wrong": len(wrong)}
    found = [{"number": lead.number, "state": lead.state, "followers": rows} for lead, rows in leads.items()]
    return {"leads": found, "totals": totals, "wrong": wrong}


def row_of(merge, told, messages):
    """`…_notices` are told on the follower's own page, `…_messages` are the text messages that went with them."""
    counts, own = told[merge.complaint_id], merge.complaint
    return {
        "number": own.number,
        "state": own.state,
        "joined": merge.by_id is None,
        "since": merge.at.isoformat(),
        "ending": merge.ending,
        "progress_notices": counts[HEARD],
        "closing_notices": counts[CLOSING],
        "closing_messages": messages[merge.closing_id] if merge.closing_id else 0,
        "solved": own.solved,
        "satisfaction": own.satisfaction,
    }


def told_of(merges):
    """key of the complaint → kind of event → how often its page tells of it."""
    kind, counts = ContentType.objects.get_for_model(Complaint), defaultdict(Counter)
    events = Event.objects.for_residents().filter(content_type=kind, object_id__in={merge.complaint_id for merge in merges})
    for key, name in events.filter(kind__startswith=f"{FLOW}.").values_list("object_id", "kind"):
        counts[key][name] += 1
    return counts


def messages_of(merges):
    """key of the closing event → how many text messages hang on it."""
    events = [merge.closing_id for merge in merges if merge.closing_id]
    return Counter(Notice.objects.outgoing().filter(event__in=events).values_list("event", flat=True))
