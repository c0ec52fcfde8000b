"""What the addresses of incidents, reports, tasks and reviews can name, made in a scene (tests/house/cases.py)."""

from datetime import timedelta

from emergencies.command.models import CommandTask, Team
from emergencies.command.services import issue
from emergencies.incident_reports.models import IncidentReport
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incidents.public.services import report_by_public
from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.incidents.scenes import DESCRIPTION, SIX, kind
from tests.scenes import placed


def incident(scene):
    """What somebody told of at the place; the code opens it."""
    place = actors.place(scene.code)
    told, _code = report_by_public(at=scene.at, place=place, kind=kind(), description=DESCRIPTION, name="张三", phone="13800000000")
    return placed(told, scene)


def step_of(case, scene):
    """The address of the first step the role can ever take; which of them can be taken now, the page itself tells."""
    steps = [step.name for step in case.flow.steps if scene.role in getattr(step.needs, "roles", ())]
    return {"number": case.number, "step": (steps or [case.flow.steps[0].name])[0]}


def report(scene):
    """The first report of an incident at the place."""
    found = incident(scene)
    office, by = found.office or actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP), actors.actor(Role.TOWNSHIP_CLERK)
    facts = {"kind": "first_report", "level": "county", "figures": {}, "at": scene.at, "by": by, "office": office, "told": office}
    return {"number": found.number, "serial": IncidentReport.objects.create(incident=found, serial=1, **facts, **SIX).serial}


def task(scene):
    """A task of an incident at the place."""
    found, by = incident(scene), actors.actor(Role.CENTRE_OFFICER)
    office = found.office or actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    given = issue(found, office, instruction="设置警戒线，疏导车辆。", finish_by=scene.at + timedelta(hours=2), by=by, at=scene.at)
    given.office_ids = []
    CommandTask.objects.filter(pk=given.pk).update(office_ids=[], acknowledged_at=scene.at)
    return placed(given, scene)


def review(scene):
    """The review of an incident at the place."""
    found = incident(scene)
    given = IncidentReview(
        incident=found, title=found.title, place=found.place, shortfalls="水源图没有更新。", number=next_number(at=scene.at)
    )
    return placed(engine.begin(given, by=SYSTEM, at=scene.at), scene)


def team(scene):
    """A team at the place, kept by the scene's office."""
    office = scene.office or (scene.user.acting_post.office if scene.reachable else actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP))
    facts = {
        "name": f"义务消防队{Team.objects.count()}",
        "kind": "part_time",
        "people": 12,
        "skills": "水带",
        "duty_phone": "0471-1234567",
        "updated_at": scene.at,
    }
    keys = [scene.office.pk] if scene.office else []
    place = actors.place(scene.code)
    return {"pk": Team.objects.create(office=office, place=place, place_path=place.path, office_ids=keys, **facts).pk}


MAKERS = {
    "incidents": lambda scene: {"number": incident(scene).number},
    "incidents.step": lambda scene: step_of(incident(scene), scene),
    "incident_reports": report,
    "command": lambda scene: {"number": task(scene).number},
    "command.step": lambda scene: step_of(task(scene), scene),
    "incident_reviews": lambda scene: {"number": review(scene).number},
    "incident_reviews.step": lambda scene: step_of(review(scene), scene),
    "teams": team,
}
PLAIN = {
    "incident_reports_paper.form": lambda: "pdf",
    "incident_reviews_paper.form": lambda: "pdf",
    "command_move.key": lambda: 1,
}
