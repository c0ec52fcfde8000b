"""A standing committee, two bureaus it asks, and a leading group."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from governance.flow import engine
from governance.people.enums import OfficeType, Role
from supervision.reviews.services import ask
from tests import actors

DAY = timedelta(days=1)
FACTS = {
    "kind": "inquiry", "title": "消防安全专题询问", "session": "区人大常委会第三十二次会议", "held_on": date(2026, 11, 20),
    "text": "抓紧整治消防通道占用。",
}  # fmt: skip


@dataclass
class Cast:
    """`clerk` of the committee, `housing` and `fire` answer, `chief` leads the county's group."""

    clerk: Any
    housing: Any
    fire: Any
    chief: Any


def gathered():
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    return Cast(
        actors.actor(Role.CONGRESS_STAFF), actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.DEPARTMENT_HANDLER, trade="fire"),
        actors.actor(Role.LEADING_OFFICE),
    )  # fmt: skip


def asked(cast, at, **facts):
    units = (cast.housing, cast.fire, cast.fire)
    texts = ("物业为何不管？", "通道为何被占？", "如何防止反弹？")
    questions = [(text, person.acting_post.office) for text, person in zip(texts, units, strict=True)]
    return ask(congress=cast.clerk.acting_post.office, questions=questions, by=cast.clerk, at=at, **{**FACTS, **facts})


def answer(cast, case, at, *positions):
    """Each question answered by its own unit."""
    for question in case.questions.filter(position__in=positions):
        by = cast.housing if question.unit == cast.housing.acting_post.office else cast.fire
        case = engine.take(case, "answer", by=by, at=at, note=f"第{question.position}项已办。", question=question, files=[])
    return case


def answered(cast, at, **facts):
    case = answer(cast, asked(cast, at, **facts), at + 5 * DAY, 1, 2, 3)
    case.refresh_from_db()
    return case


def assessed(cast, at):
    return engine.take(answered(cast, at), "assess", by=cast.clerk, at=at + 10 * DAY, note="总体较好。", satisfaction="fairly")


def followed(cast, at):
    case = assessed(cast, at)
    given = {"question": case.questions.get(position=2), "until": (at + 60 * DAY).date()}
    return engine.take(case, "follow", by=cast.clerk, at=at + 11 * DAY, note="报告通道整治结果。", **given)
