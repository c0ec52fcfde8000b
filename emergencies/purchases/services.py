"""Draws up the yearly purchase plan (need less stock is what is bought), and has it agreed and approved."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.utils.translation import gettext as _

from emergencies.catalogue.enums import Keeper
from emergencies.catalogue.models import StockItem
from emergencies.purchases import terms
from emergencies.purchases.models import PurchaseLine, PurchasePlan
from emergencies.stockpiles.enums import Account
from emergencies.stockpiles.models import StockBalance, StockCard
from emergencies.stockpiles.rules import to_buy
from governance.cases.services import next_number
from governance.flow import engine
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office


def computed(path, year):
    """Unsaved lines of an area: what each item needs, has, and loses by rotation until the year ends."""
    cards = StockCard.objects.ongoing().filter(place_path__startswith=path).order_by()
    sums = {item: (need, held) for item, need, held in cards.values_list("item").annotate(Sum("need"), Sum("on_hand"))}
    shelves = StockBalance.objects.filter(
        account__kind=Account.SHELF, account__warehouse__place_path__startswith=path, batch__rotate_on__lte=date(year, 12, 31)
    )
    leaving = dict(shelves.order_by().values_list("batch__item").annotate(Sum("quantity")))
    items = StockItem.objects.filter(pk__in=sums).order_by("category", "pk")
    return [_line(item, *sums[item.pk], leaving.get(item.pk, 0)) for item in items]


def _line(item, need, stock, leaving):
    amount = to_buy(need, stock, leaving)
    return PurchaseLine(item=item, need=need, stock=stock, leaving=leaving, proposed=amount, amount=amount)


@transaction.atomic
def draft(*, year, by, at):
    """Draw up the plan of the office acted for, its lines computed from the cards of its area. Raises `StepRefused` where there is one."""
    office = by.acting_post.office
    title = _("%(place)s%(year)s年应急物资购置计划") % {"place": office.place.short_name, "year": year}
    plan = PurchasePlan(title=title[:60], year=year, place=office.place, drafter=by)
    plan.hand_to(office)
    try:
        with transaction.atomic():
            plan.number = next_number(at=at)
            engine.begin(plan, by=by, at=at)
    except IntegrityError:
        raise engine.StepRefused(_("%(year)s年的购置计划已经编制。") % {"year": year}) from None
    lines = computed(office.place.path, year)
    for line in lines:
        line.plan = plan
    PurchaseLine.objects.bulk_create(lines)
    return plan


def concerned(plan):
    """The other departments of the plan's place that keep something of what is bought."""
    keepers = plan.lines.filter(amount__gt=0).values("item__keeper")
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, place=plan.place, trade__in=keepers)
    return bureaus.exclude(pk=plan.office_id)


def not_registered(plan):
    """The departments of the plan that have no office here to be asked: they are asked on paper."""
    keepers = [*plan.lines.filter(amount__gt=0).order_by().values_list("item__keeper", flat=True).distinct()]
    here = {plan.office.trade, *concerned(plan).values_list("trade", flat=True)}
    return [Keeper(keeper).label for keeper in Keeper.values if keeper in keepers and keeper not in here]


@engine.after("purchases", "adjust")
def change_amounts(plan, taken):
    """Another amount than the sum says is explained."""
    lines, amounts = [*plan.lines.select_related("item")], taken.given["amounts"] or {}
    for line in lines:
        line.amount = amounts.get(line.pk, line.amount)
    if any(line.amount != line.proposed for line in lines) and not taken.note.strip():
        raise engine.StepRefused(_("购置数量与测算不同的，请说明理由。"))
    PurchaseLine.objects.bulk_update(lines, ["amount"])


@engine.unless("purchases", "circulate")
def buys_nothing(plan):
    return "" if plan.lines.filter(amount__gt=0).exists() else _("没有需要购置的物资，不用会签。")


@engine.after("purchases", "circulate")
def ask_departments(plan, taken):
    """Art. 37 para 1: together with the departments concerned. Where there is none the clock has nothing to wait for."""
    asked = [*concerned(plan)]
    plan.awaited_ids = [office.pk for office in asked]
    plan.office_ids = [*dict.fromkeys([*plan.office_ids, *plan.awaited_ids])]
    if not asked:
        taken.clocks.drop(terms.CONCUR)


@engine.after("purchases", "concur")
def note_agreement(plan, taken):
    plan.awaited_ids = [key for key in plan.awaited_ids if key != taken.by.acting_post.office_id]
    if not plan.awaited_ids:
        taken.clocks.meet(terms.CONCUR, at=taken.at)


@engine.after("purchases", "object", "return_draft")
def ask_anew(plan, taken):
    plan.awaited_ids = []


@engine.unless("purchases", "approve")
def waits_for_departments(plan):
    names = Office.objects.filter(pk__in=plan.awaited_ids).order_by("pk").values_list("short_name", flat=True)
    return _("还有部门没有会签：%(names)s。") % {"names": "、".join(names)} if names else ""


@engine.after("purchases", "approve")
def approve(plan, taken):
    plan.approved_at = taken.at


def note_arrival(plan, amounts):
    """What was accepted into a warehouse counts against the plan; `amounts` is {item's key: quantity}. The caller's transaction."""
    for line in plan.lines.select_for_update(of=("self",)).filter(item__in=amounts).order_by("pk"):
        PurchaseLine.objects.filter(pk=line.pk).update(arrived=F("arrived") + amounts[line.item_id])
