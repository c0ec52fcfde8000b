"""A believable year of matters of several offices: consulted on, designated, helped with, or passed around. Told by the engine itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction

from disputes.cohandling.models import CoHandling
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import gathered, in_office
from disputes.complaints.services import file_complaint
from disputes.consultations.demo import words
from disputes.consultations.models import Consultation
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from governance.places.models import Place

PAST, YEAR, RECENT = 14, 350, timedelta(days=10)
HOME, BESIDE = "150102001001", "150104001"  # where the demo's own clerks serve, and a township of the next county
LATELY = (  # (way, matter, days ago, the mark where it stands now)
    ("agreed", 0, 1.0, "asked"),
    ("agreed", 2, 4, "reported"),
    ("disputed", 1, 3.2, "referred"),
    ("disputed", 1, 4, "contacted"),
    ("across", 0, 2, "asked"),
    ("across", 3, 3.2, "referred"),
    ("helped", 3, 1.2, "contacted"),
    ("helped", 4, 0.3, "dispatched"),
    ("around", 4, 3, "raised"),
    ("around", 3, 3.5, "contacted"),
)


class Present(Exception):
    """The story has come as far as today."""


@dataclass
class Tale:
    """One matter on its way. `at` is its clock."""

    rng: Any
    cast: Any
    officers: dict
    matter: Any
    place: Any
    at: datetime
    now: datetime
    complaint: Any = None
    consultation: Any = None

    def take(self, case, step, by, **given):
        """Take a step at the story's time, after whatever lapsed before it."""
        if self.at >= self.now:
            raise Present
        case = type(case).objects.select_related("office", "place").get(pk=case.pk)
        ring(case, at=self.at)
        return engine.take(case, step, by=by, at=self.at, **given)

    def wait(self, least, most):
        """Let hours pass; what falls into the night goes on in the morning."""
        self.at = in_office(self.at + timedelta(hours=self.rng.uniform(least, most)), self.rng)

    def office(self, trade):
        return Office.objects.in_use().get(type=OfficeType.BUREAU, trade=trade, place__path=self.place.path[:6])

    def helpers(self, lead):
        """The offices that offer help, but for the one that leads."""
        offices = [self.office(trade) for trade, stance, _reason in self.matter.said if stance == "joint"]
        return [office for office in offices if office.pk != lead.pk]

    def clerk(self, office):
        return self.cast.handlers[office.pk]


def seed(*, rng, scale, count, at, say):
    """Tell a year of them before `at`; nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or Consultation.objects.exists():
        return
    cast, officers = gathered(), centre_officers()
    with loading_history(since=at - RECENT), rules_read_once():
        for number in range(PAST):
            place = rng.choice([place for place in cast.places if place.path[:6] == HOME[:6]] if number % 2 else cast.places)
            way = rng.choice(("agreed", "agreed", "disputed", "silent", "helped", "helped", "around"))
            tell(rng, cast, officers, way, rng.choice(words.MATTERS), place, days=rng.uniform(30, YEAR), now=at)
        home = Place.objects.get(code=HOME)
        for way, matter, days, mark in LATELY:
            tell(rng, cast, officers, way, words.MATTERS[matter], home, days=days, now=at, until=mark)
    say(f"consultations: {Consultation.objects.count()} told, {CoHandling.objects.count()} offices helped")


def centre_officers():
    """{centre: somebody who serves there}"""
    found = {}
    for post in Post.objects.filter(user__is_demo=True, role=Role.CENTRE_OFFICER).with_office().order_by("user__username"):
        post.user.acting_post = post
        found[post.office_id] = post.user
    return found


def tell(rng, cast, officers, way, matter, place, *, days, now, until=""):
    """Carry one matter along its way, to its end, to the mark, or to today."""
    if not all(bureau_there(place, trade) for trade, _stance, _reason in matter.said):
        return
    opened = in_office(now - timedelta(days=days), rng)
    tale = Tale(Random(rng.random()), cast, officers, matter, place, opened, now)
    with transaction.atomic():
        try:
            next((mark for mark in WAYS[way](tale) if mark == until), None)
        except Present:
            return


def bureau_there(place, trade):
    return Office.objects.in_use().filter(type=OfficeType.BUREAU, trade=trade, place__path=place.path[:6]).exists()


def filed(tale):
    """By telephone; classified at once."""
    category = tale.cast.categories[tale.matter.category]
    tale.complaint = file_complaint(
        at=tale.at, by=tale.cast.operator, place=tale.place, category=category, kind="complaint", source="phone",
        description=tale.matter.text, name=person_name(tale.rng), phone=phone_number(tale.rng),
    ).complaint  # fmt: skip
    tale.wait(0.2, 1)
    tale.complaint = tale.take(tale.complaint, "classify", tale.cast.operator, kind="complaint", category=category, urgency="normal")


def asked(tale, *, areas=()):
    """The office it was given to first asks for a consultation with the others."""
    filed(tale)
    first, *others = [tale.office(trade) for trade, _stance, _reason in tale.matter.said]
    tale.wait(0.2, 1)
    tale.take(tale.complaint, "dispatch", tale.cast.operator, office=first, note="请核实后办理。")
    tale.wait(1, 4)
    note = words.ON_BORDER if areas else tale.matter.asked
    tale.take(tale.complaint, "ask_consultation", tale.clerk(first), note=note, offices=[] if areas else others, areas=list(areas))
    tale.consultation = Consultation.objects.of(tale.complaint).get()


def spoken(tale, said):
    """These offices speak, some hours apart."""
    for trade, stance, reason in said:
        tale.wait(1, 3)
        tale.take(tale.consultation, "state", tale.clerk(tale.office(trade)), note=reason, stance=stance)


def agreed(tale):
    asked(tale)
    spoken(tale, tale.matter.said[1:])
    yield "asked"
    trade, stance, reason = tale.matter.said[0]
    tale.wait(2, 10)
    note = reason if stance == "ours" else words.AFTER_ALL
    tale.take(tale.consultation, "state", tale.clerk(tale.office(trade)), note=note, stance="ours")
    yield "appointed"
    yield from handled(tale)


def disputed(tale):
    asked(tale)
    spoken(tale, [(trade, "not_ours" if stance == "ours" else stance, reason) for trade, stance, reason in tale.matter.said])
    yield "referred"
    yield from designated(tale)


def silent(tale):
    """One office says nothing until the limit has passed."""
    asked(tale)
    spoken(tale, tale.matter.said[1:])
    tale.at = Consultation.objects.get(pk=tale.consultation.pk).due_at + timedelta(minutes=1)
    tale.take(tale.consultation, "refer", SYSTEM)
    yield "referred"
    yield from designated(tale)


def across(tale):
    """The road lies in two counties: the city's centre organises."""
    asked(tale, areas=[Place.objects.get(code=BESIDE)])
    yield "asked"
    awaited = Consultation.objects.get(pk=tale.consultation.pk).awaited_ids
    for office in Office.objects.filter(pk__in=awaited).order_by("place__path"):
        tale.wait(1, 3)
        tale.take(tale.consultation, "state", tale.clerk(office), note="该路段不在本地管护范围。", stance="not_ours")
    yield "referred"
    yield from designated(tale)


