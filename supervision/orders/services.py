"""Drafts orders for findings, gives them their number when they are served, and what else happens when a step is taken."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due, last_moment
from governance.cases.enums import OrderState
from governance.cases.models import WorkOrder
from governance.cases.services import end_orders, issue_order, next_number
from governance.deadlines.models import Deadline, Limit
from governance.deadlines.rules import LAPSED
from governance.files.services import attach
from governance.flow import engine
from governance.flow.extensions import extendable, settle
from governance.flow.table import SYSTEM
from governance.timeline.record import record
from governance.web.formats import cn_due
from supervision.orders import terms
from supervision.orders.models import Item, Order, Series
from supervision.orders.rules import asked_in_time, document_number
from supervision.oversight.enums import State as FindingState
from supervision.oversight.services import group_above

ASK_BEFORE = "orders.extension_ask_before"
CITED = _("《呼和浩特市社会治理促进条例》第五十八条")
CONSEQUENCE = _("逾期未整改或者整改不到位的，将依照条例第五十八条提级督导、挂牌督办，并在年度考核中扣分；情节严重的，依法追究责任。")
WRITTEN = ("unit_head", "checked_on", "checked_where", "facts", "article", "consequence", "contact", "contact_phone")


def draft_for(finding, *, by, at, note="", **bars):
    """Intake of a finding: a draft for the unit, its first item what the leading group asks for; returns the order. It keeps out whom the
    finding keeps out (`bars`), but for the unit it is served on."""
    order = Order(
        number=next_number(at=at), title=_("责令整改：%(unit)s") % {"unit": finding.unit.short_name}, place=finding.place,
        finding=finding, unit=finding.unit, unit_head=_("主要负责人"), facts=finding.facts or finding.duty,
        checked_on=timezone.localdate(at), checked_where=finding.place.full_name, article=CITED, consequence=CONSEQUENCE,
        contact=finding.office.short_name, contact_phone=finding.office.phone, **bars,
    )  # fmt: skip
    order.barred_ids = [key for key in order.barred_ids if key != finding.unit_id]
    order.hand_to(finding.office)
    engine.begin(order, by=by, at=at)
    Item.objects.create(order=order, position=1, what=(note or finding.duty)[:300])
    return order


@transaction.atomic
def rewrite(order, items, *, by, at, **facts):
    """Write the draft anew: its facts, and its items as (what, by) pairs. Raises `StepRefused` once it is served."""
    order = engine.lock(order)
    if order.served_at or not order.is_ongoing:
        raise engine.StepRefused(_("通知书已送达，不能再修改。"))
    for name in WRITTEN:
        setattr(order, name, facts.get(name, getattr(order, name)))
    order.items.all().delete()
    Item.objects.bulk_create(Item(order=order, position=n, what=what, by=day) for n, (what, day) in enumerate(items, start=1))
    record(order, "orders.revise", _("修改通知书"), by=by, at=at)
    order.save(update_fields=[*WRITTEN, "version"])
    return order


def take_serial(office, year):
    """The next number of an office's year; a service that fails gives it back."""
    Series.objects.get_or_create(office=office, year=year)
    Series.objects.filter(office=office, year=year).update(last=F("last") + 1)
    return Series.objects.get(office=office, year=year).last


def latest_ask(order, rectify, *, at):
    """Until when an extension may be asked, counted back from the end; None where no limit row says so."""
    limit = Limit.objects.valid(at).filter(code=ASK_BEFORE).first()
    if limit is None:
        return None
    end = last_moment(rectify.due_at)
    return due(end, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar()).at


@engine.after("orders", "serve")
def issue(order, taken):
    """The number, the work order with the limit printed on it; from now on the unit sees it."""
    year = timezone.localtime(taken.at).year
    order.issuer, order.year, order.serial, order.served_at = order.office, year, take_serial(order.office, year), taken.at
    place = order.office.place
    order.document = document_number(path=place.path, place=place.short_name, year=year, serial=order.serial)
    deadline = taken.clocks.open[terms.RECTIFY.name]
    issue_order(order, order.unit, by=taken.by, at=taken.at, instruction=order.document, deadline=deadline)
    if order.unit_id not in order.office_ids:
        order.office_ids = [*order.office_ids, order.unit_id]


@engine.after("orders", "ask_extension")
def refuse_late_ask(order, taken):
    """Early enough before the end, where a limit row says so."""
    rectify = taken.clocks.open.get(terms.RECTIFY.name)
    latest = latest_ask(order, rectify, at=taken.at) if rectify else None
    if not asked_in_time(taken.at, latest):
        raise engine.StepRefused(_("申请延期应在%(moment)s前提出，现已超过，请按期整改。") % {"moment": cn_due(latest)})


