"""The ways of an incident, as far as a test wants it."""

from datetime import timedelta

from emergencies.incidents.models import IncidentKind
from emergencies.incidents.services import report_incident
from governance.flow import engine
from tests import actors

DESCRIPTION = "三楼东侧库房着火，浓烟很大。"
SIX = {
    "unit": "青山购物广场，从业人员120人。", "scene": "11月23日10时，三楼东侧库房。", "course": "电气线路起火，消防已到场。",
    "casualties": "暂无死亡，轻伤2人，损失约5万元。", "measures": "疏散320人，停业，专人警戒。", "other": "无。",
}  # fmt: skip
NOBODY = dict.fromkeys(("dead", "missing", "badly_hurt", "lightly_hurt", "ill", "moved", "loss"), 0)


def kind(code="fire"):
    return IncidentKind.objects.get(code=code)


def reported(at, by, *, kind_code="fire", **facts):
    """An incident in the home village."""
    told = {"place": actors.place(actors.VILLAGE), "description": DESCRIPTION, "kind": kind(kind_code), **facts}
    return report_incident(at=at, by=by, **told)


def verified(incident, by, at):
    return engine.take(incident, "verify", by=by, at=at, kind=incident.kind)


def told(incident, by, at, step="first_report", **facts):
    return engine.take(incident, step, by=by, at=at, **{**SIX, **facts})


def counted(incident, by, at, **figures):
    return engine.take(incident, "update_figures", by=by, at=at, **{**NOBODY, **figures})


def ended(incident, by, at):
    """Verified, told upwards, over."""
    incident = told(verified(incident, by, at), by, at)
    return engine.take(incident, "end", by=by, at=at + timedelta(hours=3), note="明火扑灭，人员全部疏散。")


def closed(incident, by, at):
    final = told(ended(incident, by, at), by, at + timedelta(hours=9), "final_report")
    return engine.take(final, "close", by=by, at=at + timedelta(hours=10), note="善后已落实。")
