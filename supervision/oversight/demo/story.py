"""One finding on its way, taken through the flow by the engine itself. `at` is its clock; it stops where the present begins."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.flow import engine
from supervision.orders import services as orders
from supervision.orders.models import Order
from supervision.oversight.demo import texts
from supervision.oversight.models import Finding

CITY_TIME = ZoneInfo("Asia/Shanghai")
OPENS, CLOSES = 9, 17
JUST_NOW = timedelta(hours=2)


RELEASING = {"rectify", "close"}


class Present(Exception):
    """The story has come to the present, or waits for a duty that is still owed."""


@dataclass
class Story:
    """The finding, its order once there is one, and the people who act: `desks` by leading group, `reporters` by unit."""

    rng: Any
    finding: Any
    desks: dict
    reporters: dict
    at: Any
    now: Any
    order: Any = field(default=None)
    until: str = ""  # the step after which it waits today

    def wait(self, least, most):
        """Let days pass; what falls into the night goes on in the morning."""
        local = (self.at + timedelta(days=self.rng.uniform(least, most))).astimezone(CITY_TIME)
        if not OPENS <= local.hour < CLOSES:
            later = local + timedelta(days=local.hour >= CLOSES)
            local = later.replace(hour=OPENS, minute=self.rng.randrange(5, 59))
        self.at = max(self.at, min(local, self.now - JUST_NOW)) if self.until else local

    def took(self, step):
        """Stop where the story is to wait."""
        if step == self.until:
            raise Present

    def say(self, of):
        return self.rng.choice(of)

    def _come(self, case):
        if self.at >= self.now:
            raise Present
        ring(case, at=self.at)

    def decide(self, step, **given):
        """A step of the finding, by the leading group that holds it now."""
        self._come(self.finding)
        self.finding = Finding.objects.for_detail().get(pk=self.finding.pk)
        if step in RELEASING:
            self._must_be_met()
        self.finding = engine.take(self.finding, step, by=self.desks[self.finding.office_id], at=self.at, **given)
        self.took(step)

    def lead(self, step, **given):
        """A step of the order, by the leading group."""
        self._read_order()
        self.order = engine.take(self.order, step, by=self.desks[self.order.office_id], at=self.at, **given)
        self.took(step)

    def answer(self, step, **given):
        """A step of the order, by the unit."""
        self._read_order()
        self.order = engine.take(self.order, step, by=self.reporters[self.order.unit_id], at=self.at, **given)
        self.took(step)

    def _read_order(self):
        self._come(self.order)
        self.order = Order.objects.for_detail().get(pk=self.order.pk)

    def open_order(self):
        """Ordered, drafted with its items, served."""
        asked = texts.demands(self.finding.duty)
        self.decide("order", note=asked[0])
        self.order = Order.objects.for_detail().get(finding=self.finding, served_at=None, closed_at=None)
        self.wait(0.2, 1)
        if self.at < self.now:
            items = [(what, None) for what in asked[: self.rng.randrange(1, len(asked) + 1)]]
            self.order = orders.rewrite(self.order, items, by=self.desks[self.order.office_id], at=self.at)
        self.wait(0.2, 1.5)
        refused = self.rng.random() < 0.06
        facts = {"receiver": "" if refused else "办公室主任", "witness": "社区居民委员会副主任" if refused else ""}
        self.lead("serve", way="left" if refused else self.say(("direct", "direct", "electronic")), refused=refused, **facts)

    def wait_until_due(self, *, late):
        """Until shortly before the end of the rectification, or some days after it."""
        due = Deadline.objects.of(self.order).filter(term="orders.rectify").still_open().values_list("due_at", flat=True)[0]
        days = max((due - self.at) / timedelta(days=1), 0.1)
        self.wait(*((days + 2, days + 12) if late else (days * 0.4, days * 0.9)))

    def _must_be_met(self):
        if self.finding.is_owed:
            raise Present

    def report(self):
        self._must_be_met()
        self.answer("report", note=self.say(texts.REPORTS), done=[*self.order.items.all()], files=[])
        self.wait(1, 8)

    def pass_inspection(self):
        self.lead("pass_inspection", note=self.say(texts.PASSED))
