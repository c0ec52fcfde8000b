"""Nobody judges his own case: whom a case keeps out, and who handles it instead.

An accusation must not be passed to the accused (信访工作条例), nor handled by who has an interest in it (回避). The bars themselves are
read in `governance/access/scope.py`, by every question of access; here they are put up and taken down.
"""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.cases.models import Handover
from governance.cases.rules import TOWNSHIP_PATH, directs, judges_of, stands_above
from governance.flow import engine
from governance.flow.table import Step
from governance.people.enums import OfficeType
from governance.people.models import Office, User
from governance.places.rules import ancestors, path_range

OFFICE_STEPS = frozenset({"name_accused", "recall_from_accused", "clear_accused"})
PERSON_STEPS = frozenset({"recuse", "lift_recusal"})
RECUSE, LIFT, CITED = _("声明回避"), _("解除回避"), _("信访工作条例")
HEADS = (OfficeType.LEADING_GROUP, OfficeType.GOVERNMENT)  # direct the other offices of their place
INDEPENDENT = (OfficeType.AUDIT, OfficeType.COMMISSION, OfficeType.CONGRESS)  # work under nobody of the place
HANDLING = (OfficeType.TOWNSHIP, OfficeType.VILLAGE, OfficeType.CENTRE, OfficeType.BUREAU)


def kept_out_with(office):
    """Keys of an accused office and of what works under its direction: no subordinate judges its superior.

    From the township down all offices of a place are kept out together: they sit in one building, and to whoever complains they are
    “街道办”.
    """
    path = office.place.path
    if len(path) >= TOWNSHIP_PATH:
        start, end = path_range(path)
        beside = Office.objects.filter(place__path__gte=start, place__path__lt=end).exclude(pk=office.pk)
        return [office.pk, *beside.order_by("pk").values_list("pk", flat=True)]
    if not directs(path, territorial=office.is_territorial):
        return [office.pk]
    start, end = path_range(path)
    beside = Q(type=OfficeType.COMMITTEE) if office.type not in HEADS else ~Q(type__in=[*HEADS, *INDEPENDENT])
    below = Q(place__path__gt=start, place__path__lt=end) | Q(place__path=path) & beside
    return [office.pk, *Office.objects.filter(below).exclude(pk=office.pk).order_by("pk").values_list("pk", flat=True)]


def offices_above(office):
    """The offices that may handle what is said of this one: those of the levels above it, the nearest first."""
    path = office.place.path
    paths = [above for above in ancestors(path) if stands_above(above, path)]
    found = Office.objects.in_use().filter(place__path__in=paths, type__in=HANDLING).exclude(pk__in=kept_out_with(office))
    return found.select_related("place").order_by("-place__path", "type", "code")


def judge_of(office):
    """The office that handles what is said of this one, or None where the city has nobody above it."""
    candidates = list(offices_above(office))
    for kind, trade, path in judges_of(office.place.path, territorial=office.is_territorial, trade=office.trade):
        fitting = (one for one in candidates if (one.type, one.place.path) == (kind, path) and (not trade or one.trade == trade))
        if found := next(fitting, None):
            return found
    return None


def recusal_steps(declare, decide, states):
    """声明回避 and its lifting, for the table of a procedure. `declare` and `decide` are capabilities."""
    from_any = tuple(states)
    return (
        Step("recuse", RECUSE, from_any, None, declare, note_required=True, rare=True, article=CITED),
        Step("lift_recusal", LIFT, from_any, None, decide, note_required=True, rare=True, fields=("person",), when=has_recused),
    )


def has_recused(case):
    return bool(case.barred_people)


def recusable(procedure):
    """Declare what the two steps do: from now on the person is kept out; lifted, no longer."""

    @engine.after(procedure, "recuse")
    def keep_out(case, taken):
        case.barred_people = [*case.barred_people, taken.by.pk]

    @engine.after(procedure, "lift_recusal")
    def let_in(case, taken):
        case.barred_people = [key for key in case.barred_people if key != taken.given["person"].pk]


def recused(case):
    """The people kept out of a case in person."""
    return User.objects.filter(pk__in=case.barred_people).order_by("name", "pk")


def changes_bars(event):
    """Whether an event tells that somebody is kept out, or no longer."""
    return event.kind.rpartition(".")[2] in OFFICE_STEPS | PERSON_STEPS


def follow(event, case):
    """Listener: what became of the case keeps out whom the case keeps out."""
    if changes_bars(event):
        for hanging in dependents_of(case):
            bring_in_line(hanging, event, case)


def dependents_of(case):
    """What a case became, and what hangs on it."""
    targets = [row.target for row in Handover.objects.of(case) if row.is_from(case)]
    return [*targets, *(one for find in registry.declared("dependents") for one in find(case))]


def bring_in_line(target, event, case):
    """Let a case that hangs on another one bar whom that one bars now."""
    if event.kind.rpartition(".")[2] in OFFICE_STEPS:
        target.barred_ids = list(case.barred_ids)
    else:
        key = event.data.get("person") or event.by_id
        others = [one for one in target.barred_people if one != key]
        target.barred_people = [*others, key] if key in case.barred_people else others
    target.save(update_fields=["barred_ids", "barred_people"])
