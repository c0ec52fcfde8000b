"""我的一天: what the flow tables, the clocks and the timelines say to one person today, over all procedures.

Nothing is declared for it: what a post can do next follows from the steps of a flow, what is due from the cases, what changed from events.
"""

from datetime import datetime, time, timedelta
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from governance import registry
from governance.access.scope import may
from governance.flow.table import Among
from governance.people.models import Leave
from governance.timeline.models import Event
from governance.web.casework.lines import state_badges
from governance.web.clock import UNKNOWN, running
from governance.web.drawing import clock_line
from governance.web.saved import found_by, shared_by

LATE_SHOWN, SOON_SHOWN, CHANGED_SHOWN, PENDING_SHOWN = 10, 40, 15, 10
CASES_LOOKED_AT = 500
RECENTLY = timedelta(days=7)  # cases one took a step on within this are one's own business too
ONE_DAY = timedelta(days=1)


def midnight(at, days=0):
    """The beginning of the day so many days after that of a moment; a limit's 24:00 is the beginning of the next day."""
    day = timezone.localdate(at) + days * ONE_DAY
    return timezone.make_aware(datetime.combine(day, time.min))


def models_of(user):
    """The case models whose cases the post can see at all."""
    return [model for model in registry.case_models().values() if may(user, model.view_capability)]


def next_steps(model, user):
    """Which rows wait for this post, as the flow has it: states from which it can take the usual next step, where held by its office.

    None where the post has no such step. Steps with a condition of their own lie on the desk's cards.
    """
    wanted = [
        Q(state__in=step.source) & holder
        for step in model.flow.steps
        if step.main
        and not step.when
        and hasattr(step.needs, "roles")
        and may(user, step.needs)
        and (holder := held_by(step.held, user.acting_post.office_id)) is not None
    ]
    return reduce(or_, wanted) if wanted else None


def held_by(held, office):
    """The rows of which an office holds the step; None where only the case itself can tell."""
    if isinstance(held, Among):
        return Q(**{f"{held.column}__contains": [office]})
    if callable(held):
        return None
    return Q(**{"office" if held is True else held: office}) if held else Q()


def due_for(user, *, at, calendar):
    """{late, today, tomorrow: lines}, what is due first first; `more_late` says that not all late ones are shown."""
    late, soon = [], []
    for model in models_of(user):
        wanted = next_steps(model, user)
        if wanted is None:
            continue
        rows = model.objects.visible_to(user, model.view_capability).filter(wanted).order_by("due_at", "id")
        late += [(model, row) for row in rows.filter(due_at__lt=at)[: LATE_SHOWN + 1].lines()]
        soon += [(model, row) for row in rows.filter(due_at__gte=at, due_at__lte=midnight(at, 2))[:SOON_SHOWN].lines()]
    late, soon = in_order(late), in_order(soon)
    shown = [(key, [line(model, row, at=at, calendar=calendar) for model, row in pairs]) for key, pairs in (
        ("late", late[:LATE_SHOWN]),
        ("today", [pair for pair in soon if pair[1].due_at <= midnight(at, 1)]),
        ("tomorrow", [pair for pair in soon if pair[1].due_at > midnight(at, 1)]),
    )]  # fmt: skip
    return {**dict(shown), "more_late": len(late) > LATE_SHOWN}


def in_order(pairs):
    return sorted(pairs, key=lambda pair: (pair[1].due_at, pair[1].pk))


def line(model, row, *, at, calendar):
    """One case as a line: what it is, where, how it stands, and its clock."""
    clock = clock_line(running(row.due_at, at=at, calendar=calendar, unit=row.limit_unit or UNKNOWN)) if row.due_at else ""
    facts = {"title": row.title, "number": row.number, "place": row.place__full_name, "state": state_badges(model)[row.state]}
    return {**facts, "procedure": model.flow.label, "url": page_of_case(model, row.number), "clock": clock}


def page_of_case(model, number):
    return reverse(f"{model.flow.procedure}_detail", args=[number])


