"""Who acts in oversight: the leading groups of city and county, and a township that owes something."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from governance.flow import engine
from governance.people.enums import Role
from governance.people.models import Office
from supervision.orders.models import Order
from supervision.oversight.services import raise_finding
from tests import actors

SERVICE = {"way": "direct", "receiver": "办公室主任", "refused": False, "witness": ""}
JUDGED = {"ground": 2, "gravity": "moderate"}
LISTED_DAYS = 90
TALK = {"where": "领导小组会议室", "host": "办公室主任"}
SAID = {"talk_with": "主要负责人", "recorder": "工作人员", "statement": "人手不足。", "promise": "一周内完成。"}


@dataclass
class Cast:
    """`county` and `city` are people of the leading groups' offices, `official` decides for the county, `clerk` works at the unit."""

    county: Any
    city: Any
    official: Any
    clerk: Any

    @property
    def unit(self):
        return Office.objects.select_related("place").get(pk=self.clerk.acting_post.office_id)


def gathered():
    return Cast(
        county=actors.actor(Role.LEADING_OFFICE),
        city=actors.actor(Role.LEADING_OFFICE, actors.CITY),
        official=actors.actor(Role.LEADING_OFFICIAL, actors.COUNTY),
        clerk=actors.actor(Role.TOWNSHIP_CLERK),
    )


def drafted(cast, at, **facts):
    """A draft about the township, on the county's desk."""
    return raise_finding(unit=cast.unit, ground=2, duty="诉求未在办理期限内答复", at=at, by=cast.county, **facts)


def confirmed(cast, at):
    return engine.take(drafted(cast, at), "confirm", by=cast.official, at=at, note="情况属实。", **JUDGED)


def ordered(cast, at):
    """An order, drafted."""
    finding = engine.take(confirmed(cast, at), "order", by=cast.county, at=at, note="逐件答复。")
    return Order.objects.get(finding=finding)


def served(cast, at):
    return engine.take(ordered(cast, at), "serve", by=cast.county, at=at + timedelta(minutes=5), **SERVICE)


def reported(cast, order, at):
    return engine.take(order, "report", by=cast.clerk, at=at, note="已完成。", done=[*order.items.all()], files=[])


def listed(cast, at):
    until = (at + timedelta(days=LISTED_DAYS)).date()
    return engine.take(confirmed(cast, at), "list", by=cast.official, at=at, note="逾期未改。", listed_until=until)


def noticed(cast, at):
    return engine.take(confirmed(cast, at), "notify", by=cast.official, at=at, note="予以通报。")


def summoned(cast, at):
    facts = {"talk_at": at + timedelta(days=2), **TALK}
    return engine.take(confirmed(cast, at), "summon", by=cast.official, at=at, note="请说明情况。", **facts)


def published(cast, at):
    """Under listed supervision, in public."""
    return engine.take(listed(cast, at), "publish", by=cast.county, at=at, public_text="某街道逾期未改。")
