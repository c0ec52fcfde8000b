"""The one way a case moves: `take(case, "accept", by=…, at=…)`.

In one transaction it locks the row, checks state, capability, holder, note and version, writes state, event and clocks, and runs what the
procedure's services declared with `after`. Whatever must reach the outside is written by listeners in the same transaction.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models.expressions import RawSQL
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.scope import may
from governance.deadlines.ledger import Ledger, LedgerRefused, rules_read_once, write_begun
from governance.flow.facts import in_words, kept_facts
from governance.flow.table import RESIDENT, SYSTEM, Step
from governance.timeline.models import Event
from governance.timeline.record import PERSON, record, record_first, tell_listeners
from governance.timeline.record import SYSTEM as BY_SYSTEM
from governance.writing import insert

LAST_DIGEST = f"""
SELECT digest FROM {Event._meta.db_table} AS event
WHERE event.content_type_id = %s AND event.object_id = {{table}}.id AND event.sequence = {{table}}.version
"""


class StepRefused(Exception):
    """The step cannot be taken; the message tells the person why."""


class StaleCase(StepRefused):
    """The case moved on since the page was opened."""


@dataclass
class Taken:
    """A step while it is being taken, as its effects see it."""

    step: Step
    by: Any
    at: datetime
    note: str
    given: dict
    came_from: str = ""
    event: Any = None
    clocks: Any = None  # the case's Ledger; new clocks run in it already


_effects: dict[tuple[str, str], list] = {}
_obstacles: dict[tuple[str, str], list] = {}


def after(procedure, *steps):
    """Declare what else happens in the transaction of a step: `@after("complaints", "dispatch") def issue_order(case, taken)`."""

    def declare(effect):
        for step in steps:
            _effects.setdefault((procedure, step), []).append(effect)
        return effect

    return declare


def unless(procedure, *steps):
    """Declare what stands in the way of a step that could be taken otherwise: `@unless("mediation", "file") def lacks(case)` gives the
    reason in Chinese, or nothing. It is shown beside the step, and refuses it."""

    def declare(find):
        for step in steps:
            _obstacles.setdefault((procedure, step), []).append(find)
        return find

    return declare


def obstacle(case, step):
    """What stands in the way of a step now, in Chinese; "" where nothing does."""
    found = _obstacles.get((case.flow.procedure, step.name), ())
    return next((str(reason) for find in found if (reason := find(case))), "")


def begin(case, *, by, at, note="", data=None):
    """Open a new, unsaved case: writes it with its first event and clocks. `by` is a user, RESIDENT or SYSTEM.

    No savepoint: who goes on after a case could not be opened opens it in a transaction of its own.
    """
    with transaction.atomic(savepoint=False):
        taken = _opening(case, by=by, at=at, note=note, data=data)
        insert([case])
        _write(case, taken, last=(0, ""), stored=_stored(case))
    return case


def begin_many(cases, *, by, notes, data):
    """Open many new cases of one procedure as `begin` does each, in few statements; each at its own `opened_at`, with own note and data."""
    with transaction.atomic(), rules_read_once():
        drawn = zip(cases, notes, data, strict=True)
        steps = [_opening(case, by=by, at=case.opened_at, note=note, data=told) for case, note, told in drawn]
        type(cases[0])._base_manager.bulk_create(cases)
        rows = [_stored(case) for case in cases]
        events = record_first([(case, _told(case, taken)) for case, taken in zip(cases, steps, strict=True)])
        for case, taken, event in zip(cases, steps, events, strict=True):
            taken.event = event
            _have_effects(case, taken)
        write_begun([taken.clocks for taken in steps])
        for case, stored, event in zip(cases, rows, events, strict=True):
            _save(case, stored)
            tell_listeners(event, case)
    return cases


def _opening(case, *, by, at, note="", data=None):
    """The first step of a case that is not written yet; its clocks run already."""
    opening = case.flow.opening
    taken = Taken(opening, by, at, note, data or {})
    case.state, case.opened_at = opening.target, at
    case.place_path = case.place.path
    taken.clocks = Ledger(case)
    taken.clocks.start(*opening.starts, at=at)
    case.due_at, case.version = taken.clocks.first_due(), 1
    return taken


def take(case, name, *, by, at, note="", version=None, **given):
    """Take a step; returns the case as it stands afterwards. Raises `StepRefused` (or `StaleCase`) and then nothing has changed."""
    with transaction.atomic():
        case, last = _locked(case)
        stored, step = _stored(case), case.flow.step(name)
        _check(case, step, by=by, at=at, note=note, version=version, given=given)
        if reason := obstacle(case, step):
            raise StepRefused(reason)
        if "place" in given:
            given["place_before"] = case.place
        taken = Taken(step, by, at, note, given, came_from=case.state)
        if step.target is not None:
            case.state = step.target
        _fill_in(case, given)
        if case.state in case.flow.final and taken.came_from not in case.flow.final:
            case.closed_at = at
        if case.state not in case.flow.final:
            case.closed_at = None
        taken.clocks = Ledger(case)
        _write(case, taken, last=last, stored=stored)
    return case


def lock(case):
    """The case's row, locked until the transaction ends."""
    return _locked(case)[0]