def changed_for(user, *, at):
    """What others did since yesterday on cases the own office holds, or that one took a step on lately: the newest of each case."""
    since, models = midnight(at, -1), {ContentType.objects.get_for_model(model).pk: model for model in models_of(user)}
    own = Event.objects.filter(by=user, at__gte=at - RECENTLY, content_type__in=models).values_list("content_type", "object_id")
    touched = {}
    for kind, key in own.distinct()[:CASES_LOOKED_AT]:
        touched.setdefault(kind, set()).add(key)
    wanted = Q(pk__in=[])
    for kind, model in models.items():
        wanted |= Q(content_type=kind, object_id__in=followed(model, user, touched.get(kind, ()), since=since))
    events = Event.objects.filter(wanted, recorded_at__gte=since, at__gte=since).exclude(by=user).with_actors()
    return newest_of_each(events.order_by("-recorded_at", "-pk")[:CASES_LOOKED_AT], models)


def followed(model, user, touched, *, since):
    """Keys of the cases whose changes one hears of. Holding is for those who handle; who only reads follows nothing."""
    holds = any(step.held and hasattr(step.needs, "roles") and may(user, step.needs) for step in model.flow.steps)
    mine = Q(pk__in=touched)
    if holds:
        lively = ~Q(state__in=model.flow.final) | Q(closed_at__gte=since)
        mine |= Q(office=user.acting_post.office_id) & lively
    rows = model.objects.visible_to(user, model.view_capability).filter(mine)
    return list(rows.order_by("-opened_at").values_list("pk", flat=True)[:CASES_LOOKED_AT])


def newest_of_each(events, models):
    """One line for each case, with how many more things happened to it."""
    found = {}
    for event in events:
        found.setdefault((event.content_type_id, event.object_id), []).append(event)
    return [
        {
            "event": told[0],
            "more": len(told) - 1,
            "url": page_of_case(models[kind], told[0].case_number),
            "procedure": models[kind].flow.label,
        }
        for (kind, _key), told in list(found.items())[:CHANGED_SHOWN]
    ]


def leaves_for(user, *, at, calendar):
    """Whom one stands in for, each with what lies pending of that person's; and who stands in for oneself."""
    rows = list(Leave.objects.running(at).with_people().filter(Q(deputy=user.acting_post) | Q(post=user.acting_post)))
    others = [leave for leave in rows if leave.deputy_id == user.acting_post.pk]
    return {
        "standing_in": [{"leave": leave, "pending": pending_of(leave, user, at=at, calendar=calendar)} for leave in others],
        "own_leave": next((leave for leave in rows if leave.post_id == user.acting_post.pk), None),
    }


def pending_of(leave, user, *, at, calendar):
    """What the person who is away has in hand at the office: ongoing cases that person took a step on, as far as oneself may see them."""
    found = []
    for model in models_of(user):
        theirs = Event.objects.filter(
            content_type=ContentType.objects.get_for_model(model), object_id=OuterRef("pk"), by=leave.post.user_id
        )
        rows = model.objects.visible_to(user, model.view_capability).ongoing().filter(Exists(theirs), office=leave.post.office_id)
        found += [(model, row) for row in rows.order_by("due_at", "id")[:PENDING_SHOWN].lines()]
    far = midnight(at, 36_500)
    found.sort(key=lambda pair: (pair[1].due_at or far, pair[1].pk))
    return [line(model, row, at=at, calendar=calendar) for model, row in found[:PENDING_SHOWN]]


def filters_for(user, *, at):
    """Every saved filter one finds on a list one may open: one's own and those shared with the office."""
    labels = {link.url_name: link for chapter in registry.chapters() for link in chapter.navigation}
    found = []
    for row in found_by(user, at=at):
        link = labels.get(row.list_name)
        if link is None or not may(user, link.gate):
            continue
        try:
            url = f"{reverse(row.list_name)}?{row.query}"
        except NoReverseMatch:
            continue
        found.append({"label": row.name, "list": link.label, "url": url, "by": shared_by(row, user)})
    return found
