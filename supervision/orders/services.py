"""Drafts orders for findings, gives them their number when they are served, and what else happens when a step is taken."""

from datetime import datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.calendar.workdays import last_day
from governance.cases.enums import OrderState
from governance.cases.models import WorkOrder
from governance.cases.services import end_orders, issue_order, next_number, sign_order
from governance.deadlines.models import Deadline, Limit
from governance.deadlines.rules import LAPSED
from governance.files.enums import AttachmentKind
from governance.files.services import attach, claim
from governance.flow import engine
from governance.flow.extensions import extendable, settle
from governance.flow.table import SYSTEM
from governance.timeline.record import record
from governance.web.formats import cn_due
from supervision.orders import terms
from supervision.orders.enums import State
from supervision.orders.models import Item, Order, Series
from supervision.orders.rules import date_faults, document_number
from supervision.oversight.enums import State as FindingState
from supervision.oversight.services import group_above, refuse_late_request, show_to_unit

ASK_BEFORE = "orders.extension_ask_before"
CITED = _("《呼和浩特市社会治理促进条例》第五十八条")
CITED_OUTSIDE = _("《呼和浩特市社会治理促进条例》第五十八条、第六十二条")
CONSEQUENCE = _("逾期未整改或者整改不到位的，将依照条例第五十八条提级督导、挂牌督办，并在年度考核中扣分；情节严重的，依法追究责任。")
WRITTEN = ("unit_head", "checked_on", "checked_where", "facts", "article", "consequence", "contact", "contact_phone")


def draft_for(finding, *, by, at, note="", **bars):
    """Intake of a finding: a draft for the unit, its first item what the leading group asks for; returns the order. It keeps out whom the
    finding keeps out (`bars`), but for the unit it is served on."""
    order = Order(
        number=next_number(at=at), title=(_("责令整改：%(unit)s") % {"unit": finding.outside or finding.unit.short_name})[:60],
        place=finding.place, finding=finding, unit=finding.unit, unit_head=_("主要负责人"), facts=what_is_wrong(finding),
        checked_on=timezone.localdate(at), checked_where=finding.place.full_name, consequence=CONSEQUENCE, items_total=1,
        article=CITED_OUTSIDE if finding.outside else CITED, contact=finding.office.short_name, contact_phone=finding.office.phone, **bars,
    )  # fmt: skip
    order.barred_ids = [key for key in order.barred_ids if key != finding.unit_id]
    order.hand_to(finding.office)
    engine.begin(order, by=by, at=at)
    Item.objects.create(order=order, position=1, what=(note or finding.duty)[:300])
    return order


def what_is_wrong(finding):
    """存在的问题, as a notice must name it: which matter, what was due by when, and whether it is done by now."""
    clock = finding.deadline
    if finding.facts or clock is None:
        return finding.facts or finding.duty
    told = {
        "duty": finding.duty, "label": finding.subject_label, "number": finding.subject_number, "term": finding.term_label,
        "due": cn_due(clock.due_at), "now": _("至今未履行") if finding.is_owed else _("逾期未按时履行"),
    }  # fmt: skip
    return _("%(duty)s：%(label)s %(number)s 的“%(term)s”应于%(due)s前完成，%(now)s。") % told


def time_given(order, *, at):
    """The limit the notice will run under once it is served."""
    code = terms.RECTIFY.limit_code(order)
    return Limit.objects.current([code], at=at)[code]


def count_items(order):
    """Keep how much of it is done; the caller saves."""
    order.items_total = order.items.count()
    order.items_done = order.items.filter(done=True).count()


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
    count_items(order)
    record(order, "orders.revise", _("修改通知书"), by=by, at=at)
    order.save(update_fields=[*WRITTEN, "items_total", "items_done", "version"])
    return order