def designated(tale):
    """The centre names the lead, with its reason."""
    tale.wait(3, 20)
    consultation = Consultation.objects.select_related("office").get(pk=tale.consultation.pk)
    asked_keys = {*consultation.awaited_ids, *consultation.statements.values_list("office", flat=True)}
    chosen = tale.office(tale.matter.chosen)
    lead = chosen if chosen.pk in asked_keys else Office.objects.get(pk=min(asked_keys))
    officer, helpers = tale.officers[consultation.office_id], [one for one in tale.helpers(lead) if one.pk in asked_keys]
    tale.take(consultation, "designate", officer, note=tale.matter.why, lead=lead, joint_offices=helpers)
    yield "appointed"
    yield from handled(tale)


def helped(tale):
    """No question who leads: the dispatcher names who helps."""
    filed(tale)
    lead = tale.office(tale.matter.chosen)
    tale.wait(0.2, 1)
    note = "请牵头办理，协办单位按时反馈。"
    tale.take(tale.complaint, "dispatch", tale.cast.operator, office=lead, joint_offices=tale.helpers(lead), note=note)
    yield "dispatched"
    yield from handled(tale)


def around(tale):
    """Given to one office after the other, taken back each time; the third time it goes up by itself."""
    filed(tale)
    for reason, (trade, _stance, _reason) in zip(words.WRONG_OFFICE, tale.matter.said * 2, strict=False):
        tale.wait(0.2, 2)
        tale.take(tale.complaint, "dispatch", tale.cast.operator, office=tale.office(trade), note="请核实后办理。")
        tale.wait(2, 8)
        tale.take(tale.complaint, "recall", tale.cast.operator, note=reason)
    yield "raised"
    tale.wait(1, 5)
    officer = next(iter(tale.officers.values()))
    tale.take(tale.complaint, "dispatch", officer, office=tale.office(tale.matter.chosen), note=tale.matter.why)
    yield "dispatched"
    yield from handled(tale)


def handled(tale):
    """Signed, the person contacted, every helper heard, answered for all, called back, closed."""
    office = type(tale.complaint).objects.select_related("office").get(pk=tale.complaint.pk).office
    lead = tale.clerk(office)
    tale.wait(1, 3)
    tale.take(tale.complaint, "sign", lead)
    tale.wait(1, 4)
    tale.take(tale.complaint, "contact", lead, note=words.CONTACTED)
    yield "contacted"
    for part in CoHandling.objects.of(tale.complaint).outstanding().select_related("office").order_by("pk"):
        helper = tale.clerk(part.office)
        tale.wait(1, 4)
        tale.take(part, "sign", helper)
        tale.wait(2, 14)
        tale.take(part, "report", helper, note=tale.matter.report)
    yield "reported"
    tale.wait(3, 16)
    tale.take(tale.complaint, "reply", lead, note=tale.matter.reply)
    tale.wait(4, 24)
    solved = tale.rng.choice(("yes", "yes", "yes", "partly"))
    said = {"reached": True, "solved": solved, "satisfaction": "satisfied" if solved == "yes" else "fairly"}
    tale.take(tale.complaint, "call_back", tale.cast.operator, note="反映人认可办理结果。", **said)
    tale.wait(0.2, 2)
    tale.take(tale.complaint, "close", tale.cast.operator)


WAYS = {"agreed": agreed, "disputed": disputed, "silent": silent, "across": across, "helped": helped, "around": around}
