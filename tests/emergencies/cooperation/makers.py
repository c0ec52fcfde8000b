"""A joint meeting of cities, and what else the addresses of the procedure can name."""

from datetime import timedelta

from emergencies.cooperation.enums import Kind
from emergencies.cooperation.models import CityMeeting, Partner, PartnerContact
from emergencies.cooperation.services import call, keep_contact
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import MONDAY
from tests.scenes import first_step, placed

FACTS = {"title": "呼包鄂乌定期会商", "purpose": "研究跨市突发事件联动。", "venue": "市应急指挥中心", "chair": "市委副秘书长"}


def partner(code="150200"):
    return Partner.objects.get(code=code)


def called(by, at, *, kind=Kind.REGULAR, **facts):
    """A meeting in three days."""
    arrangement = {**FACTS, "meet_at": at + timedelta(days=3), "partners": [partner()], **facts}
    return call(office=by.acting_post.office, by=by, at=at, kind=kind, **arrangement)


def meeting(scene):
    """One of the scene's office at its place."""
    by = actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP)
    made = called(by, scene.at, kind=Kind.SPECIAL)
    made.place, made.office_ids = actors.place(scene.code), []
    made.place_path = made.place.path
    made.save(update_fields=["place", "place_path", "office_ids"])
    return placed(made, scene)


def held_once(scene):
    """One that has minutes, in whatever state."""
    made = meeting(scene)
    CityMeeting.objects.filter(pk=made.pk).update(held_at=scene.at, carry_until=scene.at.date())
    return made


def contact():
    facts = {"partner": partner(), "unit": "包头市应急管理局", "duty": "信息通报"}
    row = PartnerContact.objects.filter(**facts).first() or PartnerContact(**facts, phone="0472-0000000")
    return keep_contact(row, at=MONDAY)


MAKERS = {
    "cooperation": lambda scene: {"number": held_once(scene).number},
    "cooperation.step": lambda scene: first_step(held_once(scene), scene),
}
PLAIN = {
    "cooperation_paper.form": lambda: "docx",
    "cooperation_partner.code": lambda: "150200",
    "cooperation_contact_create.code": lambda: "150200",
    "cooperation_contact.pk": lambda: contact().pk,
}
