"""What addresses can name, made in a scene: a maker for each word of a view's `of`, a value for each plain argument.

A new procedure adds its line to the `MAKERS` of its chapter; an argument that stands for nothing of a place, to `PLAIN`.
"""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from disputes.complaints.models import Category
from disputes.complaints.services import file_complaint
from governance import registry
from governance.calendar.models import CalendarDay
from governance.calendar.services import add_local_holiday
from governance.files.services import attach
from governance.notices.enums import Channel, NoticeState
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from tests import actors
from tests.disputes import makers as disputes
from tests.emergencies import makers as emergencies
from tests.grids import makers as grids
from tests.scenes import first_step, placed
from tests.supervision import makers as supervision

FACTS = {"kind": "complaint", "description": "路灯不亮,夜里行走不便。", "phone": "13800000000", "name": "张三"}
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def complaint(scene):
    """A complaint at the place."""
    place, category = actors.place(scene.code), Category.objects.leaves().first()
    return placed(file_complaint(at=scene.at, place=place, category=category, **FACTS).complaint, scene)


def attachment(scene):
    """A file of a case of a procedure the person's role can see at all; of a complaint where there is none."""
    paper = SimpleUploadedFile("说明.pdf", PAPER, content_type="application/pdf")
    case = seen_case(scene)
    return {"number": case.number, "key": attach(case, paper, by=None, at=scene.at).pk}


def any_case(scene):
    """A case of a procedure the person's role can see at all, as a page of the core names it."""
    case = seen_case(scene)
    return {"procedure": case.flow.procedure, "number": case.number}


def seen_case(scene):
    """A case of the first procedure whose cases the role can see at all; a complaint for who sees none."""
    models = registry.case_models()
    procedure = next((name for name, model in models.items() if scene.role in model.view_capability.roles), "complaints")
    return models[procedure].objects.get(number=MAKERS[procedure](scene)["number"])


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
    **grids.MAKERS,
    **disputes.MAKERS,
    **emergencies.MAKERS,
    **supervision.MAKERS,
    "complaints": lambda scene: {"number": complaint(scene).number},
    "complaints.step": lambda scene: first_step(complaint(scene), scene),
    "attachment": attachment,
    "case": any_case,
    "notice": notice,
    "place": lambda scene: {"code": scene.code},
    "person": lambda scene: {"pk": someone(scene).pk},
    "post": lambda scene: {"pk": someone(scene).acting_post.pk},
    "office": lambda scene: {"pk": actors.office(OfficeType.COMMITTEE, scene.code).pk},
}
PLAIN = {
    **grids.PLAIN,
    **disputes.PLAIN,
    **emergencies.PLAIN,
    **supervision.PLAIN,
    "year": lambda: 2026,
    "complaints_category.code": lambda: Category.objects.leaves().first().code,
    "limit_detail.code": lambda: "complaints.handle",
    "limit_edit.code": lambda: "complaints.handle",
    "local_holiday_remove.pk": local_holiday,
}
