"""One finding on its way, taken through the flow by the engine itself. `at` is its clock; it stops where the present begins."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.flow import engine
from supervision.listing.services import plan
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
    """The finding, its order once there is one, and the people who act: `desks` and `officials` by leading group, `reporters` by unit."""

    rng: Any
    finding: Any
    desks: dict
    reporters: dict
    officials: dict
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

    def summon(self):
        """约谈: invited in writing, and the invitation served."""
        facts = {"where": texts.ROOM, "host": texts.HOST, "note": self.say(texts.REASONS)}
        self.decide("summon", talk_at=self.at + timedelta(days=3), **facts)
        self.serve_paper()

    def talk(self):
        """What was said, as the record keeps it."""
        said = {"statement": self.say(texts.STATEMENTS), "promise": self.say(texts.PROMISES)}
        people = {"talk_with": self.say(texts.CALLED), "recorder": texts.RECORDER}
        self.decide("talk", talk_at=self.at, note=self.say(texts.TALKS), **said, **people)

    def list_it(self, days):
        """挂牌督办, with stages."""
        start = self.at.astimezone(CITY_TIME).date()
        self.decide("list", note=self.say(texts.LISTINGS), listed_until=start + timedelta(days=days))
        rows = [(what, start + timedelta(days=share)) for what, share in zip(texts.STAGES, (15, days // 2, days - 5), strict=True)]
        self.finding = plan(self.finding, rows, by=self.desks[self.finding.office_id], at=self.at)
        self.serve_paper()

    def report_stages(self):
        """The stages, each somewhat before its day; the last with the whole."""
        for stage in list(self.finding.stages.all()[:2]):
            self.wait(8, 20)
            self.decide("report_stage", stage=stage, files=[], note=self.say(texts.STAGE_REPORTS))

    def serve_paper(self):
        """The last paper, served a little later; one in twelve is refused before a witness."""
        self.wait(0.1, 1)
        refused = self.rng.random() < 0.08
        facts = {"receiver": "" if refused else "办公室主任", "witness": "社区居民委员会副主任" if refused else "", "refused": refused}
        paper = self.finding.papers.unserved().last()
        if paper is not None:
            self.decide("serve", paper=paper, way="left" if refused else self.say(("direct", "post", "electronic")), scans=[], **facts)

    def above(self, step, **given):
        """A decision of the group's official, where its office asked for it."""
        self._come(self.finding)
        self.finding = Finding.objects.for_detail().get(pk=self.finding.pk)
        self.finding = engine.take(self.finding, step, by=self.officials[self.finding.office_id], at=self.at, **given)
        self.took(step)

    def fail_inspection(self):
        """One thing was not put right."""
        self.check_items(failed=1)
        self.lead("fail_inspection", note=self.say(texts.FAILED), failed=[*self.order.items.filter(passed=False)])

    def check_items(self, failed=0):
        """Each thing looked at on the spot."""
        self._read_order()
        for position in self.order.items.values_list("position", flat=True):
            wrong = position <= failed
            words = self.say(texts.SEEN_WRONG if wrong else texts.SEEN)
            facts = {"passed": not wrong, "words": words, "held": ()}
            orders.check_item(self.order, position, by=self.desks[self.order.office_id], at=self.at, **facts)

    def _must_be_met(self):
        if self.finding.is_owed:
            raise Present

    def report(self):
        self._must_be_met()
        self._read_order()
        if self.order.signed_at is None:
            self.answer("sign", note="")
        items = list(self.order.items.filter(done=False))
        for item in items[:-1]:
            self.answer("report_item", item=item, files=[], note=self.say(texts.ITEM_REPORTS))
        self.answer("report", note=self.say(texts.REPORTS), done=[*self.order.items.all()], files=[])
        self.wait(1, 8)

    def pass_inspection(self):
        self.check_items()
        self.lead("pass_inspection", note=self.say(texts.PASSED))