def take_serial(office, year):
    """The next number of an office's year; a service that fails gives it back."""
    Series.objects.get_or_create(office=office, year=year)
    Series.objects.filter(office=office, year=year).update(last=F("last") + 1)
    return Series.objects.get(office=office, year=year).last


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
    start_items(order, taken, deadline)
    finding = engine.lock(order.finding)
    show_to_unit(finding, at=taken.at)
    finding.save(update_fields=["told_at", "office_ids"])


def start_items(order, taken, deadline):
    """Each thing with a day of its own gets its own clock, within the time of the whole."""
    days = list(order.items.values_list("position", "by"))
    past, late = date_faults(days, today=timezone.localdate(taken.at), last=last_day(deadline.due_at))
    if past:
        raise engine.StepRefused(_("第 %(items)s 项的完成期限已过，请修改后再送达。") % {"items": "、".join(map(str, past))})
    if late:
        told = {"items": "、".join(map(str, late)), "due": cn_due(deadline.due_at)}
        raise engine.StepRefused(_("第 %(items)s 项的完成期限晚于整改期限（%(due)s），请修改后再送达。") % told)
    taken.clocks.start(*(terms.ITEMS[position - 1] for position, day in days if day), at=taken.at)


@engine.after("orders", "sign")
def note_signature(order, taken):
    """签收: the unit says that it has the notice."""
    order.signed_at = taken.at
    sign_order(order, by=taken.by, at=taken.at)


@engine.after("orders", "file_receipt")
def keep_receipt(order, taken):
    """The signed proof of service, scanned."""
    for file in taken.given["scans"]:
        attach(order, file, by=taken.by, at=taken.at, public=False, kind=AttachmentKind.SCAN)


@engine.after("orders", "ask_extension")
def refuse_late_ask(order, taken):
    """Early enough before the end, where a limit row says so."""
    refuse_late_request(taken.clocks.open.get(terms.RECTIFY.name), ASK_BEFORE, at=taken.at)


extendable("orders", terms.RECTIFY)


@engine.after("orders", "grant_extension")
def move_items(order, taken):
    """What has a day of its own, and is neither done nor late, gets as many days more."""
    amount = taken.clocks.open[terms.RECTIFY.name].extensions.filter(decided_at=taken.at).latest("pk").amount
    waiting = order.items.filter(done=False, by__isnull=False, overdue_at=None)
    moved = list(waiting.values_list("position", flat=True))
    waiting.update(by=F("by") + timedelta(days=amount))
    taken.clocks.start(*(terms.ITEMS[position - 1] for position in moved), at=taken.at)


@engine.after("orders", "report_item")
def keep_item(order, taken):
    """One thing is put right: its proof is kept with it, its clock stops; the whole goes on."""
    item = taken.given["item"]
    _reported(item, taken)
    item.proofs.add(*keep_files(order, taken))
    taken.clocks.meet(terms.ITEMS[item.position - 1], at=taken.at)
    count_items(order)


def keep_files(order, taken):
    """The files of a report, as proof; returns their rows."""
    facts = {"by": taken.by, "at": taken.at, "public": False, "kind": AttachmentKind.PROOF}
    return [attach(order, file, **facts) for file in taken.given["files"]]


def _reported(item, taken):
    item.done, item.told, item.reported_at = True, taken.note[:500], taken.at
    item.passed, item.checked, item.checked_at = None, "", None
    item.save(update_fields=["done", "told", "reported_at", "passed", "checked", "checked_at"])


@engine.after("orders", "report")
def keep_report(order, taken):
    """What is done, the proof, and whether the limit was kept; a request still open is settled by it."""
    files, fresh = keep_files(order, taken), [item for item in taken.given["done"] if not item.done]
    for item in fresh:
        _reported(item, taken)
    if len(fresh) == 1:
        fresh[0].proofs.add(*files)
    count_items(order)
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