def _locked(case):
    """The case's row, locked, with what was read of its relatives before; and (number, digest) of its last event.

    Where the lock was waited for, the digest's snapshot is older than the row: then there is None, and it is read anew.
    """
    model = type(case)
    digest = RawSQL(LAST_DIGEST.format(table=model._meta.db_table), [ContentType.objects.get_for_model(model).pk])
    computed = [field.name for field in model._meta.concrete_fields if field.generated]
    rows = model._base_manager.select_for_update(of=("self",)).defer(*computed).annotate(last_digest=digest)
    locked = rows.get(pk=case.pk)
    for field in model._meta.fields:
        if field.is_relation and field.is_cached(case) and getattr(case, field.attname) == getattr(locked, field.attname):
            field.set_cached_value(locked, field.get_cached_value(case))
    return locked, (locked.version, locked.last_digest) if locked.last_digest else None


def available(case, user, *, at=None):
    """Steps this person can take on the case at that moment, or now, in the order of the table."""
    return offered(case, user, at=at)[0]


def offered(case, user, *, at=None):
    """([step], [(step, why)]): what this person can take, and what only another person may take, because this one is the first of two."""
    moment, own, others = at or timezone.now(), [], []
    for step in case.flow.leaving(case.state):
        if _kept_from(case, step, user, at=moment):
            continue
        if why := _left_to_another(case, step, user):
            others.append((step, why))
        else:
            own.append(step)
    return own, others


def _check(case, step, *, by, at, note, version, given):
    if version is not None and version != case.version:
        raise StaleCase(_("该事项在您打开页面之后已有新的办理动作，请核对最新情况后再提交。"))
    if case.state not in step.source:
        raise StepRefused(_("当前状态为“%(state)s”，不能进行“%(step)s”。") % {"state": case.get_state_display(), "step": step.label})
    if reason := held_back(case, step, by, at=at):
        raise StepRefused(reason)
    if step.note_required and not note.strip():
        raise StepRefused(_("请填写说明。"))
    missing = [name for name in step.fields if name not in given]
    if missing:
        raise TypeError(f"step {step.name} lacks {', '.join(missing)}")


def held_back(case, step, by, *, at):
    """Why this person may not take the step on this case at that moment, or None."""
    if reason := _kept_from(case, step, by, at=at):
        return reason
    return None if by in (RESIDENT, SYSTEM) else _left_to_another(case, step, by)


def _kept_from(case, step, by, *, at):
    """Why nobody may take the step now, or not from this post; or None."""
    if step.when and not step.when(case):
        return _("现在不需要进行“%(step)s”。") % {"step": step.label}
    if reason := _out_of_time(case, step, at):
        return reason
    if step.needs in (RESIDENT, SYSTEM):
        return None if by == step.needs else _("“%(step)s”不由工作人员办理。") % {"step": step.label}
    if by in (RESIDENT, SYSTEM) or not may(by, step.needs, case):
        return _("您没有“%(step)s”的权限。") % {"step": step.label}
    if step.held and (by.acting_post is None or not _holds(case, step, by.acting_post.office_id)):
        return _("该事项现由其他单位承办。")
    return None


