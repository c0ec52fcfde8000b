"""A bureau that assesses, two that owe measures, and the leading group's office that files."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from disputes.stability.models import DecisionKind, HearingMethod, RiskMeasure, StabilityAssessment
from disputes.stability.services import open_assessment
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors

DAY = timedelta(days=1)


@dataclass
class Cast:
    """`first` and `second` serve at the housing bureau that assesses; `urban` owes a measure, `chief` files."""

    first: Any
    second: Any
    urban: Any
    chief: Any
    centre: Any


def gathered():
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    return Cast(
        actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.DEPARTMENT_HANDLER, trade="urban"),
        actors.actor(Role.LEADING_OFFICE), actors.actor(Role.CENTRE_OFFICER),
    )  # fmt: skip


def opened(cast, at, *, by=None, **facts):
    by = by or cast.first
    office = by.acting_post.office
    project = {
        "title": "道路改造工程", "content": "改造两条道路。", "affected": "两个社区约八百户。", "decide_on": (at + 60 * DAY).date(),
        "kind": DecisionKind.objects.get(code="construction"), "decider": office, **facts,
    }  # fmt: skip
    return open_assessment(assessor=office, place=office.place, by=by, at=at, **project)


def heard(cast, case, at):
    counts = {"people": 100, "in_favour": 60, "conditional": 20, "against": 15}
    method = HearingMethod.objects.get(code="survey")
    return take(case, cast.first, at, "collect", "担心施工扰民。", method=method, held_on=at.date(), reach="两个社区", **counts)


def risky(cast, case, at, *, likelihood=3, effect=3):
    return take(case, cast.first, at, "add_risk", "施工影响出行。", risk_name="施工扰民", likelihood=likelihood, effect=effect)


def measured(cast, case, at):
    """Two measures on two days by two offices, and what is left of the risk."""
    risk = case.risks.get()
    for owner, days in ((cast.urban, 30), (cast.first, 40)):
        given = {"owner": owner.acting_post.office, "due_on": (at + days * DAY).date()}
        case = take(case, cast.first, at, "add_measure", "分段施工。", risk=risk, **given)
    return take(case, cast.first, at, "rate_again", "影响减小。", risk=risk, likelihood=2, effect=2)


def concluded(cast, at, result="conditions", **facts):
    case = measured(cast, risky(cast, heard(cast, opened(cast, at, **facts), at), at), at)
    return take(case, cast.first, at + DAY, "conclude", "程序完整。", result=result, report="总体可控。", files=[])


def submitted(cast, at, **facts):
    return take(concluded(cast, at, **facts), cast.second, at + 2 * DAY, "submit")


def filed(cast, at, **facts):
    return take(submitted(cast, at, **facts), cast.chief, at + 3 * DAY, "file", "予以备案。")


def measures(case):
    return [*RiskMeasure.objects.filter(risk__assessment=case).order_by("due_on")]


def take(case, by, at, step, note="", **given):
    """The step, taken on the case as it stands now."""
    case = StabilityAssessment.objects.for_step().get(pk=case.pk)
    return engine.take(case, step, by=by, at=at, note=note, **given)
