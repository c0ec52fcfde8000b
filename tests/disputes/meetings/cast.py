"""A centre that calls, two bureaus and a sub-district that come, and a mediation to talk about."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from disputes.meetings.models import Meeting
from disputes.meetings.services import plan
from disputes.resolutions.models import Resolution
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass
class Cast:
    """`officer` of the county's centre calls, `colleague` serves beside; `housing`, `fire` and `town` are members."""

    officer: Any
    colleague: Any
    housing: Any
    fire: Any
    town: Any

    @property
    def members(self):
        return [person.acting_post.office for person in (self.housing, self.fire, self.town)]


def gathered():
    actors.office(OfficeType.LEADING_GROUP, actors.COUNTY)
    return Cast(
        actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.DEPARTMENT_HANDLER),
        actors.actor(Role.DEPARTMENT_HANDLER, trade="fire"), actors.actor(Role.TOWNSHIP_CLERK),
    )  # fmt: skip


def planned(cast, at):
    facts = {"title": "物业矛盾纠纷联席会议", "venue": "三楼会议室", "chair": "区委政法委副书记", "meet_at": at + 7 * DAY}
    return plan(office=cast.officer.acting_post.office, by=cast.officer, at=at, **facts)


def prepared(cast, at):
    """An item on the agenda, three members invited."""
    meeting = take(planned(cast, at), cast.officer, at, "add_item", topic="物业更换中的纠纷", presenter=cast.members[0], matter=None)
    return take(meeting, cast.officer, at, "invite", offices=cast.members, other=None)


def announced(cast, at):
    return take(prepared(cast, at), cast.officer, at + HOUR, "announce")


def held(cast, at):
    """Two of three came."""
    meeting = announced(cast, at)
    come = [*meeting.members.exclude(office=cast.town.acting_post.office)]
    return take(meeting, cast.officer, at + 7 * DAY + HOUR, "hold", note="听取汇报，进行了讨论。", present=come)


def decided(cast, at, *owners):
    """One decision for each of these people's offices, ten days on."""
    meeting = held(cast, at)
    given = {"item": meeting.items.get(), "due_on": (at + 17 * DAY).date()}
    meeting = take(meeting, cast.officer, at + 7 * DAY + HOUR, "record_item", item=given["item"], discussion="同意提前介入。")
    for owner in owners:
        take(meeting, cast.officer, at + 7 * DAY + HOUR, "decide", task="制定交接办法。", owner=owner.acting_post.office, **given)
    return take(meeting, cast.officer, at + 8 * DAY, "issue")


def take(case, by, at, step, note="", **given):
    """The step, taken on the case as it stands now."""
    model = type(case)
    return engine.take(model.objects.for_step().get(pk=case.pk), step, by=by, at=at, note=note, **given)


def resolutions_of(meeting: Meeting):
    return [*Resolution.objects.filter(meeting=meeting).order_by("pk")]
