"""What addresses can name, made in a scene: a maker for each word of a view's `of`, a value for each plain argument.

A new procedure adds its line to `MAKERS`; an argument that stands for nothing of a place, to `PLAIN`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from disputes.complaints.models import Category, Complaint
from disputes.complaints.services import file_complaint
from governance.calendar.models import CalendarDay
from governance.calendar.services import add_local_holiday
from governance.files.services import attach
from governance.notices.enums import Channel, NoticeState
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from tests import actors

FACTS = {"kind": "complaint", "description": "路灯不亮,夜里行走不便。", "phone": "13800000000", "name": "张三"}
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@dataclass(frozen=True)
class Scene:
    """Who looks (None: nobody signed in) in which role, where the thing lies, and the office it is handed to."""

    user: Any
    role: str
    code: str
    office: Any
    reachable: bool
    at: Any


def complaint(scene):
    """A complaint at the place, handed to the office; one within reach is held by the person's own office."""
    case = file_complaint(at=scene.at, place=actors.place(scene.code), category=Category.objects.leaves().first(), **FACTS).complaint
    if scene.office:
        case.hand_to(scene.office)
    elif scene.reachable:
        case.office = scene.user.acting_post.office
    case.save(update_fields=["office", "office_ids"])
    return case


def complaint_step(scene):
    """A complaint in the state from which the role can take its first step."""
    case = complaint(scene)
    steps = [step for step in case.flow.steps if scene.role in getattr(step.needs, "roles", ()) and not step.when]
    if not steps:
        return {"number": case.number, "step": case.flow.steps[0].name}
    Complaint.objects.filter(pk=case.pk).update(state=steps[0].source[0])
    return {"number": case.number, "step": steps[0].name}


def attachment(scene):
    paper = SimpleUploadedFile("说明.pdf", PAPER, content_type="application/pdf")
    case = complaint(scene)
    return {"number": case.number, "key": attach(case, paper, by=None, at=scene.at).pk}


def notice(scene):
    """A notice to the person who looks; to someone else where nobody does."""
    event = Event.objects.of(complaint(scene)).first()
    facts = {
        "channel": Channel.IN_APP,
        "state": NoticeState.SENT,
        "sent_at": scene.at,
        "at": scene.at,
        "title": "新工单",
        "body": "请签收。",
    }
    reader = scene.user or someone(scene)
    return {"pk": Notice.objects.create(event=event, rule="test", recipient=reader, case_number=event.case_number, **facts).pk}


def someone(scene):
    return actors.actor(Role.MEDIATOR, scene.code, kind=OfficeType.COMMITTEE)


def local_holiday():
    day = CalendarDay.objects.local().first() or add_local_holiday(date(2026, 6, 17), name="那达慕", source="呼和浩特市人民政府通知")
    return day.pk


MAKERS = {
    "complaints": lambda scene: {"number": complaint(scene).number},
    "complaints.step": complaint_step,
    "attachment": attachment,
    "notice": notice,
    "place": lambda scene: {"code": scene.code},
    "person": lambda scene: {"pk": someone(scene).pk},
    "post": lambda scene: {"pk": someone(scene).acting_post.pk},
    "office": lambda scene: {"pk": actors.office(OfficeType.COMMITTEE, scene.code).pk},
}
PLAIN = {
    "year": lambda: 2026,
    "limit_detail.code": lambda: "complaints.handle",
    "limit_edit.code": lambda: "complaints.handle",
    "local_holiday_remove.pk": local_holiday,
}
