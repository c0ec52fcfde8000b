"""Lets complaints follow one another and go their own way again, carries followers along, and finds where many report the same.

Locks are taken from the follower to the case it follows, never the other way: nobody waits in a circle. The one that follows hears of the
other by a task, which does for each follower what is still to be done, in a transaction of its own.
"""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, F, Max, Min, Q
from django.utils.translation import gettext as _

from disputes.complaints.enums import FINAL, State
from disputes.complaints.models import Complaint
from disputes.following.enums import Ending
from disputes.following.models import TOLD_KINDS, Cluster, ClusterRule, Merge
from disputes.following.rules import ANSWERS, TOLD_NOTES, heard_from, people
from governance.deadlines.enums import DeadlineState
from governance.deadlines.terms import term_named
from governance.flow import engine
from governance.flow.table import RESIDENT, SYSTEM
from governance.places.enums import Level
from governance.timeline.models import Event
from governance.timeline.record import PERSON, record
from governance.timeline.record import SYSTEM as BY_SYSTEM

COMPLAINTS = Complaint.flow.procedure
UNCOUNTED = (State.NOT_ACCEPTED, State.WITHDRAWN)


@engine.after(COMPLAINTS, "merge", "join")
def follow(complaint, taken):
    """Its own clocks stand still, the case it follows knows of it."""
    lead = led(complaint)
    merge = Merge(complaint=complaint, lead=lead, state_before=taken.came_from, at=taken.at)
    merge.by = None if taken.by == RESIDENT else taken.by
    merge.paused = stand_still(taken)
    merge.told_up_to = heard_from(state=lead.state, version=lead.version + 1, last_answer=last_answer(lead))
    merge.save()
    tell_lead(lead, "gained", _("%(number)s 并入本件") % {"number": complaint.number}, complaint, taken, change=1)


def led(complaint):
    """The row of the case it is to follow, locked. Nobody else's lock is waited for: the two may be merged the other way round just now."""
    lead = Complaint._base_manager.select_for_update(of=("self",), skip_locked=True).filter(pk=complaint.merged_into_id).first()
    if lead is None:
        raise engine.StepRefused(_("要并入的诉求正在由他人办理，请稍后再试。"))
    if lead.pk == complaint.pk:
        raise engine.StepRefused(_("不能并入自身。"))
    if lead.state in FINAL:
        raise engine.StepRefused(_("诉求 %(number)s 已经结束，不能并入。") % {"number": lead.number})
    if lead.state == State.MERGED:
        raise engine.StepRefused(_("诉求 %(number)s 已并入其他诉求，请直接并入它的主件。") % {"number": lead.number})
    if lead.against_id or lead.parent_id or lead.parts:
        raise engine.StepRefused(_("诉求 %(number)s 反映某个单位，或者是拆分的，不能作为主件。") % {"number": lead.number})
    return lead


def stand_still(taken):
    """Pause the clocks that run; returns their names. Those that stood still before are not its own."""
    running = [clock.term for clock in taken.clocks.open.values() if clock.state == DeadlineState.RUNNING]
    for name in running:
        taken.clocks.pause(term_named(name), at=taken.at, reason=str(taken.step.label))
    return running


def last_answer(lead):
    """The number of the last event that answered, or 0."""
    kinds = [f"{COMPLAINTS}.{step}" for step in ANSWERS]
    return Event.objects.of(lead).filter(kind__in=kinds).aggregate(last=Max("sequence"))["last"] or 0


def tell_lead(lead, kind, label, complaint, taken, *, change):
    """Write on the timeline of the leading case who came or went; the caller holds its row."""
    staff = None if taken.by in (RESIDENT, SYSTEM) else taken.by
    actor = PERSON if taken.by == RESIDENT else BY_SYSTEM
    data = {"number": complaint.number}
    record(lead, f"{COMPLAINTS}.{kind}", label, by=staff, actor=actor, at=taken.at, note=taken.note, data=data)
    lead.followers += change
    lead.save(update_fields=["version", "followers"])


@engine.after(COMPLAINTS, "unmerge", "release")
def stand_alone(complaint, taken):
    """As it was before: state and office, its clocks run on."""
    merge = Merge.objects.standing().get(complaint=complaint)
    complaint.state = merge.state_before
    for name in merge.paused:
        taken.clocks.resume(term_named(name), at=taken.at)
    end(merge, Ending.UNMERGED if taken.step.name == "unmerge" else Ending.RELEASED, at=taken.at)
    leave(complaint, taken)


@engine.after(COMPLAINTS, "withdraw")
def withdraw_follower(complaint, taken):
    """Who withdraws follows nobody any more."""
    if taken.came_from == State.MERGED:
        end(Merge.objects.standing().get(complaint=complaint), Ending.WITHDRAWN, at=taken.at)
        leave(complaint, taken)


@engine.after(COMPLAINTS, "close_with_lead")
def close_follower(complaint, taken):
    """The one closing notice hangs on this event. Who held the lead answers for the follower too, should it be reopened."""
    merge = (
        Merge.objects.standing()
        .select_related("lead__office", "complaint__suggested_office", "complaint__received_by")
        .get(complaint=complaint)
    )
    if complaint.office_id is None:
        told = merge.complaint
        complaint.hand_to(merge.lead.office or told.suggested_office or told.received_by)
    end(merge, Ending.CLOSED, at=taken.at, closing=taken.event)


@engine.after(COMPLAINTS, "reopen")
def reopen_follower(complaint, taken):
    """Whoever is not content with the common answer gets one of his own."""
    if complaint.merged_into_id:
        leave(complaint, taken)


