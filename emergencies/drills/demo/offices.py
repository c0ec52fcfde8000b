"""The drills that townships themselves owe (Art. 31): open since the portal's year began, some held already."""

from datetime import timedelta

from emergencies.drills.demo.mall import acting
from emergencies.drills.services import open_office_duties
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role

BEGAN, HELD = 300, 120  # days ago
DRILLED = ("township-150102001",)
PLAN = {
    "type": "functional",
    "scenario": "强降雨内涝群众转移",
    "organiser": "平安建设办公室",
    "plan_name": "街道总体应急预案",
    "spot": "社区活动广场",
}
COURSE = "接到预警后网格员逐户通知，四十分钟内转移低洼片区群众，医疗和物资保障到位，清点后解除。"


def tell_the_offices_drills(*, at):
    """Gives how many offices owe one."""
    with loading_history(since=at), rules_read_once():
        opened = open_office_duties(at=at - timedelta(days=BEGAN))
        for drill in opened:
            if drill.office.code in DRILLED:
                held(drill, at=at - timedelta(days=HELD))
    return len(opened)


def held(drill, *, at):
    """One drill from its record to its report."""
    clerk = acting(Role.TOWNSHIP_CLERK, drill.office.code)
    record = {"held_at": at, "participants": 85, "course": COURSE, "photographs": []}
    for days, name, given in (
        (1, "record", {**PLAN, **record}),
        (5, "evaluate", {"verdict": "reached", "findings": "通知到位，转移有序，预案可行。", "measures": []}),
        (8, "report", {"reported_to": "区应急管理局", "reported_on": (at + timedelta(days=8)).date()}),
    ):
        drill = engine.take(drill, name, by=clerk, at=at + timedelta(days=days), **given)
