"""Sends tips where an index rose, and what else happens when a step is taken."""

from django.utils.translation import gettext as _

from emergencies.safety_index.models import Input
from emergencies.safety_tips import terms
from emergencies.safety_tips.models import SafetyTip
from governance.cases.services import next_number
from governance.deadlines.rules import LAPSED
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.enums import Level


def rises(edition, path):
    """The sub-indices that rose at a township."""
    return Input.objects.filter(edition=edition, place__path=path, rose=True).select_related("component").order_by("component")


@engine.after("safety_index", "publish")
def send_tips(edition, taken):
    """One tip to each township in which something rose, with the publication; a correction sends only what no tip told before."""
    told = set(SafetyTip.objects.filter(edition__month=edition.month, parent=None).values_list("place", flat=True))
    rose = edition.readings.filter(rose=True, place__level=Level.TOWNSHIP).exclude(place__in=told)
    offices = Office.objects.in_use().filter(type=OfficeType.TOWNSHIP, place__in=rose.values("place")).select_related("place")
    for office in offices.order_by("place__path"):
        send(edition, office, at=taken.at)


def send(edition, office, *, at, parent=None):
    """A tip to one office."""
    labels = [row.component.label for row in rises(edition, office.place.path[:9])]
    title = _("%(what)s上升，请做好防范") % {"what": "、".join(labels) or edition.title}
    tip = SafetyTip(edition=edition, parent=parent, place=office.place, title=title[:60], number=next_number(at=at))
    tip.hand_to(office)
    return engine.begin(tip, by=SYSTEM, at=at)


def village_offices(tip):
    """The villages of the township a tip was not passed on to yet."""
    rows = Office.objects.in_use().filter(type=OfficeType.VILLAGE, place__path__startswith=tip.township_path)
    return rows.exclude(place__in=tip.parts.values("place")).select_related("place__parent").order_by("place__path")


@engine.after("safety_tips", "pass_on")
def pass_on(tip, taken):
    for office in taken.given["villages"]:
        send(tip.edition, office, at=taken.at, parent=tip)


@engine.unless("safety_tips", "report")
def waits_for_villages(tip):
    """A township reports when its villages have."""
    left = tip.parts.ongoing().count()
    return _("还有 %(count)s 个村（社区）没有落实完毕。") % {"count": left} if left else ""


@engine.after("safety_tips", "report")
def note_report(tip, taken):
    clock = taken.clocks.met.get(terms.ACT.name)
    tip.kept = tip.kept is not False and (clock.was_kept if clock else True)


def note_late(event, case):
    """Listener: what is overdue counts in the figures at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, SafetyTip) and event.data["term"] == terms.ACT.name:
        SafetyTip.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False