extendable("orders", terms.RECTIFY)


@engine.after("orders", "report")
def keep_report(order, taken):
    """What is done, the proof, and whether the limit was kept; a request still open is settled by it."""
    order.items.filter(pk__in=[item.pk for item in taken.given["done"]]).update(done=True)
    for file in taken.given["files"]:
        attach(order, file, by=taken.by, at=taken.at, public=False)
    order.kept = order.kept is not False and taken.clocks.met[terms.RECTIFY.name].was_kept
    settle(order, taken)
    WorkOrder.objects.of(order).standing().filter(signed_at=None).update(signed_by=taken.by, signed_at=taken.at, state=OrderState.SIGNED)


def notice_missed_items(*, at):
    """Say, once, of each thing that should have been put right by now: on the timeline, to the unit and to who watches over it.

    Safe to run twice and side by side; after an outage the day is the true one. Returns how many orders were told of.
    """
    orders = Item.objects.missed(timezone.localdate(at)).values_list("order", flat=True).distinct().order_by("order")
    return sum(_notice_missed(order, at=at) for order in list(orders))


@transaction.atomic
def _notice_missed(pk, *, at):
    order = Order.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
    missed = list(order.items.missed(timezone.localdate(at))) if order else []
    for item in missed:
        item.overdue_at = timezone.make_aware(datetime.combine(item.by + timedelta(days=1), time.min))
        engine.take(order, "miss_item", by=SYSTEM, at=at, position=item.position)
    Item.objects.bulk_update(missed, ["overdue_at"])
    return bool(missed)


@engine.after("orders", "fail_inspection")
def send_back(order, taken):
    """Back to the unit with a new date, under the limit of a second round: what failed is open again."""
    order.rounds += 1
    taken.clocks.start(terms.RECTIFY, at=taken.at)
    order.items.filter(pk__in=[item.pk for item in taken.given["failed"]]).update(done=False)


@engine.after("orders", "pass_inspection")
def release(order, taken):
    """The finding is released with its order; one under listed supervision goes on to its inspection."""
    if order.items.filter(done=False).exists():
        raise engine.StepRefused(_("还有未完成的整改事项，不能通过复查。"))
    end_orders(order, OrderState.DONE, at=taken.at)
    follow = {FindingState.ORDERED: "release", FindingState.PUBLISHED: "order_done"}.get(order.finding.state)
    if follow:
        engine.take(order.finding, follow, by=SYSTEM, at=taken.at, note=taken.note)


@engine.after("orders", "withdraw")
def give_back(order, taken):
    """A draft that is not served leaves the finding as it was before."""
    if order.finding.state == FindingState.ORDERED:
        engine.take(order.finding, "take_back", by=SYSTEM, at=taken.at, note=taken.note)


@engine.after("orders", "publish")
def note_publication(order, taken):
    order.published_at = taken.at


@engine.after("orders", "escalate")
def go_up(order, taken):
    """One level higher, and its finding with it; at city level both stay."""
    order.escalated_at = taken.at
    if order.finding.is_ongoing and leads_out(order.finding, "escalate"):
        engine.take(order.finding, "escalate", by=SYSTEM, at=taken.at, office=order.office, escalated_at=taken.at)


def leads_out(finding, name):
    """Whether the step leads out of the state the finding is in."""
    return finding.state in finding.flow.step(name).source


def note_overdue(event, case):
    """Listener: a rectification that is overdue counts in the figures and goes one level up, in the transaction of the lapse."""
    if event.kind != f"deadline.{LAPSED}" or not isinstance(case, Order) or event.data["term"] != terms.RECTIFY.name:
        return
    case.kept = False
    case.save(update_fields=["version", "kept"])  # the step below reads the row, and continues its timeline
    moved = engine.take(case, "escalate", by=SYSTEM, at=event.at, office=group_above(case.office))
    for name in ("version", "office", "office_ids", "escalated_at"):
        setattr(case, name, getattr(moved, name))


def rectify_clock(order):
    """The latest clock of the rectification, for the printed notice; None before it is served."""
    return Deadline.objects.of(order).filter(term=terms.RECTIFY.name).select_related("limit").order_by("-started_at").first()


def published_orders():
    """The orders everyone may read, the newest first."""
    return Order.objects.published().order_by("-published_at", "-pk")