@transaction.atomic
def check_item(order, position, *, passed, words, held, by, at):
    """What is found of one thing on the spot, kept at once with its photographs; the conclusion comes after the last."""
    order = engine.lock(order)
    if order.state != State.REPORTED:
        raise engine.StepRefused(_("现在不是复查阶段，不能登记。"))
    item = order.items.get(position=position)
    item.passed, item.checked, item.checked_at = passed, words.strip(), at
    item.save(update_fields=["passed", "checked", "checked_at"])
    item.photos.add(*(claim(upload.token, order, by=by, at=at, public=False, kind=AttachmentKind.PHOTO) for upload in held))
    word = _("已整改") if passed else _("未整改到位")
    record(order, "orders.check", _("现场复查第 %(position)s 项：%(word)s") % {"position": position, "word": word}, by=by, at=at)
    order.save(update_fields=["version"])
    return item


def conclude(order, *, by, at, note):
    """复查意见: passed where each thing is put right, else back to the unit with what is not. Raises `StepRefused` before all were seen."""
    items = list(order.items.all())
    if unseen := [item.position for item in items if item.passed is None]:
        raise engine.StepRefused(_("第 %(items)s 项还没有复查。") % {"items": "、".join(map(str, unseen))})
    if failed := [item for item in items if not item.passed]:
        return engine.take(order, "fail_inspection", by=by, at=at, note=note, failed=failed)
    return engine.take(order, "pass_inspection", by=by, at=at, note=note)


@engine.after("orders", "fail_inspection")
def send_back(order, taken):
    """Back to the unit with a new date, under the limit of a second round: what failed is open again."""
    order.rounds += 1
    taken.clocks.start(terms.RECTIFY, at=taken.at)
    failed = [item.pk for item in taken.given["failed"]]
    order.items.filter(pk__in=failed).update(done=False, passed=False, checked_at=taken.at)
    order.items.exclude(pk__in=failed).filter(done=True).update(passed=True, checked_at=taken.at)
    count_items(order)


@engine.after("orders", "pass_inspection")
def release(order, taken):
    """The finding is released with its order; one under listed supervision goes on to its inspection."""
    if order.items.filter(done=False).exists():
        raise engine.StepRefused(_("还有未完成的整改事项，不能通过复查。"))
    order.items.update(passed=True, checked_at=taken.at)
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
    """Listener: a rectification that is overdue counts in the figures and goes one level up, in the transaction of the lapse; one thing
    that is overdue is marked, and told."""
    if event.kind != f"deadline.{LAPSED}" or not isinstance(case, Order):
        return
    if event.data["term"] == terms.RECTIFY.name:
        case.kept = False
        _carry_on(case, "escalate", ("kept",), at=event.at, office=group_above(case.office))
    elif (position := ITEM_OF.get(event.data["term"])) and case.items.overlooked(position).update(overdue_at=event.at):
        _carry_on(case, "miss_item", at=event.at, position=position)


ITEM_OF = {term.name: position for position, term in enumerate(terms.ITEMS, start=1)}


def _carry_on(case, step, changed=(), *, at, **given):
    """Take a step inside the event of a lapse: it reads the row, and continues its timeline."""
    case.save(update_fields=["version", *changed])
    moved = engine.take(case, step, by=SYSTEM, at=at, **given)
    for name in ("version", "office", "office_ids", "escalated_at"):
        setattr(case, name, getattr(moved, name))


def rectify_clock(order):
    """The latest clock of the rectification, for the printed notice; None before it is served."""
    return Deadline.objects.of(order).filter(term=terms.RECTIFY.name).select_related("limit").order_by("-started_at").first()


def published_orders():
    """The orders everyone may read, the newest first, each with the end of its last limit as `rectify_due`."""
    clocks = Deadline.objects.filter(
        content_type=ContentType.objects.get_for_model(Order), object_id=OuterRef("pk"), term=terms.RECTIFY.name
    )
    due = Subquery(clocks.order_by("-started_at", "-pk").values("due_at")[:1])
    return Order.objects.published().annotate(rectify_due=due).order_by("-published_at", "-pk")