def _left_to_another(case, step, by):
    """Why another person has to take the step, or None."""
    rule = step.second
    if rule is None or (rule.when and not rule.when(case)):
        return None
    return str(rule.told) if by.pk in _first_persons(case, rule) else None


def _first_persons(case, rule):
    """The keys of those who did what a second person judges."""
    found = {_person_in(case, column) for column in rule.columns}
    if rule.steps:
        kinds = [f"{case.flow.procedure}.{name}" for name in rule.steps]
        rows = Event.objects.of(case).filter(kind__in=kinds).order_by("kind", "-sequence").distinct("kind")
        found.update(rows.values_list("by", flat=True))
    return found - {None}


def _person_in(case, column):
    """The key in a column of the case, or of a relative it may have."""
    *relatives, name = column.split(".")
    try:
        for relative in relatives:
            case = getattr(case, relative)
    except ObjectDoesNotExist:
        return None
    return getattr(case, f"{name}_id")


def _out_of_time(case, step, at):
    """Why it is too early or too late for the step, or None."""
    begins, ends = (getattr(case, column) if column else None for column in (step.after, step.until))
    if step.after and (begins is None or at < begins):
        return _("“%(step)s”在%(moment)s后才能办理。") % {"step": step.label, "moment": in_words(begins) or _("期限届满")}
    if step.until and (ends is None or at > ends):
        return _("“%(step)s”的期限已过。") % {"step": step.label}
    return None


def _holds(case, step, office):
    """Whether the office of this key may take a held step."""
    if callable(step.held):
        return step.held(case, office)
    return office == getattr(case, f"{'office' if step.held is True else step.held}_id")


def _write(case, taken, *, last, stored):
    """Event, clocks and effects of a step, in this order; then what changed of the case. Effects find the new clocks running."""
    taken.event = record(case, **_told(case, taken), tell=False, last=last)
    if taken.step.source:
        final = case.flow.final
        _run_clocks(taken.clocks, taken.step, at=taken.at, ended=case.state in final and taken.came_from != case.state)
    _have_effects(case, taken)
    taken.clocks.close()
    _save(case, stored)
    tell_listeners(taken.event, case)


def _told(case, taken):
    """A step as its event tells it."""
    step, staff = taken.step, taken.by not in (RESIDENT, SYSTEM)
    return {
        "kind": f"{case.flow.procedure}.{step.name}",
        "label": step.label,
        "by": taken.by if staff else None,
        "actor": PERSON if taken.by == RESIDENT else BY_SYSTEM,
        "at": taken.at,
        "note": taken.note,
        "data": kept_facts(case, taken),
        "public": step.public,
    }


def _have_effects(case, taken):
    for effect in _effects.get((case.flow.procedure, taken.step.name), ()):
        _have(effect, case, taken)


def _stored(case):
    """The columns of a case as they stand in its row."""
    columns = [field.attname for field in case._meta.concrete_fields if not field.generated]
    return {name: getattr(case, name) for name in columns}


def _save(case, stored):
    """Write the columns that differ from the row."""
    changed = [name for name, value in _stored(case).items() if value != stored[name]]
    if changed:
        case.save(update_fields=changed)


def _have(effect, case, taken):
    """Run an effect; a clock that cannot be changed refuses the step."""
    try:
        effect(case, taken)
    except LedgerRefused as refused:
        raise StepRefused(refused) from refused


def _run_clocks(clocks, step, *, at, ended):
    for term in step.meets:
        clocks.meet(term, at=at)
    for term in step.drops:
        clocks.drop(term)
    for term in step.pauses:
        clocks.pause(term, at=at, reason=str(step.label))
    for term in step.resumes:
        clocks.resume(term, at=at)
    if ended:
        clocks.drop_all(at=at)
    clocks.start(*step.starts, at=at)


def _fill_in(case, given):
    """Write what the step's form gave into the fields of that name; an office is handed the case, a place takes it in."""
    own = {field.name for field in case._meta.fields}
    for name, value in given.items():
        if name == "office":
            case.hand_to(value)
        elif name == "place":
            case.place, case.place_path = value, value.path
        elif name in own:
            setattr(case, name, value)