def end(merge, ending, *, at, closing=None):
    merge.ended_at, merge.ending, merge.closing = at, ending, closing
    merge.save(update_fields=["ended_at", "ending", "closing"])


def leave(complaint, taken):
    """The complaint counts on its own again; the case it followed knows."""
    lead = engine.lock(Complaint(pk=complaint.merged_into_id))
    complaint.merged_into = None
    tell_lead(lead, "lost", _("%(number)s 恢复单独办理") % {"number": complaint.number}, complaint, taken, change=-1)


def merge_all(lead, others, *, by, note, at):
    """Let each of these follow the lead; returns what became of each, for templates/cases/bulk.html."""
    return [merged(other, lead, by=by, note=note, at=at) for other in others]


def merged(complaint, lead, *, by, note, at):
    try:
        engine.take(complaint, "merge", by=by, at=at, note=note, merged_into=lead)
    except engine.StepRefused as refused:
        return {"case": complaint, "done": False, "message": str(refused)}
    return {"case": complaint, "done": True, "message": _("已并入 %(number)s") % {"number": lead.number}}


def bring_along(lead_pk):
    """Tell every follower of a case what happened to it since, and end with it; returns how many there were. Safe to run twice."""
    behind = Merge.objects.behind().filter(lead=lead_pk).values_list("pk", "complaint")
    return sum(bring_one(pk, complaint) for pk, complaint in list(behind))


def bring_all_along(*, batch=500):
    """The same for every case that has followers left behind."""
    behind = Merge.objects.behind().order_by("pk").values_list("pk", "complaint")[:batch]
    return sum(bring_one(pk, complaint) for pk, complaint in list(behind))


@transaction.atomic
def bring_one(pk, complaint_pk):
    """One follower: the row of the complaint is held, so that two at the same work do it once."""
    complaint = engine.lock(Complaint(pk=complaint_pk))
    merge = Merge.objects.standing().select_related("lead__office").filter(pk=pk).first()
    if merge is None:
        return False
    for event in news(merge):
        hear(complaint, event, at=max(event.at, merge.at))
    complaint.save(update_fields=["version"])
    merge.told_up_to = merge.lead.version
    merge.save(update_fields=["told_up_to"])
    if merge.lead.state in FINAL:
        step = "close_with_lead" if merge.lead.state == State.CLOSED else "release"
        engine.take(complaint, step, by=SYSTEM, at=max(merge.lead.closed_at, merge.at))
    return True


def news(merge):
    """What happened to the lead that the follower was not told, up to the state it was read in."""
    rows = Event.objects.of(merge.lead).for_residents().filter(kind__in=TOLD_KINDS, sequence__gt=merge.told_up_to)
    return rows.filter(sequence__lte=merge.lead.version).with_actors().order_by("sequence")


def hear(complaint, event, *, at):
    """Write what happened to the lead on the follower's own timeline: by the office that acted, in the words it wrote for the public."""
    step = event.kind.rpartition(".")[2]
    data = {"step": step, "told_by": str(event.actor_label), **({"office": event.data["office"]} if "office" in event.data else {})}
    note = event.note if step in TOLD_NOTES else ""
    record(complaint, f"{COMPLAINTS}.hear", _("主件：%(label)s") % {"label": event.label}, at=at, note=note, data=data, public=True)


def people_of(lead):
    """How many people reported the matter: the lead's own and its followers', each telephone once."""
    return people(list(Complaint.objects.filter(Q(pk=lead.pk) | Q(merged_into=lead.pk)).values_list("phone_index", flat=True)))


@transaction.atomic
def find_clusters(*, at):
    """Count anew where many report the same; returns how many places there are. What is none any more is gone."""
    found = [cluster for rule in ClusterRule.objects.select_related("category") for cluster in clusters_of(rule, at=at)]
    Cluster.objects.bulk_create(
        found, update_conflicts=True, unique_fields=["place", "category"],
        update_fields=["place_path", "count", "ongoing", "since", "until", "computed_at"],
    )  # fmt: skip
    kept = defaultdict(set)
    for cluster in found:
        kept[cluster.category_id].add(cluster.place_id)
    gone = [row.pk for row in Cluster.objects.only("place_id", "category_id") if row.place_id not in kept[row.category_id]]
    Cluster.objects.filter(pk__in=gone).delete()
    return len(found)


def clusters_of(rule, *, at):
    """The clusters by one rule; a category with a rule of its own is none of the general one's."""
    rows = reported(since=at - timedelta(days=rule.days)).filter(place__level=Level.VILLAGE)
    if rule.category_id:
        rows = rows.filter(category=rule.category)
    else:
        rows = rows.exclude(category__in=ClusterRule.objects.filter(category__isnull=False).values("category"))
    on_their_own = Q(merged_into=None) & ~Q(state__in=FINAL)
    counted = rows.values("place", "place_path", "category").annotate(
        count=Count("pk"), ongoing=Count("pk", filter=on_their_own), since=Min("opened_at"), until=Max("opened_at")
    )
    return [
        Cluster(place_id=row.pop("place"), category_id=row.pop("category"), computed_at=at, **row)
        for row in counted.filter(count__gte=rule.least).order_by()
    ]


def reported(*, since):
    """What people reported since then: each complaint, a split one by its parts."""
    return Complaint.objects.filter(opened_at__gte=since, parts=0).exclude(state__in=UNCOUNTED)


def window(cluster, *, at):
    """Since when its complaints are counted."""
    rule = (
        ClusterRule.objects.filter(Q(category=cluster.category_id) | Q(category=None)).order_by(F("category").asc(nulls_last=True)).first()
    )
    return at - timedelta(days=rule.days)
